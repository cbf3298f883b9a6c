import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { type Constraint, isLetter, isOfStatement, type Query } from '../reading/query.ts';
import type { Found, Search } from '../search/found.ts';
import type { Language } from '../text/language.ts';
import type { PlainDate } from '../time/period.ts';
import { type Phrases, phrases } from './phrases/phrases.ts';
import { type Scope, scopeOf } from './scope.ts';

/** All that an answer is made from. Composers read nothing else, and never the text of the question. */
export type Given = {
  readonly query: Query;
  readonly found: Found;
  readonly say: Phrases;
  /** What was asked about, in words; without what was given up. */
  readonly scope: Scope;
  readonly knowledge: KnowledgeBase;
  readonly language: Language;
  /** The asker's day. */
  readonly today: PlainDate;
  /** Asks the record something else: the other side of a comparison, where a subject came up instead. */
  readonly search: Search;
};

/** What an answer is made from, its sentences and its scope filled in. */
export function createGiven(given: Omit<Given, 'say' | 'scope'>): Given {
  const { query, found, knowledge, language } = given;
  const say = phrases(language);
  const yes = (sentence: string) => sentence;
  // Asked which of two, a yes tells neither; what was put wrongly, and what the meeting shown does not hold, wherever else it came up, is no yes.
  const isOpen = query.either === true || query.left !== undefined || query.notes.some(({ opens }) => opens);
  const open = isOpen ? { ...say, yes } : say;
  return {
    ...given,
    say: query.negative ? { ...say, yes, no: yes } : open,
    scope: scopeOf(query, { knowledge, language, dropped: found.dropped }),
  };
}

/** The same for another question to the record: a part of it, or one without a constraint. */
export function asking(given: Given, query: Query): Given {
  return createGiven({ ...given, query, found: given.search(query) });
}

/** A question without some of its constraints. */
export function without(query: Query, some: readonly Constraint[]): Query {
  return { ...query, constraints: query.constraints.filter((each) => !some.includes(each)) };
}

/** Whether a word had to be given up that may be what was asked; a letter by itself says nothing. */
export function isWordDropped({ found }: Given): boolean {
  return found.dropped.some((each) => each.role === 'word' && !isLetter(each));
}

/** What was said on something, whatever else is asked: no order, no yes and no further question. */
export function plainly(query: Query, constraints: readonly Constraint[] = query.constraints): Query {
  const one = { also: [], yesNo: false, order: undefined, nths: undefined };
  return { ...query, ...one, ask: 'what', constraints: [...constraints] };
}

/** What the records found do not tell, such as where they were held: no yes rests on it. */
export function untoldIn({ found }: Given): readonly Constraint[] {
  return found.dropped.filter((each) => each.strength === 'firm' && !isOfStatement(each));
}
