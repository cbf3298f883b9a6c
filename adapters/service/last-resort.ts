import { Worker } from 'node:worker_threads';

/** In a thread of its own, for the main one may be too busy to look at a clock. */
const program = `
const { writeSync } = require('node:fs');
const { workerData: { ms } } = require('node:worker_threads');
setTimeout(() => {
  writeSync(2, JSON.stringify({ level: 50, time: Date.now(), msg: 'The process was too busy to stop in order; it was ended.' }) + '\\n');
  process.kill(process.pid, 'SIGKILL');
}, ms);`;

/**
 * Ends the process, orderly or not, so many milliseconds from now: at first by its exit code, and a second later by SIGKILL where the
 * event loop gives no turn. Keeps nothing up by itself.
 */
export function endWithin(ms: number, code: number): void {
  setTimeout(() => process.exit(code), ms).unref();
  new Worker(program, { eval: true, execArgv: [], workerData: { ms: ms + 1_000 } }).unref();
}
