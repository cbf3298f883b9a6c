import { z } from 'zod';
import { isJapaneseText } from '../text/shape.ts';
import { withOneOf } from './alternatives.ts';
import type { Annotated } from './annotation.ts';
import { Around, fits, fitsWhole, tableOf, viewOf } from './patterns.ts';

/** What the words beside a name say of its part in the sentence; the rows of `tables/marks.yaml` say when each is given. */
export type Marks = ReadonlySet<string>;

const Row = z.strictObject({
  mark: z.string(),
  in: z.enum(['en', 'ja']).optional(),
  given: z.array(z.string()).default([]),
  unless: z.array(z.string()).default([]),
  ...Around,
});

const rowsOfMarks = tableOf('marks', z.object({ rows: z.array(Row) }));

type Known = { readonly rows: readonly z.infer<typeof Row>[]; readonly marks: Map<number, Marks> };

/** An annotated text never changes, and each of its readings asks for the marks anew. */
const known = new WeakMap<Annotated, Known>();

/** The marks of what stands at `at`. */
export function marksOf(annotated: Annotated, at: number): Marks {
  const { rows, marks } = known.get(annotated) ?? rowsFor(annotated);
  const found = marks.get(at) ?? foundAt(annotated, at, rows);
  marks.set(at, found);
  return found;
}

/** The rows whose conditions on the whole text hold. */
function rowsFor(annotated: Annotated): Known {
  const made = {
    rows: rowsOfMarks().rows.filter((row) => fitsWhole(row, annotated.all)),
    marks: new Map<number, Marks>(),
  };
  known.set(annotated, made);
  return made;
}

function foundAt({ all, language }: Annotated, at: number, rows: Known['rows']): Marks {
  const found = new Set<string>();
  const one = all[at];
  if (one === undefined) return found;
  const alone = withOneOf(all, at);
  const view = viewOf(one, alone.all, alone.at);
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
