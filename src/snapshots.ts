import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Beside the installed packages: whoever may write there may change the program itself, so what is found there can be trusted. */
export const SNAPSHOTS = join(import.meta.dirname, '../node_modules/.cache/kyogi');

/** Several records may be served by turns, as tests do; more than a few are left from edits. */
const MOST_KEPT = 4;

/**
 * What was worked out once and is kept in `folder` for the next start: one text for a `name` and a `key`, which must change with
 * everything that the text depends on. A text that cannot be kept or read costs the next start its time and nothing else.
 */
export type Snapshot = { read(): string | undefined; keep(text: string): void };

export function snapshotAt(folder: string, name: string, key: string): Snapshot {
  const path = join(folder, `${name}-${key}.json`);
  return {
    read() {
      try {
        return readFileSync(path, 'utf8');
      } catch {
        return undefined;
      }
    },
    keep(text) {
      const unfinished = `${path}.${process.pid}`;
      try {
        mkdirSync(folder, { recursive: true });
      } catch {
        return;
      }
      try {
        writeFileSync(unfinished, text, { mode: 0o600 });
        renameSync(unfinished, path);
        for (const old of oldest(folder, name)) rmSync(join(folder, old), { force: true });
      } catch {
        rmSync(unfinished, { force: true });
      }
    },
  };
}

/** Changes with the code in `folders` of `src/`, and with the packages it stands on, which `package.json` pins. */
export function codeVersion(...folders: readonly string[]): string {
  const here = import.meta.dirname;
  const sources = folders.flatMap((folder) =>
    readdirSync(join(here, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .sort()
      .map((path) => join(folder, path)),
  );
  const hash = createHash('sha256');
  for (const path of ['../package.json', ...sources]) hash.update(readFileSync(join(here, path)));
  return hash.digest('hex').slice(0, 12);
}

/** All but the newest few of a name. */
function oldest(folder: string, name: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.startsWith(`${name}-`) && file.endsWith('.json'))
    .map((file) => ({ file, at: statSync(join(folder, file)).mtimeMs }))
    .sort((a, b) => b.at - a.at)
    .slice(MOST_KEPT)
    .map(({ file }) => file);
}
