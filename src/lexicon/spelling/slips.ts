import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { foldKey } from '../../text/fold.ts';

/** What slips.yaml holds. */
export type Slips = {
  /** Wrongly written words and the right ones. */
  readonly miswritten: readonly { readonly wrong: string; readonly right: string }[];
  /** English words as typed in haste (folded) → the word. */
  readonly hasty: ReadonlyMap<string, string>;
  /** English words cut short (folded) → the word or words. */
  readonly short: ReadonlyMap<string, string>;
  /** Whether a character tells things apart, so that it is no slip for another one. */
  isApart(typed: string, meant: string): boolean;
  /** Folded names of somebody or something else. */
  readonly strangers: ReadonlySet<string>;
};

let known: Slips | undefined;

/** The table beside this folder, read at the first use. Throws when it cannot be read. */
export function slips(): Slips {
  if (known !== undefined) return known;
  const raw = load(readFileSync(new URL('../slips.yaml', import.meta.url), 'utf8')) as Readonly<
    Record<'miswritten' | 'hasty' | 'short' | 'countries' | 'strangers', string>
  > & { readonly apart: readonly string[] };
  const miswritten = rowsOf(raw.miswritten).flatMap(([right = '', ...all]) => all.map((wrong) => ({ wrong, right })));
  const cut = raw.short.split('\n').map((line) => line.split(' = '));
  const hasty = toFirst(rowsOf(raw.hasty));
  const short = toFirst(cut.map(([words = '', typed = '']) => [words.trim(), ...typed.split(' ')]));
  known = {
    miswritten,
    hasty,
    short,
    isApart: (typed, meant) =>
      raw.countries.includes(typed) || raw.apart.some((row) => row.includes(typed) && row.includes(meant)),
    strangers: new Set(raw.strangers.split(/\s+/).map(foldKey)),
  };
  return known;
}

/** From each other word of a row to its first. */
function toFirst(rows: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  return new Map(rows.flatMap(([word = '', ...all]) => all.map((typed) => [typed, word] as const)));
}

/** The lines of a block of text, each as its words. */
export function rowsOf(block: string): readonly (readonly string[])[] {
  return block
    .split('\n')
    .map((line) => line.split(' ').filter((word) => word !== ''))
    .filter((row) => row.length > 0);
}
