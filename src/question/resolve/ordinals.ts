import type { Reading } from '../interpret.ts';
import type { Lexicon } from '../lexicon.ts';

const WORDS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const KANJI = '一二三四五六七八九十';

/** Records whose own title carries the number asked for: 第3回DICAS, "the 14th trilateral defense ministers' meeting". */
export function numberedRecords(
  reading: Pick<Reading, 'masked'>,
  frameworks: readonly string[],
  lexicon: Lexicon,
): readonly string[] {
  const number = ordinalIn(reading.masked);
  if (number === undefined || frameworks.length === 0) return [];
  const title = new RegExp(`第${number}回|\\b${number}(?:st|nd|rd|th)\\b`);
  return lexicon.knowledge.consultations
    .filter((one) => {
      const parent = lexicon.knowledge.frameworks.get(one.framework)?.parent;
      return frameworks.includes(one.framework) || (parent !== undefined && frameworks.includes(parent));
    })
    .filter((one) => title.test(one.title.ja) || title.test(one.title.en))
    .map((one) => one.id);
}

function ordinalIn(masked: string): number | undefined {
  const digits = /第 ?(\d{1,3}) ?回|\b(\d{1,3})(?:st|nd|rd|th)\b|[FT] ?(?:no\.? ?|#)?(\d{1,2})(?!\d)/.exec(masked);
  const written = digits?.slice(1).find((one) => one !== undefined);
  if (written) return Number(written);
  const kanji = /第([一二三四五六七八九十])回/.exec(masked)?.[1];
  if (kanji) return KANJI.indexOf(kanji) + 1;
  const word = WORDS.findIndex((one) => new RegExp(`\\b${one} (?:F|K|T)`).test(masked));
  return word < 0 ? undefined : word + 1;
}
