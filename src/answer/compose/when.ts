import { formatDateWithWeekday } from '../../time/format.ts';
import { answered, type Line } from '../draft.ts';
import type { Given } from '../given.ts';
import type { Told } from '../told.ts';
import { entriesIn } from './entries.ts';
import {
  byDate,
  type Composer,
  idsOf,
  itemLine,
  meetingLine,
  newestFirst,
  statementLine,
  summaryLine,
  toldOf,
} from './lines.ts';
import { composePlanned } from './planned.ts';
import { meant, type Point, saidOn } from './points.ts';

/** Dates named in a first line; the rest are counted. */
const mostDates = 5;

/** On which day, with the precision of the record. Opens with the date, one where one meeting is meant; then what was said there. */
export const composeWhen: Composer = (given) => {
  const { query, found, say, scope } = given;
  if (query.measure === 'plan') return composePlanned(given);
  const fitting = meant(found.chosen, query);
  const [main, ...others] = byDate(issued(fitting, given) ?? fitting);
  if (main === undefined) return undefined;
  if (others.length === 0) {
    const point = saidOn(main, given);
    const line = point === undefined ? heldLine(main, given) : datedLine(point, given);
    return answered(line, [], { consultations: idsOf([main]) });
  }
  const dateOf = (each: (typeof fitting)[number]) => dated(each.consultation, given).date;
  const days = new Set(fitting.map(dateOf)).size;
  // In order of time where all are named; else the newest, and those before them are counted.
  const sorted = days > mostDates ? newestFirst(fitting) : byDate(fitting);
  const shown = [...new Set(sorted.map(dateOf))].slice(0, mostDates);
  const named = sorted.filter((each) => shown.includes(dateOf(each))).map(({ consultation }) => consultation);
  const lines = sorted.map((each): Line => {
    const point = saidOn(each, given);
    return point === undefined ? itemLine(each.consultation, given) : statementLine(point, given);
  });
  return answered(summaryLine(say.dates(scope, shown, days - shown.length), named.slice(0, mostDates)), lines, {
    consultations: idsOf(sorted),
  });
};

/** A paper came out on its own day, whenever else it was spoken of. */
function issued(fitting: Given['found']['chosen'], given: Given): Given['found']['chosen'] | undefined {
  const days = entriesIn(given).flatMap(({ kind, id }) =>
    kind === 'document' ? (given.knowledge.documents.get(id)?.date ?? []) : [],
  );
  const own = fitting.filter(({ consultation }) => days.includes(consultation.date));
  return own.length > 0 ? own : undefined;
}

/** The day of one meeting; asked for the first or the latest, it is called so. */
function heldLine(main: { readonly consultation: Point['consultation'] }, given: Given): Line {
  const { say, query, scope } = given;
  const { consultation } = main;
  const told = dated(consultation, given);
  const { order } = query;
  if (order === undefined || order.side === 'both') return meetingLine(say.heldOn(told), consultation);
  return meetingLine(say.extreme(order.side, told, scope, order.skip + 1), consultation);
}

function datedLine(point: Point, given: Given): Line {
  const { say, language } = given;
  const told = dated(point.consultation, given);
  return {
    text: say.onTheDay(told, point.outcome[language]),
    references: point.outcome.sources,
    consultation: point.consultation.id,
  };
}

/** A date is said with its day of the week to whoever asks for that. */
function dated(consultation: Point['consultation'], given: Given): Told {
  const told = toldOf(given, consultation);
  return given.query.measure === 'weekday'
    ? { ...told, date: formatDateWithWeekday(consultation.date, given.language) }
    : told;
}
