import { replaceAddresses } from './addresses.ts';
import { withHyphens, withoutInvisible } from './level.ts';

/** Longest question looked at, in UTF-16 units: beyond it nothing a person asks is lost, and time stays bounded. */
export const LONGEST_READ = 1000;

/**
 * A question as typed, made safe to read: what is struck out, addresses, markup and mentions of a chat go; so do characters that nobody sees,
 * and without a trace (a zero-width space parts no word); control and private-use characters become spaces, runs of white space one space, and ー
 * typed for a hyphen a hyphen; trimmed and cut to `LONGEST_READ`.
 */
export function sanitise(text: string): string {
  const shown = withoutStruck(text.slice(0, LONGEST_READ * 4).toWellFormed());
  const plain = withHyphens(withoutInvisible(shown.trim()))
    .replace(LINE_END, '; ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\ufffd]/gu, ' ');
  return (
    replaceAddresses(plain, () => ' ')
      .replace(/<[@#!/a-z][^<>]{0,200}>|@(?:everyone|here|channel)\b/giu, ' ')
      // Emphasis: __March__ is a word between marks, 2025_03_30 a date.
      .replace(/(?<![a-z0-9_])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![a-z0-9_])/giu, ' ')
      .replace(/\s+/gu, ' ')
      .trim()
      .replace(LIST_MARK, '')
      .slice(0, LONGEST_READ)
      .toWellFormed()
  );
}

/** A new line begins another clause, where no mark stands before it. */
const LINE_END = /(?<=[\p{L}\p{N}])[ \t]*[\r\n]+/gu;

/** The number of a line in a list that was pasted; "9. May 2025" is a date. */
const LIST_MARK = /^(?:\d{1,2}[.)）] |[①-⑳] ?)(?=[12]\d{3}|\P{ASCII}|wh|how |did |list )/iu;

/** Without what is struck out, as a reader takes it: between two ~~, in the marks of HTML, or by a line through each letter. */
function withoutStruck(text: string): string {
  return withoutPairs(text, '~~')
    .replace(/<(s|del|strike)>[^<>]{0,1000}<\/\1>/giu, ' ')
    .replace(/(?:\P{M}[\u0335\u0336])+/gu, ' ');
}

/** Without what stands between the first and second `mark`, the third and fourth …; a last one without its like stays. */
function withoutPairs(text: string, mark: string): string {
  const parts = text.split(mark);
  const open = parts.length % 2 === 0 ? parts.pop() : undefined;
  const shown = parts.filter((_, at) => at % 2 === 0).join(' ');
  return open === undefined ? shown : `${shown}${mark}${open}`;
}
