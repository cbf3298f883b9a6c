import { describe, expect, test } from 'vitest';
import { byTitle } from '../../src/answer/by-title.ts';
import type { Question } from '../../src/question/question.ts';
import { knowledge, question } from './fixture.ts';

/** Finds what `consultations` names, unless a topic narrows it away; without it, everything. */
const retrieve = byTitle(knowledge, (asked: Question) => ({
  nearest: [],
  evidence: knowledge.consultations
    .filter(({ id }) => asked.consultations.length === 0 || asked.consultations.includes(id))
    .filter(() => asked.topics.length === 0)
    .map((consultation) => ({ consultation, score: 1, outcomes: [] })),
}));
const ids = (asked: Question) => retrieve(asked).evidence.map(({ consultation }) => consultation.id);
const day = { from: '2025-03-30', to: '2025-03-30' };

describe('a meeting called by its title and its day', () => {
  test('is that record alone, in either language and with or without its remark', () => {
    for (const text of [
      'Who attended the Japan–U.S. Defense Ministerial Meeting on March 30, 2025?',
      'who attended the japan-u.s. defense ministerial meeting (tokyo) on 2025-03-30',
      '2025年3月30日の日米防衛相会談の出席者は？',
    ])
      expect(ids(question({ text, period: day }))).toEqual(['2025-03-30-defense']);
  });

  test('is found though words of its title were read as something else', () => {
    const text = 'What was discussed at the Japan–U.S. Defense Ministerial Meeting on March 30, 2025?';
    expect(ids(question({ text, period: day, topics: ['amraam'], terms: 'meeting' }))).toEqual(['2025-03-30-defense']);
  });

  test('needs the very day: the title alone names a kind of meeting', () => {
    const year = { from: '2025-01-01', to: '2025-12-31' };
    const text = 'Who attended the Japan–U.S. Defense Ministerial Meeting in 2025?';
    expect(ids(question({ text, period: year }))).toHaveLength(knowledge.consultations.length);
    expect(ids(question({ text }))).toHaveLength(knowledge.consultations.length);
  });
});
