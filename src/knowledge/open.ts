import { codeVersion, SNAPSHOTS, snapshotAt } from '../snapshots.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import { readKnowledgeFiles, versionOf } from './read-files.ts';

/**
 * The knowledge in `folder`, as `loadKnowledge` gives it. What was once found sound is kept in `snapshots` and taken from there while
 * neither a record nor the code that judges it changes, which spares parsing and checking everything at each start; where nothing can
 * be kept (a read-only installation) everything is read anew. Throws as `loadKnowledge` does.
 */
export async function openKnowledge(folder: string, snapshots: string = SNAPSHOTS): Promise<KnowledgeBase> {
  const files = readKnowledgeFiles(folder);
  const snapshot = snapshotAt(snapshots, 'knowledge', `${versionOf(files)}-${codeVersion('knowledge')}`);
  const kept = revived(snapshot.read());
  if (kept !== null) return kept;
  // Loaded only here: the schemas and rules, and the packages they stand on, take longer to load than the records.
  const { loadFiles } = await import('./load.ts');
  const knowledge = loadFiles(folder, files);
  snapshot.keep(JSON.stringify(knowledge, (_, value) => (value instanceof Map ? [...value.values()] : value)));
  return knowledge;
}

/** The collections as lists: JSON has no maps. */
type Kept = { readonly [Name in keyof KnowledgeBase]: Listed<KnowledgeBase[Name]> };
type Listed<Value> = Value extends ReadonlyMap<string, infer Entry> ? readonly Entry[] : Value;

/** `null` for what is not there or damaged. */
function revived(text: string | undefined): KnowledgeBase | null {
  if (text === undefined) return null;
  let kept: Kept;
  try {
    // Written above, under a key that changes with the records and the code.
    kept = JSON.parse(text) as Kept;
  } catch {
    return null;
  }
  return {
    ...kept,
    frameworks: byId(kept.frameworks),
    people: byId(kept.people),
    posts: byId(kept.posts),
    titles: byId(kept.titles),
    topics: byId(kept.topics),
    documents: byId(kept.documents),
    administrations: byId(kept.administrations),
    countries: byId(kept.countries),
    groups: byId(kept.groups),
    places: byId(kept.places),
    words: byId(kept.words),
    readThrough: byId(kept.readThrough),
    sources: byId(kept.sources),
  };
}

const byId = <T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> =>
  new Map(entries.map((entry) => [entry.id, entry]));
