import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  'style.css': 'text/css; charset=utf-8',
  'complete.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
};

export type Asset = { readonly body: string; readonly type: string };

/** The files that pages refer to, by name. */
export function readAssets(): ReadonlyMap<string, Asset> {
  return new Map(
    Object.entries(TYPES).map(([name, type]) => [
      name,
      { type, body: readFileSync(join(import.meta.dirname, 'assets', name), 'utf8') },
    ]),
  );
}

/** Changes with any of the files. */
export function assetsVersionOf(assets: ReadonlyMap<string, Asset>): string {
  const hash = createHash('sha256');
  for (const [name, { body }] of assets) hash.update(name).update(body);
  return hash.digest('hex').slice(0, 10);
}

/** Changes with the code that pages are made by and the packages that it stands on, so that a browser asks again after an upgrade. */
export function pagesVersion(): string {
  const root = join(import.meta.dirname, '../..');
  const hash = createHash('sha256').update(readFileSync(join(root, 'package.json')));
  for (const folder of ['src', 'adapters/web'])
    for (const path of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort())
      if (/\.(?:ts|yaml|txt)$/.test(path)) hash.update(path).update(readFileSync(join(root, folder, path)));
  return hash.digest('hex').slice(0, 12);
}
