import { describe, expect, test } from 'vitest';
import { createTurns, type Job, TooMuchWaiting, type Turn } from '../../src/timeline/turns.ts';

const of = (person: string, channel = 'C1'): Turn => ({ person, channel });

/** Turns of one at a time over jobs that end when they are told to. */
function room(limits: Partial<Parameters<typeof createTurns>[0]> = {}) {
  const turns = createTurns({ atOnce: 1, mostOfPerson: 200, mostOfChannel: 200, ...limits });
  const done: string[] = [];
  const ends: (() => void)[] = [];
  const job = (name: string): Job => ({
    isStarted: false,
    run() {
      done.push(name);
      return new Promise<void>((resolve) => ends.push(resolve));
    },
  });
  return {
    turns,
    done,
    job,
    enter: (name: string, turn: Turn) => turns.enter(job(name), turn),
    async finish() {
      while (ends.length > 0) {
        ends.shift()?.();
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
}

describe('createTurns', () => {
  test('somebody who asks once waits behind one thing of somebody who asks 120 times', async () => {
    const { enter, done, finish } = room();
    for (let index = 0; index < 120; index += 1) enter(`many ${index}`, of('U1'));
    enter('once', of('U2'));
    await finish();
    expect(done.indexOf('once')).toBe(1);
    expect(done).toHaveLength(121);
  });

  test('people take turns, and nobody has a second before everybody had a first', async () => {
    const { enter, done, finish } = room();
    for (const name of ['a1', 'a2', 'b1', 'b2', 'c1']) enter(name, of(name.charAt(0)));
    await finish();
    expect(done).toEqual(['a1', 'b1', 'c1', 'a2', 'b2']);
  });

  test('a digest goes before all people', async () => {
    const { enter, done, finish } = room();
    for (const person of ['U1', 'U2', 'U3']) enter(person, of(person));
    enter('digest', 'digest');
    await finish();
    expect(done).toEqual(['U1', 'digest', 'U2', 'U3']);
  });

  test('a digest that wants what waits far back gets it at its own turn, once', async () => {
    const { turns, job, enter, done, finish } = room();
    const wanted = job('wanted');
    enter('first', of('U1'));
    enter('second', of('U1'));
    turns.enter(wanted, of('U1'));
    turns.join(wanted, 'digest');
    await finish();
    expect(done).toEqual(['first', 'wanted', 'second']);
  });

  test('no more waits for one person than is taken, and others are taken all the same', () => {
    const { enter } = room({ mostOfPerson: 2 });
    // The first is under way and does not wait.
    for (const name of ['a', 'b', 'c']) enter(name, of('U1'));
    expect(() => enter('d', of('U1'))).toThrow(TooMuchWaiting);
    expect(() => enter('e', of('U2'))).not.toThrow();
  });

  test('no more waits in one channel than is taken, whoever asks, and digests are always taken', () => {
    const { enter } = room({ mostOfChannel: 2 });
    for (const person of ['U1', 'U2', 'U3']) enter(person, of(person));
    expect(() => enter('U4', of('U4'))).toThrow(TooMuchWaiting);
    expect(() => enter('U4', of('U4', 'C2'))).not.toThrow();
    expect(() => enter('digest', 'digest')).not.toThrow();
  });

  test('what was taken makes room again', async () => {
    const { enter, finish } = room({ mostOfPerson: 1, mostOfChannel: 1 });
    enter('a', of('U1'));
    enter('b', of('U1'));
    await finish();
    expect(() => enter('c', of('U1'))).not.toThrow();
  });
});
