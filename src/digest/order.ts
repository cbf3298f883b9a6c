import type { Filters } from '../knowledge/filter.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { type NamedFilters, resolveFilters, type Unresolved } from '../knowledge/resolve.ts';
import type { Language } from '../text/language.ts';
import { type DigestResult, done, refused } from './result.ts';
import type { Rhythm } from './rhythm.ts';
import { parseTime, parseZone } from './when.ts';

/** Days that a new subscription may reach back. */
export const mostBackfillDays = 365;

/** What a subscriber says about a digest; each absent part takes the default or, on a change, stays. */
export type DigestOrder = {
  /** As typed. */
  readonly time?: string | undefined;
  /** As typed: an IANA zone or its city. */
  readonly zone?: string | undefined;
  readonly rhythm?: Rhythm | undefined;
  readonly language?: 'ja' | 'en' | 'both' | undefined;
  readonly quietDays?: 'skip' | 'say' | undefined;
  /** Names in either language. Given at all, they replace every filter there was. */
  readonly filters?: NamedFilters | undefined;
  /** The language of whoever orders: the digest's, where neither `language` nor the channel's settings name one. */
  readonly reader?: Language | undefined;
  /** Records added in the last so many days count as new in the first digest. Default 0. */
  readonly backfillDays?: number | undefined;
};

/** The parts of an order that were given, checked and in their stored form. */
export type ParsedOrder = {
  readonly time?: string;
  readonly zone?: string;
  readonly rhythm?: Rhythm;
  readonly language?: 'ja' | 'en' | 'both';
  readonly quietDays?: 'skip' | 'say';
  readonly filters?: Filters;
};

/** Checks what was given. The first thing that cannot be read is refused, with an example of what can. */
export function parseOrder(order: DigestOrder, knowledge: KnowledgeBase): DigestResult<ParsedOrder> {
  const time = order.time === undefined ? undefined : parseTime(order.time);
  if (order.time !== undefined && time === undefined) {
    return refused(
      'time',
      `時刻「${order.time}」を読み取れませんでした。09:00 のように書いてください。`,
      `“${order.time}” is not a time I can read. Please write it like 09:00.`,
    );
  }
  const zone = order.zone === undefined ? undefined : parseZone(order.zone);
  if (order.zone !== undefined && zone === undefined) {
    return refused(
      'zone',
      `タイムゾーン「${order.zone}」が見つかりませんでした。Asia/Tokyo や America/New_York のように書いてください。`,
      `“${order.zone}” is not a time zone I know. Please write it like Asia/Tokyo or America/New_York.`,
    );
  }
  const days = order.backfillDays;
  if (days !== undefined && !(Number.isInteger(days) && days >= 0 && days <= mostBackfillDays)) {
    return refused(
      'backfill',
      `さかのぼる日数は 0 から ${mostBackfillDays} までの整数で指定してください。`,
      `The number of days to look back is a whole number from 0 to ${mostBackfillDays}.`,
    );
  }
  const resolved = order.filters === undefined ? undefined : resolveFilters(order.filters, knowledge);
  const problem = resolved?.unresolved[0];
  if (problem !== undefined) return refuseFilter(problem);
  return done({
    ...(time === undefined ? {} : { time }),
    ...(zone === undefined ? {} : { zone }),
    ...(order.rhythm === undefined ? {} : { rhythm: order.rhythm }),
    ...(order.language === undefined ? {} : { language: order.language }),
    ...(order.quietDays === undefined ? {} : { quietDays: order.quietDays }),
    ...(resolved === undefined ? {} : { filters: resolved.filters }),
  });
}

const kinds = {
  frameworks: { ja: '枠組み', en: 'framework' },
  topics: { ja: '議題', en: 'topic' },
  people: { ja: '人', en: 'person' },
  countries: { ja: '国', en: 'country' },
} as const;

function refuseFilter({ kind, name, nearest }: Unresolved): DigestResult<never> {
  const ja = nearest.length === 0 ? '' : `もしかして：${nearest.map((label) => label.ja).join('、')}`;
  const en = nearest.length === 0 ? '' : ` Did you mean ${nearest.map((label) => label.en).join(', or ')}?`;
  return refused(
    'filter',
    `${kinds[kind].ja}「${name}」は記録に見つかりませんでした。${ja}`,
    `There is no ${kinds[kind].en} “${name}” on record.${en}`,
  );
}
