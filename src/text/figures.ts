import type { FoldedText } from './fold.ts';

/** What follows a figure and makes it a place in a row, longest first. Folded. */
const ORDINAL = ['回目', '番目', '度目', 'つ目', 'つめ', 'かいめ', 'ばんめ', 'th', 'st', 'nd', 'rd'];
/** What follows a figure and makes it a number of times. */
const TIMES = ['回', '度', '件', 'かい', 'times', 'meetings', 'calls', 'summits', 'visits', 'consultations'];
/** What follows a figure and makes it a number of things. */
const COUNT = ['つ', '本', '個', '人', '名', 'か国', 'ヶ国', 'カ国'];
/** What stands before a figure and makes it a place in a row. */
const NUMBERED = ['第', 'だい'];
const KANJI_DIGITS = '一二三四五六七八九';

/** A figure in a folded text, `from`..`to` with what counts it. */
type Figure = {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** An ordinal (第2回), a number of times or of things, or none of these. */
  readonly unit: 'ordinal' | 'times' | 'count' | null;
  /** Where the figure itself ends: what counts it may be a name (3 summits). */
  readonly digits: number;
};

/** Every figure of up to four digits with what counts it: 第2回, 3回目, 2nd, 5 times, 三つ. `isFree` tells places not accounted for. */
export function figuresIn(folded: FoldedText, isFree: (at: number) => boolean): readonly Figure[] {
  const found: Figure[] = [];
  for (let at = 0; at < folded.text.length; at += 1) {
    const figure = isFree(at) && !isInsideFigure(folded, at) ? figureAt(folded, at) : undefined;
    if (figure === undefined) continue;
    found.push(figure);
    at = figure.to - 1;
  }
  return found;
}

const isDigit = (char: string) => char >= '0' && char <= '9' && char !== '';
const isLatin = (kind: string | undefined) => kind === 'latin' || kind === 'digit';

function isInsideFigure(folded: FoldedText, at: number): boolean {
  return at > 0 && folded.kinds[at] === 'digit' && folded.kinds[at - 1] === 'digit' && !folded.gaps[at];
}

function figureAt(folded: FoldedText, at: number): Figure | undefined {
  const { text } = folded;
  const digits = digitsAt(text, at);
  const kanji = kanjiAt(text, at);
  const isKanji = digits === 0;
  if (isKanji && kanji.length === 0) return undefined;
  const to = at + (isKanji ? kanji.length : digits);
  const value = isKanji ? kanji.value : Number(text.slice(at, to));
  const mark = NUMBERED.find((one) => text.startsWith(one, at - one.length)) ?? '';
  const isNumbered = mark !== '';
  const { unit, length } = unitAt(folded, to, isNumbered);
  if (isKanji ? unit === null : isPartOfName(folded, at)) return undefined;
  const end = to + length;
  if (isPartOfNumeral(folded, at, end)) return undefined;
  if (unit === null && goesOn(folded, end)) return undefined;
  return { from: at - mark.length, to: end, digits: to, value, unit };
}

/** Up to 九十九: 十一 is one figure, and no 一 after a 十. */
function kanjiAt(text: string, at: number): { readonly length: number; readonly value: number } {
  const digit = (place: number) => 1 + [...KANJI_DIGITS].indexOf(text.charAt(place));
  const first = digit(at);
  const ten = first > 0 ? at + 1 : at;
  if (text.charAt(ten) !== '十') return { length: ten - at, value: first };
  const last = digit(ten + 1);
  return { length: ten + 1 - at + (last > 0 ? 1 : 0), value: 10 * (first || 1) + last };
}

/** Longer runs are no figures that people ask with. */
const MOST_DIGITS = 7;

function digitsAt(text: string, at: number): number {
  let count = 0;
  while (count < MOST_DIGITS && isDigit(text.charAt(at + count))) count += 1;
  return count;
}

/** What counts a figure that ends at `to`, and how many characters tell so. */
function unitAt(
  folded: FoldedText,
  to: number,
  isNumbered: boolean,
): Pick<Figure, 'unit'> & { readonly length: number } {
  // In "27 start" no ordinal stands.
  const isWhole = (end: number) => folded.kinds[end - 1] !== 'latin' || !goesOn(folded, end);
  const ending = (list: readonly string[]) =>
    list.find((one) => folded.text.startsWith(one, to) && isWhole(to + one.length));
  const [ordinal, times, count] = [ending(ORDINAL), ending(TIMES), ending(COUNT)];
  if (ordinal !== undefined) return { unit: 'ordinal', length: ordinal.length };
  if (isNumbered && times !== undefined) return { unit: 'ordinal', length: times.length };
  if (count !== undefined) return { unit: 'count', length: count.length };
  return times === undefined ? { unit: null, length: 0 } : { unit: 'times', length: times.length };
}

/** The 35 of F-35 and the 3 of SM3 count nothing. */
function isPartOfName({ source, starts, kinds, gaps }: FoldedText, at: number): boolean {
  if (at === 0 || kinds[at - 1] !== 'latin') return false;
  return !gaps[at] || source.charAt((starts[at] ?? 0) - 1) === '-';
}

/** The 2 and the 9000 of 2万9000人 count nothing by themselves. */
function isPartOfNumeral({ text, gaps }: FoldedText, at: number, end: number): boolean {
  return (
    (LARGE.includes(text.charAt(at - 1) || ' ') && !gaps[at]) || (LARGE.includes(text.charAt(end) || ' ') && !gaps[end])
  );
}

const LARGE = '百千万億兆';

/** Whether a Latin word goes on at this place (the 5 of 5G). */
function goesOn({ text, kinds, gaps }: FoldedText, at: number): boolean {
  return at < text.length && isLatin(kinds[at]) && !gaps[at];
}
