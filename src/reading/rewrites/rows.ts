import { z } from 'zod';
import { asWord } from '../annotation.ts';
import { Around, fits, fitsWhole, tableOf, viewOf } from '../patterns.ts';
import { type Rewrite, withRuns } from './rewrite.ts';

const Row = z.strictObject({
  as: z.string(),
  with: z.int().min(0).max(3).default(0),
  ...Around,
});

const table = tableOf('rewrites', z.object({ rows: z.array(Row) }));

/** What the rows of `tables/rewrites.yaml` tell otherwise. */
export const byRows: Rewrite = (all, { text, language }) => {
  const rows = table().rows.filter((row) => fitsWhole(row, all, language));
  return withRuns(all, text, (at) => {
    const one = all[at];
    const view = one && viewOf(one, all, at);
    const row = view && rows.find((each) => fits(each, view));
    const last = row && [one, ...view.after][row.with];
    if (row === undefined || last === undefined) return undefined;
    if (row.as === 'gone') return { last };
    return { last, made: row.as === 'word' ? asWord : (place) => ({ ...place, kind: 'cue', ids: [row.as] }) };
  });
};
