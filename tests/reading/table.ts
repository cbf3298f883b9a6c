import { resolve } from 'node:path';
import { asPrevious, createDesk } from '../../src/desk.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Ask, Query, Role } from '../../src/reading/query.ts';
import { storedQuery } from '../../src/store/stored-question.ts';
import type { Language } from '../../src/text/language.ts';
import type { Clock } from '../../src/time/period.ts';

/** Nine in the morning in Tokyo on 25 November 2026. */
export const clock: Clock = { now: Temporal.Instant.from('2026-11-25T00:00:00Z'), zone: 'Asia/Tokyo' };

/** The desk over the project's own record. */
export const desk = createDesk(loadKnowledge(resolve(import.meta.dirname, '../../knowledge')));

/** What a question asks, put on the day of `clock`, with nothing before it unless given. */
export function understand(text: string, more: { fallbackLanguage?: Language; previous?: Query } = {}): Query {
  return desk.understand({ text, clock, ...more }).query;
}

/** The last answer of a conversation; between two turns it is stored as JSON, as in service. */
export function converse(first: string, ...next: readonly string[]) {
  let answer = desk.ask({ text: first, clock });
  for (const text of next) {
    const previous = storedQuery(JSON.parse(JSON.stringify(asPrevious(answer))));
    answer = desk.ask({ text, clock, previous });
  }
  return answer;
}

/**
 * A question as the tables write it. What is not given must not be there: what a question does not name must not narrow
 * it. Soft constraints (acts, titles beside a name) are compared only where given; left-over words always.
 */
export type Asked = { readonly ask: Ask } & { readonly [Part in Role | `not ${Role}`]?: readonly string[] } & {
  readonly also?: readonly Ask[];
  readonly yesNo?: boolean;
  /** `from..to`, an open end left out: `2025-03-01..2025-03-31`, `..2023-12-31`. */
  readonly period?: string;
  readonly otherPeriod?: string;
  /** `latest`, `first`, `both`; `latest 3` for so many; `latest but 1` for the last but one. */
  readonly order?: string;
  readonly nths?: readonly number[];
  readonly sort?: Query['sort'];
  readonly by?: Query['by'];
  readonly measure?: Query['measure'];
  readonly direction?: Query['direction'];
  readonly threshold?: Query['threshold'];
  readonly succession?: Query['succession'];
  readonly aspect?: Query['aspect'];
  readonly reason?: Query['reason'];
  readonly whose?: Query['whose'];
  readonly ahead?: boolean;
};

/** A query in the words of the tables, with the soft roles that `expected` names. */
export function asked(query: Query, expected: Asked): Asked {
  const roles: Record<string, string[]> = {};
  for (const { role, anyOf, negated, strength } of query.constraints) {
    const name = negated ? `not ${role}` : role;
    if (strength === 'soft' && role !== 'word' && !(name in expected)) continue;
    roles[name] = [...(roles[name] ?? []), ...anyOf];
  }
  for (const [name, ids] of Object.entries(roles)) {
    // Ids stand in any order.
    const wanted: unknown = Reflect.get(expected, name);
    if (Array.isArray(wanted) && [...wanted].sort().join() === [...ids].sort().join()) roles[name] = [...wanted];
  }
  const { order, period, otherPeriod, also, yesNo, ahead } = query;
  return present({
    ask: query.ask,
    ...roles,
    also: also.length === 0 ? undefined : also,
    yesNo: yesNo && query.ask !== 'yes-no' ? true : undefined,
    ahead: ahead ? true : undefined,
    period: periodText(period),
    otherPeriod: periodText(otherPeriod),
    order:
      order &&
      `${order.side}${order.limit === 1 ? '' : ` ${order.limit}`}${order.skip === 0 ? '' : ` but ${order.skip}`}`,
    nths: query.nths,
    sort: query.sort,
    by: query.by,
    measure: query.measure,
    direction: query.direction,
    threshold: query.threshold,
    succession: query.succession,
    aspect: query.aspect,
    reason: query.reason,
    whose: query.whose,
  });
}

/** A period as the tables write it. */
export function periodText(period: Query['period']): string | undefined {
  return period === null ? undefined : `${period.from ?? ''}..${period.to ?? ''}`;
}

function present<T extends object>(all: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  // Only fields that are there stay.
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>;
  };
}
