import type { Consultation } from '../../knowledge/schema.ts';
import { formatDateWithWeekday } from '../../time/format.ts';
import { type Composing, type Draft, idsOf } from '../draft.ts';
import type { Told } from '../told.ts';
import { byDate, inOrder, isTopical, meetingLine, outcomeLine, outcomesOf, summaryLine, wordsFor } from './lines.ts';

/** Dates named in a first line; the rest are counted. */
const mostDates = 5;

/** A date is said with its day of the week to whoever asks for that. */
const WEEKDAY = /\b(?:what|which) (?:day of the week|week ?day)\b|\bday of the week\b|何曜日?|曜日/i;

/** On which day, with the precision of the record. `evidence` is not empty. */
export function composeWhen(composing: Composing): Draft {
  const { question } = composing;
  const words = wordsFor(composing);
  const { say, scope } = words;
  const isWeekdayAsked = WEEKDAY.test(question.text);
  const tell = (consultation: Consultation): Told => {
    const told = words.tell(consultation);
    return isWeekdayAsked ? { ...told, date: formatDateWithWeekday(consultation.date, composing.language) } : told;
  };
  const evidence = byDate(inOrder(composing.evidence, question));
  const [main, ...others] = evidence;
  if (main === undefined) throw new RangeError('composeWhen needs evidence');

  const details = evidence.flatMap((each) => {
    const told = tell(each.consultation);
    const [outcome] = isTopical(question) ? outcomesOf(each, question) : [];
    if (outcome !== undefined) {
      const text = say.framed(told, outcome[composing.language]);
      return [outcomeLine(text, outcome, each.consultation)];
    }
    if (others.length > 0) return [meetingLine(say.item(told), each.consultation)];
    return told.attendees.length > 0 ? [meetingLine(say.attended(told), each.consultation)] : [];
  });

  if (others.length === 0) {
    return {
      status: 'answered',
      headline: meetingLine(say.heldOn(tell(main.consultation)), main.consultation),
      lines: details,
      notes: [],
      consultations: idsOf(evidence),
    };
  }
  const dates = [...new Set(evidence.map(({ consultation }) => tell(consultation).date))];
  const shown = evidence
    .map(({ consultation }) => consultation)
    .filter((each) => dates.slice(0, mostDates).includes(tell(each).date));
  return {
    status: 'answered',
    headline: summaryLine(
      say.dates(scope, dates.slice(0, mostDates), Math.max(0, dates.length - mostDates)),
      shown.slice(0, mostDates),
    ),
    lines: details,
    notes: [],
    consultations: idsOf(evidence),
  };
}
