import { describe, expect, it } from 'vitest';
import {
  placeEnglish,
  placeJapanese,
  reaches,
  thresholdEnglish,
  thresholdJapanese,
} from '../../src/question/intent/numbers.ts';

describe('a place in order', () => {
  it.each([
    ['the second last F', { order: 'latest', skip: 1 }],
    ['third most recent F', { order: 'latest', skip: 2 }],
    ['penultimate F', { order: 'latest', skip: 1 }],
    ['the F before last', { order: 'latest', skip: 1 }],
    ['two meetings ago', { order: 'latest', skip: 1 }],
    ['the second meeting between P and P', { order: 'first', skip: 1 }],
    ['for the 3rd time', { order: 'first', skip: 2 }],
    ['the last F', null],
    ['the second half of 2024', null],
  ])('is read from “%s”', (masked, place) => {
    expect(placeEnglish(masked)).toEqual(place);
  });

  it.each([
    ['前々回のF', { order: 'latest', skip: 1 }],
    ['最後から2番目のF', { order: 'latest', skip: 1 }],
    ['最新から三番目のF', { order: 'latest', skip: 2 }],
    ['2回前のF', { order: 'latest', skip: 1 }],
    ['PとPの2回目の会談', { order: 'first', skip: 1 }],
    ['第2回F', null],
    ['前回のF', null],
  ])('is read from 「%s」', (masked, place) => {
    expect(placeJapanese(masked)).toEqual(place);
  });
});

describe('a number to be reached', () => {
  it.each([
    ['did P meet P more than five times', { relation: 'more', count: 5 }],
    ['at least twice', { relation: 'at-least', count: 2 }],
    ['fewer than 3 meetings', { relation: 'fewer', count: 3 }],
    ['3 or more times', { relation: 'at-least', count: 3 }],
    ['how many times', null],
  ])('is read from “%s”', (masked, threshold) => {
    expect(thresholdEnglish(masked)).toEqual(threshold);
  });

  it.each([
    ['PはPと5回以上会ったか', { relation: 'at-least', count: 5 }],
    ['三回を超えて', { relation: 'more', count: 3 }],
    ['2回未満', { relation: 'fewer', count: 2 }],
    ['1回だけ', { relation: 'exactly', count: 1 }],
    ['何回', null],
  ])('is read from 「%s」', (masked, threshold) => {
    expect(thresholdJapanese(masked)).toEqual(threshold);
  });

  it('is reached or not', () => {
    expect(reaches(5, { relation: 'more', count: 5 })).toBe(false);
    expect(reaches(5, { relation: 'at-least', count: 5 })).toBe(true);
    expect(reaches(4, { relation: 'fewer', count: 5 })).toBe(true);
    expect(reaches(6, { relation: 'at-most', count: 5 })).toBe(false);
    expect(reaches(1, { relation: 'exactly', count: 1 })).toBe(true);
  });
});
