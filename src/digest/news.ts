import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Consultation } from '../knowledge/schema.ts';
import type { PlainDate } from '../time/period.ts';

/** A record that is new, or was corrected, between two dates. */
export type News = { readonly consultation: Consultation; readonly kind: 'added' | 'corrected' };

/**
 * Records added or corrected after `since` and up to `date`, by the date they are about. A correction made in the same
 * stretch as the addition counts as the addition alone. With `shown`, the records that were in the knowledge last time, a
 * record that is not among them is new even when its date is no later: it was put in service late.
 */
export function newsBetween(
  consultations: readonly Consultation[],
  since: PlainDate | null | undefined,
  date: PlainDate,
  shown?: ReadonlyMap<string, PlainDate>,
): readonly News[] {
  if (since === null || since === undefined) return [];
  return consultations.flatMap((consultation): News[] => {
    const changed = lastChange(consultation);
    if (changed > date) return [];
    const before = shown?.get(consultation.id);
    const known = shown === undefined ? changed <= since : before === changed && changed <= since;
    if (known) return [];
    const wasThere = shown === undefined ? consultation.addedOn <= since : before !== undefined && before <= since;
    return [{ consultation, kind: wasThere ? 'corrected' : 'added' }];
  });
}

/** Every record with the date of its last change. */
export function recordDates(knowledge: Pick<KnowledgeBase, 'consultations'>): ReadonlyMap<string, PlainDate> {
  return new Map(knowledge.consultations.map((each) => [each.id, lastChange(each)]));
}

function lastChange({ addedOn, revisedOn }: Consultation): PlainDate {
  return revisedOn !== undefined && revisedOn > addedOn ? revisedOn : addedOn;
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
