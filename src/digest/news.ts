import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Consultation } from '../knowledge/schema.ts';
import type { PlainDate } from '../language/period.ts';

/** A record that is new, or was corrected, between two dates. */
export type News = { readonly consultation: Consultation; readonly kind: 'added' | 'corrected' };

/**
 * Records added or corrected after `since` and up to `date`, by the date they are about. A correction made in the same
 * stretch as the addition counts as the addition alone.
 */
export function newsBetween(
  consultations: readonly Consultation[],
  since: PlainDate | null | undefined,
  date: PlainDate,
): readonly News[] {
  if (since === null || since === undefined) return [];
  const within = (day: PlainDate | undefined) => day !== undefined && day > since && day <= date;
  return consultations.flatMap((consultation): News[] => {
    if (within(consultation.addedOn)) return [{ consultation, kind: 'added' }];
    if (within(consultation.revisedOn)) return [{ consultation, kind: 'corrected' }];
    return [];
  });
}

/**
 * The newest date, up to `date`, on which the record was added to or corrected: a channel that has seen this knowledge has
 * seen all of it up to then. It is not `date` itself, because a record dated today may be put in service tomorrow.
 */
export function newestChange(knowledge: Pick<KnowledgeBase, 'consultations'>, date: PlainDate): PlainDate | null {
  let newest: PlainDate | null = null;
  for (const { addedOn, revisedOn } of knowledge.consultations) {
    for (const day of [addedOn, revisedOn]) {
      if (day !== undefined && day <= date && (newest === null || day > newest)) newest = day;
    }
  }
  return newest;
}
