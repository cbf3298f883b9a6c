import type { Person } from '../../knowledge/schema.ts';
import { answered, type Draft } from '../draft.ts';
import type { Given } from '../given.ts';
import { postName } from '../names.ts';
import { type Composer, coverageIn, plainLine } from './lines.ts';
import { idsIn, peopleIn, recordIdsOf, type Term, termLines, termsIn } from './terms.ts';

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
  return answered(
    before.headline,
    lines.filter((line, at) => lines.findIndex(({ text }) => text === line.text) === at),
    { consultations: [...new Set([...before.consultations, ...after.consultations])], focus: before.focus ?? [] },
  );
};

function ofSide(side: 'before' | 'after', given: Given): Draft | undefined {
  const { say, language } = given;
  const asked = idsIn(given, 'post');
  const about = peopleIn(given)[0] ?? asked.flatMap((post) => termsIn(post, given)).at(-1)?.person;
  if (about === undefined) return undefined;
  const held = about.offices.filter(({ post }) => asked.length === 0 || asked.includes(post));
  const posts = [...new Set((held.length > 0 ? held : about.offices).map(({ post }) => post))].reverse();
  const found = posts.flatMap((post) => neighbours(post, about, side, given));
  const own = held.map((office) => ({ person: about, office }));
  const [first] = found;
  if (first === undefined) return noNeighbour(about, posts[0] ?? '', own, side, given);
  const terms = found.flatMap(({ person, office }) =>
    person.offices.filter(({ post }) => post === office.post).map((each) => ({ person, office: each })),
  );
  const lines = termLines(terms, given);
  const name = postName(first.office.post, given);
  return answered(
    {
      text: say.neighbour(side, name, first.person.names[language], about.names[language]),
      references: termLines([first], given).flatMap(({ references }) => references),
      consultation: null,
    },
    [...lines, ...termLines(own, given)],
    { consultations: recordIdsOf(found, given), focus: [...new Set(found.map(({ person }) => person.id))] },
  );
}

function noNeighbour(about: Person, post: string, own: readonly Term[], side: 'before' | 'after', given: Given): Draft {
  const { say, language } = given;
  const name = postName(post, given);
  return {
    status: 'not-found',
    headline: plainLine(say.noNeighbour(side, name, about.names[language])),
    lines: termLines(own, given),
    notes: [say.covers(coverageIn(given))],
    consultations: [],
  };
}

/** The terms of others next to each of this person's in the post; the latest first, each person once. */
function neighbours(post: string, about: Person, side: 'before' | 'after', given: Given): readonly Term[] {
  const terms = termsIn(post, given);
  const found = terms.flatMap((term, index): Term[] => {
    if (term.person.id !== about.id) return [];
    const next = terms[index + (side === 'before' ? -1 : 1)];
    return next === undefined || next.person.id === about.id ? [] : [next];
  });
  return found.reverse().filter((term, index, all) => all.findIndex((other) => other.person === term.person) === index);
}
