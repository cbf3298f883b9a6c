import type { Expression, Part, Season, YearRef } from './expression.ts';
import type { NamedDays } from './named-days.ts';
import type { PlainDate } from './period.ts';

/**
 * The smallest pieces that a time expression is put together from. `weak` marks a word that means something else unless its
 * surroundings say otherwise: "may", "mar", 5日 before 本.
 */
export type AtomValue =
  | { readonly type: 'year'; readonly year: YearRef }
  | { readonly type: 'short-year'; readonly value: number; readonly fiscal: boolean }
  | { readonly type: 'month'; readonly month: number; readonly year: YearRef | null; readonly weak: boolean }
  | { readonly type: 'day'; readonly day: number; readonly weak: boolean }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'part'; readonly part: Part; readonly of: 'any' | 'month' | 'year' }
  | { readonly type: 'quarter'; readonly quarter: number }
  | { readonly type: 'half'; readonly half: 1 | 2 }
  | { readonly type: 'season'; readonly season: Season; readonly weak: boolean }
  | { readonly type: 'named'; readonly named: NamedDays }
  | { readonly type: 'decade'; readonly first: number }
  | { readonly type: 'week'; readonly offset: number }
  | { readonly type: 'weekday'; readonly weekday: number }
  | { readonly type: 'which'; readonly which: 'last' | 'this' | 'next' }
  | { readonly type: 'now' }
  | { readonly type: 'unit'; readonly expression: Expression };

export type Atom = AtomValue & { readonly start: number; readonly end: number };

/** A pattern without capturing groups over folded text, and what its match means; `null` when it is no time after all. */
export type LexicalRule = {
  readonly pattern: string;
  readonly read: (match: string, today: PlainDate) => AtomValue | null;
};

export type Lexer = (folded: string, today: PlainDate) => readonly Atom[];

/**
 * One pass over the text; at each place the earliest rule that matches wins, so longer words stand before their parts
 * (一昨日 before 昨日). Every pattern is bounded, so the work grows with the length of the text only.
 */
export function createLexer(rules: readonly LexicalRule[]): Lexer {
  const pattern = new RegExp(rules.map((rule) => `(${rule.pattern})`).join('|'), 'g');
  const single = rules.map((rule) => new RegExp(rule.pattern, 'y'));

  /** When a rule matches and then finds no time in it, the rules after it have their turn at the same place. */
  function readAt(folded: string, at: number, firstRule: number, today: PlainDate): Atom | null {
    for (let index = firstRule; index < rules.length; index += 1) {
      const sticky = single[index];
      if (sticky === undefined) break;
      sticky.lastIndex = at;
      const text = sticky.exec(folded)?.[0] ?? '';
      const value = text === '' ? null : (rules[index]?.read(text, today) ?? null);
      if (value !== null) return { ...value, start: at, end: at + text.length };
    }
    return null;
  }

  return (folded, today) => {
    pattern.lastIndex = 0;
    const atoms: Atom[] = [];
    for (let match = pattern.exec(folded); match !== null; match = pattern.exec(folded)) {
      const atom = readAt(folded, match.index, match.indexOf(match[0], 1) - 1, today);
      if (atom !== null) atoms.push(atom);
      pattern.lastIndex = atom?.end ?? match.index + 1;
    }
    return atoms;
  };
}
