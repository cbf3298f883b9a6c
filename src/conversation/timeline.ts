import type { Answer, Timeline } from '../answer/answer.ts';
import type { Desk } from '../desk.ts';
import type { Filters } from '../knowledge/filter.ts';
import { type NamedFilters, resolveFilters } from '../knowledge/resolve.ts';
import { assumed, blankQuery } from '../reading/blank.ts';
import { type Constraint, idsIn, type Query, type Role } from '../reading/query.ts';
import type { Language } from '../text/language.ts';
import type { Clock, Period, PlainDate } from '../time/period.ts';
import { phrases } from './phrases.ts';

/** A timeline as somebody asked for it: in free words ("2+2 2025"), by names chosen apart, or both. */
export type TimelineWords = {
  readonly text?: string | undefined;
  readonly named?: NamedFilters | undefined;
};

/** What was typed could not be read: a sentence for the person alone. */
export type Unread = { readonly kind: 'unread'; readonly text: string };
/**
 * A timeline with the answer that stands for it in follow-ups and buttons. Where the timeline is empty, that answer says so, with what is
 * nearest and what the record covers.
 */
export type Drawn = { readonly kind: 'timeline'; readonly timeline: Timeline; readonly answer: Answer };

/**
 * Draws up a timeline. The words stand for themselves, whatever was asked before, and nothing typed is passed over: what cannot
 * narrow a timeline is told instead. `language` counts where the words do not show theirs.
 */
export function drawUp(
  desk: Desk,
  { text = '', named = {} }: TimelineWords,
  { clock, language: fallbackLanguage }: { clock: Clock; language: Language },
): Drawn | Unread {
  const chosen = resolveFilters(named, desk.knowledge());
  const [unknown] = chosen.unresolved;
  if (unknown !== undefined) {
    const nearest = unknown.nearest.map((each) => each[fallbackLanguage]);
    return { kind: 'unread', text: phrases(fallbackLanguage).unknownFilter(unknown.name, nearest) };
  }
  const query = text.trim() === '' ? undefined : desk.understand({ text, clock, fallbackLanguage }).query;
  const language = query?.language ?? fallbackLanguage;
  if (query !== undefined && !canNarrow(query)) {
    return { kind: 'unread', text: phrases(language).noSuchTimeline(text.trim()) };
  }
  const ids = (kind: keyof Filters, role: Role) => [
    ...new Set([...(chosen.filters[kind] ?? []), ...(query === undefined ? [] : idsIn(query, role))]),
  ];
  const filters = {
    frameworks: ids('frameworks', 'framework'),
    topics: ids('topics', 'topic'),
    people: ids('people', 'person'),
    countries: ids('countries', 'member'),
  };
  const period = query?.period ?? undefined;
  const timeline = desk.timeline({ clock, language, period, filters });
  // The whole record is no period of its own: what is nearest may then differ in anything else.
  const asked = period ?? (timeline.filters === undefined ? { from: timeline.from, to: timeline.to } : null);
  return { kind: 'timeline', timeline, answer: desk.reask(listQuery(language, asked, filters), { clock, language }) };
}

/** "List the consultations of this period", narrowed by ids of each kind; an empty list does not narrow. */
export function listQuery(
  language: Query['language'],
  period: Query['period'],
  filters: {
    readonly people: readonly string[];
    readonly frameworks: readonly string[];
    readonly topics: readonly string[];
    readonly countries: readonly string[];
  },
): Query {
  const some = (role: Role, ids: readonly string[], more?: Partial<Constraint>) =>
    ids.length === 0 ? [] : [assumed(role, ids, more)];
  return blankQuery({
    language,
    ask: 'list',
    period,
    constraints: [
      ...some('framework', filters.frameworks),
      ...some('person', filters.people),
      ...some('member', filters.countries),
      ...some('topic', filters.topics, { subject: true }),
    ],
  });
}

const NARROWING: ReadonlySet<Role> = new Set(['framework', 'topic', 'person', 'member']);

/** Whether all that was typed is a period or names that a timeline can be narrowed to. */
function canNarrow({ constraints, period }: Query): boolean {
  const typed = constraints.filter(({ origin }) => origin !== 'assumed');
  const readable = typed.every(({ role, negated }) => NARROWING.has(role) && !negated);
  return readable && (typed.length > 0 || period !== null);
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
