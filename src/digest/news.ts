import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Consultation } from '../knowledge/schema.ts';
import type { Language } from '../text/language.ts';
import type { PlainDate } from '../time/period.ts';
import { type Difference, differencesOf } from './differences.ts';
import { lastChange, type SeenRecord } from './seen.ts';

/** A record that is new, or was corrected, between two dates. `differences` are absent where nothing is known of how it was. */
export type News =
  | { readonly consultation: Consultation; readonly kind: 'added' }
  | {
      readonly consultation: Consultation;
      readonly kind: 'corrected';
      readonly differences?: readonly Difference[];
    };

/**
 * Records added or corrected after `since` and up to `date`, by the date they are about. A correction made in the same
 * stretch as the addition counts as the addition alone. With `shown`, the records that were in the knowledge last time, a
 * record that is not among them is new even when its date is no later: it was put in service late. A correction that changes nothing
 * for a reader of the language is none.
 */
export function newsBetween(
  consultations: readonly Consultation[],
  language: Language,
  since: PlainDate | null | undefined,
  date: PlainDate,
  shown?: ReadonlyMap<string, SeenRecord>,
): readonly News[] {
  if (since === null || since === undefined) return [];
  return consultations.flatMap((consultation): News[] => {
    const changed = lastChange(consultation);
    if (changed > date) return [];
    const before = shown?.get(consultation.id);
    const known = shown === undefined ? changed <= since : before?.changed === changed && changed <= since;
    if (known) return [];
    const wasThere =
      shown === undefined ? consultation.addedOn <= since : before !== undefined && before.changed <= since;
    if (!wasThere) return [{ consultation, kind: 'added' }];
    if (before?.facts === undefined) return [{ consultation, kind: 'corrected' }];
    const differences = differencesOf(before.facts, consultation, language);
    return differences.length === 0 ? [] : [{ consultation, kind: 'corrected', differences }];
  });
}

/**
 * The newest date, up to `date`, on which the record was added to or corrected: a channel that has seen this knowledge has
 * seen all of it up to then. It is not `date` itself, because a record dated today may be put in service tomorrow.
 */
export function newestChange(knowledge: Pick<KnowledgeBase, 'consultations'>, date: PlainDate): PlainDate | null {
  let newest: PlainDate | null = null;
  for (const consultation of knowledge.consultations) {
    const day = lastChange(consultation);
    if (day <= date && (newest === null || day > newest)) newest = day;
  }
  return newest;
}
