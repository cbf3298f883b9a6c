import type { Answer, Timeline } from '../answer/answer.ts';
import type { Desk } from '../desk.ts';
import type { Filters } from '../knowledge/filter.ts';
import { listQuery } from '../reading/blank.ts';
import { idsIn, type Query } from '../reading/query.ts';
import type { Language } from '../text/language.ts';
import type { Clock, Period, PlainDate } from '../time/period.ts';

/** Ids; an empty list does not restrict. */
export type ListFilters = { readonly [Kind in keyof Required<Filters>]: readonly string[] };

/** "List the consultations of this period", as understood. */
export function listQuestion(language: Language, period: Period, filters: ListFilters): Query {
  return listQuery(language, period, filters);
}

/** Noon of a day: a button pressed tomorrow still means the "last month" of the day it was asked. */
export function clockOn(day: PlainDate, zone: string): Clock {
  return {
    now: Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).toInstant(),
    zone,
  };
}

/** The timeline of what an answer is about: its period, else the days of its consultations, and its filters. */
export function timelineOf(desk: Desk, answer: Answer, clock: Clock): Timeline {
  const { question, language } = answer;
  return desk.timeline({
    clock,
    language,
    period: question.period ?? spanOf(desk, answer.consultations),
    filters: {
      frameworks: idsIn(question, 'framework'),
      topics: idsIn(question, 'topic'),
      people: idsIn(question, 'person'),
      countries: idsIn(question, 'member'),
    },
  });
}

/** From the first to the last day of the consultations named; `undefined` for none. */
function spanOf(desk: Desk, ids: readonly string[]): Period | undefined {
  const wanted = new Set(ids);
  const dates = desk
    .knowledge()
    .consultations.filter((each) => wanted.has(each.id))
    .map((each) => each.date);
  const firsts = dates.map((date) => (date.length === 7 ? `${date}-01` : date.slice(0, 10))).sort();
  const lasts = dates.map((date) => (date.length === 7 ? endOfMonth(date) : date.slice(-10))).sort();
  const [from] = firsts;
  const to = lasts.at(-1);
  return from === undefined || to === undefined ? undefined : { from, to };
}

function endOfMonth(month: string): PlainDate {
  const { year, month: number, daysInMonth } = Temporal.PlainYearMonth.from(month);
  return Temporal.PlainDate.from({ year, month: number, day: daysInMonth }).toString();
}
