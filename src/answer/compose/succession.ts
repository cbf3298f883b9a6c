import type { Person } from '../../knowledge/schema.ts';
import type { Composing, Draft } from '../draft.ts';
import { postName } from '../scope.ts';
import { recordsOf, termLines } from './define.ts';
import { coverageIn, plainLine, wordsFor } from './lines.ts';

type Term = { readonly person: Person; readonly office: Person['offices'][number] };

/**
 * Who held a post before or after somebody, as far as terms and records show. Without a name it is about whoever holds the post by the
 * latest record. `undefined` where the question asks for neither.
 */
export function composeSuccession(composing: Composing): Draft | undefined {
  const { question, knowledge, language } = composing;
  const { say } = wordsFor(composing);
  const side = question.succession;
  if (side === undefined) return undefined;
  const named = question.people.flatMap((id) => knowledge.people.get(id) ?? []);
  const [about = latestHolder(question.offices, composing)] = named;
  if (about === undefined) return undefined;
  const asked = about.offices.filter(({ post }) => question.offices.length === 0 || question.offices.includes(post));
  const posts = [...new Set((asked.length > 0 ? asked : about.offices).map(({ post }) => post))].reverse();
  const found = posts.flatMap((post) => neighbours(post, about, side, composing).map((term) => ({ post, term })));
  if (found.length === 0) {
    const post = posts[0] ?? '';
    return {
      status: 'not-found',
      headline: plainLine(say.noNeighbour(side, postName(post, knowledge, language), about.names[language])),
      lines: asked.flatMap((office) => termLines(about, office, composing)),
      notes: [say.covers(coverageIn(composing))],
      consultations: [],
    };
  }
  const lines = found.map(({ post, term: { person } }) =>
    person.offices.filter((each) => each.post === post).flatMap((office) => termLines(person, office, composing)),
  );
  const [first] = found;
  const [own] = lines;
  if (first === undefined || own === undefined) return undefined;
  const office = postName(first.post, knowledge, language);
  const records = found.flatMap(({ term }) => recordsOf(term.person, term.office, composing)).map(({ id }) => id);
  return {
    status: 'answered',
    headline: {
      text: say.neighbour(side, office, first.term.person.names[language], about.names[language]),
      references: own.flatMap(({ references }) => references),
      consultation: null,
    },
    lines: [...lines.flat(), ...asked.flatMap((each) => termLines(about, each, composing))],
    notes: [],
    consultations: [...new Set(records)].reverse().slice(0, 20),
  };
}

/** The terms of others next to each of this person's in the post; the latest first, each person once. */
function neighbours(post: string, about: Person, side: 'before' | 'after', composing: Composing): readonly Term[] {
  const terms = termsOf(post, composing);
  const found = terms.flatMap((term, index): Term[] => {
    if (term.person.id !== about.id) return [];
    const next = terms[index + (side === 'before' ? -1 : 1)];
    return next === undefined || next.person.id === about.id ? [] : [next];
  });
  return found.reverse().filter((term, index, all) => all.findIndex((other) => other.person === term.person) === index);
}

function latestHolder(posts: readonly string[], composing: Composing): Person | undefined {
  const [post] = posts;
  return post === undefined ? undefined : termsOf(post, composing).at(-1)?.person;
}

/** Every term in a post in order of time, where it can be cited. */
function termsOf(post: string, composing: Composing): readonly Term[] {
  return [...composing.knowledge.people.values()]
    .flatMap((person) => person.offices.filter((office) => office.post === post).map((office) => ({ person, office })))
    .filter(({ person, office }) => termLines(person, office, composing).length > 0)
    .sort((a, b) => ((a.office.from ?? '') < (b.office.from ?? '') ? -1 : 1));
}
