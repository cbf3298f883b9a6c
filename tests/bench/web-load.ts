import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Option } from '@commander-js/extra-typings';
import { command, optionsOf } from '../../src/command-line/command.ts';
import { wholeNumber } from '../../src/command-line/options.ts';
import { openRoom, realDesk } from '../web/harness.ts';

const values = await optionsOf(
  command(
    'bench:web',
    `Loads the reading room with mixed pages and data at a steady rate, and a server that says "hello" at the same rate in the same
run, each in a process of its own. Prints p50, p99 and processor time of both and their ratio. Exit status 1 when p99 is over 100 ms.`,
  )
    .option('--rate <n>', 'requests a second', wholeNumber('--rate', 1, 10_000), 200)
    .option('--seconds <n>', 'how long', wholeNumber('--seconds', 1, 3600), 20)
    .addOption(new Option('--serve <what>').hideHelp()),
);
const MOST_MS = 100;

if (values.serve !== undefined) await serve(values.serve);
else await measure(values.rate, values.seconds);

/** In the child: listens, and tells the port; then, asked, the processor time it took so far, in microseconds. */
async function serve(what: string): Promise<void> {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.(user + system);
  });
  if (what === 'room') {
    const { desk, url } = await openRoom();
    // As the service does once it is up.
    desk.warm?.().forEach(() => {});
    process.send?.(Number(new URL(url).port));
    return;
  }
  const server = createServer((_request, response) => response.end('hello'));
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
}

async function measure(rate: number, seconds: number): Promise<void> {
  const paths = await mixed();
  const [hello, room] = await Promise.all([started('hello'), started('room')]);
  try {
    // A service is up for days: a tenth of the addresses is asked for before, one after the other. The rest are made under load.
    for (const path of paths.filter((_, at) => at % 10 === 0)) {
      await (await fetch(`http://127.0.0.1:${room.port}${path}`)).arrayBuffer();
    }
    // By turns, so that whatever else the machine does falls on both.
    const results = { hello: [] as number[], room: [] as number[] };
    const turns = 4;
    const before = [await cpuOf(hello.child), await cpuOf(room.child)];
    for (let turn = 0; turn < turns; turn += 1) {
      results.hello.push(...(await load(hello.port, paths, rate, seconds / turns)));
      results.room.push(...(await load(room.port, paths, rate, seconds / turns)));
    }
    const [plain, pages] = [told(results.hello), told(results.room)];
    console.log(`${rate} requests/s, ${paths.length} addresses in turn, ${seconds} s each`);
    console.log(
      `hello         p50 ${ms(plain.p50)}  p99 ${ms(plain.p99)}  most ${ms(plain.most)}  (${results.hello.length})`,
    );
    console.log(
      `reading room  p50 ${ms(pages.p50)}  p99 ${ms(pages.p99)}  most ${ms(pages.most)}  (${results.room.length})`,
    );
    const cpu = [await cpuOf(hello.child), await cpuOf(room.child)];
    const each = [results.hello, results.room].map(
      ({ length }, at) => ((cpu[at] ?? 0) - (before[at] ?? 0)) / 1000 / length,
    );
    console.log(`processor     hello ${each[0]?.toFixed(2)} ms a request, reading room ${each[1]?.toFixed(2)} ms`);
    console.log(`ratio         p50 ${(pages.p50 / plain.p50).toFixed(1)}  p99 ${(pages.p99 / plain.p99).toFixed(1)}`);
    process.exitCode = pages.p99 <= MOST_MS ? 0 : 1;
  } finally {
    for (const { child } of [hello, room]) child.kill();
  }
}

/** Pages of every kind in both languages, data, feeds, and questions that nobody asked before. */
async function mixed(): Promise<readonly string[]> {
  const { consultations, frameworks, people, topics } = realDesk().knowledge();
  const entries = [
    ...consultations.map(({ id }) => `consultations/${id}`),
    ...[...frameworks.keys()].map((id) => `frameworks/${id}`),
    ...[...people.keys()].map((id) => `people/${id}`),
    ...[...topics.keys()].map((id) => `topics/${id}`),
  ];
  const lists = [
    '',
    'consultations',
    'consultations?framework=scc',
    'about',
    'people',
    'topics',
    'periods/2025',
    'on-this-day',
  ];
  const data = ['consultations.json', 'frameworks/scc.csv', 'topics/taiwan-strait.atom', 'frameworks/scc.ics'];
  const both = [...entries, ...lists, ...data].flatMap((path) => [`/en/${path}`, `/ja/${path}`]);
  const asks = [...topics.values()].map(({ labels }, at) =>
    at % 2 === 0
      ? `/en/ask?q=${encodeURIComponent(`what was agreed on ${labels.en} in 2024`)}`
      : `/api/ask?q=${encodeURIComponent(`${labels.ja}について何を一致した`)}`,
  );
  // In an order that repeats in every run and mixes the kinds.
  return [...both, ...asks]
    .map((path, at) => ({ path, at: (at * 7919) % 1009 }))
    .sort((a, b) => a.at - b.at)
    .map(({ path }) => path);
}

async function started(what: string): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(import.meta.filename, ['--serve', what], { execArgv: [] });
  const [port] = await once(child, 'message');
  return { child, port: Number(port) };
}

async function cpuOf(child: ChildProcess): Promise<number> {
  child.send('cpu');
  const [cpu] = await once(child, 'message');
  return Number(cpu);
}

/** Sends at the rate whatever becomes of the requests before, as visitors do. Times are from when a request was due. */
async function load(port: number, paths: readonly string[], rate: number, seconds: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const times: number[] = [];
  const under: Promise<void>[] = [];
  const start = performance.now();
  for (let n = 0; n < rate * seconds; n += 1) {
    const due = start + (n * 1000) / rate;
    const wait = due - performance.now();
    if (wait > 1) await new Promise((next) => setTimeout(next, wait));
    under.push(
      new Promise((done, fail) => {
        get({ port, host: '127.0.0.1', path: paths[n % paths.length] ?? '/', agent }, (response) => {
          if ((response.statusCode ?? 500) >= 400) fail(new Error(`${response.statusCode} ${paths[n % paths.length]}`));
          response.resume().on('end', () => {
            times.push(performance.now() - due);
            done();
          });
        }).on('error', fail);
      }),
    );
  }
  await Promise.all(under);
  agent.destroy();
  return times;
}

function told(times: readonly number[]) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), most: at(1) };
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`.padStart(9);
}
