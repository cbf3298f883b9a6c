import { z } from 'zod';
import { tableOf } from './patterns.ts';
import { Asks, Query } from './query.ts';
import { areMet, Conditions, type Situation } from './situation.ts';

const Row = z.strictObject({
  ask: z.enum(Asks),
  weight: z.number(),
  ...Conditions,
  set: Query.pick({
    aspect: true,
    sort: true,
    reason: true,
    by: true,
    measure: true,
    direction: true,
    ahead: true,
    succession: true,
    order: true,
    whose: true,
  })
    .partial()
    .extend({ yesNo: z.boolean().optional() })
    .default({}),
});
export type AskRow = z.infer<typeof Row>;

/** What a question asks, with how likely that is before the record is looked at. */
export type AskOption = Pick<AskRow, 'ask' | 'weight' | 'set'>;

export const askRows = tableOf('asks', z.array(Row));

/** Every ask that some row gives, heaviest first, each once. */
export function asksIn(situation: Situation): readonly AskOption[] {
  const best = new Map<string, AskRow>();
  for (const row of askRows())
    if ((best.get(row.ask)?.weight ?? Number.NEGATIVE_INFINITY) < row.weight && areMet(row, situation))
      best.set(row.ask, row);
  return [...best.values()].sort((a, b) => b.weight - a.weight);
}
