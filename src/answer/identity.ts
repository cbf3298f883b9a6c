import { createHash } from 'node:crypto';
import type { Query } from '../reading/query.ts';
import type { Language } from '../text/language.ts';
import type { PlainDate } from '../time/period.ts';

/** The content key of an ask: the first 12 hex digits of the SHA-256 over query, language and day. Pages and re-asks share it. */
export function answerId(query: Query, language: Language, day: PlainDate): string {
  // The answer's language is part of the key by itself: a question asked again in the other language is another ask.
  const { language: _, page: _page, answered: _answered, focus: _focus, before: _before, ...rest } = query;
  return createHash('sha256')
    .update(canonical([rest, language, day]))
    .digest('hex')
    .slice(0, 12);
}

/** JSON with sorted keys, so that a query that came back from a store has the key it had before. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`);
  return `{${entries.join(',')}}`;
}
