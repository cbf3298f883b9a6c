import { type Composing, type Draft, idsOf } from '../draft.ts';
import { inOrder, meetingLine, summaryLine, wordsFor } from './lines.ts';

/** Venues named in a first line; the rest are counted. */
const mostPlaces = 5;

/** Where it was held; a telephone talk has no venue, and that is the answer. `evidence` is not empty. */
export function composeWhere(composing: Composing): Draft {
  const { say, scope, tell } = wordsFor(composing);
  const evidence = inOrder(composing.evidence, composing.question);
  const [main, ...others] = evidence;
  if (main === undefined) throw new RangeError('composeWhere needs evidence');
  const { format } = main.consultation;
  const lines = evidence.map(({ consultation }) => meetingLine(say.heldAt(tell(consultation)), consultation));
  const placed = evidence.map(({ consultation }) => consultation).filter(({ place }) => place !== undefined);
  if (others.length === 0) {
    return {
      status: placed.length > 0 || format === 'telephone' || format === 'video' ? 'answered' : 'not-found',
      headline: meetingLine(say.heldAt(tell(main.consultation)), main.consultation),
      lines: [],
      notes: [],
      consultations: idsOf(evidence),
    };
  }
  if (placed.length === 0) {
    const [headline, ...rest] = lines;
    if (headline === undefined) throw new RangeError('composeWhere needs evidence');
    return { status: 'answered', headline, lines: rest, notes: [], consultations: idsOf(evidence) };
  }

  const places = new Map<string, typeof placed>();
  for (const consultation of placed) {
    const name = consultation.place?.[composing.language] ?? '';
    places.set(name, [...(places.get(name) ?? []), consultation]);
  }
  const sorted = [...places].sort(([, a], [, b]) => b.length - a.length);
  const shown = sorted.slice(0, mostPlaces);
  return {
    status: 'answered',
    headline: summaryLine(
      say.places(
        scope,
        shown.map(([name, at]) => ({ name, count: at.length })),
        sorted.length - shown.length,
      ),
      shown.flatMap(([, at]) => at.slice(0, 1)),
    ),
    lines,
    notes: [],
    consultations: idsOf(evidence),
  };
}
