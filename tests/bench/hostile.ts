import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { createDiscordAdapter } from '../../adapters/discord/index.ts';
import { createSlackAdapter } from '../../adapters/slack/index.ts';
import type { Answer } from '../../src/answer/index.ts';
import { command, optionsOf } from '../../src/command-line/command.ts';
import { wholeNumber } from '../../src/command-line/options.ts';
import type { Desk } from '../../src/desk.ts';
import { openStore } from '../../src/store/open.ts';
import { attackStrings } from '../patterns/attacks.ts';
import { writtenPatterns } from '../patterns/collect.ts';
import { APP_TOKEN, BOT_TOKEN } from '../slack/server/slack-server.ts';
import { benchDesk } from './discord-desk.ts';
import type { Sent } from './hostile-load.ts';

const bench = command(
  'bench:hostile',
  `Sends strings made to be slow to read, half to Discord and half to Slack, both in this process and four at a time on each, while
somebody else asks an ordinary question on each platform ten times a second. Prints one JSON object: the longest block of the event
loop, how long the other person waited, the strings that the desk worked at longest and its longest step without a turn for others (in
processor time, which a busy machine does not stretch) and how busy the machine was; milliseconds. Aims: no step takes 50 ms of processor
time, the other person waits less than 300 ms. Ends after ten minutes at most.`,
).argument('[strings]', 'how many', wholeNumber('strings', 1, 1_000_000), 10_000);
await optionsOf(bench);
const [total] = bench.processedArgs;
const MOST_MS = 10 * 60_000;
const SEED = 20_261_125;
const SLOWEST = 5;
const MOST_CPU_MS = 50;

const worker = new Worker(new URL('./hostile-load.ts', import.meta.url));
const [servers] = await once(worker, 'message');
const folder = await mkdtemp(join(tmpdir(), 'kyogi-bench-'));
const slowest: { cpu_ms: number; text: string }[] = [];
let over = 0;
let stepsOver = 0;
let longestStep = 0;
let tooLong = 0;
const desk = timed(benchDesk());
const store = await openStore(`sqlite:${join(folder, 'kyogi.sqlite')}`);
const quiet = () => {};
const warn = (facts: object, sentence: string) => console.error(sentence, facts);
const shared = {
  desk: () => desk,
  store,
  clock: () => Temporal.Now.instant(),
  zone: 'Asia/Tokyo',
  fallbackLanguage: 'en',
  log: { debug: quiet, info: quiet, warn, error: warn },
} as const;
const discord = createDiscordAdapter({
  ...shared,
  ...servers.discord,
  shards: 'auto',
  register: false,
  keepText: false,
});
const slack = createSlackAdapter({ ...shared, ...servers.slack, botToken: BOT_TOKEN, appToken: APP_TOKEN });
await discord.start();
await slack.start();
// What is worked out at the first question is no string's fault; in service, too, it is done at start.
desk.warm?.().forEach(() => {});
for (const text of ['who met in March 2025', 'what was said about zzzz', '2025年3月に誰が会談したか']) {
  desk.ask({ text, clock: { now: Temporal.Now.instant(), zone: 'Asia/Tokyo' } });
}
slowest.length = 0;
[over, stepsOver, longestStep] = [0, 0, 0];

const strings = attackStrings(writtenPatterns(), total, SEED);
const until = Date.now() + MOST_MS;
const loop = monitorEventLoopDelay({ resolution: 1 });
loop.enable();
const started = performance.now();
worker.postMessage({
  discord: { strings: strings.filter((_, index) => index % 2 === 0), until },
  slack: { strings: strings.filter((_, index) => index % 2 === 1), until },
});
const [sent]: { discord: Sent; slack: Sent; violations: string[]; error?: string }[] = await once(worker, 'message');
const seconds = (performance.now() - started) / 1000;
loop.disable();
if (sent === undefined || sent.error !== undefined || sent.violations.length > 0) {
  throw new Error(`The load failed: ${sent?.error ?? sent?.violations.join('; ')}`);
}
await discord.stop();
await slack.stop();
await store.close();
await worker.terminate();
await rm(folder, { recursive: true, force: true });

console.log(
  JSON.stringify({
    strings: sent.discord.hostile.length + sent.slack.hostile.length,
    seconds: round(seconds),
    load_average: round(loadavg()[0] ?? 0),
    loop_blocked_ms: { longest: round(loop.max / 1e6), p99: round(loop.percentile(99) / 1e6) },
    discord: { strings: summary(sent.discord.hostile), other_person: summary(sent.discord.other) },
    slack: { strings: summary(sent.slack.hostile), other_person: summary(sent.slack.other) },
    over_50_ms_cpu: over,
    steps_over_50_ms_cpu: stepsOver,
    longest_step_cpu_ms: round(longestStep),
    too_long: tooLong,
    slowest: slowest.map(({ cpu_ms, text }) => ({ cpu_ms: round(cpu_ms), text })),
  }),
);
process.exit(0);

/** The same desk, which remembers what it took longest over, whole questions and single steps. */
function timed(desk: Desk): Desk {
  return {
    ...desk,
    *asking(request) {
      const steps = desk.asking(request);
      let cpuMs = 0;
      for (;;) {
        const before = process.threadCpuUsage();
        const step = steps.next();
        const { user, system } = process.threadCpuUsage(before);
        const stepMs = (user + system) / 1000;
        cpuMs += stepMs;
        longestStep = Math.max(longestStep, stepMs);
        if (stepMs > MOST_CPU_MS) stepsOver += 1;
        if (step.done === true) {
          note(request.text, cpuMs, step.value);
          return step.value;
        }
        yield;
      }
    },
  };
}

function note(text: string, cpuMs: number, { question }: Answer): void {
  if (cpuMs > MOST_CPU_MS) over += 1;
  if (question.reason === 'too-long') tooLong += 1;
  slowest.push({ cpu_ms: cpuMs, text });
  slowest.sort((one, other) => other.cpu_ms - one.cpu_ms);
  slowest.length = Math.min(slowest.length, SLOWEST);
}

function summary(ms: readonly number[]) {
  const sorted = ms.toSorted((a, b) => a - b);
  const at = (share: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { asked: sorted.length, p50: at(0.5), p99: at(0.99), longest: at(1) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
