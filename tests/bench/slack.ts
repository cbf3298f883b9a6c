import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { App, LogLevel } from '@slack/bolt';
import { createSlackAdapter } from '../../adapters/slack/index.ts';
import { createDesk } from '../../src/desk.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { openStore } from '../../src/store/open.ts';
import { freePort } from '../free-port.ts';
import { SIGNING_SECRET } from '../slack/server/delivery.ts';
import { APP_TOKEN, BOT_TOKEN } from '../slack/server/slack-server.ts';
import type { Load } from './slack-load.ts';

/**
 * Time from event to answer over 1,000 mentions at concurrency 20 in both transports, beside a bare Bolt app that says the text
 * back, in turns within one run. Prints one JSON object; times in milliseconds.
 * `node tests/bench/slack.ts [rounds]`, default 3.
 */
const TOTAL = 1_000;
const CONCURRENCY = 20;
const rounds = Number(process.argv[2] ?? 3);
const transports = ['socket', 'http'] as const;
type Transport = (typeof transports)[number];

const questions = [
  'Who attended the defense ministerial in March 2025?',
  '2025年3月の防衛相会談の出席者は？',
  'What was agreed about AMRAAM?',
  '2024年の日米「2+2」はどこで開かれましたか',
  'List the consultations in 2025',
  'What was agreed in March 1990?',
  'When was the latest 2+2?',
  'help',
];

const worker = new Worker(new URL('./slack-load.ts', import.meta.url));
const [{ apiUrl }] = await once(worker, 'message');
const folder = await mkdtemp(join(tmpdir(), 'kyogi-bench-'));
const desk = createDesk(await loadKnowledge(new URL('../../knowledge', import.meta.url).pathname));

const result: Record<string, unknown> = { events: TOTAL * rounds, concurrency: CONCURRENCY };
for (const transport of transports) {
  const samples: Record<'echo' | 'kyogi', number[]> = { echo: [], kyogi: [] };
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of ['echo', 'kyogi'] as const) {
      const port = await freePort();
      const stop = await (name === 'echo' ? startEcho(transport, port) : startKyogi(transport, port, round));
      const ms = await load(transport, port);
      await stop();
      // The first round warms up the machine, the JIT and the file system, for both alike.
      if (round > 0) samples[name].push(...ms);
    }
  }
  const [echo, kyogi] = [summary(samples.echo), summary(samples.kyogi)];
  result[transport] = { echo, kyogi, ratio: { p50: round2(kyogi.p50 / echo.p50), p99: round2(kyogi.p99 / echo.p99) } };
}
await worker.terminate();
await rm(folder, { recursive: true, force: true });
console.log(JSON.stringify(result));
process.exit(0);

async function load(transport: Transport, port: number): Promise<number[]> {
  worker.postMessage({ transport, port, questions, total: TOTAL, concurrency: CONCURRENCY } satisfies Load);
  const [loaded]: { ms: number[]; error?: string }[] = await once(worker, 'message');
  if (loaded === undefined || loaded.error !== undefined) throw new Error(`The load failed: ${loaded?.error}`);
  return loaded.ms;
}

async function startEcho(transport: Transport, port: number): Promise<() => Promise<unknown>> {
  const app = new App({
    token: BOT_TOKEN,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: apiUrl },
    ...(transport === 'socket' ? { appToken: APP_TOKEN, socketMode: true } : { signingSecret: SIGNING_SECRET }),
  });
  app.event('app_mention', async ({ event, say }) => {
    await say({ text: event.text ?? '', thread_ts: event.thread_ts ?? event.ts });
  });
  if (transport === 'socket') await app.start();
  else await app.start({ port, host: '127.0.0.1' });
  return () => app.stop();
}

async function startKyogi(transport: Transport, port: number, round: number): Promise<() => Promise<void>> {
  const store = await openStore(`sqlite:${join(folder, `${transport}-${round}.sqlite`)}`);
  const quiet = () => {};
  // A measurement of answers that failed would measure nothing.
  const fail = (facts: object, sentence: string) => {
    console.error(sentence, facts);
    process.exit(1);
  };
  const adapter = createSlackAdapter({
    botToken: BOT_TOKEN,
    ...(transport === 'socket' ? { appToken: APP_TOKEN } : { signingSecret: SIGNING_SECRET, port, host: '127.0.0.1' }),
    apiUrl,
    desk: () => desk,
    store,
    clock: () => Temporal.Now.instant(),
    zone: 'Asia/Tokyo',
    fallbackLanguage: 'en',
    log: { debug: quiet, info: quiet, warn: fail, error: fail },
  });
  await adapter.start();
  return async () => {
    await adapter.stop();
    await store.close();
  };
}

function summary(ms: readonly number[]): { p50: number; p99: number } {
  const sorted = ms.toSorted((a, b) => a - b);
  const at = (share: number) => round2(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { p50: at(0.5), p99: at(0.99) };
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
