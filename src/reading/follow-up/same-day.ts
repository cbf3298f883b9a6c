import type { Period } from '../../time/period.ts';
import { consultationSpan } from '../../time/spans.ts';
import { carriedNotes } from '../notes.ts';
import type { Query } from '../query.ts';
import { carried, isOtherSide, scopeOf } from './scope.ts';
import { type Framed, hasCue, type Turn } from './turn.ts';

/** 「そのとき総理には会った？」: on the day of the meeting just told of, with whoever was asked about. */
export function sameDay(turn: Turn): readonly Framed[] {
  const { annotated, readings, previous, lexicon } = turn;
  const at = lexicon.knowledge.consultations.find(({ id }) => id === previous.answered?.[0]);
  const isOfOthers = annotated.all.some((one) => one.kind === 'name');
  if (at === undefined || !isOfOthers || !hasCue(annotated, 'deixis.time')) return [];
  const period = consultationSpan(at);
  return readings.map((one) => ({
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
