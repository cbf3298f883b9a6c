import type { Period } from '../../time/period.ts';
import { consultationSpan, shiftDays } from '../../time/spans.ts';
import { carriedNotes } from '../notes.ts';
import type { Query } from '../query.ts';
import { carried, isOtherSide, scopeOf } from './scope.ts';
import { type Framed, hasCue, type Turn } from './turn.ts';

type Closed = ReturnType<typeof consultationSpan>;

/** The day after or before a meeting; its own days for none. */
function daysFrom(span: Closed, days: 1 | 0 | -1): Closed {
  if (days === 0) return span;
  const day = shiftDays(days > 0 ? span.to : span.from, days);
  return { from: day, to: day };
}

/** 「そのとき総理には会った？」「その翌日は？」: on the day of the meeting just told of, or the one beside it, with whoever was asked about. */
export function sameDay(turn: Turn): readonly Framed[] {
  const { annotated, readings, previous, lexicon } = turn;
  const at = lexicon.knowledge.consultations.find(({ id }) => id === previous.answered?.[0]);
  const isOfOthers = annotated.all.some((one) => one.kind === 'name');
  const days = hasCue(annotated, 'rel.dayafter') ? 1 : hasCue(annotated, 'rel.daybefore') ? -1 : 0;
  if (at === undefined || (days === 0 && !(isOfOthers && hasCue(annotated, 'deixis.time')))) return [];
  const period = daysFrom(consultationSpan(at), days);
  return readings
    .filter(({ query }) => days === 0 || query.period === null)
    .map((one) => ({
      ...one,
      query: onDay(period, one.query, turn),
      prior: one.prior + 2.2,
      why: [...one.why, 'same day'],
    }));
}

function onDay(period: Period, one: Query, { previous, lexicon }: Turn): Query {
  const people = scopeOf(previous).constraints.filter(
    (each) => each.role === 'person' && isOtherSide(each, one, lexicon),
  );
  const query: Query = {
    ...one,
    frame: 'inherits',
    period,
    constraints: [...people.map(carried), ...one.constraints],
  };
  return { ...query, notes: [...one.notes, ...carriedNotes(query, period)] };
}
