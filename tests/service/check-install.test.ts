import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '../..');
const PRELOAD = 'node -r ./adapters/check-install.cjs ';
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
    for (const file of ['package.json', 'adapters/check-install.cjs']) cpSync(join(root, file), join(folder, file));
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
    expect(line.startsWith(PRELOAD)).toBe(true);
    expect(line).not.toContain('--import');
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
