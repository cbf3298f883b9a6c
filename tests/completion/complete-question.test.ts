import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { offersOf } from '../../src/answer/offers.ts';
import { createDesk } from '../../src/desk.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Language } from '../../src/text/language.ts';
import type { Clock } from '../../src/time/period.ts';

const knowledge = loadKnowledge(resolve(import.meta.dirname, '../../knowledge'));
const desk = createDesk(knowledge);
const clock: Clock = { now: Temporal.Instant.from('2026-11-25T00:00:00Z'), zone: 'Asia/Tokyo' };
const completed = (typed: string, language: Language, limit = 25) =>
  desk.suggest({ kind: 'question', typed, language, limit }).map(({ value }) => value);

/** One in so many questions on record is asked: some hundred milliseconds. */
const STRIDE = 67;

describe('the completion of a question', () => {
  test.each([
    ['who', 'en', /^Who attended the .+ in \w+ \d{4}\?$/],
    ['wh', 'en', /^Wh/],
    ['when did', 'en', /^When was the latest /],
    ['where', 'en', /^Where (?:was|were) .+ held\?$/],
    ['how many', 'en', /^How many .+ were held in \d{4}\?$/],
    ['did', 'en', /^Did .+ discuss /],
    ['what did heg', 'en', /^What was discussed at /],
    ['naka', 'en', /Nakatani/],
    ['who met in March 2025', 'en', /^Who attended the .+ March 2025\?$/],
    ['AMRAAM', 'en', /\?$|^Compare/],
    ['誰', 'ja', /に(?:は)?誰が出席した？$/],
    ['だれ', 'ja', /誰が出席した？$/],
    ['いつ', 'ja', /^最新の.+はいつ？$/],
    ['何回', 'ja', /何回行われた？$/],
    ['2025年3月 誰', 'ja', /^2025年3月.+誰が出席した？$/],
    ['台湾', 'ja', /台湾/],
  ] as const)('of “%s” (%s) offers questions that ask it', (typed, language, wanted) => {
    const offered = completed(typed, language).filter((value) => value !== typed);
    expect(offered.length).toBeGreaterThan(2);
    expect(offered[0]).toMatch(wanted);
  });

  test('asks of the time that was typed alone', () => {
    const [, ...offered] = completed('who met in March 2025', 'en');
    expect(offered.filter((value) => !value.includes('March') || !value.includes('2025'))).toEqual([]);
    expect(offered).toContain('Who attended the defense ministerial in March 2025?');
  });

  test('keeps first what can be a question already, and drops what is a beginning', () => {
    expect(completed('who met with Nakatani', 'en')[0]).toBe('who met with Nakatani');
    expect(completed('who', 'en')).not.toContain('who');
  });

  test('offers examples of every kind when nothing is typed', () => {
    const openings = completed('', 'en').map((value) => value.split(' ')[0]);
    expect(new Set(openings.slice(0, 5)).size).toBeGreaterThanOrEqual(4);
  });

  test('offers nothing for what begins no question', () => {
    expect(completed('<script>', 'en')).toEqual([]);
    expect(completed('xyzzy', 'en')).toEqual([]);
  });

  test('offers a question that names a meeting by its title only where that is understood', () => {
    const offered = completed('2024年11月7日 誰', 'ja');
    expect(offered.length).toBeLessThan(25);
    const unanswered = offered.slice(1).filter((text) => desk.ask({ text, clock }).status !== 'answered');
    expect(unanswered).toEqual([]);
  });

  test.each<Language>(['en', 'ja'])('offers no question that a platform would not submit (%s)', (language) => {
    expect(offersOf(knowledge, language).filter(({ text }) => text.length > 100)).toEqual([]);
  });

  test.each<Language>(['en', 'ja'])('offers questions that have an answer (%s)', (language) => {
    const sample = offersOf(knowledge, language).filter(({ sure }, at) => sure && at % STRIDE === 0);
    const unanswered = sample
      .filter(({ text }) => desk.ask({ text, clock, fallbackLanguage: language }).status !== 'answered')
      .map(({ text }) => text);
    expect(unanswered).toEqual([]);
  });

  test.each<Language>(['en', 'ja'])(
    'offers questions about a meeting whose answer rests on that meeting (%s)',
    (language) => {
      const sample = offersOf(knowledge, language).filter(
        ({ sure, consultation }, at) => sure && consultation !== null && at % STRIDE === 1,
      );
      const astray = sample.filter(
        ({ text, consultation }) =>
          !desk.ask({ text, clock, fallbackLanguage: language }).consultations.includes(consultation ?? ''),
      );
      expect(astray.map(({ text }) => text)).toEqual([]);
    },
  );
});
