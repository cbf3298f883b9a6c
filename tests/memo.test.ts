import { describe, expect, it } from 'vitest';
import { once, remembered, rememberedOf } from '../src/memo.ts';

/** What was made, in order. */
function making<T>() {
  const made: T[] = [];
  return {
    made,
    make: (asked: T) => {
      made.push(asked);
      return [asked];
    },
  };
}

describe('once', () => {
  it('makes a value at its first use and never again, be it undefined', () => {
    let times = 0;
    const get = once(() => {
      times += 1;
      return undefined;
    });
    expect(times).toBe(0);
    expect([get(), get()]).toEqual([undefined, undefined]);
    expect(times).toBe(1);
  });
});

describe('remembered', () => {
  it('gives the same for what is asked alike', () => {
    const { made, make } = making<string>();
    const of = remembered(make, 10, (asked) => asked.toLowerCase());
    expect(of('A')).toBe(of('a'));
    expect(made).toEqual(['A']);
  });

  it('forgets what was not asked for of late, and keeps what was', () => {
    const { made, make } = making<number>();
    const of = remembered(make, 3);
    for (let asked = 0; asked < 30; asked += 1) {
      of(asked);
      of(-1);
    }
    expect(made.filter((each) => each === -1)).toHaveLength(1);
    of(29);
    expect(made.filter((each) => each === 29)).toHaveLength(1);
    of(0);
    expect(made.filter((each) => each === 0)).toHaveLength(2);
  });
});

describe('rememberedOf', () => {
  it('gives the same for the same object', () => {
    const { made, make } = making<object>();
    const [of, one] = [rememberedOf(make), {}];
    expect(of(one)).toBe(of(one));
    expect(of({})).not.toBe(of(one));
    expect(made).toHaveLength(2);
  });
});
