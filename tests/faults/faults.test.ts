import { expect, test } from 'vitest';
import { killed } from './cases/kills.ts';
import { knowledgeLost } from './cases/knowledge.ts';

// The faults that need no minute of waiting; the others: npm exec -- node tests/faults/run.ts

test('killed four times while it answers and posts, it answers nothing twice and posts every digest once', async () => {
  expect((await killed({ times: 4, brief: true })).wrong).toEqual([]);
}, 240_000);

test('with its records deleted and replaced by garbage it answers from those it has, until good ones are back', async () => {
  expect((await knowledgeLost.run()).wrong).toEqual([]);
}, 240_000);
