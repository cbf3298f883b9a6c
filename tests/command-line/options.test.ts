import { describe, expect, test } from 'vitest';
import { day, oneOf, parseNow, timeZone, wholeNumber } from '../../src/command-line/options.ts';

const refusal = (read: () => unknown) => {
  try {
    return read();
  } catch (error) {
    return error;
  }
};

describe('values of options', () => {
  test.each([
    ['a language', () => oneOf('--lang', ['ja', 'en'])('en'), 'en'],
    ['a day', () => day('--date')('2026-03-30'), '2026-03-30'],
    ['a number', () => wholeNumber('--limit', 1, 50)('50'), 50],
    ['a zone', () => timeZone('--tz')('Asia/Tokyo'), 'Asia/Tokyo'],
  ])('%s is taken', (_title, read, value) => {
    expect(read()).toBe(value);
  });

  test.each([
    ['a choice near another', () => oneOf('--platform', ['discord', 'slack'])('Slak'), 'Did you mean slack?'],
    ['any other choice', () => oneOf('--lang', ['ja', 'en'])('fr'), '--lang takes ja or en, not "fr".'],
    ['a day that is none', () => day('--date')('2026-02-30'), '--date takes a date such as 2026-03-30'],
    ['a day with a time', () => day('--date')('2026-03-30T09:00'), '--date takes a date'],
    ['a number out of bounds', () => wholeNumber('--limit', 1, 50)('51'), 'a whole number from 1 to 50, not "51"'],
    ['a fraction', () => wholeNumber('--limit', 1, 50)('1.5'), 'a whole number'],
    ['a city for a zone', () => timeZone('--tz')('tokyo'), 'Did you mean Asia/Tokyo?'],
    ['a clock that is none', () => parseNow('yesterday', 'UTC'), '--now takes an ISO date'],
  ])('%s is bad usage, with the fix', (_title, read, message) => {
    expect(refusal(read)).toMatchObject({ code: 'usage', message: expect.stringContaining(message) });
  });

  test('a clock without a zone is wall time in the configured one', () => {
    expect(parseNow('2026-11-25T09:00', 'Asia/Tokyo').toString()).toBe('2026-11-25T00:00:00Z');
  });
});
