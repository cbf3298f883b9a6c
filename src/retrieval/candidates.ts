import type { Question } from '../question/question.ts';
import type { Faceted } from './facets.ts';

/**
 * Narrows a question to the consultations worth checking, so that time follows what fits and not what is on record. Never leaves
 * out one that matches; gives them in the order of `all`, which is by first day.
 */
export type Candidates = (question: Question) => readonly Faceted[];

/** Prepares the narrowing over `all`, in order of their first day. */
export function createCandidates(all: readonly Faceted[]): Candidates {
  const byPerson = groupBy(all, (facts) => facts.people);
  const byPost = groupBy(all, (facts) => facts.posts);
  const byFramework = groupBy(all, (facts) => facts.frameworks);
  const byTopic = groupBy(all, (facts) => new Set(facts.outcomes.flatMap(({ topicsAbove }) => [...topicsAbove])));
  const starts = all.map(({ from }) => from);
  // The latest day reached so far never falls, so that a period's first candidate is found by halving, too.
  const reached: string[] = [];
  for (const { to } of all) reached.push((reached.at(-1) ?? '') > to ? (reached.at(-1) ?? to) : to);

  function inPeriod({ period, otherPeriod }: Question): readonly Faceted[] {
    if (period === null || otherPeriod !== null) return all;
    const { from, to } = period;
    const first = from === null ? 0 : lowest(reached, (day) => day >= from);
    const end = to === null ? all.length : lowest(starts, (day) => day > to);
    return first === 0 && end === all.length ? all : all.slice(first, end);
  }

  return (question) => {
    if (question.consultations.length > 0) {
      return all.filter(({ consultation: { id } }) => question.consultations.includes(id));
    }
    const lists = [inPeriod(question)];
    if (question.peopleMatch !== 'any') for (const id of question.people) lists.push(byPerson.get(id) ?? []);
    if (question.people.length === 0) lists.push(...single(question.offices, byPost));
    lists.push(...single(question.frameworks, byFramework), ...single(question.topics, byTopic));
    return lists.reduce((least, list) => (list.length < least.length ? list : least));
  };
}

/** Where any of several will do, their lists would have to be merged: only one alone narrows. */
function single(ids: readonly string[], lists: ReadonlyMap<string, readonly Faceted[]>): (readonly Faceted[])[] {
  return ids.length === 1 && ids[0] !== undefined ? [lists.get(ids[0]) ?? []] : [];
}

function groupBy(all: readonly Faceted[], keysOf: (facts: Faceted) => Iterable<string>): Map<string, Faceted[]> {
  const groups = new Map<string, Faceted[]>();
  for (const facts of all) {
    for (const key of keysOf(facts)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [facts]);
      else group.push(facts);
    }
  }
  return groups;
}

/** The first place whose day fits, where all later ones fit as well; the length when none does. */
function lowest(days: readonly string[], fits: (day: string) => boolean): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(days[middle] ?? '')) high = middle;
    else low = middle + 1;
  }
  return low;
}
