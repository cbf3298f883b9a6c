import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Annotated } from '../annotation.ts';
import { idsIn, type Query } from '../query.ts';
import type { Reading } from '../readings.ts';
import { against } from './against.ts';
import { among } from './among.ts';
import { chosen } from './chosen.ts';
import { asksBeside } from './counted.ts';
import { explains } from './explains.ts';
import { form } from './form.ts';
import { inherits } from './inherits.ts';
import { toldUnbound, withoutPair } from './pointing.ts';
import { pronouns } from './pronouns.ts';
import { steps } from './steps.ts';
import { holderNow, holdersThen, succession, termOfHolder } from './succession.ts';
import { triedAs } from './table.ts';
import { type Lean, leanOf, type Turn, turnOf } from './turn.ts';

/** In this order: of equally likely frames the earlier one stands first. */
const FRAMES: readonly ((turn: Turn) => readonly Reading[])[] = [
  alone,
  succession,
  holdersThen,
  holderNow,
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
  const turn = turnOf({ annotated, readings: meant, previous: scopeLeft(previous, lean), lean, lexicon });
  const formed = form(turn);
  if (formed !== undefined) return [formed];
  // Of what was left nothing but the records shown is known.
  const frames = FRAMES.filter((one) => turn.previous === previous || one !== inherits).flatMap((one) => one(turn));
  return frames.length === 0 ? toldUnbound(annotated, readings) : frames.sort((a, b) => b.prior - a.prior);
}

/** The turn by itself, as if nothing came before it. */
function alone(turn: Turn): readonly Reading[] {
  const tried = triedAs('alone', turn.readings, turn);
  return asksBeside(turn.annotated) ? toldUnbound(turn.annotated, tried) : tried;
}

/** "And on space?" after the whole record was asked for what the meeting shown does not hold: of that meeting again. */
function scopeLeft(previous: Query, { elliptic, hasWh, names }: Lean): Query {
  const { left, frame } = previous;
  if (left === undefined || frame !== 'alone' || !elliptic || hasWh || names === 0) return previous;
  return { ...previous, ...left, frame: 'among', left: undefined, answered: idsIn(left, 'consultation') };
}
