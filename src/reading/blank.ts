import type { Annotation } from './annotation.ts';
import { type Constraint, Query, type Role } from './query.ts';

/** What a query holds before anything is asked. */
export const BLANK: Query = Query.parse({ version: 2, text: '', language: 'en', ask: 'what' });

/** A query that demands nothing but what is given: for buttons, lists by filter, and questions within questions. */
export function blankQuery(given: Partial<Query> & Pick<Query, 'language' | 'ask'>): Query {
  return Query.parse({ version: 2, text: '', ...given });
}

/** One firm demand that nobody typed. */
export function assumed(role: Role, anyOf: readonly string[], more: Partial<Constraint> = {}): Constraint {
  return {
    role,
    anyOf: [...anyOf],
    strength: 'firm',
    subject: false,
    negated: false,
    label: '',
    origin: 'assumed',
    part: false,
    ...more,
  };
}

/** One firm demand of what stands in the text. */
export function typed(
  one: Annotation,
  role: Role,
  anyOf: readonly string[],
  more: Partial<Constraint> = {},
): Constraint {
  return assumed(role, anyOf, { label: one.text, span: [...one.span] as [number, number], origin: 'typed', ...more });
}
