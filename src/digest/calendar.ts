import type { Consultation } from '../knowledge/schema.ts';
import { addDays, type ClosedPeriod, periodOfEventDate } from '../time/calendar.ts';
import type { PlainDate } from '../time/period.ts';

/** Days either side of the day that still count as "on this day". */
export const onThisDayReach = 3;

/** A consultation of an earlier year that fell on this day of the year, or near it. */
export type Anniversary = {
  readonly consultation: Consultation;
  /** Whole years, at least 1. */
  readonly years: number;
  /** Whether it fell on the very day. */
  readonly exact: boolean;
};

/**
 * Consultations that in an earlier year touched this day of the year or the three days either side, oldest first. One whose
 * day is not known (a month alone) is never among them. On 29 February other years are measured from the 28th.
 */
export function anniversaries(consultations: readonly Consultation[], date: PlainDate): readonly Anniversary[] {
  const today = Temporal.PlainDate.from(date);
  return consultations.flatMap((consultation): Anniversary[] => {
    if (!hasDay(consultation)) return [];
    const days = periodOfEventDate(consultation.date);
    // The days either side may reach over a New Year, so the year before and after the event's own are tried too.
    for (const year of yearsAround(days)) {
      if (year >= today.year) continue;
      const anchor = today.with({ year }).toString();
      if (days.from <= addDays(anchor, onThisDayReach) && days.to >= addDays(anchor, -onThisDayReach)) {
        return [{ consultation, years: today.year - year, exact: days.from <= anchor && anchor <= days.to }];
      }
    }
    return [];
  });
}

/** The last `count` consultations that had begun by the date, oldest first. */
export function latest(
  consultations: readonly Consultation[],
  date: PlainDate,
  count: number,
): readonly Consultation[] {
  const begun = consultations.filter((consultation) => periodOfEventDate(consultation.date).from <= date);
  return count === 0 ? [] : begun.slice(-count);
}

/** Consultations of the date itself; one known by its month alone is none of any day's. */
export function ofTheDay(consultations: readonly Consultation[], date: PlainDate): readonly Consultation[] {
  return consultations.filter((consultation) => {
    const { from, to } = periodOfEventDate(consultation.date);
    return hasDay(consultation) && from <= date && date <= to;
  });
}

/** Consultations that begin after the date, soonest first. */
export function ahead(consultations: readonly Consultation[], date: PlainDate): readonly Consultation[] {
  return consultations.filter((consultation) => periodOfEventDate(consultation.date).from > date);
}

/** Whether the record knows the day, and not only the month. */
export function hasDay(consultation: Consultation): boolean {
  return consultation.date.length >= 'YYYY-MM-DD'.length;
}

function yearsAround({ from, to }: ClosedPeriod): readonly number[] {
  const first = Number(from.slice(0, 4));
  const last = Number(to.slice(0, 4));
  return [...new Set([first, last, first - 1, last + 1])];
}
