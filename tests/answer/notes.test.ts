import { describe, expect, test } from 'vitest';
import { about, answerTo, only, words } from './fixture.ts';

describe('how a question was taken', () => {
  test('comes first among the notes, what was given up before the rest', () => {
    const notes = [
      { kind: 'carried' as const, text: { ja: '引き継ぎ', en: 'Carried.' } },
      { kind: 'assumed' as const, text: { ja: '仮定', en: 'Assumed.' } },
    ];
    const dropped = only('word', 'sat', { strength: 'soft', label: 'sat' });
    const answer = answerTo({ ask: 'who', notes, constraints: [only('framework', 'scc'), dropped] });
    expect(answer.disclosures).toEqual([
      { kind: 'dropped', text: 'The matching records do not mention “sat”, so this answers the rest of the question.' },
      { kind: 'assumed', text: 'Assumed.' },
      { kind: 'carried', text: 'Carried.' },
    ]);
    expect(answer.notes.slice(0, 2)).toEqual(answer.disclosures.slice(0, 2).map(({ text }) => text));
    expect(answer.headline.text).toMatch(/^Carried\. /);
  });

  test('tells of a part of the subject that nothing holds', () => {
    const answer = answerTo({ ask: 'what', constraints: [about('amraam'), words('pineapple')] });
    expect(answer.status).toBe('answered');
    expect(answer.disclosures[0]?.text).toContain('do not mention “pineapple”');
  });

  test('names the word in Japanese as the asker wrote it', () => {
    const dropped = only('word', '座', { strength: 'soft', label: '座った' });
    const answer = answerTo({ ask: 'who', constraints: [only('framework', 'scc'), dropped] }, 'ja');
    expect(answer.disclosures[0]?.text).toBe(
      '「座った」に触れた記録は、この条件では見当たらないため、それ以外の点についてお答えします。',
    );
  });

  test('tells that what is shown is no agreement', () => {
    const agreed = only('act', 'agreed', { strength: 'soft' });
    const answer = answerTo({
      constraints: [about('taiwan-strait'), only('framework', 'defense-ministerial'), agreed],
    });
    expect(answer.disclosures[0]?.text).toContain('The record shows no agreement on this');
  });

  test('a form of the answer is no disclosure, but is told', () => {
    const notes = [{ kind: 'form' as const, text: { ja: '英語で', en: 'In English.' } }];
    const answer = answerTo({ ask: 'who', notes, constraints: [only('framework', 'scc')] });
    expect(answer.disclosures).toEqual([]);
    expect(answer.notes).toContain('In English.');
  });
});

describe('notes on what is shown', () => {
  test('the day elsewhere is told to whoever asks when', () => {
    expect(answerTo({ ask: 'when', constraints: [only('framework', 'summit')] }).notes.join()).toContain(
      '8 February in Japan',
    );
  });

  test('and to nobody who asks what was said', () => {
    expect(
      answerTo({ constraints: [about('command-and-control'), only('framework', 'summit')] }).notes.join(),
    ).not.toContain('8 February');
  });

  test('an answer on news alone says so', () => {
    const answer = answerTo({ ask: 'when', period: { from: '2025-01-01', to: '2025-01-31' } });
    expect(answer.notes).toContain('This answer rests on news reports alone; no official page is on record for it.');
  });

  test('a record of a month that may fit is told of', () => {
    const answer = answerTo({ ask: 'list', period: { from: '2025-06-10', to: '2025-06-10' } });
    expect(answer.notes.join()).toContain('Known to the month alone, so it may fit as well: June 2025');
  });
});
