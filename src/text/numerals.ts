const DIGITS = '〇一二三四五六七八九';
const SMALL_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const LARGE_UNITS: Readonly<Record<string, number>> = { 万: 1e4, 億: 1e8, 兆: 1e12 };

/** A numeral that is written wholly or partly in kanji: 二〇二五, 二十一, 2万5千. */
const NUMERAL = /(?<!\d)\d*[〇零一二三四五六七八九十百千万億兆][〇零一二三四五六七八九十百千万億兆\d]*/gu;

/**
 * What makes a single kanji a count. Without one it is more often part of a word or a name (三菱, 千葉, 四国, 一方), which folding
 * would only tear apart.
 */
const COUNTER =
  /^[年月日時分秒回目人名度位階個件代期次号条項点本枚冊台歳才世割倍章週か箇ヶヵカつ番種社校段戦勝敗票匹頭隻機基]/u;

/** One stretch of a text and what it is rewritten as. */
export type Rewriting = { readonly start: number; readonly end: number; readonly text: string };

/**
 * Every kanji numeral of `text` (NFKC) as ASCII digits: 二〇二五年 → 2025年, 第五条 → 第5条, 40万 → 400000. A lone kanji counts only
 * beside 第 or a counter. In order, never overlapping.
 */
export function kanjiNumerals(text: string): readonly Rewriting[] {
  const found: Rewriting[] = [];
  for (const match of text.matchAll(NUMERAL)) {
    const run = match[0];
    const end = match.index + run.length;
    if (run.length === 1 && !isCounted(text, match.index, end)) continue;
    const digits = readNumeral(run);
    if (digits !== undefined) found.push({ start: match.index, end, text: digits });
  }
  return found;
}

function isCounted(text: string, start: number, end: number): boolean {
  if ('万億兆'.includes(text.charAt(start))) return false;
  return text.charAt(start - 1) === '第' || COUNTER.test(text.charAt(end));
}

/** `undefined` when the run is no number (万十), so that it is left as written. */
function readNumeral(run: string): string | undefined {
  const plain = run.replaceAll('零', '〇');
  if (!/[十百千万億兆]/u.test(plain))
    return plain.replace(/[〇一二三四五六七八九]/gu, (digit) => String(DIGITS.indexOf(digit)));
  let total = 0;
  let section = 0;
  let pending: number | undefined;
  let largest = Number.POSITIVE_INFINITY;
  let smallest = Number.POSITIVE_INFINITY;
  for (const part of plain.match(/\d+|[〇一二三四五六七八九]+|./gu) ?? []) {
    const small = SMALL_UNITS[part];
    const large = LARGE_UNITS[part];
    if (small !== undefined) {
      if (small >= smallest) return undefined;
      smallest = small;
      section += (pending ?? 1) * small;
      pending = undefined;
    } else if (large !== undefined) {
      section += pending ?? 0;
      if (large >= largest || section === 0) return undefined;
      largest = large;
      smallest = Number.POSITIVE_INFINITY;
      total += section * large;
      section = 0;
      pending = undefined;
    } else if (pending === undefined) {
      pending = Number(part.replace(/[〇一二三四五六七八九]/gu, (digit) => String(DIGITS.indexOf(digit))));
    } else {
      return undefined;
    }
  }
  const value = total + section + (pending ?? 0);
  return Number.isSafeInteger(value) ? String(value) : undefined;
}
