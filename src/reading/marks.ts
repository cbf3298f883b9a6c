import { z } from 'zod';
import { isJapaneseText } from '../text/shape.ts';
import type { Annotated } from './annotation.ts';
import { Around, fits, tableOf, viewOf } from './patterns.ts';

/** What the words beside a name say of its part in the sentence; the rows of `tables/marks.yaml` say when each is given. */
export type Marks = ReadonlySet<string>;

const Row = z.strictObject({
  mark: z.string(),
  in: z.enum(['en', 'ja']).optional(),
  given: z.array(z.string()).default([]),
  unless: z.array(z.string()).default([]),
  ...Around,
});

let rows: readonly z.infer<typeof Row>[] | undefined;

/** An annotated text never changes, and each of its readings asks for the marks anew. */
const known = new WeakMap<Annotated, Map<number, Marks>>();

/** The marks of what stands at `at`. */
export function marksOf(annotated: Annotated, at: number): Marks {
  const marks = known.get(annotated) ?? new Map<number, Marks>();
  known.set(annotated, marks);
  const found = marks.get(at) ?? foundAt(annotated, at);
  marks.set(at, found);
  return found;
}

function foundAt({ all, language }: Annotated, at: number): Marks {
  rows ??= tableOf('marks', z.object({ rows: z.array(Row) })).rows;
  const found = new Set<string>();
  const view = viewOf(all, at);
  if (view === undefined) return found;
  const spoken = isJapaneseText(view.one.text) ? 'ja' : language;
  for (const row of rows)
    if (
      !found.has(row.mark) &&
      (row.in ?? spoken) === spoken &&
      row.given.every((mark) => found.has(mark)) &&
      !row.unless.some((mark) => found.has(mark)) &&
      fits(row, view)
    )
      found.add(row.mark);
  return found;
}
