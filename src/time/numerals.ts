/** The kanji that write numbers, for use inside a character class. */
export const KANJI_DIGITS = '〇零一二三四五六七八九十廿卅百千';

/**
 * The value of a number in figures (2025), in positional kanji (二〇二五) or in kanji with units (二十一, 千九百六十).
 * `NaN` for anything else.
 */
export function parseNumeral(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  if (text.length === 0) return Number.NaN;
  if (/[廿卅]/.test(text)) return parseNumeral(text.replaceAll('廿', '二十').replaceAll('卅', '三十'));
  return /[十百千]/.test(text) ? parseWithUnits(text) : parsePositional(text);
}

const DIGITS: ReadonlyMap<string, number> = new Map([
  ...Array.from('〇一二三四五六七八九', (c, value): [string, number] => [c, value]),
  ['零', 0],
]);
const UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

function parsePositional(text: string): number {
  let value = 0;
  for (const character of text) value = value * 10 + (DIGITS.get(character) ?? Number.NaN);
  return value;
}

function parseWithUnits(text: string): number {
  let total = 0;
  let pending: number | null = null;
  for (const character of text) {
    const unit = UNITS.get(character);
    if (unit === undefined) {
      pending = (pending ?? 0) * 10 + (DIGITS.get(character) ?? Number.NaN);
    } else {
      total += (pending ?? 1) * unit;
      pending = null;
    }
  }
  return total + (pending ?? 0);
}
