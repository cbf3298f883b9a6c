import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Client, Events, GatewayIntentBits } from 'discord.js';
import { createDiscordAdapter } from '../../adapters/discord/index.ts';
import { openStore } from '../../src/store/open.ts';
import { benchDesk, distinctQuestions, popularQuestions } from './discord-desk.ts';
import type { Load } from './discord-load.ts';

/**
 * Time from event to first response over 1,000 interactions at concurrency 20, beside a bare discord.js bot that echoes the
 * question. The bots take turns of 250 in one run, so that what else the machine does meets all alike: once with questions
 * that many people ask, once with no question twice. The desk, the records and the database are the real ones. Prints one
 * JSON object; times in milliseconds. `node tests/bench/discord.ts [rounds]`, default 1 round of 1,000.
 */
const TOTAL = 1_000;
const TURN = 250;
const CONCURRENCY = 20;
const rounds = Number(process.argv[2] ?? 1);

const scenarios = { echo: popularQuestions(), popular: popularQuestions(), distinct: distinctQuestions() } as const;
type Scenario = keyof typeof scenarios;
const names: readonly Scenario[] = ['echo', 'popular', 'distinct'];
type Bot = { readonly idle: () => Promise<void>; readonly stop: () => Promise<void> };

const worker = new Worker(new URL('./discord-load.ts', import.meta.url), { workerData: { bots: names } });
const [servers]: { apiUrl: string; token: string }[][] = await once(worker, 'message');
const folder = await mkdtemp(join(tmpdir(), 'kyogi-bench-'));
const desk = benchDesk();
const samples: Record<Scenario, number[]> = { echo: [], popular: [], distinct: [] };
const bots: Bot[] = [];
for (const [index, name] of names.entries()) {
  const server = servers?.[index];
  if (server === undefined) throw new Error('The load thread started too few servers.');
  bots.push(name === 'echo' ? await startEcho(server) : await startKyogi(name, server));
}

// A first turn warms up the machine, the JIT and the file system, for all alike.
const turns = (TOTAL * rounds) / TURN;
for (let turn = -1; turn < turns; turn += 1) {
  for (const [index, name] of names.entries()) {
    const ms = await load({ bot: index, questions: scenarios[name], first: (turn + 1) * TURN, total: TURN });
    await bots[index]?.idle();
    if (turn >= 0) samples[name].push(...ms);
  }
}
for (const bot of bots) await bot.stop();
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

async function load(request: Omit<Load, 'concurrency'>): Promise<number[]> {
  worker.postMessage({ ...request, concurrency: CONCURRENCY });
  const [loaded]: { ms: number[]; violations: string[]; error?: string }[] = await once(worker, 'message');
  if (loaded === undefined || loaded.error !== undefined || loaded.violations.length > 0) {
    throw new Error(`The load failed: ${loaded?.error ?? loaded?.violations.join('; ')}`);
  }
  return loaded.ms;
}

async function startEcho({ apiUrl, token }: { apiUrl: string; token: string }): Promise<Bot> {
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
  return { idle: async () => {}, stop: () => client.destroy() };
}

async function startKyogi(name: string, { apiUrl, token }: { apiUrl: string; token: string }): Promise<Bot> {
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
  return {
    idle: () => adapter.idle(),
    stop: async () => {
      await adapter.stop();
      await store.close();
    },
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
