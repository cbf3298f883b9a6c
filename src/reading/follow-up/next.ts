import { hasCue } from '../annotation.ts';
import { listed } from '../patterns.ts';
import type { Turn } from './turn.ts';

/** 「次回」, 翌年: the one after what was shown, and not the one before. */
export const isLater = ({ annotated }: Turn) => hasCue(annotated, 'order.next') || tellsTimeOfNext(annotated);

const tellsTimeOfNext = (annotated: Turn['annotated']) => hasCue(annotated, 'shift.+year', 'shift.+month');

/** Whether the meeting next to the one shown is asked for, and not a time. */
export function isStep(turn: Turn): boolean {
  const { annotated, previous, lean, counted } = turn;
  const isShown = (previous.answered ?? []).length > 0 && !lean.hasTime && (counted === undefined || 'side' in counted);
  const isLast = lean.elliptic && hasCue(annotated, 'order.beforelast');
  const isNext = isLast || hasCue(annotated, 'order.next', 'order.previous', 'order.again');
  return (isShown && isNext) || isPlanOfNext(turn);
}

/** 「翌年はどこで開くことになった？」: of the meeting that the one shown planned for a time told from its own. */
export function isPlanOfNext(turn: Turn): boolean {
  return (turn.previous.answered ?? []).length > 0 && tellsTimeOfNext(turn.annotated) && asksPlan(turn);
}

const tellsPlan = listed('tells-plan');

/** 「次回はどこで開くと決めた？」: what the meeting shown said of its next one. */
export function asksPlan({ annotated, lean }: Turn): boolean {
  const isOfDay = hasCue(annotated, 'ask.when', 'ask.where', 'ask.left', 'verb.scheduled');
  const isOfTable = lean.names <= (lean.hasTable ? 1 : 0);
  return isOfDay && isOfTable && annotated.all.some(tellsPlan) && !hasCue(annotated, 'act.discussed');
}
