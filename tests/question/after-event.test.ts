import { describe, expect, it } from 'vitest';
import { sinceEvent } from '../../src/question/resolve/after-event.ts';
import { findTimes } from '../../src/time/index.ts';

const periodIn = (text: string) =>
  findTimes(text, { today: '2026-11-25' }).map((mention) => sinceEvent(text, mention).period);

describe('a time of an event after which something was said', () => {
  it.each([
    ['2023年11月の墜落事故のあと、誰が話したか', '2023-11-01'],
    ['2022年10月4日のミサイル発射後の電話会談', '2022-10-04'],
    ['did they talk after the October 2022 missile launch?', '2022-10-01'],
    ['what did they ask after the crash in November 2023', '2023-11-01'],
  ])('%s begins with its own days and stays open', (text, from) => {
    expect(periodIn(text)).toEqual([{ from, to: null }]);
  });

  it('leaves out the month itself where no event is named', () => {
    expect(periodIn('who met after October 2022')).toEqual([{ from: '2022-11-01', to: null }]);
  });

  it('keeps to the year of events told by their year alone', () => {
    expect(periodIn('2022年の発射後の会談')).toEqual([{ from: '2022-01-01', to: '2022-12-31' }]);
  });

  it('keeps to the month in which an exercise is only spoken of', () => {
    expect(periodIn('2023年11月の演習について')).toEqual([{ from: '2023-11-01', to: '2023-11-30' }]);
  });
});
