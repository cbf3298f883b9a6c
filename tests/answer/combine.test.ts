import { describe, expect, test } from 'vitest';
import { about, answerTo, only } from './fixture.ts';

const textsOf = (given: Parameters<typeof answerTo>[0]) => {
  const { headline, statements } = answerTo(given);
  return [headline, ...statements].map(({ text }) => text);
};

describe('two things asked in one sentence', () => {
  test('are answered in their order', () => {
    const [who, what] = textsOf({ ask: 'who', also: ['what'], constraints: [only('framework', 'summit')] });
    expect(who).toContain('Ishiba Shigeru');
    expect(what).toBe('They agreed to upgrade command and control frameworks.');
  });

  test('the meeting is chosen before the subject is looked up there', () => {
    const order = { side: 'latest' as const, skip: 0, limit: 1 };
    const given = {
      ask: 'who' as const,
      also: ['what' as const],
      order,
      constraints: [only('framework', 'scc'), about('taiwan-strait')],
    };
    expect(textsOf(given)[1]).toContain('peace and stability across the Taiwan Strait');
  });

  test('a subject that the meeting lacks is said to be missing, the rest answered', () => {
    const order = { side: 'latest' as const, skip: 0, limit: 1 };
    const given = {
      ask: 'who' as const,
      also: ['what' as const],
      order,
      constraints: [only('framework', 'summit'), about('amraam')],
    };
    const answer = answerTo(given);
    expect(answer.status).toBe('answered');
    expect(answer.headline.text).toContain('Ishiba Shigeru');
    expect(answer.statements.map(({ text }) => text).join()).toContain('does not mention AMRAAM there');
  });

  test('what a first line tells is not told again', () => {
    expect(textsOf({ ask: 'when', also: ['where'], constraints: [only('framework', 'summit')] })).toHaveLength(1);
  });
});
