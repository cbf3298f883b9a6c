import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { command, optionsOf } from '../../src/command-line/command.ts';
import { wholeNumber } from '../../src/command-line/options.ts';
import { createDesk } from '../../src/desk.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { loadCases } from '../golden/cases.ts';

const { soak = 20_000, platforms: withPlatforms } = await optionsOf(
  command(
    'bench:load',
    `Measures answers a second in process, memory at rest and after load, and the event-to-answer times of both platforms beside their bare echo bots. Prints one JSON object; milliseconds, MiB.`,
  )
    .option(
      '--soak <n>',
      'questions to ask in process, which shows whether memory grows (default: 20000)',
      wholeNumber('--soak', 1, 100_000_000),
    )
    .option('--no-platforms', 'leave Discord and Slack out'),
);
const root = resolve(import.meta.dirname, '../..');
const clock = { now: Temporal.Instant.from('2026-11-25T00:00:00Z'), zone: 'Asia/Tokyo' };

const inProcess = asks();
const platforms = withPlatforms ? { discord: child('discord.ts'), slack: child('slack.ts') } : undefined;
process.stdout.write(`${JSON.stringify({ in_process: inProcess, ...platforms })}\n`);

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

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function mib(bytes: number): number {
  return Math.round(bytes / 2 ** 20);
}
