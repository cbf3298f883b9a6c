import type { Consultation, Outcome } from '../knowledge/schema.ts';
import type { Bilingual, Language } from '../text/language.ts';
import { factsOf, type RecordFacts, type SeenOutcome } from './seen.ts';

/** What became different in a record, as a reader of one language sees it. `null` stands for a fact that was, or is, not known. */
export type Difference =
  | { readonly of: 'date' | 'framework'; readonly from: string; readonly to: string }
  | { readonly of: 'title'; readonly from: Bilingual; readonly to: Bilingual }
  | { readonly of: 'place'; readonly from: Bilingual | null; readonly to: Bilingual | null }
  | { readonly of: 'format'; readonly from: RecordFacts['format']; readonly to: RecordFacts['format'] }
  | { readonly of: 'minutes'; readonly from: number | null; readonly to: number | null }
  | { readonly of: 'people'; readonly added: readonly string[]; readonly removed: readonly string[] }
  | { readonly of: 'offices' }
  | { readonly of: 'added' | 'reworded'; readonly outcomes: readonly Outcome[] }
  | { readonly of: 'removed'; readonly count: number }
  | { readonly of: 'sources' };

/** How a record differs from what was seen of it, in the order in which it is told; nothing where only the other language changed. */
export function differencesOf(before: RecordFacts, record: Consultation, language: Language): readonly Difference[] {
  const now = factsOf(record);
  const found: Difference[] = [];
  if (before.title[language] !== now.title[language]) found.push({ of: 'title', from: before.title, to: now.title });
  if (before.date !== now.date) found.push({ of: 'date', from: before.date, to: now.date });
  if (before.framework !== now.framework) found.push({ of: 'framework', from: before.framework, to: now.framework });
  if (before.format !== now.format) found.push({ of: 'format', from: before.format, to: now.format });
  if (before.place?.[language] !== now.place?.[language])
    found.push({ of: 'place', from: before.place, to: now.place });
  if (before.minutes !== now.minutes) found.push({ of: 'minutes', from: before.minutes, to: now.minutes });
  found.push(...peopleOf(before.people, now.people), ...outcomesOf(before.outcomes, record, now.outcomes, language));
  // Which page says it is worth a line only where nothing else changed.
  return found.length === 0 && before.rest !== now.rest ? [{ of: 'sources' }] : found;
}

function peopleOf(before: RecordFacts['people'], now: RecordFacts['people']): Difference[] {
  const had = new Map(before);
  const has = new Map(now);
  const added = [...has.keys()].filter((person) => !had.has(person));
  const removed = [...had.keys()].filter((person) => !has.has(person));
  const isOfficeChanged = [...has].some(([person, office]) => had.has(person) && had.get(person) !== office);
  return [
    ...(added.length + removed.length === 0 ? [] : [{ of: 'people', added, removed } as const]),
    ...(isOfficeChanged ? [{ of: 'offices' } as const] : []),
  ];
}

/** Of sentences that are not as they were, as many count as reworded as went away of the same act, then of any; the rest were added. */
function outcomesOf(
  before: readonly SeenOutcome[],
  { outcomes }: Consultation,
  now: readonly SeenOutcome[],
  language: Language,
): Difference[] {
  const gone = [...before];
  const take = (matches: (seen: SeenOutcome) => boolean) => {
    const at = gone.findIndex(matches);
    if (at !== -1) gone.splice(at, 1);
    return at !== -1;
  };
  const fresh = outcomes.filter((_, at) => {
    const seen = now[at];
    return !take((each) => each.act === seen?.act && each[language] === seen[language]);
  });
  const isReworded = new Map(fresh.map((outcome) => [outcome, take(({ act }) => act === outcome.act)]));
  for (const outcome of fresh)
    if (isReworded.get(outcome) === false)
      isReworded.set(
        outcome,
        take(() => true),
      );
  const reworded = fresh.filter((outcome) => isReworded.get(outcome));
  const added = fresh.filter((outcome) => !isReworded.get(outcome));
  return [
    ...(added.length === 0 ? [] : [{ of: 'added', outcomes: added } as const]),
    ...(reworded.length === 0 ? [] : [{ of: 'reworded', outcomes: reworded } as const]),
    ...(gone.length === 0 ? [] : [{ of: 'removed', count: gone.length } as const]),
  ];
}
