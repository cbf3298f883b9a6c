import { describe, expect, test } from 'vitest';
import { createThrottle } from '../../src/conversation/throttle.ts';

const limits = { userPerMinute: 3, channelPerMinute: 100 };

describe('createThrottle', () => {
  test('a burst up to the limit passes, the next gets one notice, the rest silence', () => {
    const throttle = createThrottle(limits);
    const verdicts = [1, 2, 3, 4, 5].map(() => throttle.allow('u', 'c', 0));
    expect(verdicts).toEqual(['ok', 'ok', 'ok', 'notice', 'silent']);
  });

  test('tokens come back evenly over the minute', () => {
    const throttle = createThrottle(limits);
    for (let i = 0; i < 3; i += 1) throttle.allow('u', 'c', 0);
    expect(throttle.allow('u', 'c', 19_000)).toBe('notice');
    expect(throttle.allow('u', 'c', 21_000)).toBe('ok');
  });

  test('the notice is said again after a minute of asking too much', () => {
    const throttle = createThrottle({ userPerMinute: 1, channelPerMinute: 100 });
    const at = (ms: number) => throttle.allow('u', 'c', ms);
    expect([at(0), at(10), at(20), at(60_005), at(60_015)]).toEqual(['ok', 'notice', 'silent', 'ok', 'notice']);
  });

  test('one person does not use up another person’s questions', () => {
    const throttle = createThrottle(limits);
    for (let i = 0; i < 5; i += 1) throttle.allow('loud', 'c', 0);
    expect(throttle.allow('quiet', 'c', 0)).toBe('ok');
  });

  test('a full channel refuses everybody', () => {
    const throttle = createThrottle({ userPerMinute: 100, channelPerMinute: 2 });
    expect(['a', 'b', 'd'].map((user) => throttle.allow(user, 'c', 0))).toEqual(['ok', 'ok', 'notice-to-channel']);
  });

  test('60 questions at once in a full channel get one notice a minute, whoever asks', () => {
    const throttle = createThrottle({ userPerMinute: 100, channelPerMinute: 3 });
    const ask = (ms: number) => Array.from({ length: 60 }, (_, index) => throttle.allow(`u${index}`, 'c', ms));
    const notices = (verdicts: readonly string[]) => verdicts.filter((each) => each.startsWith('notice')).length;
    expect(notices(ask(0))).toBe(1);
    expect(notices(ask(30_000))).toBe(0);
    expect(notices(ask(60_000))).toBe(1);
  });

  test('a clock that steps back a day neither blocks nor overfills', () => {
    const throttle = createThrottle(limits);
    throttle.allow('u', 'c', 86_400_000);
    expect([0, 0, 0].map((now) => throttle.allow('u', 'c', now))).toEqual(['ok', 'ok', 'notice']);
  });
});
