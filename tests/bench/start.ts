import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { command, optionsOf } from '../../src/command-line/command.ts';

await optionsOf(
  command(
    'bench:start',
    `Measures npm start from the command to the first words of the first answer, beside a Node that does nothing, by turns. The first run fills
what is kept between starts, and does not count. Prints one JSON object: milliseconds, and ratios, which tell more on a busy machine.`,
  ),
);

const RUNS = 7;
const root = resolve(import.meta.dirname, '../..');

await timeOf('npm', ['start', '--silent']);
const start: number[] = [];
const bare: number[] = [];
for (let run = 0; run < RUNS; run += 1) {
  bare.push(await timeOf(process.execPath, ['-e', '0']));
  start.push(await timeOf('npm', ['start', '--silent']));
}
process.stdout.write(
  `${JSON.stringify({
    runs: RUNS,
    first_answer_ms: median(start),
    first_answer_best_ms: Math.round(Math.min(...start)),
    bare_node_ms: median(bare),
    bare_node_best_ms: Math.round(Math.min(...bare)),
    ratio: Math.round((median(start) / median(bare)) * 10) / 10,
    ratio_best: Math.round((Math.min(...start) / Math.min(...bare)) * 10) / 10,
  })}\n`,
);

/** Until the process first says something, or ends well without a word. */
function timeOf(program: string, args: readonly string[]): Promise<number> {
  return new Promise((done, failed) => {
    const started = performance.now();
    const child = spawn(program, args, { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
    const end = () => done(performance.now() - started);
    child.on('error', failed);
    child.stdout.once('data', end);
    child.once('close', (code) => (code === 0 ? end() : failed(new Error(`${program} ended with ${code}`))));
    child.stdin.on('error', () => undefined);
    child.stdin.end('who met in March 2025\n');
  });
}

function median(values: readonly number[]): number {
  return Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0);
}
