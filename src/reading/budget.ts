/**
 * Steps that one text may take, however many questions it asks. A step is half a character annotated, a quarter of one read as a slip, an annotation looked at for one reading, or a
 * constraint asked of the record; a word that the record is looked through for takes many: some four microseconds of reading each on the machine of `BENCHMARKS.md`, so that no question takes
 * 50 ms. The longest of the golden questions takes less than an eighth of it.
 */
export const MOST_STEPS = 8_000;
const STEPS_A_CHARACTER = 2;
const STEPS_A_SLIP = 4;
const STEPS_A_WORD = 160;
/** The share of them that must be left for what is tried where the text as it stands finds nothing. */
const ROOM = 2 / 3;

/** Thrown where a text takes more steps than a question may. */
export class TooLongToRead extends Error {
  override readonly name = 'TooLongToRead';
}

/** Counts steps and not time, so that one text is always read, or always refused. */
export type Budget = {
  /** What annotating a text costs. @throws TooLongToRead once the steps are spent. */
  annotate(text: string): void;
  /** What reading stretches that nothing accounts for as slips costs. @throws TooLongToRead */
  respell(unknown: readonly { readonly text: string }[]): void;
  /** What so many readings of so many annotations cost. @throws TooLongToRead */
  read(annotations: readonly unknown[], readings: number): void;
  /** What comparing a query with the record costs. @throws TooLongToRead */
  search(query: {
    readonly constraints: readonly { readonly role: string; readonly label: string }[];
    readonly parts?: readonly unknown[] | undefined;
  }): void;
  /** Whether enough is left to try what else a text may mean: a long one is rather answered as it stands than refused. */
  hasRoom(): boolean;
  spent(): number;
};

export function createBudget(most: number = MOST_STEPS): Budget {
  let spent = 0;
  /** Looked for once, whatever the readings. */
  const words = new Set<string>();
  function spend(steps: number): void {
    spent += steps;
    if (spent > most) throw new TooLongToRead(`More than ${most} steps.`);
  }
  return {
    annotate: ({ length }) => spend(STEPS_A_CHARACTER * length),
    respell: (unknown) => spend(STEPS_A_SLIP * unknown.reduce((sum, { text }) => sum + text.length, 0)),
    read: ({ length }, readings) => spend(length * readings),
    search({ constraints, parts }) {
      const before = words.size;
      for (const { role, label } of constraints) if (role === 'word') words.add(label);
      spend((1 + constraints.length) * Math.max(1, parts?.length ?? 1) + STEPS_A_WORD * (words.size - before));
    },
    hasRoom: () => spent < most * (1 - ROOM),
    spent: () => spent,
  };
}
