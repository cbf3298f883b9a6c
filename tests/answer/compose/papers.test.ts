import { describe, expect, test } from 'vitest';
import { about, answerTo, only, opening, told } from '../fixture.ts';

const treaty = only('mention', 'document:security-treaty', { subject: true });

describe('papers', () => {
  test('of a meeting are named', () => {
    expect(opening({ ask: 'documents', constraints: [only('framework', 'scc')] })).toContain('“Joint Statement”');
  });

  test('that a meeting did not issue are said to be none', () => {
    expect(told({ ask: 'documents', constraints: [only('framework', 'summit')] })).toMatch(
      /^not-found\nThe record names no document of the Japan–U\.S\. Summit Meeting/,
    );
  });

  test('known by name are explained, then dated', () => {
    const answer = answerTo({ ask: 'documents', constraints: [treaty] });
    expect(answer.headline.text).toContain('is the basis of the alliance.');
    expect(answer.statements[0]?.text).toBe('The Japan–U.S. Security Treaty is dated January 19, 1960.');
  });

  test('are all that a question about them alone needs', () => {
    expect(opening({ ask: 'what', constraints: [treaty] })).toContain('is the basis of the alliance.');
  });

  test('that stand in others come before them', () => {
    const both = [treaty, only('mention', 'document:article-5', { subject: true })];
    expect(opening({ ask: 'documents', constraints: both })).toContain('armed attack');
  });

  test('asked for their day open with it', () => {
    expect(opening({ ask: 'documents', also: ['when'], constraints: [treaty] }, 'ja')).toBe(
      '日米安全保障条約の日付は、1960年1月19日です。',
    );
  });
});

describe('amounts', () => {
  test('a statement with figures opens', () => {
    expect(opening({ ask: 'amount', constraints: [about('command-and-control')] })).toContain('2 billion yen');
  });

  test('no figure on record is said first, then what comes near', () => {
    const answer = answerTo({ ask: 'amount', constraints: [about('amraam')] });
    expect(answer.status).toBe('not-found');
    expect(answer.headline.text).toBe('The record gives no figure for this.');
    expect(answer.statements[0]?.text).toContain('They agreed to pursue co-production of AMRAAM.');
  });

  test('of years in which nobody met is found where those years are named', () => {
    const period = { from: '2026-04-01', to: '2027-03-31' };
    expect(opening({ ask: 'amount', constraints: [about('command-and-control')], period }, 'ja')).toContain('20億円');
    expect(answerTo({ ask: 'amount', constraints: [about('amraam')], period }).status).toBe('not-found');
  });
});

describe('pages', () => {
  test('stand one a line under the meeting, each once', () => {
    const answer = answerTo({
      ask: 'source',
      constraints: [only('framework', 'defense-ministerial')],
      period: { from: '2025-03-01', to: '2025-03-31' },
    });
    expect(answer.headline.text).toBe('This rests on 2 pages:');
    expect(answer.statements.map(({ heading, text }) => [heading, text])).toEqual([
      ['March 30, 2025, Japan–U.S. Defense Ministerial Meeting', 'Ministry of Defense (page in Japanese), para. 6'],
      [undefined, '“Ministers talk by phone”, Some Paper, February 1, 2025'],
    ]);
  });

  test('in Japanese keep their titles', () => {
    const answer = answerTo({ ask: 'source', constraints: [only('framework', 'scc')] }, 'ja');
    expect(answer.statements[0]?.text).toContain('国務省「Joint statement」（2024年7月28日、英文）');
  });
});
