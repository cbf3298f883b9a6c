import { expect, it } from 'vitest';
import { createEffects } from '../../src/conversation/effects.ts';

function setUp() {
  const taken = new Set<string>();
  const effects = createEffects(async (key) => taken.size < taken.add(key).size);
  const done: string[] = [];
  const once = (key: string, ok = true) =>
    effects.once(key, async () => {
      done.push(key);
      return ok;
    });
  return { effects, done, once };
}

it('is done once for each key, however often and at once it is asked for', async () => {
  const { once, done } = setUp();
  expect(await Promise.all(['a', 'a', 'b', 'a'].map((key) => once(key)))).toEqual([true, false, true, false]);
  expect(done).toEqual(['a', 'b']);
});

it('may be tried again where it failed, and not where it was done', async () => {
  const { effects, once, done } = setUp();
  await once('a', false);
  await once('a');
  expect(await once('a')).toBe(false);
  expect(done).toEqual(['a', 'a']);
  const broken = () => effects.once('b', () => Promise.reject(new Error('no way')));
  await expect(broken()).rejects.toThrow('no way');
  expect(await once('b')).toBe(true);
});
