import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysInMonth, periodOfEventDate, plainDate } from '../../src/time/calendar.ts';
import { findTimes, formatDate, formatPeriod } from '../../src/time/index.ts';
import { readTable, TODAY } from './expression-table.ts';

const year = fc.integer({ min: 1850, max: 2097 });
const month = fc.integer({ min: 1, max: 12 });
const day = fc
  .tuple(year, month, fc.integer({ min: 1, max: 31 }))
  .map(([y, m, d]) => plainDate(y, m, Math.min(d, daysInMonth(y, m))));
const language = fc.constantFrom('ja' as const, 'en' as const);

const FRAGMENTS = [
  ...['ja', 'en'].flatMap((name) =>
    readTable(new URL(`./${name}/expressions.txt`, import.meta.url)).flatMap(({ rows }) =>
      rows.map(({ expression }) => expression),
    ),
  ),
  ...[
    'から',
    'まで',
    '〜',
    '-',
    '/',
    '.',
    ' to ',
    ' and ',
    'between ',
    'since ',
    'の',
    '、',
    ',',
    '年',
    '月',
    '日',
    '度',
  ],
  ...[
    '1',
    '12',
    '31',
    '99',
    '2025',
    '二〇',
    '十',
    'may ',
    'R7',
    '(',
    ')',
    '😀',
    '\u0000',
    '\ud800',
    'が',
    '２',
    '½',
    '㋿',
  ],
];
const scrambled = fc
  .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 24 })
  .map((parts) => parts.join(''));

describe('findTimes, whatever the text', () => {
  it('never throws, and its spans are exact, in order and apart', () => {
    fc.assert(
      fc.property(scrambled, day, fc.option(year, { nil: undefined }), (text, today, yearHint) => {
        let last = 0;
        for (const mention of findTimes(text, { today, yearHint })) {
          expect(mention.start).toBeGreaterThanOrEqual(last);
          expect(mention.end).toBeGreaterThan(mention.start);
          expect(mention.end).toBeLessThanOrEqual(text.length);
          expect(text.slice(mention.start, mention.end)).toBe(mention.text);
          last = mention.end;
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('gives real days, the first not after the last, or says why there are none', () => {
    fc.assert(
      fc.property(scrambled, day, (text, today) => {
        for (const { period, impossible } of findTimes(text, { today })) {
          expect(period === null).toBe(impossible !== null);
          const ends = [period?.from ?? null, period?.to ?? null].filter((end) => end !== null);
          for (const end of ends) expect(addDays(end, 0)).toBe(end);
          expect([...ends].sort()).toEqual(ends);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('is the same each time it is asked', () => {
    fc.assert(
      fc.property(scrambled, (text) => {
        expect(findTimes(text, { today: TODAY })).toEqual(findTimes(text, { today: TODAY }));
      }),
      { numRuns: 300 },
    );
  });
});

describe('written dates', () => {
  const reads = (text: string): unknown => findTimes(text, { today: TODAY }).map(({ period }) => period);

  it('read back as the day, month or year they were written from', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(4, 7, 10), language, (date, length, lang) => {
        const cut = date.slice(0, length);
        expect(reads(formatDate(cut, lang))).toEqual([periodOfEventDate(cut)]);
      }),
      { numRuns: 1500 },
    );
  });

  it('read back as the span they were written from', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 800 }),
        fc.constantFrom(4, 7, 10),
        language,
        (from, days, length, lang) => {
          const date = `${from.slice(0, length)}/${addDays(from, days).slice(0, length)}`;
          expect(reads(formatDate(date, lang))).toEqual([periodOfEventDate(date)]);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('read back with an open end', () => {
    fc.assert(
      fc.property(day, fc.boolean(), language, (date, since, lang) => {
        const period = since ? { from: date, to: null } : { from: null, to: date };
        expect(reads(formatPeriod(period, lang))).toEqual([period]);
      }),
      { numRuns: 1500 },
    );
  });

  it('mean the same in full width, in kanji, in figures and in the era', () => {
    const kanji = (value: number): string =>
      value < 10
        ? '〇一二三四五六七八九'.charAt(value)
        : `${value < 20 ? '' : '〇一二三'.charAt(Math.floor(value / 10))}十${value % 10 === 0 ? '' : kanji(value % 10)}`;
    const positional = (value: number): string => [...String(value)].map((c) => kanji(Number(c))).join('');
    const wide = (text: string): string => text.replace(/\d/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(day, (date) => {
        const [y = 0, m = 0, d = 0] = date.split('-').map(Number);
        const plain = `${y}年${m}月${d}日`;
        const variants = [
          plain,
          wide(plain),
          `${positional(y)}年${kanji(m)}月${kanji(d)}日`,
          `${y}/${m}/${d}`,
          wide(`${y}.${m}.${d}`),
          date,
          ...(date >= '2019-05-01'
            ? [`令和${y === 2019 ? '元' : y - 2018}年${m}月${d}日`, `R${y - 2018}.${m}.${d}`]
            : []),
        ];
        for (const variant of variants) expect(reads(variant)).toEqual([{ from: date, to: date }]);
      }),
      { numRuns: 1000 },
    );
  });
});
