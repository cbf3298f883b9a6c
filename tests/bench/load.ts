import { spawn, spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { command, optionsOf } from '../../src/command-line/command.ts';
import { wholeNumber } from '../../src/command-line/options.ts';
import { createDesk } from '../../src/desk.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { loadCases } from '../golden/cases.ts';

const { soak = 20_000, platforms: withPlatforms } = await optionsOf(
  command(
    'bench:load',
    `Measures start-up to the first answer beside a bare Node, answers a second in process, memory at rest and after load, and the
event-to-answer times of both platforms beside their bare echo bots. Prints one JSON object; milliseconds, MiB.`,
  )
    .option(
      '--soak <n>',
      'questions to ask in process, which shows whether memory grows (default: 20000)',
      wholeNumber('--soak', 1, 100_000_000),
    )
    .option('--no-platforms', 'leave Discord and Slack out'),
);
const root = resolve(import.meta.dirname, '../..');
const RUNS = 7;
/** As `npm start` has it; the first run fills what is kept between starts, and does not count. */
const START = manifest.scripts.start.split(' ').slice(1);
const clock = { now: Temporal.Instant.from('2026-11-25T00:00:00Z'), zone: 'Asia/Tokyo' };

const startup = await firstAnswer();
const inProcess = asks();
const platforms = withPlatforms ? { discord: child('discord.ts'), slack: child('slack.ts') } : undefined;
process.stdout.write(`${JSON.stringify({ startup, in_process: inProcess, ...platforms })}\n`);

/** Process start to the first byte of the first answer from the terminal chat, beside a Node that only prints. */
async function firstAnswer() {
  await timeToOutput(START);
  const chat: number[] = [];
  const bare: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    bare.push(await timeToOutput(['-e', 'process.stdin.once("data", () => process.stdout.write("x"))']));
    chat.push(await timeToOutput(START));
  }
  return {
    runs: RUNS,
    first_answer_ms: median(chat),
    first_answer_best_ms: round(Math.min(...chat)),
    bare_node_ms: median(bare),
    ratio: round(median(chat) / median(bare)),
  };
}

function timeToOutput(args: string[]): Promise<number> {
  return new Promise((done, failed) => {
    const started = performance.now();
    const process_ = spawn(process.execPath, args, { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
    process_.on('error', failed);
    process_.stdout.once('data', () => done(performance.now() - started));
    process_.stdin.end('who met in March 2025\n');
  });
}

/** The golden questions over and over: percentiles of one ask, and memory before and after. */
function asks() {
  const loadStarted = performance.now();
  const desk = createDesk(loadKnowledge(join(root, 'knowledge')));
  const ready = performance.now() - loadStarted;
  const questions = loadCases(join(root, 'tests/golden')).map((golden) => [golden.ask].flat()[0] ?? '');
  for (const text of questions) desk.ask({ text, clock });
  globalThis.gc?.();
  const atRest = process.memoryUsage();
  const times: number[] = [];
  const memory: number[] = [];
  const started = performance.now();
  for (let asked = 0; asked < soak; asked += 1) {
    const before = performance.now();
    desk.ask({ text: questions[asked % questions.length] ?? '', clock });
    times.push(performance.now() - before);
    if (asked % Math.ceil(soak / 5) === 0) {
      globalThis.gc?.();
      memory.push(mib(process.memoryUsage().heapUsed));
    }
  }
  const seconds = (performance.now() - started) / 1000;
  globalThis.gc?.();
  times.sort((a, b) => a - b);
  const at = (share: number) => round(times[Math.floor((times.length - 1) * share)] ?? 0);
  return {
    questions: soak,
    distinct: questions.length,
    knowledge_and_desk_ms: round(ready),
    per_second: Math.round(soak / seconds),
    p50_ms: at(0.5),
    p99_ms: at(0.99),
    max_ms: at(1),
    heap_at_rest_mib: mib(atRest.heapUsed),
    rss_at_rest_mib: mib(atRest.rss),
    heap_during_mib: memory,
    heap_after_mib: mib(process.memoryUsage().heapUsed),
    rss_after_mib: mib(process.memoryUsage().rss),
  };
}

function child(script: string): unknown {
  const { stdout, status } = spawnSync(process.execPath, [join(import.meta.dirname, script)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return status === 0 ? JSON.parse(stdout) : { failed: status };
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function mib(bytes: number): number {
  return Math.round(bytes / 2 ** 20);
}
