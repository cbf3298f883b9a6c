import { LRUCache } from 'lru-cache';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Store } from '../store/store.ts';
import { type SeenRecord, seenRecords } from './seen.ts';

/** Versions remembered; subscriptions are at one or two at a time. */
const mostVersions = 8;

type Seen = ReadonlyMap<string, SeenRecord> | undefined;

/** The records that each version of the knowledge held, from the store and remembered in this process. */
export function createRecordMemory(store: Pick<Store, 'saveSeenRecords' | 'loadSeenRecords'>) {
  const known = new LRUCache<string, Promise<Seen>>({ max: mostVersions });
  const remember = (version: string, records: Promise<Seen>) => {
    known.set(version, records);
    // A failed round trip is tried again by whoever asks next.
    records.catch(() => known.delete(version));
    return records;
  };
  let kept: string | undefined;

  return {
    seenRecords: (version: string) => known.get(version) ?? remember(version, store.loadSeenRecords(version)),
    async keepSeenRecords(knowledge: KnowledgeBase): Promise<void> {
      if (kept === knowledge.version) return;
      await store.saveSeenRecords(knowledge.version, seenRecords(knowledge));
      kept = knowledge.version;
    },
  };
}
