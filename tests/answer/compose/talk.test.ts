import { describe, expect, test } from 'vitest';
import { answerTo, opening, told } from '../fixture.ts';

describe('about the bot and the record', () => {
  test('coverage tells from when to when and how many, then the latest and each framework', () => {
    const answer = answerTo({ ask: 'coverage' });
    expect(answer.headline.text).toBe(
      'The record covers 6 consultations of the Japan–U.S. alliance from July 28, 2024 to June 30, 2025.',
    );
    expect(answer.statements[0]?.text).toContain('The latest consultation on record was');
    expect(answer.statements[1]?.text).toBe('Japan–U.S. defense ministerial meeting: 2 (latest: March 30, 2025)');
  });

  test('coverage tells through which day the sources have been read', () => {
    expect(answerTo({ ask: 'coverage' }).notes.join(' ')).toMatch(
      /Official pages of ministries and governments have been read in full through \w+ \d+, \d{4} and in part through \w+ \d+, \d{4}\./,
    );
    expect(answerTo({ ask: 'coverage' }, 'ja').notes.join(' ')).toMatch(
      /省庁などの公式ページは、\d{4}年\d+月\d+日までの分をすべて、\d{4}年\d+月\d+日までの分を一部確認しています。/,
    );
  });

  test('help tells how to ask, with questions that the record answers', () => {
    const answer = answerTo({ ask: 'help' });
    expect(answer.status).toBe('answered');
    expect(answer.suggestions.length).toBeGreaterThan(2);
  });

  test('thanks get a reply and nothing else', () => {
    const answer = answerTo({ ask: 'thanks' });
    expect(answer.headline.text).toBe('You’re welcome.');
    expect([...answer.statements, ...answer.notes, ...answer.suggestions]).toEqual([]);
    expect(opening({ ask: 'thanks' }, 'ja')).toBe('どういたしまして。');
  });

  test('a goodbye is returned and nothing else', () => {
    const answer = answerTo({ ask: 'farewell' });
    expect(answer.headline.text).toBe('Goodbye.');
    expect([...answer.statements, ...answer.notes, ...answer.suggestions]).toEqual([]);
    expect(opening({ ask: 'farewell' }, 'ja')).toBe('またいつでもご質問ください。');
  });

  test('a greeting is returned', () => {
    expect(opening({ ask: 'greeting' }, 'ja')).toMatch(/^こんにちは。/);
  });

  test.each([
    ['opinion', /opinions/],
    ['prediction', /predictions/],
    ['out-of-scope', /cannot be answered from the record/],
    ['too-long', /too long/],
    ['unread', /not understood/],
  ] as const)('what is refused is told why: %s', (reason, said) => {
    const answer = answerTo({ ask: 'refuse', reason });
    expect(answer.status).toBe('not-found');
    expect(answer.headline.text).toMatch(said);
  });

  test('a date that cannot exist is named', () => {
    const impossible = [{ ja: '2025年2月に30日はない。', en: 'February 2025 has no 30th.' }];
    expect(told({ impossible })).toMatch(/^not-found\nThere is no such date: February 2025 has no 30th\./);
  });

  test('two readings are asked back', () => {
    const choices = [{ label: { ja: '甲', en: 'A' }, question: 'A?' }];
    expect(answerTo({ choices })).toMatchObject({ status: 'clarify', choices: [{ label: 'A', question: 'A?' }] });
  });
});
