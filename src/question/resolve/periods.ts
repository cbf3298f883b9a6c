import type { Bilingual } from '../../text/language.ts';
import type { Period } from '../../time/period.ts';
import { hull, intersect, overlaps, shiftDays } from '../../time/spans.ts';
import type { TimeMention } from '../../time/time-mention.ts';

/** The period of a question, from everything in it that speaks of time. */
export type ResolvedPeriod = {
  readonly period: Period | null;
  readonly otherPeriod: Period | null;
  readonly understood: readonly Bilingual[];
  readonly impossible: readonly Bilingual[];
};

/**
 * Joins time mentions: several units are their hull, two that a comparison sets against each other or that a list names with time
 * in between (2022年と2024年) stand side by side, open ends cut them, and `within`
 * (administrations, "since the last 2+2") cuts them too.
 */
export function resolvePeriods(
  mentions: readonly TimeMention[],
  within: readonly Period[],
  isComparison: boolean,
  isListed: boolean,
): ResolvedPeriod {
  const understood = mentions.flatMap((one) => (one.assumption ? [one.assumption] : []));
  const impossible = mentions.flatMap((one) => (one.impossible ? [one.impossible] : []));
  const units = mentions.flatMap((one) => (one.period && one.relation === 'in' ? [one.period] : []));
  const bounds = mentions.flatMap((one) => (one.period && one.relation !== 'in' ? [one.period] : []));
  const [first, second] = units;
  const areApart = first && second && units.length === 2 && !overlaps(first, second);
  if (areApart && (isComparison || (isListed && bounds.length + within.length === 0 && !touch(first, second)))) {
    return { period: first, otherPeriod: second, understood, impossible };
  }
  let period: Period | null = null;
  for (const unit of units) {
    // "March 30 … 2025": one inside the other narrows; apart, both are meant.
    period = period === null ? unit : ((overlaps(period, unit) ? intersect(period, unit) : null) ?? hull(period, unit));
  }
  for (const bound of [...bounds, ...within]) period = period === null ? bound : (intersect(period, bound) ?? bound);
  return { period, otherPeriod: null, understood, impossible };
}

/** Whether one begins the day after the other ends, so that together they are one stretch. */
function touch(one: Period, other: Period): boolean {
  const meets = (a: Period, b: Period) => a.to !== null && b.from !== null && shiftDays(a.to, 1) === b.from;
  return meets(one, other) || meets(other, one);
}

/** Joins two times of a list. */
const LIST =
  /^ ?(?:,|、|・|\/|&|と|や|および|及び|または|か|and(?: in| on)?|or(?: in| on)?|, and(?: in)?|, or(?: in)?)? ?(?:the )?$/i;

/** Whether two times are named side by side: "in 2022 and 2024", 2022年と2024年. */
export function isListOfTwo(text: string, mentions: readonly TimeMention[]): boolean {
  const [one, other] = mentions;
  return (
    mentions.length === 2 && one !== undefined && other !== undefined && LIST.test(text.slice(one.end, other.start))
  );
}
