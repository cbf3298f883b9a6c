import { z } from 'zod';
import { rememberedOf } from '../memo.ts';
import { isJapaneseText } from '../text/shape.ts';
import { withOneOf } from './alternatives.ts';
import type { Annotated, Annotation } from './annotation.ts';
import { Around, fits, fitsWhole, tableOf, viewOf } from './patterns.ts';

/** What the words beside a name say of its part in the sentence; the rows of `tables/marks.yaml` say when each is given. */
export type Marks = ReadonlySet<string>;

const Row = z.strictObject({
  mark: z.string(),
  given: z.array(z.string()).default([]),
  unless: z.array(z.string()).default([]),
  ...Around,
});

const rowsOfMarks = tableOf('marks', z.object({ rows: z.array(Row) }));

/** An annotated text never changes, and each of its readings asks for the marks anew. */
const marker = rememberedOf((annotated: Annotated) => {
  const rows = rowsOfMarks().rows.filter((row) => fitsWhole(row, annotated.all));
  return rememberedOf((one: Annotation) => marksBy(rows, one, annotated));
});

/** The marks of what stands in a text. */
export const marksOf = (annotated: Annotated, one: Annotation) => marker(annotated)(one);

function marksBy(rows: readonly z.infer<typeof Row>[], one: Annotation, { all, language }: Annotated): Marks {
  const found = new Set<string>();
  const alone = withOneOf(all, all.indexOf(one));
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
