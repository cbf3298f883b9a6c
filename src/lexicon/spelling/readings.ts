import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { foldKey } from '../../text/fold.ts';
import { rowsOf } from './slips.ts';

/** A word and how it is read, in folded hiragana. */
export type Reading = { readonly written: string; readonly kana: string };

/** What readings.yaml holds. */
export type Readings = {
  readonly words: readonly Reading[];
  /** Written after a figure (年, 月), longest reading first. */
  readonly afterFigures: readonly Reading[];
  /** Words for meetings and posts: where one stands, people are spoken of. */
  readonly ofPeople: readonly string[];
};

const AFTER_FIGURES = 'after figures';
const OF_PEOPLE = ['meetings', 'offices'];

let known: Readings | undefined;

/** The table beside this folder, read at the first use. Throws when it cannot be read. */
export function readings(): Readings {
  if (known !== undefined) return known;
  const url = new URL('../readings.yaml', import.meta.url);
  const sections = Object.entries(load(readFileSync(url, 'utf8')) as Readonly<Record<string, string>>);
  const words = sections.filter(([id]) => id !== AFTER_FIGURES).flatMap(([, block]) => readingsIn(block));
  const afterFigures = sections.filter(([id]) => id === AFTER_FIGURES).flatMap(([, block]) => readingsIn(block));
  const ofPeople = sections.filter(([id]) => OF_PEOPLE.includes(id)).flatMap(([, block]) => readingsIn(block));
  known = {
    words,
    afterFigures: afterFigures.toSorted((a, b) => b.kana.length - a.kana.length),
    ofPeople: ofPeople.map(({ written }) => written),
  };
  return known;
}

function readingsIn(block: string): readonly Reading[] {
  return rowsOf(block).flatMap(([written = '', ...all]) => all.map((kana) => ({ written, kana: foldKey(kana) })));
}
