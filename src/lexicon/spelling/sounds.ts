import { foldKey } from '../../text/fold.ts';
import { PhraseTable } from '../../text/phrase-table.ts';
import { soundOfKana } from '../kana.ts';
import type { Lexicon } from '../lexicon.ts';
import { readings } from './readings.ts';
import { isHiragana } from './script.ts';

/**
 * A word by its sound. A `person` has a family name in kanji; `glue` is a kana wording of the cue tables: particles, endings, question
 * words, which stay in kana.
 */
export type Sound = {
  readonly kana: string;
  readonly written: string;
  readonly kind: 'word' | 'name' | 'person' | 'glue';
};

/** Everything that is read by its sound, by folded hiragana and by sound in Latin letters. */
export type Sounds = {
  readonly byKana: PhraseTable<Sound>;
  readonly byLetters: PhraseTable<Sound>;
  /** Without people's names and glue; with how they sound in Latin letters. */
  readonly words: readonly Spelt[];
};
export type Spelt = Sound & { readonly letters: string };

/** Particles that are not said as they are written. */
const SAID: Readonly<Record<string, string>> = { は: 'wa', へ: 'e' };

/** Shorter names are too easily heard in other words. */
const LEAST_NAME = 4;

export function soundsOf(lexicon: Lexicon, cueWords: ReadonlySet<string>): Sounds {
  const byKana = new PhraseTable<Sound>();
  const byLetters = new PhraseTable<Sound>();
  const words: Spelt[] = [];
  const seen = new Set<string>();
  const add = (sound: Sound) => {
    if (seen.has(sound.kana)) return;
    seen.add(sound.kana);
    byKana.add(sound.kana, sound);
    const letters = soundOfKana(sound.kana);
    if (sound.kind === 'word' || sound.kind === 'name') words.push({ ...sound, letters });
    if (sound.kind === 'word' || sound.kind === 'glue' || letters.length >= LEAST_NAME) byLetters.add(letters, sound);
    const said = SAID[sound.kana];
    if (said !== undefined) byLetters.add(said, sound);
  };
  for (const { written, kana } of readings().words)
    if (!cueWords.has(kana)) add({ kana, written, kind: isHiragana(written) ? 'glue' : 'word' });
  for (const sound of kanaNames(lexicon)) add(sound);
  for (const word of cueWords)
    if (isHiragana(word) && !word.endsWith('っ')) add({ kana: word, written: word, kind: 'glue' });
  return { byKana, byLetters, words };
}

/** Names that the lexicon knows by their kana: people by their family name in kanji, the rest in katakana. */
function* kanaNames({ surfaces, knowledge }: Lexicon): Generator<Sound> {
  for (const [kana, all] of surfaces) {
    const [first] = all;
    if (first === undefined || kana.length < 3 || !isHiragana(kana)) continue;
    const isKana = isHiragana(foldKey(first.text));
    const families = new Set(all.map(({ entity }) => knowledge.people.get(entity.id)?.family.ja));
    const [family] = families;
    const isFamily = first.entity.kind === 'person' && first.partial && families.size === 1 && family !== undefined;
    const isKanji = isFamily && !isHiragana(foldKey(family));
    if (isKana) yield { kana, written: isFamily ? family : first.text, kind: isKanji ? 'person' : 'name' };
  }
}
