import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { z } from 'zod';
import { once } from '../memo.ts';
import { normalise } from '../text/normalise.ts';
import { contentTerms } from '../text/tokens.ts';
import { isJapanese } from './said.ts';

/** A phrase of a table that stands for the word it was looked up by, as the table has it; `same` tells whether it is the same thing. */
export type Other = { readonly phrase: string; readonly same: boolean };

/** Looks up what else is said for a thing: words for the same thing first, then those for what goes with it. */
export type Synonyms = {
  /** For the stem of one English word. */
  ofStem(stem: string): readonly Other[];
  /** For each phrase of the tables, normalised, that stands in a text. */
  inside(text: string): readonly { readonly phrase: string; readonly others: readonly Other[] }[];
};

/** `tables/synonyms.yaml` and `tables/related.yaml`, read at the first use. @throws ZodError naming the row. */
export const synonyms = once(() =>
  build([
    ...read('synonyms').map((row) => ({ row, same: true })),
    ...read('related').map((row) => ({ row, same: false })),
  ]),
);

/** The groups as they stand in a table. */
export function read(table: 'synonyms' | 'related'): readonly (readonly string[])[] {
  const text = readFileSync(new URL(`./tables/${table}.yaml`, import.meta.url), 'utf8');
  return z.array(z.array(z.string().min(1)).min(1)).parse(load(text));
}

function build(groups: readonly { readonly row: readonly string[]; readonly same: boolean }[]): Synonyms {
  const byStem = new Map<string, readonly Other[]>();
  const phrases: { readonly phrase: string; readonly others: readonly Other[] }[] = [];
  for (const { row, same } of groups) {
    for (const one of row) {
      const others = row.filter((other) => other !== one).map((phrase): Other => ({ phrase, same }));
      const stems = contentTerms(one);
      const [stem] = stems;
      if (stem !== undefined && stems.length === 1 && !isJapanese(one) && !one.includes(' '))
        byStem.set(stem, [...(byStem.get(stem) ?? []), ...others]);
      else phrases.push({ phrase: normalise(one), others });
    }
  }
  return {
    ofStem: (stem) => byStem.get(stem) ?? [],
    inside(text) {
      const normal = normalise(text);
      return phrases.filter(({ phrase }) => normal.includes(phrase));
    },
  };
}
