import type { Consultation } from '../knowledge/schema.ts';
import { addDays, periodOfEventDate } from '../time/calendar.ts';
import type { PlainDate } from '../time/period.ts';

/** Days, first and last, that a digest speaks of: one, or those since the digest before. */
export type Days = { readonly from: PlainDate; readonly to: PlainDate };

/** A consultation that began on this day of an earlier year. */
export type Anniversary = {
  readonly consultation: Consultation;
  /** Whole years, at least 1. */
  readonly years: number;
  /** The day that it is the anniversary of, in the year of the digest. */
  readonly day: PlainDate;
};

/**
 * Consultations that in an earlier year began on one of these days of the year, in order of the day, then of date. One whose
 * day is not known (a month alone) is never among them. What began on 29 February is told on the 28th in other years.
 */
export function anniversaries(consultations: readonly Consultation[], { from, to }: Days): readonly Anniversary[] {
  const years = new Set([from, to].map((day) => Number(day.slice(0, 4))));
  return consultations
    .filter(hasDay)
    .flatMap((consultation) => {
      const began = Temporal.PlainDate.from(periodOfEventDate(consultation.date).from);
      return [...years].map((year) => ({
        consultation,
        years: year - began.year,
        day: began.with({ year }).toString(),
      }));
    })
    .filter(({ years: ago, day }) => ago > 0 && from <= day && day <= to)
    .sort((a, b) => compare(a.day, b.day) || compare(a.consultation.date, b.consultation.date));
}

/** Days either side of a day that the reading room still counts as "on this day". */
const reach = 3;

/** Those of a day and of the days around it, by date; `exact` on the very day. */
export function anniversariesAround(consultations: readonly Consultation[], date: PlainDate) {
  return anniversaries(consultations, { from: addDays(date, -reach), to: addDays(date, reach) })
    .map(({ consultation, years, day }) => ({ consultation, years, exact: day === date }))
    .sort((a, b) => compare(a.consultation.date, b.consultation.date));
}

/** Consultations that last on one of the days; one known by its month alone is none of any day's. */
export function within(consultations: readonly Consultation[], days: Days): readonly Consultation[] {
  return consultations.filter((consultation) => {
    const { from, to } = periodOfEventDate(consultation.date);
    return hasDay(consultation) && from <= days.to && days.from <= to;
  });
}

/** The days to come that a digest looks ahead to, as many as it looks back on, beginning with its own. */
export function daysAhead({ from, to }: Days): Days {
  const count = Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;
  return { from: to, to: addDays(to, count) };
}

/** Whether the record knows the day, and not only the month. */
export function hasDay(consultation: Consultation): boolean {
  return consultation.date.length >= 'YYYY-MM-DD'.length;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
