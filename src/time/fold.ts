import { replaceAddresses } from '../text/addresses.ts';
import { level, standard, withHyphens } from '../text/level.ts';

/** A text with widths, letter case and dashes levelled, and the way back to the offsets of the text as typed. */
export type FoldedText = {
  readonly text: string;
  /** UTF-16 offset in the original of the character that the folded one came from. */
  startOf(folded: number): number;
  /** UTF-16 offset in the original just after the character that the folded one came from. */
  endOf(folded: number): number;
};

/**
 * Folds to NFKC (２０２５ → 2025, ㋿ → 令和, ㋂ → 3月), lower case, kanji in one form, one wave dash `~` and one hyphen `-`, one apostrophe,
 * one kind of space and none between a figure and what it counts; web addresses become spaces, since the digits in them are no dates.
 */
export function fold(original: string): FoldedText {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  let offset = 0;
  for (const character of withHyphens(original)) {
    const folded = foldCharacter(character);
    for (let index = 0; index < folded.length; index += 1) {
      starts.push(offset);
      ends.push(offset + character.length);
    }
    text += folded;
    offset += character.length;
  }
  for (const at of [...text.matchAll(SPACE_BESIDE_FIGURE)].map(({ index }) => index).reverse()) {
    starts.splice(at, 1);
    ends.splice(at, 1);
  }
  return {
    text: replaceAddresses(text.replace(SPACE_BESIDE_FIGURE, ''), (address) => ' '.repeat(address.length)).replace(
      OPERATOR,
      ' ',
    ),
    startOf: (folded) => starts[folded] ?? original.length,
    endOf: (folded) => (folded === 0 ? 0 : (ends[folded - 1] ?? original.length)),
  };
}

/** 2025 年 3 月, 第 1 四半期, 過去 3 か月 前. Before 日米 and its like the space parts two words. */
const BEFORE_UNIT =
  '(?<=[\\d〇一二三四五六七八九十元数半]) (?=年|月|日(?![米本韓豪印英仏独中比伊加露欧朝台産銀経系曜])|か月|週|四半期|半期|世紀|時間)';
const AFTER_WORD = '(?<=第|過去|直近|最近|ここ|今後|この|明治|大正|昭和|平成|令和|西暦) (?=[\\d元数半])';
const AFTER_UNIT = '(?<=[年月日週間期]) (?=前|以内|間|末|第 ?\\d)';
const SPACE_BESIDE_FIGURE = new RegExp(`${BEFORE_UNIT}|${AFTER_WORD}|${AFTER_UNIT}`, 'g');

/** The colon of a search as chats have them: after:2025-03-01. */
const OPERATOR = /(?<=\b(?:after|before|since|until|from|to|on|in|during|by)):(?=[\da-z'])/g;

const LEVELLED: ReadonlyMap<string, string> = new Map([
  ...Array.from('〜～∼⁓˜', (c): [string, string] => [c, '~']),
  ...Array.from('–—―‒−‐‑﹣－', (c): [string, string] => [c, '-']),
  ...Array.from('’‘ʼ＇`', (c): [string, string] => [c, "'"]),
  ...Array.from('\t\n\r\u00a0\u3000\u2009\u202f', (c): [string, string] => [c, ' ']),
  ...Array.from('ヶヵケ箇個ヵ', (c): [string, string] => [c, 'か']),
]);

function foldCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  // The common case: ASCII, and kana that no folding touches.
  if (code < 0x80) return LEVELLED.get(character) ?? character.toLowerCase();
  const levelled = LEVELLED.get(character);
  if (levelled !== undefined) return levelled;
  if (code >= 0x3041 && code <= 0x31ff) return character;
  if (code >= 0x3400 && code <= 0x9fff) return standard(character);
  const folded = level(character);
  // A character may fold to one that is itself levelled.
  return LEVELLED.get(folded) ?? folded;
}
