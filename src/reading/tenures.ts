import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Period } from '../time/period.ts';
import { shiftDays } from '../time/spans.ts';
import { type Annotation, idsOf, isCue, isName } from './annotation.ts';

/** A person's time in office told as a period ("since Takaichi took over"), and the annotations that only say so. */
export type ToldTenure = {
  readonly period: Period;
  readonly used: ReadonlySet<number>;
  readonly begin?: string | undefined;
};

/** The term that the text names to tell a time; `undefined` where it names none, or one whose days are not on record. */
export function tenureIn(all: readonly Annotation[], knowledge: KnowledgeBase): ToldTenure | undefined {
  for (let at = 0; at < all.length; at += 1) {
    const people = idsOf(all[at], 'person');
    const term = people.length === 1 ? termOf(people[0] ?? '', knowledge) : undefined;
    if (term?.from == null) continue;
    const told = boundedBy(all, at, term) ?? duringTerm(all, at, term);
    if (told !== undefined) return told;
  }
  return undefined;
}

/** "After Hegseth took office", 高市さんが総理になって最初に. */
function boundedBy(all: readonly Annotation[], at: number, term: Period): ToldTenure | undefined {
  const used = new Set([at]);
  let next = at + 1;
  while (isCue(all[next], 'rel.by', 'rel.of', 'rel.to', 'ask.yesno') || isName(all[next], 'office')) used.add(next++);
  const mark = all[next];
  if (!isCue(mark, 'tenure.begin', 'tenure.end')) return undefined;
  // 高市総理は就任後: the sentence is about him, too.
  const isSubject = isCue(all[at + 1], 'rel.by');
  const before = isCue(all[at - 1], 'prep.article') ? at - 2 : at - 1;
  const after = all[next + 1];
  const isBefore = isCue(all[before], 'rel.before') || isCue(after, 'rel.before', 'order.previous');
  if (!isBefore && !isAfterwards(mark, after, all[before])) return undefined;
  used.add(next);
  if (isCue(all[before], 'rel.after', 'rel.before')) used.add(before);
  for (
    let more = next + 1;
    isCue(all[more], 'rel.after', 'rel.before', 'rel.of') || isName(all[more], 'office');
    more += 1
  )
    used.add(more);
  if (isSubject) used.delete(at);
  const bound = isCue(mark, 'tenure.end') ? besideEnd(term, isBefore) : besideBegin(term, isBefore);
  return bound && { ...bound, used };
}

/** Whether what stands beside a word for taking or leaving office says that the time after is meant. */
function isAfterwards(
  mark: Annotation | undefined,
  after: Annotation | undefined,
  before: Annotation | undefined,
): boolean {
  if (AFTERWARDS.some((ending) => mark?.text.endsWith(ending))) return true;
  if (isCue(after, 'rel.after', 'order.next', 'noise') || isCue(before, 'rel.after')) return true;
  return isCue(after, 'ask.howlong') && after?.text.startsWith('から') === true;
}

/** Endings of words for taking or leaving office that say that it was done: 就任後, 就任してから. */
const AFTERWARDS = ['後', 'てから', 'って', 'して'];

function besideEnd({ to }: Period, isBefore: boolean): Omit<ToldTenure, 'used'> | undefined {
  if (to === null) return undefined;
  return { period: isBefore ? { from: null, to } : { from: shiftDays(to, 1), to: null } };
}

function besideBegin({ from }: Period, isBefore: boolean): Omit<ToldTenure, 'used'> {
  const begin = from ?? '';
  return { begin, period: isBefore ? { from: null, to: shiftDays(begin, -1) } : { from: begin, to: null } };
}

/** "Under Kishida", "during the Biden years", 岸田政権. */
function duringTerm(all: readonly Annotation[], at: number, term: Period): ToldTenure | undefined {
  const before = isCue(all[at - 1], 'prep.article') ? at - 2 : at - 1;
  const next = isCue(all[at + 1], 'rel.of') || all[at + 1]?.text === 's' ? at + 2 : at + 1;
  const isUnder = isCue(all[before], 'rel.under');
  const isIn = isCue(all[next], 'tenure.in', 'rel.under');
  if (!isUnder && !isIn) return undefined;
  // "During Kishida's visit": not his term.
  if (isUnder && !isIn && isCue(all[next], 'meet.*')) return undefined;
  const used = new Set([at, ...(isUnder ? [before] : []), ...(isIn ? [next] : [])]);
  return { used, period: term };
}

/** From the first to the last day of a person in office, by the governments that bear the name, else by the offices. */
export function termOf(id: string, knowledge: KnowledgeBase): Period | undefined {
  const person = knowledge.people.get(id);
  if (person === undefined) return undefined;
  const bears = (name: string) => name.split(' ').includes(person.family.en);
  const named = [...knowledge.administrations.values()].filter((one) => bears(one.names.en));
  const own = named.filter((one) =>
    person.offices.some((office) => (office.from ?? '') <= (one.to ?? '9') && (office.to ?? '9') >= one.from),
  );
  const last = own.at(-1);
  if (last !== undefined) return { from: last.from, to: last.to ?? null };
  const dated = person.offices
    .filter(({ from }) => from !== undefined)
    .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  return dated[0]?.from === undefined ? undefined : { from: dated[0].from, to: dated.at(-1)?.to ?? null };
}
