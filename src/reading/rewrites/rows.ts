import { z } from 'zod';
import { asWord } from '../annotation.ts';
import { Around, fits, fitsWhole, tableOf, viewOf } from '../patterns.ts';
import type { Rewrite } from './rewrite.ts';

const Row = z.strictObject({ as: z.string(), in: z.enum(['en', 'ja']).optional(), ...Around });

const table = tableOf('rewrites', z.object({ rows: z.array(Row) }));

/** What the rows of `tables/rewrites.yaml` tell otherwise. */
export const byRows: Rewrite = (all, { language }) => {
  const rows = table().rows.filter((row) => (row.in ?? language) === language && fitsWhole(row, all));
  return all.flatMap((one, at) => {
    const view = viewOf(one, all, at);
    const as = rows.find((row) => fits(row, view))?.as;
    if (as === undefined) return [one];
    if (as === 'gone') return [];
    return [as === 'word' ? asWord(one) : { ...one, kind: 'cue' as const, ids: [as] }];
  });
};
