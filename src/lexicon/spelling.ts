import type { Lexicon } from './lexicon.ts';
import { createCharacters } from './spelling/characters.ts';
import { calendarEdits, hastyEdits } from './spelling/hasty.ts';
import { figureEdits, hiraganaEdits } from './spelling/hiragana.ts';
import { createLatin } from './spelling/latin.ts';
import { createMiswritten } from './spelling/miswritten.ts';
import { romanisedEdits } from './spelling/romanised.ts';
import { type Sounds, soundsOf } from './spelling/sounds.ts';
import { type Edit, typedOf } from './spelling/typed.ts';

/** A stretch of a text that nothing accounts for; offsets into the text, end exclusive. */
export type Unknown = { readonly start: number; readonly end: number; readonly text: string };

/** A text with unknown stretches read as names near them. */
export type Respelled = {
  readonly text: string;
  readonly repairs: readonly { readonly typed: string; readonly read: string }[];
};

/** Reads unknown stretches of a text as names near them; `undefined` where none is near enough. */
export type Respell = (text: string, unknown: readonly Unknown[]) => Respelled | undefined;

export type RespellOptions = {
  /** Whether a word (folded, small letters) occurs in the record's own texts: such a word is no slip. */
  isWord(word: string): boolean;
  /** Folded wordings of the cue tables. */
  readonly cueWords: ReadonlySet<string>;
};

/**
 * Reads slips of the pen as the names of `lexicon`: letters, characters and sounds near one, Japanese in hiragana or in Latin letters.
 * The work grows with the length of the text; the indexes are made when first needed.
 */
export function createRespell(lexicon: Lexicon, { isWord, cueWords }: RespellOptions): Respell {
  let known: Sounds | undefined;
  const sounds = () => {
    known ??= soundsOf(lexicon, cueWords);
    return known;
  };
  const latin = createLatin(lexicon, { isWord, cueWords });
  const miswritten = createMiswritten(lexicon, cueWords);
  const characters = createCharacters(lexicon, isWord);
  return (text, unknown) => {
    const typed = typedOf(text, unknown);
    const edits: Edit[] = [];
    for (const found of [
      figureEdits(typed, sounds),
      hastyEdits(typed),
      calendarEdits(typed),
      hiraganaEdits(typed, sounds),
      miswritten(typed),
      characters(typed),
      romanisedEdits(typed, sounds, isWord),
      latin(typed),
    ])
      for (const edit of found)
        if (!edits.some((other) => other.start < edit.end && edit.start < other.end)) edits.push(edit);
    return edits.length === 0 ? undefined : applied(text, edits);
  };
}

/** The text with its edits; what stands side by side is told as one. */
function applied(text: string, edits: readonly Edit[]): Respelled {
  const repairs: { typed: string; read: string; end: number }[] = [];
  let read = '';
  let at = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    const between = text.slice(at, edit.start);
    read += between + edit.read;
    const last = repairs.at(-1);
    if (edit.isShown) {
      const typed = text.slice(edit.start, edit.end);
      if (last?.end === at && between.trim() === '') {
        last.typed += between + typed;
        last.read += between + edit.read;
        last.end = edit.end;
      } else repairs.push({ typed, read: edit.read, end: edit.end });
    }
    at = edit.end;
  }
  return { text: read + text.slice(at), repairs: repairs.map(({ typed, read: meant }) => ({ typed, read: meant })) };
}
