import { LRUCache } from 'lru-cache';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Store } from '../store/store.ts';
import type { PlainDate } from '../time/period.ts';
import { recordDates } from './news.ts';

/** Versions remembered; subscriptions are at one or two at a time. */
const mostVersions = 8;

/** Which records each version of the knowledge held, from the store and remembered in this process. */
export function createRecordMemory(store: Pick<Store, 'saveRecordDates' | 'loadRecordDates'>) {
  const known = new LRUCache<string, Promise<ReadonlyMap<string, PlainDate> | undefined>>({ max: mostVersions });
  const remember = (version: string, dates: Promise<ReadonlyMap<string, PlainDate> | undefined>) => {
    known.set(version, dates);
    // A failed round trip is tried again by whoever asks next.
    dates.catch(() => known.delete(version));
    return dates;
  };
  let kept: string | undefined;

  return {
    recordDates: (version: string) => known.get(version) ?? remember(version, store.loadRecordDates(version)),
    async keepRecordDates(knowledge: KnowledgeBase): Promise<void> {
      if (kept === knowledge.version) return;
      await store.saveRecordDates(knowledge.version, recordDates(knowledge));
      kept = knowledge.version;
    },
  };
}
