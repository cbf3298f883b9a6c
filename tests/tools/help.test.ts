import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

const root = resolve(import.meta.dirname, '../..');

/** Scripts that run a program of ours; the others hand over to TypeScript, Biome and Vitest. */
const own = Object.entries(manifest.scripts).flatMap(([script, line]) => {
  const entry = line.split(' ').find((word) => word.endsWith('.ts'));
  return entry === undefined ? [] : [{ script, entry }];
});

class Ended extends Error {}

/** Runs an entry point in this process with arguments of its own, as far as it goes. */
async function run(entry: string, ...args: string[]) {
  let out = '';
  let err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text);
    return true;
  });
  vi.spyOn(process, 'exit').mockImplementation(() => {
    throw new Ended();
  });
  process.argv = ['node', resolve(root, entry), ...args];
  process.exitCode = undefined;
  await import(/* @vite-ignore */ `${resolve(root, entry)}?${args.join()}`).catch((error: unknown) => {
    if (!(error instanceof Ended)) throw error;
  });
  return { code: process.exitCode ?? 0, out, err };
}

describe('every command', () => {
  const { argv } = process;
  beforeEach(() => {
    // Whoever reads the configuration at `--help` fails.
    vi.stubEnv('DEFAULT_LANGUAGE', 'nonsense');
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    process.argv = argv;
    process.exitCode = undefined;
  });

  test.each(own)('$script --help prints how it is called, and does nothing else', async ({ script, entry }) => {
    const { code, out, err } = await run(entry, '--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(new RegExp(`^Usage: npm run (?:--silent )?${script} -- `));
    expect(out).toContain('-h, --help');
    expect(out.trimEnd().split('\n').length).toBeLessThan(40);
  });

  test.each(own)('$script refuses an option that it does not have', async ({ entry }) => {
    const { code, out, err } = await run(entry, '--hepl');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^Unknown option '--hepl'\n\(Did you mean --help\?\)\n\nUsage: /);
  });
});

test('the README names every command', () => {
  const readme = readFileSync(resolve(root, 'README.md'), 'utf8');
  const names = [...readme.matchAll(/`(?:npm (?:run )?)?([a-z:-]+)`/g)].map(([, name]) => name);
  const missing = own.map(({ script }) => script).filter((script) => !names.includes(script));
  expect(missing).toEqual([]);
});
