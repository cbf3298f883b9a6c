import type { Consultation } from '../../knowledge/schema.ts';
import { periodOfEventDate } from '../../time/calendar.ts';
import { formatDate } from '../../time/format.ts';
import { meetingReference } from '../cite.ts';
import type { Draft, Line } from '../draft.ts';
import type { Given } from '../given.ts';
import { type Told, tell } from '../told.ts';
import type { Point } from './points.ts';

/** Answers one kind of question; `undefined` where the record gives it nothing to answer with, so that the question is refused. */
export type Composer = (given: Given) => Draft | undefined;

/** A consultation in the words of the answer's language. */
export function toldOf({ knowledge, language }: Given, consultation: Consultation): Told {
  return tell(consultation, knowledge, language);
}

/** A line about the meeting itself: date, place, participants. */
export function meetingLine(text: string, consultation: Consultation): Line {
  return { text, references: meetingReference(consultation), consultation: consultation.id };
}

/** A line over several meetings, cited by each of those it names. */
export function summaryLine(text: string, consultations: readonly Consultation[]): Line {
  return { text, references: consultations.flatMap(meetingReference), consultation: null };
}

/** A line that asserts nothing from the record. */
export function plainLine(text: string): Line {
  return { text, references: [], consultation: null };
}

/** A line whose words are put together when they are first looked at: of hundreds of lines a page shows five. */
function lateLine(line: Omit<Line, 'text' | 'under'>, inWords: () => Words): Line {
  let said: Words | undefined;
  const words = () => {
    said ??= inWords();
    return said;
  };
  return {
    ...line,
    get text() {
      return words().text;
    },
    get under() {
      return words().under;
    },
  };
}
type Words = Pick<Line, 'text' | 'under'>;

/** A statement: alone it names its meeting, beside others of the same meeting it stands under that meeting's name. */
export function statementLine({ consultation, outcome }: Point, given: Given): Line {
  const { say, language } = given;
  return lateLine({ references: outcome.sources, consultation: consultation.id }, () => {
    const told = toldOf(given, consultation);
    return {
      text: say.framed(told, outcome[language]),
      under: { heading: say.heading(told), text: say.outcome(outcome[language]) },
    };
  });
}

/** The same as a full sentence, for a first line. */
export function leadLine({ consultation, outcome }: Point, given: Given): Line {
  const { say, language } = given;
  const told = toldOf(given, consultation);
  const pair = outcome.by === undefined ? told.pair : null;
  return {
    text: say.said(told, outcome[language], pair),
    references: outcome.sources,
    consultation: consultation.id,
    under: { heading: say.heading(told), text: say.outcome(outcome[language]) },
  };
}

/** Who took part: a sentence of its own, and under the meeting's name those people alone. */
export function attendedLine(consultation: Consultation, given: Given): Line {
  const { say } = given;
  const told = toldOf(given, consultation);
  const line = meetingLine(say.attended(told), consultation);
  return told.attendees.length === 0
    ? line
    : { ...line, under: { heading: say.heading(told), text: say.present(told) } };
}

/** One short line of a list: date, title, place; in full with who was there. */
export function itemLine(consultation: Consultation, given: Given, form: 'item' | 'full' = 'item'): Line {
  const line = { references: meetingReference(consultation), consultation: consultation.id };
  return lateLine(line, () => ({ text: given.say[form](toldOf(given, consultation)) }));
}

/** Ids in their order. */
export function idsOf(all: readonly { readonly consultation: Consultation }[]): readonly string[] {
  return all.map(({ consultation }) => consultation.id);
}

/** By date, earliest first. A month alone comes before its days. */
export function byDate<T extends { readonly consultation: Consultation }>(all: readonly T[]): readonly T[] {
  return all
    .map((each) => ({ each, at: placeInTime(each.consultation) }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ each }) => each);
}

/** By date, newest first. */
export function newestFirst<T extends { readonly consultation: Consultation }>(all: readonly T[]): readonly T[] {
  return [...byDate(all)].reverse();
}

/** The order in time that was asked for, else the one given. */
export function inTime<T extends { readonly consultation: Consultation }>(
  all: readonly T[],
  sort: 'newest' | 'oldest',
): readonly T[] {
  return sort === 'newest' ? newestFirst(all) : byDate(all);
}

/** First and last by date; one when they are the same. */
export function endsOf(all: readonly { readonly consultation: Consultation }[]): readonly Consultation[] {
  const sorted = byDate(all).map(({ consultation }) => consultation);
  return [...new Set([sorted[0], sorted.at(-1)])].filter((each) => each !== undefined);
}

/** The dates of the first and last, as a reader writes them. */
export function spanOf(
  all: readonly { readonly consultation: Consultation }[],
  { language }: Given,
): readonly [from: string, to: string] {
  const [first, last = first] = endsOf(all);
  return [first ? formatDate(first.date, language) : '', last ? formatDate(last.date, language) : ''];
}

/** The papers of one meeting. */
export function documentLines(consultation: Consultation, given: Given): readonly Line[] {
  const titles = consultation.documents.map(({ title }) => title[given.language]);
  return titles.length === 0
    ? []
    : [meetingLine(given.say.documents(toldOf(given, consultation), titles), consultation)];
}

/** From first to last day on record, and how many. */
export function coverageIn({ knowledge, language }: Given): {
  readonly from: string;
  readonly to: string;
  readonly consultations: number;
} {
  const { from, to, consultations } = knowledge.coverage;
  return { from: formatDate(from, language), to: formatDate(to, language), consultations };
}

function placeInTime({ date, id }: Consultation): string {
  return `${periodOfEventDate(date).from} ${date} ${id}`;
}
