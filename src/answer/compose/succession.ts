import type { Person } from '../../knowledge/schema.ts';
import { idsIn } from '../../reading/query.ts';
import { overlaps } from '../../time/spans.ts';
import { answered, citing, type Draft, notFound } from '../draft.ts';
import type { Given } from '../given.ts';
import { postName } from '../names.ts';
import { type Composer, coverageIn, plainLine } from './lines.ts';
import { peopleIn, type Term, termLines, termsDraft, termsIn, termsOf } from './terms.ts';

type Side = 'before' | 'after';

/**
 * Who came before or after somebody in a post; without a name, before or after its latest holder. Opens with the name; then both terms.
 */
export const composeSuccession: Composer = (given) => {
  const { succession = 'before' } = given.query;
  if (succession !== 'both') return ofSide(succession, given);
  const [before, after] = [ofSide('before', given), ofSide('after', given)];
  if (before?.status !== 'answered' || after?.status !== 'answered')
    return before?.status === 'answered' ? before : after;
  const lines = [after.headline, ...before.lines, ...after.lines];
  return answered(before.headline, [...new Map(lines.map((line) => [line.text, line])).values()], {
    consultations: [...before.consultations, ...after.consultations],
    focus: before.focus ?? [],
  });
};

function ofSide(side: Side, given: Given): Draft | undefined {
  const { say, language, query } = given;
  const asked = idsIn(query, 'post');
  const about = peopleIn(given)[0] ?? asked.flatMap((post) => termsIn(post, given)).findLast(isThen(query))?.person;
  if (about === undefined) return undefined;
  const own = termsOf(about).filter(({ office }) => asked.length === 0 || asked.includes(office.post));
  const posts = [...new Set((own.length > 0 ? own : termsOf(about)).map(({ office }) => office.post))].reverse();
  const found = posts.flatMap((post) => neighbours(post, about, side, given));
  const [first] = found;
  const name = postName(first?.office.post ?? posts[0] ?? '', given);
  if (first === undefined)
    return notFound(plainLine(say.noNeighbour(side, name, about.names[language])), termLines(own, given), {
      notes: [say.covers(coverageIn(given))],
    });
  const terms = found.flatMap(({ person, office }) =>
    termsOf(person).filter((each) => each.office.post === office.post),
  );
  const text = say.neighbour(side, name, first.person.names[language], about.names[language]);
  const references = termLines([first], given).flatMap((line) => line.references);
  const draft = termsDraft(found, given, citing(text, references));
  return draft && { ...draft, lines: termLines([...terms, ...own], given) };
}

/** "Who led it in early 2026, and who before": whoever held it then; without a time the latest. */
function isThen({ period }: Given['query']): (term: Term) => boolean {
  return ({ office: { from = null, to = null } }) => period === null || overlaps({ from, to }, period);
}

/** The terms of others next to each of this person's in the post; the latest first, each person once. */
function neighbours(post: string, about: Person, side: Side, given: Given): readonly Term[] {
  const terms = termsIn(post, given);
  const found = terms.flatMap((term, index) => {
    const next = terms[index + (side === 'before' ? -1 : 1)];
    return term.person !== about || next === undefined || next.person === about ? [] : [next];
  });
  const latest = found.toReversed();
  return latest.filter(({ person }, at) => latest.findIndex((other) => other.person === person) === at);
}
