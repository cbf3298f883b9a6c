import type { Lexicon } from '../../lexicon/lexicon.ts';
import { type Annotated, hasCue } from '../annotation.ts';
import { idsIn, type Query } from '../query.ts';
import type { Reading } from '../readings.ts';
import { against } from './against.ts';
import { among } from './among.ts';
import { chosen } from './chosen.ts';
import { asksBeside, periodCounted } from './counted.ts';
import { explains } from './explains.ts';
import { form } from './form.ts';
import { inherits } from './inherits.ts';
import { toldUnbound, withoutPair } from './pointing.ts';
import { meantBy, pronouns } from './pronouns.ts';
import { hasSubject, scopeOf } from './scope.ts';
import { isStep, passesOverStep, steps } from './steps.ts';
import { holdersThen, succession, termOfHolder } from './succession.ts';
import { type Lean, leanOf, type Turn } from './turn.ts';

/** In this order: of equally likely frames the earlier one stands first. */
const FRAMES: readonly ((turn: Turn) => readonly Reading[])[] = [
  alone,
  succession,
  holdersThen,
  termOfHolder,
  explains,
  against,
  steps,
  inherits,
  among,
  chosen,
  pronouns,
];

/** Every frame of a turn's readings, likeliest first. Without a turn before only the readings themselves. */
export function framed(
  annotated: Annotated,
  readings: readonly Reading[],
  previous: Query | undefined,
  lexicon: Lexicon,
): readonly Reading[] {
  if (previous === undefined) return toldUnbound(annotated, readings);
  if (readings[0]?.query.impossible.length) return readings;
  const meant = withoutPair(annotated, readings, previous);
  const lean = leanOf(annotated, meant);
  const turn: Turn = { annotated, readings: meant, previous: scopeLeft(previous, lean), lean, lexicon };
  const formed = form(turn);
  if (formed !== undefined) return [formed];
  // Of what was left nothing but the records shown is known.
  const frames = FRAMES.filter((one) => turn.previous === previous || one !== inherits).flatMap((one) => one(turn));
  return frames.length === 0 ? toldUnbound(annotated, readings) : frames.sort((a, b) => b.prior - a.prior);
}

/** The turn by itself, as if nothing came before it. */
function alone(turn: Turn): readonly Reading[] {
  const { annotated, readings, previous, lean } = turn;
  // "The same year" says nothing by itself, and 「その後」 nothing without what it comes after.
  if (periodCounted(turn) !== undefined || passesOverHim(turn)) return [];
  // 「2+2で取り上げられましたか」 after what Keen Sword is: a meeting that was held is no yes to that.
  if (lean.lacksSubject && hasSubject(scopeOf(previous))) return [];
  const cost = costAlone(lean);
  // "Was there one in 2026?" names no one; where what went before holds none, that is the answer.
  const isTimeAlone = lean.elliptic && lean.hasTime && !lean.hasWh && lean.names === 0;
  // "When will the next one be?" after the EDD is of the EDD, whatever else lies ahead.
  const own = lean.names === 0 && isStep(turn) ? readings.filter(({ query }) => !query.ahead) : readings;
  const told = asksBeside(annotated) ? toldUnbound(annotated, own) : own;
  const whole = told.filter(({ query }) => !isTimeAlone || query.constraints.some(({ role }) => role !== 'format'));
  return whole.map((one) => ({ ...one, prior: one.prior + cost - (passesOverStep(one.query, turn) ? 3 : 0) }));
}

/** "And on space?" after the whole record was asked for what the meeting shown does not hold: of that meeting again. */
function scopeLeft(previous: Query, { elliptic, hasWh, names }: Lean): Query {
  const { left, frame } = previous;
  if (left === undefined || frame !== 'alone' || !elliptic || hasWh || names === 0) return previous;
  return { ...previous, ...left, frame: 'among', left: undefined, answered: idsIn(left, 'consultation') };
}

/** "Did he meet Nakatani?" read of anybody who did. */
function passesOverHim(turn: Turn): boolean {
  return turn.lean.people > 0 && hasCue(turn.annotated, 'pronoun') && meantBy(turn) !== undefined;
}

function costAlone({ elliptic, points, opens, names }: Lean): number {
  if (!elliptic) return 1;
  return points || opens || names === 0 ? -5 : -1.2;
}
