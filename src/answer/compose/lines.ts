import { type Dated, endsOf } from '../../knowledge/in-time.ts';
import type { Consultation } from '../../knowledge/schema.ts';
import { formatDate } from '../../time/format.ts';
import { meetingReference } from '../cite.ts';
import { citing, type Draft, draftOf, type Line, opened } from '../draft.ts';
import type { Given } from '../given.ts';
import { type Told, tell } from '../told.ts';
import type { Point } from './points.ts';

/** Answers one kind of question; `undefined` where the record gives it nothing to answer with, so that the question is refused. */
export type Composer = (given: Given) => Draft | undefined;

/** A line about the meeting itself: date, place, participants. */
export function meetingLine(consultation: Consultation, given: Given, text: (told: Told) => string): Line {
  const references = meetingReference(consultation);
  return { text: text(tell(consultation, given)), references, consultation: consultation.id };
}

/** A line over several meetings, cited by each of those it names. */
export function summaryLine(text: string, consultations: readonly Consultation[]): Line {
  return citing(text, consultations.flatMap(meetingReference));
}

/** A line that asserts nothing from the record. */
export function plainLine(text: string): Line {
  return citing(text, []);
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
export function statementLine(point: Point, given: Given): Line {
  return saying(point, given, (told, statement) => given.say.framed(told, statement));
}

/** A statement with words of its own where it stands alone. */
export function saying(point: Point, given: Given, alone: (told: Told, statement: string) => string): Line {
  const { consultation, outcome } = point;
  const { say, language } = given;
  return lateLine({ references: outcome.sources, consultation: consultation.id, point }, () => {
    const told = tell(consultation, given);
    const statement = outcome[language];
    return { text: alone(told, statement), under: { heading: say.heading(told), text: say.outcome(statement) } };
  });
}

/** Statements, each as a line. */
export function statementLines(points: readonly Point[], given: Given): readonly Line[] {
  return points.map((each) => statementLine(each, given));
}

/** The same as a full sentence, for a first line. */
export function leadLine(point: Point, given: Given): Line {
  const isOfBoth = point.outcome.by === undefined;
  return saying(point, given, (told, statement) => given.say.said(told, statement, isOfBoth ? told.pair : null));
}

/** The first statement as the first line, the others below it. */
export function statementsDraft(points: readonly Point[], given: Given): Draft | undefined {
  return draftOf(points.map((each, at) => (at === 0 ? leadLine : statementLine)(each, given)));
}

/** Statements without a claim: of what nothing tells in full they come closest. */
export function closestDraft(points: readonly Point[], given: Given): Draft | undefined {
  return opened(statementsDraft(points, given), given.say.closest);
}

/** The day of a meeting; where the first or the latest was asked for, it is called so. */
export function heldLine(consultation: Consultation, given: Given, inWords = (told: Told) => told): Line {
  const { say, scope, query } = given;
  const { side = 'both', skip = 0 } = query.order ?? {};
  return meetingLine(consultation, given, (told) =>
    side === 'both' ? say.heldOn(inWords(told)) : say.extreme(side, inWords(told), scope, skip + 1),
  );
}

/** Who took part: a sentence of its own, and under the meeting's name those people alone. */
export function attendedLine(consultation: Consultation, given: Given): Line {
  const { say } = given;
  const told = tell(consultation, given);
  const line = meetingLine(consultation, given, say.attended);
  const under = { heading: say.heading(told), text: say.present(told) };
  return told.attendees.length === 0 ? line : { ...line, under };
}

/** The same; nothing where the record names nobody. */
export function attendedLines(consultation: Consultation, given: Given): readonly Line[] {
  return consultation.participants.length > 0 ? [attendedLine(consultation, given)] : [];
}

/** One short line of a list: date, title, place; in full with who was there. */
export function itemLine({ consultation }: Dated, given: Given, form: 'item' | 'full' = 'item'): Line {
  const line = { references: meetingReference(consultation), consultation: consultation.id };
  return lateLine(line, () => ({ text: given.say[form](tell(consultation, given)) }));
}

/** The same of several. */
export function itemLines(all: readonly Dated[], given: Given): readonly Line[] {
  return all.map((each) => itemLine(each, given));
}

/** The papers of one meeting, or those of them that are meant, cited by their own pages where these are sources of its record. */
export function documentLines(
  consultation: Consultation,
  given: Given,
  papers = consultation.documents,
): readonly Line[] {
  const titles = papers.map(({ title }) => title[given.language]);
  if (titles.length === 0) return [];
  const line = meetingLine(consultation, given, (told) => given.say.documents(told, titles));
  const own = [
    ...new Set([
      ...consultation.sources,
      ...consultation.outcomes.flatMap((one) => one.sources.map(({ source }) => source)),
    ]),
  ]
    .filter((id) => papers.some(({ url }) => url === given.knowledge.sources.get(id)?.url))
    .map((source) => ({ source }));
  return [own.length > 0 ? { ...line, references: own } : line];
}

/** From first to last day on record, and how many. */
export function coverageIn({ knowledge, language }: Given) {
  const { from, to, consultations } = knowledge.coverage;
  return { from: formatDate(from, language), to: formatDate(to, language), consultations };
}

/** The dates of the first and last, as a reader writes them. */
export function spanOf(all: readonly Dated[], { language }: Given): readonly [from: string, to: string] {
  const [first, last = first] = endsOf(all);
  return [first ? formatDate(first.date, language) : '', last ? formatDate(last.date, language) : ''];
}
