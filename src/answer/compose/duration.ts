import type { Question } from '../../question/question.ts';
import type { Evidence } from '../../retrieval/evidence.ts';
import { type Composing, type Draft, idsOf } from '../draft.ts';
import { inOrder, meetingLine, wordsFor } from './lines.ts';

const LONGEST = /\blongest\b|(?:一番|いちばん|最も|もっとも)長|最長/i;
const SHORTEST = /\bshortest\b|(?:一番|いちばん|最も|もっとも)短|最短/i;

/** Whether a question asks how long a meeting took, and not how long ago it was. */
export function asksForDuration({ text, topics }: Question): boolean {
  return (
    topics.length === 0 &&
    (/\bhow (?:long|many (?:minutes|hours)) (?:was|were|did|is)\b(?!.{0,40}\b(?:since|ago)\b)|\b(?:duration|length) of\b/i.test(
      text,
    ) ||
      /何分|何時間|所要時間|会談時間|どの?(?:くらい|ぐらい)の(?:時間|長さ)|(?:長さは|何分間)/.test(text) ||
      LONGEST.test(text) ||
      SHORTEST.test(text))
  );
}

/** How long each meeting took; `undefined` where no length is on record. */
export function composeDuration(composing: Composing): Draft | undefined {
  const { say, tell } = wordsFor(composing);
  const evidence = inOrder(composing.evidence, composing.question);
  const known = evidence.filter(({ consultation }) => consultation.durationMinutes !== undefined);
  const timed = byLength(known, composing.question.text);
  const [headline, ...lines] = timed.map(({ consultation }) =>
    meetingLine(say.lasted(tell(consultation), consultation.durationMinutes ?? 0), consultation),
  );
  if (headline === undefined) return undefined;
  const notes = timed === known ? [] : [say.lengthKnown(known.length, evidence.length)];
  return { status: 'answered', headline, lines, notes, consultations: idsOf(timed) };
}

/** Of the longest or shortest, how many are told. */
const mostRanked = 7;

/** As they stand, or the longest or shortest first where that is asked for. */
function byLength(known: readonly Evidence[], text: string): readonly Evidence[] {
  const sign = LONGEST.test(text) ? -1 : SHORTEST.test(text) ? 1 : 0;
  if (sign === 0) return known;
  const minutes = ({ consultation }: Evidence) => consultation.durationMinutes ?? 0;
  return [...known].sort((a, b) => sign * (minutes(a) - minutes(b))).slice(0, mostRanked);
}
