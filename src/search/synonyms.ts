import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { z } from 'zod';
import { normalise } from '../text/normalise.ts';
import { contentTerms } from '../text/tokens.ts';
import { isJapanese } from './said.ts';

/** Looks up what else is said for the same thing; `others` are phrases as the table has them. */
export type Synonyms = {
  /** For the stem of one English word. */
  ofStem(stem: string): readonly string[];
  /** For each phrase of the table, normalised, that stands in a text. */
  inside(text: string): readonly { readonly phrase: string; readonly others: readonly string[] }[];
};

let known: Synonyms | undefined;

/** `tables/synonyms.yaml`, read at the first use. @throws ZodError naming the row. */
export function synonyms(): Synonyms {
  known ??= build(read());
  return known;
}

/** The groups as they stand in the table. */
export function read(): readonly (readonly string[])[] {
  const text = readFileSync(new URL('./tables/synonyms.yaml', import.meta.url), 'utf8');
  return z.array(z.array(z.string().min(1)).min(1)).parse(load(text));
}

function build(groups: readonly (readonly string[])[]): Synonyms {
  const byStem = new Map<string, readonly string[]>();
  const phrases: { readonly phrase: string; readonly others: readonly string[] }[] = [];
  for (const group of groups) {
    for (const one of group) {
      const others = group.filter((other) => other !== one);
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
