import type { Statement } from '../answer/answer.ts';
import { type Citer, meetingReference } from '../answer/cite.ts';
import { elapsedBetween } from '../answer/elapsed.ts';
import { phrases } from '../answer/phrases/phrases.ts';
import { type Told, tell } from '../answer/told.ts';
import type { DigestRequest } from '../desk.ts';
import { withChildren } from '../knowledge/filter.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Act, Consultation, Outcome } from '../knowledge/schema.ts';
import { periodOfEventDate } from '../time/calendar.ts';
import type { PlainDate } from '../time/period.ts';
import { hasDay } from './calendar.ts';
import type { Difference } from './differences.ts';
import type { News } from './news.ts';
import { lastChange } from './seen.ts';
import { wording } from './wording/wording.ts';

/** People of a meeting who are named; the others are counted. */
const mostNamed = 4;
/** Sentences of each difference that are quoted. */
const mostQuoted = 2;
/** Pages behind a line that only counts. */
const mostPages = 3;

/** The statements of one meeting: the first stands under its name. */
export type Meeting = readonly [Statement, ...Statement[]];

/** Tells consultations in sentences of the digest's language, each under the meeting's name and day. */
export function createTeller(
  knowledge: KnowledgeBase,
  { date, language, filters }: Pick<DigestRequest, 'date' | 'language' | 'filters'>,
  citer: Citer,
) {
  const words = wording(language);
  const say = phrases(language);
  const topics = withChildren(filters?.topics, knowledge.topics);
  const names = {
    person: (id: string) => knowledge.people.get(id)?.names[language] ?? id,
    framework: (id: string) => knowledge.frameworks.get(id)?.names[language] ?? id,
  };

  function headed(consultation: Consultation, distance: string | null) {
    const told = tell(consultation, { knowledge, language });
    const heading = say.heading({ ...told, name: titleOf(told) });
    return distance === null ? heading : words.distant(heading, distance);
  }

  function quoted(outcome: Outcome, frame = (sentence: string) => sentence): Omit<Statement, 'consultation'> {
    return { text: frame(say.outcome(outcome[language])), citations: citer.cite(outcome.sources) };
  }

  function of(difference: Difference, { sources }: Consultation): readonly Omit<Statement, 'consultation'>[] {
    const text = words.difference(difference, names);
    if (difference.of !== 'added' && difference.of !== 'reworded') {
      return [{ text, citations: citer.cite(sources.slice(0, 1).map((source) => ({ source }))) }];
    }
    const { outcomes } = difference;
    const frame = difference.of === 'added' ? words.addedSentence : words.rewordedSentence;
    const [only] = outcomes;
    if (outcomes.length === 1 && only !== undefined) return [quoted(only, frame)];
    const citations = citer.cite(outcomes.flatMap((outcome) => outcome.sources)).slice(0, mostPages);
    return [
      { text, citations },
      ...telling(outcomes, topics)
        .slice(0, mostQuoted)
        .map((outcome) => quoted(outcome)),
    ];
  }

  /** How long before or after the digest's day; `null` where the record does not know the day well enough to say. */
  function distanceOf(consultation: Consultation): string | null {
    const { from, to } = periodOfEventDate(consultation.date);
    if (from > date) return hasDay(consultation) ? words.inDays(elapsedBetween(date, from).total) : null;
    return hasDay(consultation) ? words.ago(elapsedBetween(to, date)) : words.monthsAgo(monthsBetween(from, date));
  }

  return {
    /** Who met and where, then the outcomes that say most to this channel, `most` of them. */
    meeting(consultation: Consultation, most: number, distance = distanceOf(consultation)): Meeting {
      const told = tell(consultation, { knowledge, language });
      const shown = told.attendees.slice(0, mostNamed);
      const heading = headed(consultation, distance);
      const outcomes = telling(consultation.outcomes, topics).slice(0, most);
      const sentence = isPlanned(consultation, date) ? words.planned(told, shown) : words.gathered(told, shown);
      const basis = { text: sentence, citations: citer.cite(meetingReference(consultation)) };
      const [first, ...rest] = outcomes.map((outcome) => quoted(outcome));
      // That it took place says the heading already.
      if (saysNoMore(told) && first !== undefined) return under(consultation, heading, [first, ...rest]);
      return under(consultation, heading, [basis, ...(first === undefined ? [] : [first, ...rest])]);
    },
    /** What was corrected, difference by difference. */
    correction({ consultation, differences }: Extract<News, { kind: 'corrected' }>): Meeting {
      const heading = headed(consultation, distanceOf(consultation));
      const revised = () => ({
        text: words.revised(lastChange(consultation)),
        citations: citer.cite(meetingReference(consultation)),
      });
      const [first, ...rest] = (differences ?? []).flatMap((difference) => of(difference, consultation));
      return under(consultation, heading, [first ?? revised(), ...rest]);
    },
  };
}

function under(
  { id }: Consultation,
  heading: string,
  [first, ...rest]: readonly [Omit<Statement, 'consultation'>, ...Omit<Statement, 'consultation'>[]],
): Meeting {
  return [{ ...first, heading, consultation: id }, ...rest.map((each) => ({ ...each, consultation: id }))];
}

/** Whether neither who nor where is known. */
function saysNoMore({ attendees, place }: Told): boolean {
  return attendees.length === 0 && place === null;
}

/** Whether a consultation is still to come on a day, as far as the record tells. */
export function isPlanned(consultation: Consultation, date: PlainDate): boolean {
  return consultation.outcomes.length === 0 && periodOfEventDate(consultation.date).from >= date;
}

/** The title without its closing brackets where they only repeat the place or who met. */
function titleOf({ title, name, place, attendees }: Told): string {
  const remark = title.slice(name.length);
  const inner = remark.trim().replace(/^[(（]|[)）]$/g, '');
  if (inner === '') return title;
  const repeats = (part: string) => part.length > 1 && inner.includes(part);
  const places = (place ?? '').split(/[・、,()（） ]+/);
  const families = attendees.flatMap((each) => each.name.split(/[・ ]/));
  return place?.includes(inner) || [...places, ...families].some(repeats) ? name : title;
}

/** Acts that say something was settled. */
const settled: ReadonlySet<Act> = new Set<Act>(['agreed', 'confirmed', 'reaffirmed', 'signed', 'announced']);

/** What is on the filter's topics comes first, and what was settled before mere talk; else in the record's order. */
function telling(outcomes: readonly Outcome[], topics: ReadonlySet<string> | null): readonly Outcome[] {
  const rank = ({ topics: on, act }: Outcome) =>
    (topics === null || on.some((id) => topics.has(id)) ? 0 : 2) + (settled.has(act) ? 0 : 1);
  return [...outcomes].sort((a, b) => rank(a) - rank(b));
}

function monthsBetween(from: PlainDate, to: PlainDate): number {
  return Temporal.PlainDate.from(from).with({ day: 1 }).until(to, { largestUnit: 'month' }).months;
}
