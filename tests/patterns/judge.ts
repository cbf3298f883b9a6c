import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import recheck from 'recheck';
import type { Pattern } from './collect.ts';

/** Patterns found linear once need not be looked at again: deleting the file is harmless. */
const known = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'kyogi/linear-patterns.json');
const AT_ONCE = 2;

/** What is wrong with each pattern whose work grows faster than the text it is tried on; empty when nothing is. */
export async function faultsOf(patterns: readonly Pattern[]): Promise<string[]> {
  const linear = readKnown();
  const waiting = patterns.filter((pattern) => !linear.has(keyOf(pattern)));
  const faults: string[] = [];
  const work = async () => {
    for (let pattern = waiting.shift(); pattern !== undefined; pattern = waiting.shift()) {
      const fault = await faultOf(pattern);
      if (fault === undefined) linear.add(keyOf(pattern));
      else faults.push(`${pattern.place} /${pattern.source}/${pattern.flags}: ${fault}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await mkdir(dirname(known), { recursive: true });
  await writeFile(known, JSON.stringify([...linear].sort(), null, 1));
  return faults;
}

/** @returns `undefined` for a pattern that takes linear time. */
export async function faultOf({ source, flags }: Omit<Pattern, 'place'>): Promise<string | undefined> {
  // Whoever uses a sticky pattern tries it at one place after another, so it must be linear when searched for.
  const searched = flags.replace('y', '');
  const found = await recheck.check(source, searched, { timeout: 60_000 });
  if (found.status === 'safe') return undefined;
  if (found.status === 'unknown') return `cannot be judged (${found.error.kind})`;
  // The automaton proves what it says. The other checker takes what is slow on its own machine for super-linear: the engine has the word.
  if (found.checker === 'fuzz' && !isSlow(new RegExp(source, `${searched.replace('g', '')}g`), found.attack))
    return undefined;
  return `${found.complexity.summary}, as ${found.attack.pattern} shows`;
}

type Attack = {
  readonly pumps: readonly { readonly prefix: string; readonly pump: string; readonly bias: number }[];
  readonly suffix: string;
};

const LONGEST = 20_000;
const MOST_MS = 100;

/** Pumps step by step, so that an exponential pattern is known before it hangs. */
function isSlow(pattern: RegExp, { pumps, suffix }: Attack): boolean {
  for (let times = 1; ; times = Math.max(times + 1, Math.round(times * 1.3))) {
    const pumped = pumps.map(({ prefix, pump, bias }) => prefix + pump.repeat(Math.max(0, times + bias)));
    const text = pumped.join('') + suffix;
    if (text.length > LONGEST) return false;
    // The best of three: the machine may be busy with something else.
    if ([1, 2, 3].every(() => millisecondsOver(pattern, text) > MOST_MS)) return true;
  }
}

function millisecondsOver(pattern: RegExp, text: string): number {
  const before = performance.now();
  text.replace(pattern, '');
  return performance.now() - before;
}

function keyOf({ source, flags }: Pattern): string {
  return `/${source}/${flags}`;
}

function readKnown(): Set<string> {
  try {
    return new Set(JSON.parse(readFileSync(known, 'utf8')) as string[]);
  } catch {
    return new Set();
  }
}
