import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idsIn, Query } from '../../src/reading/query.ts';
import { LONGEST_READ } from '../../src/text/sanitise.ts';
import { clock, desk, understand } from './table.ts';

describe('hostile input', () => {
  it.each([
    '',
    ' ',
    '?',
    '???',
    '。。。',
    '🙂🙂',
    '\u0000\u0007',
    '\u202e\u200f',
    '\ud800',
    'https://example.com/?q=2+2',
  ])('asks for help when nothing is left of %j', (text) => {
    expect(understand(text).ask).toBe('help');
  });

  it.each([
    '<script>alert(1)</script> 2+2',
    '@everyone <@U123> 2+2',
    "2+2'; DROP TABLE consultations; --",
    '```js\n2+2\n```',
    '\u202e2+2\u202c',
    '２＋２\u200b',
  ])('still links what is there: %j', (text) => {
    expect(idsIn(understand(text), 'framework')).toEqual(['scc']);
  });

  it.each(['¿Quién asistió a la reunión?', 'Кто встретился в марте?', '누가 만났습니까?', '谁参加了会议?', 'مرحبا'])(
    'reads other languages without harm: %s',
    (text) => {
      expect(['ja', 'en']).toContain(understand(text).language);
    },
  );

  it('reads the first thousand characters only', () => {
    const long = understand(`2+2 ${'x'.repeat(20_000)} AMRAAM`);
    const cut = understand(`2+2 ${'x'.repeat(LONGEST_READ - 4)}`);
    expect(idsIn(long, 'framework')).toEqual(['scc']);
    expect({ ...long, text: '' }).toEqual({ ...cut, text: '' });
  });

  it.each([
    '(',
    'a',
    '2+2 ',
    '日',
    'what ',
    '2025/',
    'the first ',
    'アイウエオ',
    'how did ',
    '何が',
    '\u0301',
    '[[',
    'who and ',
  ])('takes little time over 10,000 characters of %j', (piece) => {
    const text = piece.repeat(Math.ceil(10_000 / piece.length));
    // The best of three: one may have to collect garbage or compile.
    const times = [1, 2, 3].map(() => processorMs(() => understand(text)));
    expect(Math.min(...times)).toBeLessThan(250);
  });

  // So many times that a pattern which doubles its work each time fails, and so few that it fails within seconds.
  it.each(['で', 'の', 'での', 'とでの', '会談での'])(
    'takes little time over an event told with %s again and again',
    (piece) => {
      expect(processorMs(() => understand(`2+2${piece.repeat(25)}ん以降の会談`))).toBeLessThan(500);
    },
  );

  it.each(['の開催', 'の会合', 'での会談', 'が開かれて'])('still passes over %s between an event and 以降', (words) => {
    const { period } = understand('2+2以降の会談');
    expect(period?.from).toMatch(/^\d/);
    expect(understand(`2+2${words}以降の会談`).period).toEqual(period);
  });

  it('never throws, whatever is typed and whatever was asked before', () => {
    const pieces = fc.constantFrom(
      '2+2',
      '石破',
      'Hegseth',
      '2025年3月',
      'since',
      '以降',
      'の前',
      'and',
      'は？',
      'who',
      'only',
      '日米韓',
      'Kihara',
      '3/4/2025',
      '、',
      '\u0000',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.array(pieces, { maxLength: 12 }).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(text, text, (first, next) => {
        const previous = { ...understand(first), answered: ['2024-07-28-scc', 'gone'] };
        const { query } = desk.understand({ text: next, clock, previous });
        expect(Query.parse(JSON.parse(JSON.stringify(query)))).toEqual(query);
        for (const period of [query.period, query.otherPeriod]) {
          expect(period?.from == null || period.to === null || period.from <= period.to).toBe(true);
        }
      }),
      { numRuns: 200, seed: 20261125 },
    );
  });

  it('reads the same text the same way every time', () => {
    const text = 'who attended the last 2+2 before 2024 and what did they say about Taiwan';
    expect(understand(text)).toEqual(understand(text));
  });
});

/** Milliseconds of this thread's processor time: what else the machine does is not counted. */
function processorMs(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
