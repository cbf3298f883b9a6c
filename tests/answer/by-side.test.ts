import { describe, expect, test } from 'vitest';
import { bySide } from '../../src/answer/by-side.ts';
import type { Outcome } from '../../src/knowledge/schema.ts';
import type { Question } from '../../src/question/question.ts';
import { knowledge, question } from './fixture.ts';

const [consultation] = knowledge.consultations;
if (!consultation) throw new Error('the fixture holds no consultation');
const [spoken] = consultation.outcomes;
if (!spoken) throw new Error('the fixture holds no outcome');

/** Retrieval over one consultation whose outcomes are said by `sides`, each by some or, without any, by all. */
const over = (...sides: (readonly string[] | undefined)[]) =>
  bySide((asked: Question) => {
    const outcomes = sides
      .map((by, index) => ({ outcome: { ...spoken, by: by as Outcome['by'] }, index, score: 1 }))
      .filter(({ outcome: { by } }) => (asked.by ?? []).length === 0 || asked.by?.some((side) => by?.includes(side)));
    return { nearest: [], evidence: outcomes.length === 0 ? [] : [{ consultation, score: 1, outcomes }] };
  });
const asked = question({ text: 'What did the U.S. side say?', by: ['US'] });
const indexes = (found: ReturnType<ReturnType<typeof over>>) =>
  found.evidence.flatMap(({ outcomes }) => outcomes.map(({ index }) => index));

describe("one side's own words", () => {
  test('are what is shown where the record marks any', () => {
    const found = over(undefined, ['US'], ['JP'])(asked);
    expect(indexes(found)).toEqual([1]);
    expect(found.question).toBe(asked);
  });

  test("give way to what both put on record, never to the other side's", () => {
    const found = over(undefined, ['JP'])(asked);
    expect(indexes(found)).toEqual([0]);
    expect(found.question.by).toBeUndefined();
    expect(found.question.understood.map(({ en }) => en).join(' ')).toContain('both sides');
  });

  test('stay asked for where neither that side nor both said anything', () => {
    const found = over(['JP'])(asked);
    expect(found.evidence).toEqual([]);
    expect(found.question).toBe(asked);
  });
});
