import { latinWordsOf } from './words.ts';

/** Whether a text holds kana or kanji. */
export const isJapaneseText = (text: string) => /[ぁ-ヿ一-鿿]/u.test(text);

/** Whether a text is nothing but hiragana. */
export const isHiragana = (text: string) => /^[ぁ-ゖー]+$/u.test(text);

/** Whether a text ends in a kanji: 会談, and not 会った. */
export const endsInKanji = (text: string) => /\p{Script=Han}$/u.test(text);

/** Whether a text ends as a question does: with its mark, or with か behind a verb (会いましたか); a face behind it is passed over. */
export const endsAsQuestion = (text: string) =>
  /(?:[?？]|(?:[たるのすんい]|ょう|ろう)か)[。\s\p{S}\p{M}]*$/u.test(text);

/** Whether a Japanese text ends as a sentence that tells something, politely or as what leads up to another: 急ぎです, 気になったんだけど. */
export const endsAsTold = (text: string) =>
  /(?:[でま]す|[でま]した|ません|さい|[すただ]が|けれ?ど|ので|たい|から|笑|w)[よねわー]?[\s\p{P}\p{S}]*$/u.test(text);

/** Whether a name says that Japan and the United States alone meet: 日米防衛相会談, "the U.S.-Japan summit". */
export const namesAllies = (text: string) => /^(?:日米|米日)|^(?:japan|u\.?s)\b.{0,4}\b(?:japan|u\.?s)/iu.test(text);

/** Whether a word holds a number that makes it another thing: F-35, 第9条, the II of Block II. */
export const isNumbered = (word: string) => /\d/.test(word) || /(?:^| )[IV]{2,}[A-Z]?(?: |$)/.test(word);

/** Whether a text begins with a space and a small letter: a sentence that goes on. */
export const goesOn = (text: string) => /^ \p{Ll}/u.test(text);

/** Whether a character behind a name makes a place of it: 石川県 is no slip for Ishikawa. */
export const makesPlace = (character: string) => /[県市町村府州郡区島]/u.test(character);

/** Whether a word singles something out: a name, by a capital or in kana, and a figure. */
export const singlesOut = (text: string) => /[ァ-ヶー]{3}|\p{Lu}|\p{N}/u.test(text);

/** Words that end in -ing and begin what a sentence is about, and no doing of whoever speaks. */
const PREPOSITIONS = [
  'regarding',
  'concerning',
  'during',
  'following',
  'according',
  'considering',
  'including',
  'starting',
  'beginning',
];

/** Whether an English clause tells what whoever asks does, or what for: "doing a talk on …", "For a caption", "Librarian here". */
export function tellsActivity(text: string): boolean {
  const words = latinWordsOf(text);
  const [first = '', second = ''] = words;
  const isFor = first === 'for' && ['a', 'an', 'my', 'our'].includes(second);
  const isHere = words.length <= 3 && words.at(-1) === 'here';
  return isFor || isHere || (first.endsWith('ing') && !PREPOSITIONS.includes(first));
}
