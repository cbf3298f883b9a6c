import { describe, expect, test } from 'vitest';
import type { Citation } from '../../src/answer/answer.ts';
import { sourceLine, sourcesOf } from '../../src/answer/sources.ts';

const page: Citation = {
  n: 1,
  source: 'mod-2025-03-30',
  title: '日米防衛相会談',
  publisher: 'Ministry of Defense',
  kind: 'official',
  url: 'https://www.mod.go.jp/a',
  published: '2025-03-30',
  locator: 'para. 2',
  language: 'ja',
};
const other: Citation = {
  ...page,
  n: 2,
  source: 'dod',
  title: 'Readout',
  publisher: 'Department of Defense',
  url: 'https://war.gov/b',
  locator: null,
  language: 'en',
};

describe('the pages of an answer', () => {
  test('one page is one line, its places together', () => {
    const cited = [page, other, { ...page, n: 3, locator: 'para. 5' }, { ...page, n: 4, locator: 'para. 6' }];
    expect(sourcesOf(cited, 'en').map((each) => sourceLine(each, 'en'))).toEqual([
      '[1][3][4] “日米防衛相会談” (in Japanese), Ministry of Defense, March 30, 2025 – paras. 2, 5–6 https://www.mod.go.jp/a',
      '[2] “Readout”, Department of Defense, March 30, 2025 https://war.gov/b',
    ]);
  });

  test('in Japanese the day and the places are written as Japanese text writes them', () => {
    const ja = { ...page, publisher: '防衛省', locator: '第2段落' };
    const en = { ...other, publisher: '国防総省', kind: 'news' as const };
    const cited = [ja, { ...ja, n: 2, locator: '第5段落' }, { ...ja, n: 3, locator: '冒頭発言' }, { ...en, n: 4 }];
    expect(sourcesOf(cited, 'ja').map((each) => sourceLine(each, 'ja'))).toEqual([
      '[1][2][3] 「日米防衛相会談」、防衛省、2025年3月30日、第2・5段落、冒頭発言 https://www.mod.go.jp/a',
      '[4] 「Readout」（英語、報道）、国防総省、2025年3月30日 https://war.gov/b',
    ]);
  });

  test('a place that is told in words stands beside numbered ones', () => {
    const cited = [page, { ...page, n: 2, locator: 'opening remarks' }, { ...page, n: 3, locator: 'item 4' }];
    expect(sourcesOf(cited, 'en')[0]?.details).toMatch(/ – para\. 2; opening remarks; item 4$/);
  });

  test('a page that is cited as a whole beside one of its places is one line', () => {
    expect(
      sourcesOf(
        [
          { ...page, locator: null },
          { ...page, n: 2 },
        ],
        'en',
      ),
    ).toMatchObject([{ numbers: [1, 2], details: ' (in Japanese), Ministry of Defense, March 30, 2025 – para. 2' }]);
  });

  test.each([
    ['한미일 협의', 'in Korean', '韓国語'],
    ['岸田与美军司令会谈', 'in Chinese', '中国語'],
    ['Görüşme', 'in another language', '外国語'],
  ])('%s is marked by its language', (title, en, ja) => {
    const cited: Citation[] = [{ ...page, title, language: 'other' }];
    expect(sourcesOf(cited, 'en')[0]?.details).toContain(`(${en})`);
    expect(sourcesOf(cited, 'ja')[0]?.details).toContain(`（${ja}）`);
  });
});
