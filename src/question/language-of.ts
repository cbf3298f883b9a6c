import type { Language } from '../language/language.ts';

const ENGLISH_WORDS = new Set(
  'the a an of in on at to is are was were did do does what who when where which how and or with about for from by since after before between any all list show tell me meeting meetings met meet talks said say agreed discussed last first latest many often long please help only just else there they it that this have has had compare explain define why visit visited held attend attended'.split(
    ' ',
  ),
);

/**
 * The language a question is asked in. Kana or kanji make it Japanese, unless it is an English sentence that quotes a
 * Japanese name; names and acronyms alone ("AMRAAM?") show nothing and give `undefined`, as do other scripts.
 */
export function questionLanguage(text: string): Language | undefined {
  const hasKana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
  const hasKanji = /\p{Script=Han}/u.test(text);
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[a-z']+/g) ?? [];
  const english = words.filter((word) => ENGLISH_WORDS.has(word)).length;
  const hasHiragana = /\p{Script=Hiragana}/u.test(text);
  if (hasKana || hasKanji) return english >= 2 && !hasHiragana ? 'en' : 'ja';
  if (english > 0) return 'en';
  // Two or more lower-case words are somebody's English, however odd: "march meetings".
  return /(?:^|\s)[a-z]{3,}(?:\s|[?.!]|$)/.test(text) && words.length > 1 ? 'en' : undefined;
}
