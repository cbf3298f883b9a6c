import type { Language } from './language.ts';

const ENGLISH_FUNCTION_WORDS = new Set(
  (
    'a an the of in on at to for from by with about between since before after until during and or but not ' +
    'is are was were be been do does did has have had will would can could should ' +
    'who whom whose what which when where why how that this these those there it they their he she we you i'
  ).split(' '),
);

/** Particles and endings that only a Japanese sentence has; と も や か are left out, being parts of too many words. */
const JAPANESE_FUNCTION_WORDS = /は|が|を|に|の|で(?!す)|から|まで|です|ます|した|して|する|ください|ですか/gu;

/**
 * The language a text is written in; `undefined` when its script does not tell ("AMRAAM?", "2+2", Кириллица). Kana or kanji
 * show Japanese and Latin words English; where both occur, as in "What did 石破首相 say?", the function words decide.
 */
export function detectLanguage(text: string): Language | undefined {
  const plain = text.normalize('NFKC');
  const words = plain.match(/\p{Script=Latin}[\p{Script=Latin}\p{M}']*/gu) ?? [];
  const english = words.filter((word) => ENGLISH_FUNCTION_WORDS.has(word.toLowerCase())).length;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(plain)) {
    if (english === 0) return 'ja';
    const japanese = plain.match(JAPANESE_FUNCTION_WORDS)?.length ?? 0;
    return english > japanese ? 'en' : 'ja';
  }
  // An acronym or a designation (SCC, F-35A) is written alike in both languages.
  return words.some((word) => /\p{Ll}{2}/u.test(word) || word === 'I' || word === 'a') ? 'en' : undefined;
}
