import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KnowledgeBase } from './knowledge-base.ts';
import { readKnowledgeFiles, versionOf } from './read-files.ts';

/** Beside the installed packages: whoever may write there may change the program itself, so what is found there can be trusted. */
const SNAPSHOTS = join(import.meta.dirname, '../../node_modules/.cache/kyogi');

/**
 * The knowledge in `folder`, as `loadKnowledge` gives it. What was once found sound is kept in `snapshots` and taken from there while
 * neither a record nor the code that judges it changes, which spares parsing and checking everything at each start; where nothing can
 * be kept (a read-only installation) everything is read anew. Throws as `loadKnowledge` does.
 */
export async function openKnowledge(folder: string, snapshots: string = SNAPSHOTS): Promise<KnowledgeBase> {
  const files = readKnowledgeFiles(folder);
  const path = join(snapshots, `knowledge-${versionOf(files)}-${codeVersion()}.json`);
  const kept = readSnapshot(path);
  if (kept !== null) return kept;
  // Loaded only here: the schemas and rules, and the packages they stand on, take longer to load than the records.
  const { loadFiles } = await import('./load.ts');
  const knowledge = loadFiles(folder, files);
  keepSnapshot(snapshots, path, knowledge);
  return knowledge;
}

/** Changes with the code that reads and judges records, and with the packages it stands on, which `package.json` pins. */
function codeVersion(): string {
  const here = import.meta.dirname;
  const sources = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  const hash = createHash('sha256');
  for (const path of ['../../package.json', ...sources.sort()]) hash.update(readFileSync(join(here, path)));
  return hash.digest('hex').slice(0, 12);
}

/** The collections as lists: JSON has no maps. */
type Snapshot = { readonly [Name in keyof KnowledgeBase]: Listed<KnowledgeBase[Name]> };
type Listed<Value> = Value extends ReadonlyMap<string, infer Entry> ? readonly Entry[] : Value;

/** `null` when there is none that can be read. */
function readSnapshot(path: string): KnowledgeBase | null {
  let kept: Snapshot;
  try {
    // Written by keepSnapshot, under a name that changes with the records and the code.
    kept = JSON.parse(readFileSync(path, 'utf8')) as Snapshot;
  } catch {
    return null;
  }
  return {
    ...kept,
    frameworks: byId(kept.frameworks),
    people: byId(kept.people),
    topics: byId(kept.topics),
    documents: byId(kept.documents),
    administrations: byId(kept.administrations),
    countries: byId(kept.countries),
    sources: byId(kept.sources),
  };
}

const byId = <T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> =>
  new Map(entries.map((entry) => [entry.id, entry]));

/** Several records may be served by turns, as tests do; more than a few are left from edits. */
const MOST_KEPT = 4;

/** Keeps the newest few. A failure costs the next start its time and nothing else, so it is not told. */
function keepSnapshot(snapshots: string, path: string, knowledge: KnowledgeBase): void {
  const unfinished = `${path}.${process.pid}`;
  try {
    mkdirSync(snapshots, { recursive: true });
  } catch {
    return;
  }
  try {
    const text = JSON.stringify(knowledge, (_, value) => (value instanceof Map ? [...value.values()] : value));
    writeFileSync(unfinished, text, { mode: 0o600 });
    renameSync(unfinished, path);
    for (const old of namesByAge(snapshots).slice(MOST_KEPT)) rmSync(join(snapshots, old), { force: true });
  } catch {
    rmSync(unfinished, { force: true });
  }
}

/** Snapshots, newest first. */
function namesByAge(folder: string): string[] {
  const written = (name: string) => statSync(join(folder, name)).mtimeMs;
  return readdirSync(folder)
    .filter((name) => /^knowledge-[0-9a-f]+-[0-9a-f]+\.json$/.test(name))
    .map((name) => ({ name, at: written(name) }))
    .sort((a, b) => b.at - a.at)
    .map(({ name }) => name);
}
