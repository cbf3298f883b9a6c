import { expect, it } from 'vitest';
import { inTurn } from '../../src/conversation/in-turn.ts';

it('leaves the event loop to others between two pieces of work that came together', async () => {
  const order: string[] = [];
  const all = ['a', 'b', 'c'].map((name) =>
    inTurn(() => {
      order.push(name);
      setImmediate(() => order.push(`after ${name}`));
    }),
  );
  await Promise.all(all);
  expect(order).toEqual(['a', 'after a', 'b', 'after b', 'c']);
});

it('goes on after work that failed, and tells whoever asked for it', async () => {
  const failed = inTurn(() => {
    throw new Error('no desk');
  });
  const next = inTurn(() => 'next');
  await expect(failed).rejects.toThrow('no desk');
  expect(await next).toBe('next');
});
