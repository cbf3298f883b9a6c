import { expect, test } from 'vitest';
import { withPlainDates } from '../../src/time/machine-dates.ts';

test.each([
  ['who met on <t:1743292800:D>?', 'who met on  2025-03-30 ?'],
  ['<t:1743292800>の会談', ' 2025-03-30 の会談'],
  ['<t:1743292800:R>〜<t:1743379200:d>', ' 2025-03-30 〜 2025-03-31 '],
  ['2025-03-30T10:00:00Z', '2025-03-30'],
  ['2025-03-30t10:00z', '2025-03-30'],
  ['2025-03-30T20:00:00Z', '2025-03-31'],
  ['2025-03-30T00:00:00+09:00の会談', '2025-03-30の会談'],
  ['2025-03-30T22:00:00-0400', '2025-03-31'],
  ['2025-03-30T10:00:00.123Z', '2025-03-30'],
  ['2025-03-30T10:00:00,5+09', '2025-03-30'],
  ['2025-03-30 20:00:00Z', '2025-03-31'],
  ['20250330T200000Z', '2025-03-31'],
  ['2025-03-30T23:00', '2025-03-30'],
  ['met at 2025-03-30T20:00:00Z, and', 'met at 2025-03-31, and'],
  ['2025-03-30T23:00.', '2025-03-30.'],
  ['2024-07-01T00:00Z/2024-07-31T14:59Z', '2024-07-01/2024-07-31'],
])('reads %s as the day in the zone of the asker', (text, expected) => {
  expect(withPlainDates(text, 'Asia/Tokyo')).toBe(expected);
});

test('reads one moment as two days in two zones', () => {
  expect(withPlainDates('<t:1743292800>', 'America/New_York')).toBe(' 2025-03-29 ');
});

test.each([
  ['<t:99999999999999999:D>', ' 99999999999999999 '],
  ['<t:-60000000000000>', ' -60000000000000 '],
  ['2025-13-30T10:00:00Z', '2025-13-30T10:00:00Z'],
  ['2025-03-30T25:00:00Z', '2025-03-30T25:00:00Z'],
  ['2025-02-30 10:00:00Z', '2025-02-30 10:00:00Z'],
])('leaves %s to be told of as no date', (text, expected) => {
  expect(withPlainDates(text, 'Asia/Tokyo')).toBe(expected);
});

test.each(['2025-03-30', '2025-03-30の会談', '2+2 <@U1>', '2025-03-30 10:00の会談'])('leaves %s as it is', (text) => {
  expect(withPlainDates(text, 'Asia/Tokyo')).toBe(text);
});
