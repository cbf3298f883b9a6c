import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '../..');
const LAUNCH = 'node -r ./adapters/preload.cjs';
const names = z.record(z.string(), z.string());
const manifest = z
  .object({
    engines: names,
    scripts: names,
    dependencies: names,
    devDependencies: names,
    allowScripts: z.record(z.string(), z.unknown()),
  })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
const scripts = Object.entries(manifest.scripts);
const needed = /\d+/.exec(manifest.engines.node ?? '')?.[0];

describe('an installation without what a command needs', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kyogi-install-'));
    mkdirSync(join(folder, 'adapters'));
    for (const file of ['package.json', 'adapters/preload.cjs']) cpSync(join(root, file), join(folder, file));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function install(packages: Record<string, string>) {
    for (const name of Object.keys(packages)) mkdirSync(join(folder, 'node_modules', name), { recursive: true });
  }

  /** The line of a script, run as npm runs it: by a shell, in the project's folder. */
  function run(line: string, env: Record<string, string> = {}) {
    const path = [dirname(process.execPath), process.env.PATH].join(delimiter);
    const { status, stdout, stderr } = spawnSync(line, {
      shell: true,
      cwd: folder,
      env: { PATH: path, ...env },
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  }

  test.each(scripts)('npm run %s is checked before anything else', (_, line) => {
    expect(line.startsWith(`${LAUNCH} `)).toBe(true);
    expect(line).not.toMatch(/ (?:--import|-r|--require) (?!\.\/adapters\/preload\.cjs )/);
  });

  test.each(scripts)('npm run %s tells an older Node which one it needs and how to get it', (_, line) => {
    install({ ...manifest.dependencies, ...manifest.devDependencies });
    writeFileSync(join(folder, 'older.cjs'), "Object.defineProperty(process.versions, 'node', { value: '20.20.2' });");
    expect(run(line, { NODE_OPTIONS: '-r ./older.cjs' })).toEqual({
      status: 1,
      stdout: '',
      stderr:
        `Kyōgi needs Node ${needed} or newer and this is Node 20.20.2: run "npm ci --include=dev --ignore-scripts=false", ` +
        'which brings it, or install it from https://nodejs.org.\n',
    });
  });

  test.each(scripts)('npm run %s asks for npm ci before it was run', (_, line) => {
    expect(run(line)).toEqual({
      status: 1,
      stdout: '',
      stderr: 'The packages that Kyōgi uses are not all installed: run "npm ci".\n',
    });
  });

  test.each(scripts.filter(([, line]) => / (?:tests|node_modules)\//.test(line)))(
    'npm run %s asks for the development packages where they were left out',
    (_, line) => {
      install(manifest.dependencies);
      expect(run(line)).toEqual({
        status: 1,
        stdout: '',
        stderr: 'This command needs the development packages as well: run "npm ci --include=dev".\n',
      });
    },
  );

  test('what people run needs no development packages', () => {
    install(manifest.dependencies);
    mkdirSync(join(folder, 'tools'));
    writeFileSync(join(folder, 'tools/digest.ts'), "process.stdout.write('ran');");
    expect(run(manifest.scripts.digest ?? '')).toEqual({ status: 0, stdout: 'ran', stderr: '' });
  });
});

describe('the way the bot is started', () => {
  const start = `${LAUNCH} adapters/main.ts`;
  const text = (path: string) => readFileSync(join(root, path), 'utf8');

  test('is the same for npm start, the container and the unit', () => {
    expect(manifest.scripts.start).toBe(start);
    const command: unknown = JSON.parse(/^CMD (.*)$/m.exec(text('deploy/Containerfile'))?.[1] ?? '');
    expect(command).toEqual(start.split(' '));
    expect(/^ExecStart=(.*)$/m.exec(text('deploy/kyogi.service'))?.[1]).toBe(start);
  });
});

describe('what was compiled', () => {
  const preload = join(root, 'adapters/preload.cjs');
  let cache = '';
  beforeEach(() => {
    cache = mkdtempSync(join(tmpdir(), 'kyogi-cache-'));
  });
  afterEach(() => rmSync(cache, { recursive: true, force: true }));

  /** Where the process keeps compiled code, if anywhere. */
  function kept(env: Record<string, string>): string {
    const tell = "process.stdout.write(require('node:module').getCompileCacheDir() ?? 'nowhere')";
    const { stdout, stderr } = spawnSync(process.execPath, ['-r', preload, '-e', tell], { env, encoding: 'utf8' });
    expect(stderr).toBe('');
    return stdout;
  }

  test('is kept below XDG_CACHE_HOME, in a folder of its owner alone', () => {
    expect(kept({ XDG_CACHE_HOME: cache })).toMatch(`${cache}/kyogi/`);
    expect(statSync(join(cache, 'kyogi')).mode & 0o777).toBe(0o700);
  });

  test('is kept below ~/.cache where XDG_CACHE_HOME is absent or no absolute path', () => {
    expect(kept({ HOME: cache })).toMatch(`${cache}/.cache/kyogi/`);
    expect(kept({ HOME: cache, XDG_CACHE_HOME: 'here' })).toMatch(`${cache}/.cache/kyogi/`);
  });

  test('is not looked for where others may write', () => {
    mkdirSync(join(cache, 'kyogi'));
    chmodSync(join(cache, 'kyogi'), 0o777);
    expect(kept({ XDG_CACHE_HOME: cache })).toBe('nowhere');
  });

  test('is kept nowhere when there is a file in the place of the folder', () => {
    writeFileSync(join(cache, 'kyogi'), '');
    expect(kept({ XDG_CACHE_HOME: cache })).toBe('nowhere');
  });
});

describe('package-lock.json', () => {
  const lock = z
    .object({
      packages: z.record(
        z.string(),
        z.looseObject({ hasInstallScript: z.boolean().optional(), optional: z.boolean().optional() }),
      ),
    })
    .parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));

  test('names no registry', () => {
    expect(Object.entries(lock.packages).filter(([, one]) => 'resolved' in one)).toEqual([]);
  });

  test('holds no install script that npm would hold back', () => {
    const withScripts = Object.entries(lock.packages)
      .filter(([, one]) => one.hasInstallScript && !one.optional)
      .map(([path]) => path.replace(/^node_modules\//, ''));
    // npm 12 takes a name alone here: a version or a range beside it is ignored, and the script with it.
    expect(manifest.allowScripts).toEqual(Object.fromEntries(withScripts.map((name) => [name, true])));
  });
});
