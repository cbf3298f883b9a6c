import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Client, Events, GatewayIntentBits } from 'discord.js';
import { createDiscordAdapter } from '../../adapters/discord/index.ts';
import { openStore } from '../../src/store/open.ts';
import { benchDesk, distinctQuestions, popularQuestions } from './discord-desk.ts';

/**
 * Time from event to first response over 1,000 interactions at concurrency 20, beside a bare discord.js bot that echoes the
 * question, in turns within one run: once with questions that many people ask, once with no question twice. The desk, the
 * records and the database are the real ones. Prints one JSON object; times in milliseconds.
 * `node tests/bench/discord.ts [rounds]`, default 3.
 */
const TOTAL = 1_000;
const CONCURRENCY = 20;
const rounds = Number(process.argv[2] ?? 3);

type Loaded = { ms: number[]; violations: string[]; error?: string };

const worker = new Worker(new URL('./discord-load.ts', import.meta.url));
const [{ apiUrl, token }] = await once(worker, 'message');
const folder = await mkdtemp(join(tmpdir(), 'kyogi-bench-'));
const scenarios = {
  echo: popularQuestions(),
  popular: popularQuestions(),
  distinct: distinctQuestions(),
} as const;
type Scenario = keyof typeof scenarios;
const desk = benchDesk();
const samples: Record<Scenario, number[]> = { echo: [], popular: [], distinct: [] };

for (let round = 0; round <= rounds; round += 1) {
  for (const name of ['echo', 'popular', 'distinct'] as const) {
    const stop = name === 'echo' ? await startEcho() : await startKyogi(`${name}-${round}`);
    const ms = await load(scenarios[name]);
    await stop();
    // The first round warms up the machine, the JIT and the file system, for both alike.
    if (round > 0) samples[name].push(...ms);
  }
}
await worker.terminate();
await rm(folder, { recursive: true, force: true });

const echo = summary(samples.echo);
const popular = summary(samples.popular);
const distinct = summary(samples.distinct);
console.log(
  JSON.stringify({
    interactions: TOTAL * rounds,
    concurrency: CONCURRENCY,
    echo,
    popular: { ...popular, ratio: ratio(popular) },
    distinct: { ...distinct, ratio: ratio(distinct) },
  }),
);

function ratio(of: { p50: number; p99: number }): { p50: number; p99: number } {
  return { p50: round2(of.p50 / echo.p50), p99: round2(of.p99 / echo.p99) };
}

async function load(questions: readonly string[]): Promise<number[]> {
  worker.postMessage({ questions, total: TOTAL, concurrency: CONCURRENCY });
  const [loaded]: Loaded[] = await once(worker, 'message');
  if (loaded === undefined || loaded.error !== undefined || loaded.violations.length > 0) {
    throw new Error(`The load failed: ${loaded?.error ?? loaded?.violations.join('; ')}`);
  }
  return loaded.ms;
}

async function startEcho(): Promise<() => Promise<void>> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    rest: { api: apiUrl },
  });
  client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply(interaction.options.getString('question', true));
  });
  const ready = once(client, Events.ClientReady);
  await client.login(token);
  await ready;
  return () => client.destroy();
}

async function startKyogi(name: string): Promise<() => Promise<void>> {
  const store = await openStore(`sqlite:${join(folder, `${name}.sqlite`)}`);
  const quiet = () => {};
  const warn = (facts: object, sentence: string) => console.error(sentence, facts);
  const adapter = createDiscordAdapter({
    token,
    apiUrl,
    shards: 'auto',
    register: false,
    desk: () => desk,
    store,
    clock: () => Temporal.Now.instant(),
    zone: 'Asia/Tokyo',
    fallbackLanguage: 'en',
    log: { debug: quiet, info: quiet, warn, error: warn },
    keepText: false,
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
