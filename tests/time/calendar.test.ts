import { describe, expect, it } from 'vitest';
import { addMonths, overlaps, periodOfEventDate, today, weekOf } from '../../src/time/calendar.ts';

describe('today', () => {
  const now = Temporal.Instant.from('2026-11-22T16:30:00Z');
  it.each([
    ['Asia/Tokyo', '2026-11-23'],
    ['UTC', '2026-11-22'],
    ['America/New_York', '2026-11-22'],
    ['Pacific/Kiritimati', '2026-11-23'],
    ['Asia/Kathmandu', '2026-11-22'],
  ])('is the civil date in %s', (zone, date) => {
    expect(today({ now, zone })).toBe(date);
  });

  it('follows daylight saving time of the zone', () => {
    const beforeMidnight = { now: Temporal.Instant.from('2026-07-01T04:30:00Z'), zone: 'America/New_York' };
    const standard = { now: Temporal.Instant.from('2026-01-01T04:30:00Z'), zone: 'America/New_York' };
    expect(today(beforeMidnight)).toBe('2026-07-01');
    expect(today(standard)).toBe('2025-12-31');
  });

  it('refuses an unknown zone', () => {
    expect(() => today({ now, zone: 'Mars/Olympus' })).toThrow(RangeError);
  });
});

describe('periodOfEventDate', () => {
  it.each([
    ['2025-03-30', '2025-03-30', '2025-03-30'],
    ['2025-03', '2025-03-01', '2025-03-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2025', '2025-01-01', '2025-12-31'],
    ['2024-07-28/2024-07-29', '2024-07-28', '2024-07-29'],
    ['2024-07/2024-09', '2024-07-01', '2024-09-30'],
  ])('%s covers %s to %s', (date, from, to) => {
    expect(periodOfEventDate(date)).toEqual({ from, to });
  });

  it.each(['', '2025-02-30', '2025-13', '2025/03/30', '25-03', 'March'])('refuses %j', (date) => {
    expect(() => periodOfEventDate(date)).toThrow(RangeError);
  });
});

describe('weeks and months', () => {
  it('start a week on Monday and end it on Sunday', () => {
    expect(weekOf('2026-11-22')).toEqual({ from: '2026-11-16', to: '2026-11-22' });
    expect(weekOf('2026-11-23')).toEqual({ from: '2026-11-23', to: '2026-11-29' });
    expect(weekOf('2026-11-23', -1)).toEqual({ from: '2026-11-16', to: '2026-11-22' });
  });

  it('keep to the last day of a shorter month', () => {
    expect(addMonths('2026-05-31', -3)).toBe('2026-02-28');
  });

  it('overlap when they share a day, whatever end is open', () => {
    expect(overlaps({ from: '2025-01-01', to: null }, { from: null, to: '2025-01-01' })).toBe(true);
    expect(overlaps({ from: '2025-01-02', to: null }, { from: null, to: '2025-01-01' })).toBe(false);
  });
});
