import { z } from 'zod';
import { once } from '../memo.ts';
import { foldKey } from '../text/fold.ts';
import type { Language } from '../text/language.ts';
import { PhraseTable } from '../text/phrase-table.ts';
import { tableOf } from './patterns.ts';

/** The wordings of one language: cue id → phrases. */
const CueTable = z.record(z.string(), z.array(z.string()));
export type CueTable = Readonly<z.infer<typeof CueTable>>;

/** Every cue phrase of both languages. */
export type Cues = {
  /** Cue ids by folded phrase. */
  readonly phrases: PhraseTable<string>;
  /** Folded single words of the phrases that a slip may be read as; those that deny are none. */
  readonly words: ReadonlySet<string>;
  readonly tables: Readonly<Record<Language, CueTable>>;
};

const english = tableOf('en', CueTable);
const japanese = tableOf('ja', CueTable);

/** The tables beside this file, read at the first use. Throws when one cannot be read: the program cannot work without. */
export const cues = once(() => build({ en: english(), ja: japanese() }));

const listsOfSpellings = tableOf('spellings', z.record(z.string(), z.array(z.string())));

/** What is looked for in the text itself, letter by letter: a list of `tables/spellings.yaml`. */
export const spellings = (list: string) => listsOfSpellings()[list] ?? [];

/** How each verb of saying stands in sentences of either language, by its id without `verb.`. */
export function verbForms(): ReadonlyMap<string, readonly string[]> {
  const { en, ja } = cues().tables;
  const ids = Object.keys(en).filter((id) => id.startsWith('verb.'));
  return new Map(ids.map((id) => [id.slice(5), [...(en[id] ?? []), ...(ja[id] ?? [])].flatMap(inflections)]));
}

function build(tables: Readonly<Record<Language, CueTable>>): Cues {
  const phrases = new PhraseTable<string>();
  const words = new Set<string>();
  for (const table of Object.values(tables))
    for (const [id, list] of Object.entries(table))
      for (const form of list.flatMap(inflections)) {
        phrases.add(foldKey(form), id);
        // A slip is never read as a denial: "mising" is no "missing".
        if (!id.startsWith('neg.')) for (const word of form.toLowerCase().split(' ')) words.add(foldKey(word));
      }
  return { phrases, words, tables };
}

/** `welcome~` → welcome, welcomes, welcomed, welcoming; the mark stands after one word of a phrase. */
export function inflections(phrase: string): readonly string[] {
  const at = phrase.indexOf('~');
  if (at < 0) return [phrase];
  const [word, rest] = [phrase.slice(0, at), phrase.slice(at + 1)];
  const last = word.at(-1) ?? '';
  const endings = ['', 's', 'es', 'd', 'ed', 'ing'].map((ending) => word + ending);
  if (last === 'e') endings.push(`${word.slice(0, -1)}ing`);
  if (last === 'y') endings.push(`${word.slice(0, -1)}ies`, `${word.slice(0, -1)}ied`);
  if ('bdgmnprt'.includes(last)) endings.push(`${word}${last}ed`, `${word}${last}ing`);
  return endings.map((form) => form + rest);
}
