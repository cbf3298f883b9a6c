import { describe, expect, it } from 'vitest';
import { periodText, understand } from './table.ts';

describe('a time of an event after which something was said', () => {
  it.each([
    ['2023年11月の墜落事故のあと、誰が話したか', '2023-11-01..'],
    ['2022年10月4日のミサイル発射後の電話会談', '2022-10-04..'],
    ['did they talk after the October 2022 missile launch?', '2022-10-01..'],
    ['what did they ask after the crash in November 2023', '2023-11-01..'],
  ])('%s begins with its own days and stays open', (text, period) => {
    expect(periodText(understand(text).period)).toBe(period);
  });

  it.each([
    ['who met after October 2022', '2022-11-01..'],
    ['2022年10月より後の会談', '2022-11-01..'],
  ])('leaves out the month itself where no event is named: %s', (text, period) => {
    expect(periodText(understand(text).period)).toBe(period);
  });

  it('keeps to the year of events told by their year alone', () => {
    expect(periodText(understand('2022年の発射後の会談').period)).toBe('2022-01-01..2022-12-31');
  });

  it('keeps to the month in which an exercise is only spoken of', () => {
    expect(periodText(understand('2023年11月の演習について').period)).toBe('2023-11-01..2023-11-30');
  });
});

describe('a time told by a meeting on record', () => {
  it.each([
    ['meetings after the 2+2 in July 2024', '2024-07-29..'],
    ['meetings before the 2+2 in July 2024', '..2024-07-27'],
    ['which meetings took place the day after the April 2024 summit', '2024-04-11..2024-04-11'],
    ['2024年7月の2+2より後の会談', '2024-07-29..'],
    ['2024年7月の2+2より前の会談', '..2024-07-27'],
    ['2024年4月の首脳会談の翌日の会合', '2024-04-11..2024-04-11'],
  ])('%s', (text, period) => {
    expect(periodText(understand(text).period)).toBe(period);
  });
});
