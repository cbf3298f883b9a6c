import { z } from 'zod';
import { tableOf } from '../patterns.ts';
import { type Ask, Asks, type Constraint, type Query, Roles } from '../query.ts';
import type { Reading } from '../readings.ts';
import { areMet, Conditions, type Situation } from '../situation.ts';
import { situationOf } from './facts.ts';
import { carried, isOfPeople, isOtherSide, unreplaced } from './scope.ts';
import type { Turn } from './turn.ts';

const Frames = ['alone', 'among', 'inherits', 'step', 'against'] as const;
type Frame = (typeof Frames)[number];

const Row = { frame: z.preprocess((one) => [one].flat(), z.array(z.enum(Frames))), ...Conditions };
const OfRoles = z.array(z.enum(Roles)).optional();
const Table = z.strictObject({
  barred: z.array(z.strictObject(Row)),
  likelihood: z.array(z.strictObject({ ...Row, weight: z.number() })),
  asks: z.array(z.strictObject({ ...Row, ask: z.enum([...Asks, 'own', 'before']) })),
  left: z.array(
    z.strictObject({
      ...Row,
      roles: OfRoles,
      but: OfRoles,
      said: z.boolean().optional(),
      subject: z.boolean().optional(),
    }),
  ),
});
type LeftRow = z.infer<typeof Table>['left'][number];

/** What `tables/follow-up.yaml` says of the frames. */
export const followUpTable = tableOf('follow-up', Table);

type Tested = Parameters<typeof areMet>[0] & { readonly frame: readonly Frame[] };
const holdsFor = (frame: Frame, situation: Situation) => (row: Tested) =>
  row.frame.includes(frame) && areMet(row, situation);

/** The readings that a frame can be tried for, each as likely as the turn makes it. */
export function triedAs(frame: Frame, readings: readonly Reading[], turn: Turn): readonly Reading[] {
  const { barred, likelihood } = followUpTable();
  return readings.flatMap((one) => {
    const isFitting = holdsFor(frame, situationOf(one.query, turn));
    if (barred.some(isFitting)) return [];
    const weights = likelihood.filter(isFitting).map(({ weight }) => weight);
    return [{ ...one, prior: weights.reduce((sum, weight) => sum + weight, one.prior) }];
  });
}

/** What is asked in a frame: what the turn asks by itself, what the turn before asked, or something else. */
export function askOf(frame: Frame, query: Query, turn: Turn): Ask {
  const ask = followUpTable().asks.find(holdsFor(frame, situationOf(query, turn)))?.ask ?? 'own';
  return ask === 'own' ? query.ask : ask === 'before' ? turn.previous.ask : ask;
}

/** Of the demands made before, those that `named` takes the place of none of and no row of the table lets go of. */
export function kept(
  frame: Frame,
  before: readonly Constraint[],
  named: readonly Constraint[],
  query: Query,
  turn: Turn,
): readonly Constraint[] {
  const rows = followUpTable().left.filter(holdsFor(frame, situationOf(query, turn)));
  const beside = new Set(unreplaced(before, named));
  // "And the defense minister?" after who holds another post asks of that one alone.
  const joins = (one: Constraint) =>
    isOfPeople(one) && turn.previous.ask !== 'holder' && isOtherSide(one, query, turn.lexicon);
  return before.filter((one) => (beside.has(one) || joins(one)) && !rows.some((row) => isOf(row, one))).map(carried);
}

function isOf({ roles, but, said, subject }: LeftRow, one: Constraint): boolean {
  return (
    roles?.includes(one.role) !== false &&
    but?.includes(one.role) !== true &&
    (said ?? one.label !== '') === (one.label !== '') &&
    (subject ?? one.subject) === one.subject
  );
}
