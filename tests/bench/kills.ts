import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { command, optionsOf } from '../../src/command-line/command.ts';
import { wholeNumber } from '../../src/command-line/options.ts';
import type { Platform } from '../../src/digest/subscription.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { subscriptionOf } from '../digest/delivery-fixture.ts';
import { type LocalPlatform, startLocalPlatform } from '../digest/local-platform.ts';
import { TEAM } from '../slack/server/slack-server.ts';
import { postgresMissing, startPostgres } from '../store/postgres-server.ts';
import type { KillsOrder } from './kills-process.ts';

const values = await optionsOf(
  command(
    'bench:kills',
    `Digests fall due in every round, half of them in several messages, and processes are killed at random amid their requests and
started again. Prints a JSON line for each number of processes and platform. Exit status 1 when a digest is missing, doubled or partial.`,
  )
    .option('--rounds <n>', 'rounds', wholeNumber('--rounds', 1, 10_000), 50)
    .option('--processes <counts>', 'numbers of processes, separated by commas', '1,4')
    .option('--seed <n>', 'repeats a run', wholeNumber('--seed', 0, 999_999_999), Date.now() % 1_000_000)
    .option('--rate <n>', 'how many times faster than the real one the clock goes', wholeNumber('--rate', 1, 1000), 6),
);
const platforms: readonly Platform[] = ['discord', 'slack'];
/** On each platform and in each round; every other one takes several messages. */
const EACH = 6;
const MOST_KILLS = 3;
/** A round waits for its digests this long, milliseconds of the real clock. */
const ROUND_MS = 150_000;
const program = new URL('kills-process.ts', import.meta.url).pathname;

type Sub = { readonly id: string; readonly platform: Platform; readonly channel: string; readonly long: boolean };
type Tally = { once: number; missing: number; doubled: number; partial: number };

const random = seeded(values.seed);
let wrong = 0;
for (const processes of values.processes.split(',').map(Number)) wrong += await run(processes, values.rounds);
process.exitCode = wrong === 0 ? 0 : 1;

async function run(processes: number, rounds: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'kyogi-kills-'));
  const missing = postgresMissing();
  if (processes > 1 && missing !== undefined) throw new Error(missing);
  const postgres = processes > 1 ? await startPostgres() : undefined;
  const databaseUrl = (await postgres?.freshUrl()) ?? `sqlite:${join(folder, 'kyogi.sqlite')}`;
  const since = Date.now();
  const start = Temporal.Instant.from('2026-03-30T00:00:00Z').epochMilliseconds;
  const { rate } = values;
  const now = () => Math.round(start + (Date.now() - since) * rate);
  const servers = new Map<Platform, LocalPlatform>();
  for (const platform of platforms) servers.set(platform, await startLocalPlatform(platform, { now }));
  const addresses = [...servers.values()].map(({ platform, apiUrl }) => ({ platform, apiUrl }));
  const store = await openStore(databaseUrl, { process: 'beside' });

  const live = new Map<number, ChildProcess>();
  async function launch(index: number): Promise<void> {
    const owner = processes === 1 ? 'alone' : `process${index}-${Math.floor(random() * 1e9)}`;
    const order: KillsOrder = { databaseUrl, platforms: addresses, owner, start, since, rate };
    const child = spawn(process.execPath, [program, JSON.stringify(order)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'kyogi-test-compile-cache') },
    });
    live.set(index, child);
    // It may be killed before it runs.
    await Promise.race([once(child.stdout, 'data'), once(child, 'close')]);
  }
  let kills = 0;
  let left = 0;
  const starting = new Set<Promise<void>>();
  for (const server of servers.values()) {
    server.interruptWith(() => {
      if (left === 0 || random() > 0.12) return;
      const index = Math.floor(random() * processes);
      const victim = live.get(index);
      if (victim === undefined) return;
      left -= 1;
      kills += 1;
      live.delete(index);
      victim.kill('SIGKILL');
      const restarted = once(victim, 'close').then(async () => {
        await sleep(random() * 500);
        await launch(index);
      });
      starting.add(restarted);
      restarted.finally(() => starting.delete(restarted));
    });
  }
  await Promise.all(Array.from({ length: processes }, (_, index) => launch(index)));

  const all: Sub[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const subs = await order(store, servers, round);
    all.push(...subs);
    left = 1 + Math.floor(random() * MOST_KILLS);
    const end = performance.now() + ROUND_MS;
    while (performance.now() < end && !(await settled(store, subs))) await sleep(250);
    left = 0;
    await Promise.all(starting);
    while (performance.now() < end && !(await settled(store, subs))) await sleep(250);
    const so = platforms.map((each) =>
      tallyOf(
        servers.get(each),
        all.filter(({ platform }) => platform === each),
      ),
    );
    process.stderr.write(`${JSON.stringify({ processes, round: round + 1, kills, discord: so[0], slack: so[1] })}\n`);
  }
  let faults = 0;
  for (const platform of platforms) {
    const tally = tallyOf(
      servers.get(platform),
      all.filter((sub) => sub.platform === platform),
    );
    faults += tally.missing + tally.doubled + tally.partial;
    const database = postgres === undefined ? 'sqlite' : 'postgres';
    process.stdout.write(
      `${JSON.stringify({ platform, processes, database, rounds, kills, seed: values.seed, ...tally })}\n`,
    );
  }
  for (const child of live.values()) {
    child.kill('SIGKILL');
    await once(child, 'close');
  }
  await store.close();
  for (const server of servers.values()) await server.stop();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
  return faults;
}

/** Digests that are due at once, in channels of their own. */
async function order(store: Store, servers: ReadonlyMap<Platform, LocalPlatform>, round: number): Promise<Sub[]> {
  const subs: Sub[] = [];
  for (const [platform, server] of servers) {
    for (let index = 0; index < EACH; index += 1) {
      const sub = { id: `${platform}-${round}-${index}`, platform, channel: server.channel(), long: index % 2 === 1 };
      const { id, channel, long } = sub;
      await store.addSubscription(
        subscriptionOf({ id, platform, channel, workspace: TEAM, language: long ? 'both' : 'en' }),
      );
      subs.push(sub);
    }
  }
  return subs;
}

async function settled(store: Store, subs: readonly Sub[]): Promise<boolean> {
  const rows = await store.listDeliveries({ state: 'sent' });
  const sent = new Set(rows.map(({ subscription }) => subscription));
  return subs.every(({ id }) => sent.has(id));
}

/** What the channels hold: every message by its key. What an undisturbed long digest takes is what most of them took. */
function tallyOf(server: LocalPlatform | undefined, subs: readonly Sub[]): Tally & { messages: number } {
  const keys = new Map<string, string[]>();
  for (const { channel, key } of server?.messages() ?? []) keys.set(channel, [...(keys.get(channel) ?? []), key]);
  const whole = { long: 0, short: 1 };
  for (const { channel, long } of subs) {
    if (long) whole.long = Math.max(whole.long, new Set(keys.get(channel)).size);
  }
  const tally = { once: 0, missing: 0, doubled: 0, partial: 0 };
  let messages = 0;
  for (const { channel, long } of subs) {
    const found = keys.get(channel) ?? [];
    const distinct = new Set(found).size;
    messages += found.length;
    if (found.length > distinct) tally.doubled += 1;
    else if (distinct === 0) tally.missing += 1;
    else if (distinct < (long ? whole.long : whole.short)) tally.partial += 1;
    else tally.once += 1;
  }
  return { ...tally, messages };
}

/** Numbers in [0, 1) that repeat with their seed. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
