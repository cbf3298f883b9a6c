import { describe, expect, it } from 'vitest';
import { isEnglish } from '../../src/lexicon/spelling/english.ts';
import { slips } from '../../src/lexicon/spelling/slips.ts';
import { fixed, tellOf } from './spelling-fixture.ts';

/** In the dictionary all the same; nobody means these when asking about meetings. */
const RARE = ['wen', 'wot', 'wich', 'fone', 'phon', 'sez', 'gov', 'prez', 'tho'];

describe('words typed in haste', () => {
  it.each([
    ['wen was the 2+2', 'when was the 2+2'],
    ['wher was teh summit', 'where was the summit'],
    ['how mny calls in 2024', 'how many calls in 2024'],
    ['how ofen does the 2+2 meet', 'how often does the 2+2 meet'],
    ['did they talk on the fone', 'did they talk on the phone'],
    ['what did they agre on', 'what did they agree on'],
    ['govt statement on Taiwan', 'government statement on Taiwan'],
    ['intel sharing and ammo', 'intelligence sharing and ammunition'],
    ['infosec and the chopper crash', 'information security and the helicopter crash'],
    ['is it supposd to meet', 'is it supposed to meet'],
  ])('are read: %s', (typed, read) => {
    expect(fixed(typed)).toBe(read);
  });

  it('are not told of', () => {
    expect(tellOf('wen was the 2+2')?.repairs).toEqual([]);
  });

  it('are not read where a capital makes a name', () => {
    expect(fixed('did Kishida meet Wen')).toBe('did Kishida meet Wen');
  });

  it('are no words of their own', () => {
    expect([...slips().hasty.keys()].filter((typed) => isEnglish(typed) && !RARE.includes(typed))).toEqual([]);
  });
});

describe('long names of months and days', () => {
  it.each([
    ['defense ministerial in febuary 2025', 'defense ministerial in February 2025'],
    ['what happened in Janurary 2026', 'what happened in January 2026'],
    ['summits of setpember and octobr 2025', 'summits of September and October 2025'],
    ['who met on wendesday', 'who met on Wednesday'],
  ])('are read in spite of a slip: %s', (typed, read) => {
    expect(fixed(typed)).toBe(read);
  });

  it('are not seen in a word of its own or a name', () => {
    for (const text of ['a sunlit valley', 'marching order', 'did they mention Decker', 'an augmented fleet'])
      expect(fixed(text)).toBe(text);
  });
});
