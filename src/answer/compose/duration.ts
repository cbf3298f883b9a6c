import type { Question } from '../../question/question.ts';
import { type Composing, type Draft, idsOf } from '../draft.ts';
import { inOrder, meetingLine, wordsFor } from './lines.ts';

/** Whether a question asks how long a meeting took, and not how long ago it was. */
export function asksForDuration({ text, topics }: Question): boolean {
  return (
    topics.length === 0 &&
    (/\bhow (?:long|many (?:minutes|hours)) (?:was|were|did|is)\b(?!.{0,40}\b(?:since|ago)\b)|\b(?:duration|length) of\b/i.test(
      text,
    ) ||
      /何分|何時間|所要時間|会談時間|どの?(?:くらい|ぐらい)の(?:時間|長さ)|(?:長さは|何分間)/.test(text))
  );
}

/** How long each meeting took; `undefined` where no length is on record. */
export function composeDuration(composing: Composing): Draft | undefined {
  const { say, tell } = wordsFor(composing);
  const evidence = inOrder(composing.evidence, composing.question);
  const timed = evidence.filter(({ consultation }) => consultation.durationMinutes !== undefined);
  const [headline, ...lines] = timed.map(({ consultation }) =>
    meetingLine(say.lasted(tell(consultation), consultation.durationMinutes ?? 0), consultation),
  );
  if (headline === undefined) return undefined;
  return { status: 'answered', headline, lines, notes: [], consultations: idsOf(timed) };
}
