import { byDate, newestFirst } from '../../knowledge/in-time.ts';
import type { Act, Consultation } from '../../knowledge/schema.ts';
import { idsIn, type Query } from '../../reading/query.ts';
import type { Finding } from '../../search/found.ts';
import { formatDateWithWeekday } from '../../time/format.ts';
import { answered, type Draft } from '../draft.ts';
import { asking, type Given, plainly } from '../given.ts';
import { type Told, tell } from '../told.ts';
import { entriesIn } from './entries.ts';
import { type Composer, heldLine, saying, statementsDraft, summaryLine } from './lines.ts';
import { meetingLines, nearOnly } from './list.ts';
import { besides, bestOf, isTopical, meant, type Point, saidOn } from './points.ts';

/** Dates named in a first line; the rest are counted. */
const mostDates = 5;

/** On which day, with the precision of the record. Opens with the date, one where one meeting is meant; then what was said there. */
export const composeWhen: Composer = (given) => {
  const { query, found, say, scope } = given;
  if (query.measure === 'event') return ofEvent(given);
  const fitting = doneAt(meant(found.chosen, query), query);
  const [main, ...others] = byDate(issued(found.chosen, given) ?? fitting);
  if (main === undefined) return undefined;
  const near = nearOnly(given);
  if (near !== undefined) return near;
  if (others.length === 0) {
    const point = saidOn(main, query);
    const told = dated(main.consultation, given);
    const line =
      point === undefined
        ? heldLine(main.consultation, given, () => told)
        : saying(point, given, (_, statement) => say.onTheDay(told, statement));
    return answered(line);
  }
  const dateOf = ({ consultation }: Finding) => dated(consultation, given).date;
  const days = new Set(fitting.map(dateOf)).size;
  // In order of time where all are named or the first are wanted; else the newest, and those before them are counted.
  const isOldestFirst = days <= mostDates || query.sort === 'oldest';
  const sorted = isOldestFirst ? byDate(fitting) : newestFirst(fitting);
  const shown = [...new Set(sorted.map(dateOf))].slice(0, mostDates);
  const named = sorted.filter((each) => shown.includes(dateOf(each))).map(({ consultation }) => consultation);
  const headline = summaryLine(
    say.dates(scope, shown, fitting.length - named.length, isOldestFirst ? 'after' : 'before'),
    named.slice(0, mostDates),
  );
  return answered(headline, meetingLines(sorted, given));
};

/** "In which month was the exercise first held": the day of a meeting that spoke of it is not its own, so that the statement alone opens. */
function ofEvent(given: Given): Draft | undefined {
  const { query } = given;
  const { found } = asking(given, { ...plainly(query), measure: undefined });
  const isFirst = query.order?.side === 'first';
  const telling = ({ outcome }: Point) =>
    (isFirst && FIRST.test(`${outcome.ja} ${outcome.en}`) ? 2 : 0) + (DATED.test(outcome.ja) ? 1 : 0);
  const points = bestOf(found.chosen);
  // Its days may be told in a sentence of their own.
  const all = [...points, ...besides(points).filter(({ outcome }) => DATED.test(outcome.ja))];
  const sorted = all.toSorted((a, b) => telling(b) - telling(a));
  return statementsDraft(sorted, given);
}

/** A statement that tells of a first time; one that tells a month or day. */
const FIRST = /初めて|最初|初の|\bfirst\b/;
const DATED = /\d月|\d日/;

/** What is only said again, or talked about, was decided at another time. */
const RETOLD: ReadonlySet<Act> = new Set(['reaffirmed', 'discussed']);

/** "When was it decided": the meetings that did it, and not those that speak of it later. */
function doneAt(fitting: readonly Finding[], query: Query): readonly Finding[] {
  const isDecision = idsIn(query, 'act').some((act) => act === 'agreed' || act === 'signed');
  const isRetold = (each: Finding) => RETOLD.has(bestOf([each])[0]?.outcome.act ?? 'agreed');
  const own = isDecision && isTopical(query) ? fitting.filter((each) => !isRetold(each)) : [];
  return own.length > 0 ? own : fitting;
}

/** A paper came out on its own day, whenever else it was spoken of. */
function issued(fitting: readonly Finding[], given: Given): readonly Finding[] | undefined {
  const days = entriesIn(given).flatMap(({ kind, id }) =>
    kind === 'document' ? (given.knowledge.documents.get(id)?.date ?? []) : [],
  );
  const own = fitting.filter(({ consultation }) => days.includes(consultation.date));
  return own.length > 0 ? own : undefined;
}

/** A date is said with its day of the week to whoever asks for that. */
function dated(consultation: Consultation, given: Given): Told {
  const told = tell(consultation, given);
  return given.query.measure === 'weekday'
    ? { ...told, date: formatDateWithWeekday(consultation.date, given.language) }
    : told;
}
