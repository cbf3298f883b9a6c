import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Reading } from '../interpret.ts';

const WORDS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const KANJI = '一二三四五六七八九十';

/** Records whose own title carries the number asked for: 第3回DICAS, "the 14th trilateral defense ministers' meeting". */
export function numberedRecords(
  reading: Pick<Reading, 'masked'>,
  frameworks: readonly string[],
  lexicon: Lexicon,
): readonly string[] {
  const numbers = ordinalsIn(reading.masked);
  if (numbers.length === 0 || frameworks.length === 0) return [];
  const title = new RegExp(numbers.map((number) => `第${number}回|\\b${number}(?:st|nd|rd|th)\\b`).join('|'));
  return lexicon.knowledge.consultations
    .filter((one) => {
      const parent = lexicon.knowledge.frameworks.get(one.framework)?.parent;
      return frameworks.includes(one.framework) || (parent !== undefined && frameworks.includes(parent));
    })
    .filter((one) => title.test(one.title.ja) || title.test(one.title.en))
    .map((one) => one.id);
}

/** The numbers of meetings in a text: 第13回と第15回, "the third one". */
function ordinalsIn(masked: string): readonly number[] {
  const digits = [
    ...masked.matchAll(/第 ?(\d{1,3}) ?回|\b(\d{1,3})(?:st|nd|rd|th)\b|[FT] ?(?:no\.? ?|#)?(\d{1,2})(?!\d)/g),
  ];
  const written = digits.flatMap((found) => found.slice(1).find((one) => one !== undefined) ?? []).map(Number);
  if (written.length > 0) return written;
  const kanji = [...masked.matchAll(/第([一二三四五六七八九十])回/g)].map((found) => KANJI.indexOf(found[1] ?? '') + 1);
  if (kanji.length > 0) return kanji;
  return WORDS.flatMap((one, index) => (new RegExp(`\\b${one} (?:F|K|T|one)`).test(masked) ? [index + 1] : []));
}
