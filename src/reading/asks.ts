import { z } from 'zod';
import { tableOf } from './patterns.ts';
import { Asks, Query } from './query.ts';
import type { Situation } from './situation.ts';

const Row = z.strictObject({
  ask: z.enum(Asks),
  weight: z.number(),
  all: z.array(z.string()).default([]),
  any: z.array(z.string()).default([]),
  none: z.array(z.string()).default([]),
  set: Query.pick({
    aspect: true,
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
    .default({}),
});
export type AskRow = z.infer<typeof Row>;

/** What a question asks, with how likely that is before the record is looked at. */
export type AskOption = Pick<AskRow, 'ask' | 'weight' | 'set'>;

let known: readonly AskRow[] | undefined;

/** The rows of `tables/asks.yaml`, checked at the first use. @throws ZodError naming the row. */
export function askRows(): readonly AskRow[] {
  known ??= tableOf('asks', z.array(Row));
  return known;
}

/** Every ask that some row gives, heaviest first, each once. */
export function asksIn(situation: Situation): readonly AskOption[] {
  const fits = ({ all, any, none }: AskRow) =>
    all.every((one) => situation.holds(one)) &&
    (any.length === 0 || any.some((one) => situation.holds(one))) &&
    !none.some((one) => situation.holds(one));
  const rows = askRows().filter(fits);
  const best = new Map<string, AskRow>();
  for (const row of rows)
    if ((best.get(row.ask)?.weight ?? Number.NEGATIVE_INFINITY) < row.weight) best.set(row.ask, row);
  return [...best.values()].sort((a, b) => b.weight - a.weight);
}
