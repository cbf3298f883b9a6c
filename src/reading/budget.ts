/**
 * Steps that one question may take. A step is a character annotated, an annotation looked at for one reading, or a third of a constraint
 * asked of the record: two to three microseconds each on the machine of `BENCHMARKS.md`, so that no question takes 50 ms. The longest of
 * the golden questions takes a twentieth of it.
 */
export const MOST_STEPS = 14_000;
const STEPS_A_CONSTRAINT = 3;

/** Thrown where a text takes more steps than a question may. */
export class TooLongToRead extends Error {
  override readonly name = 'TooLongToRead';
}

/** Counts steps and not time, so that one text is always read, or always refused. */
export type Budget = {
  /** @throws TooLongToRead once the steps are spent. */
  spend(steps: number): void;
  /** What comparing a query with the record costs. @throws TooLongToRead */
  search(query: { readonly constraints: readonly unknown[]; readonly parts?: readonly unknown[] | undefined }): void;
  spent(): number;
};

export function createBudget(most: number = MOST_STEPS): Budget {
  let spent = 0;
  function spend(steps: number): void {
    spent += steps;
    if (spent > most) throw new TooLongToRead(`More than ${most} steps.`);
  }
  return {
    spend,
    search: ({ constraints, parts }) =>
      spend(STEPS_A_CONSTRAINT * (1 + constraints.length) * Math.max(1, parts?.length ?? 1)),
    spent: () => spent,
  };
}
