import type { Bilingual } from '../../language/language.ts';
import type { Period } from '../../language/period.ts';
import type { TimeMention } from '../../language/time/time-mention.ts';
import { hull, intersect, overlaps } from '../spans.ts';

/** The period of a question, from everything in it that speaks of time. */
export type ResolvedPeriod = {
  readonly period: Period | null;
  readonly otherPeriod: Period | null;
  readonly understood: readonly Bilingual[];
  readonly impossible: readonly Bilingual[];
};

/**
 * Joins time mentions: several units are their hull (or the two sides of a comparison), open ends cut them, and `within`
 * (administrations, "since the last 2+2") cuts them too.
 */
export function resolvePeriods(
  mentions: readonly TimeMention[],
  within: readonly Period[],
  isComparison: boolean,
): ResolvedPeriod {
  const understood = mentions.flatMap((one) => (one.assumption ? [one.assumption] : []));
  const impossible = mentions.flatMap((one) => (one.impossible ? [one.impossible] : []));
  const units = mentions.flatMap((one) => (one.period && one.relation === 'in' ? [one.period] : []));
  const bounds = mentions.flatMap((one) => (one.period && one.relation !== 'in' ? [one.period] : []));
  const [first, second] = units;
  if (isComparison && first && second && units.length === 2 && !overlaps(first, second)) {
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
