import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coveredFrom, Rhythms, rhythmAt, rhythmNamed } from '../../src/digest/rhythm.ts';
import { due, dueOn, graceMs, nextRun, type Schedule } from '../../src/digest/schedule.ts';

const minute = 60_000;
const at = (iso: string) => Temporal.Instant.from(iso).epochMilliseconds;
const plan = (
  zone: string,
  time: string,
  createdAt = '2020-01-01T00:00:00Z',
  rhythm: Schedule['rhythm'] = 'daily',
): Schedule => ({ zone, time, createdAt, rhythm });
const instant = (ms: number | undefined) =>
  ms === undefined ? undefined : Temporal.Instant.fromEpochMilliseconds(ms).toString();

describe('a rhythm', () => {
  const weekly = plan('America/New_York', '02:30', '2020-01-01T00:00:00Z', 'sunday');
  const weekdays = plan('Asia/Tokyo', '09:00', '2020-01-01T00:00:00Z', 'weekdays');

  test('leaves out the other days, in the zone of the subscription', () => {
    // Friday 3 April 2026, 09:00 in Tokyo.
    expect(nextRun(weekdays, at('2026-04-03T00:00:00Z')).toPlainDate().toString()).toBe('2026-04-06');
    expect(due(weekdays, at('2026-04-05T23:00:00Z'))).toMatchObject({ localDate: '2026-04-03', state: 'missed' });
    expect(dueOn(weekdays, '2026-04-04')).toBeUndefined();
  });

  test('weekly meets clocks that skip or repeat its time as a daily one does', () => {
    expect(nextRun(weekly, at('2026-03-02T00:00:00Z')).toString()).toBe('2026-03-08T03:00:00-04:00[America/New_York]');
    expect(nextRun(weekly, at('2026-03-08T08:00:00Z')).toString()).toBe('2026-03-15T02:30:00-04:00[America/New_York]');
    expect(nextRun(weekly, at('2026-10-30T00:00:00Z')).toString()).toBe('2026-11-01T02:30:00-05:00[America/New_York]');
  });

  test('changed in the week owes nothing of a day before the change', () => {
    const changed = { ...weekly, rhythm: 'monday' as const, changedAt: '2026-04-01T12:00:00Z' };
    expect(due(changed, at('2026-04-01T13:00:00Z'))).toMatchObject({ localDate: '2026-03-30', state: 'not-yet' });
  });

  test.each([
    ['daily', '2026-04-06', '2026-04-06'],
    ['changes', '2026-04-06', '2026-04-06'],
    ['weekdays', '2026-04-06', '2026-04-04'],
    ['weekdays', '2026-04-07', '2026-04-07'],
    ['monday', '2026-04-06', '2026-03-31'],
  ] as const)('%s of %s covers the days from %s', (rhythm, date, from) => {
    expect(coveredFrom(rhythm, date)).toBe(from);
  });

  test.each(Rhythms)('%s is put in words of both languages', (rhythm) => {
    const when = { time: '09:00', zone: 'UTC' };
    expect(rhythmAt(rhythm, when, 'ja')).toMatch(/^[^a-z]+の09:00（UTC）$/);
    expect(rhythmAt(rhythm, when, 'en')).toMatch(
      /^(?:every [a-zA-Z]+|on days when the record changes) at 09:00 \(UTC\)$/,
    );
    expect(rhythmNamed(rhythm)).toBe(rhythm);
  });
});

describe('due', () => {
  const tokyo = plan('Asia/Tokyo', '09:00');

  test('is owed from its minute on, for six hours, then missed', () => {
    const dueAt = at('2026-03-30T00:00:00Z');
    expect(due(tokyo, dueAt - 1)).toMatchObject({ localDate: '2026-03-29', state: 'missed' });
    expect(due(tokyo, dueAt)).toEqual({ localDate: '2026-03-30', dueAt, state: 'due' });
    expect(due(tokyo, dueAt + graceMs - 1)).toMatchObject({ localDate: '2026-03-30', state: 'due' });
    expect(due(tokyo, dueAt + graceMs)).toMatchObject({ localDate: '2026-03-30', state: 'missed' });
  });

  test('a late evening digest is still owed after midnight, under the date it was for', () => {
    expect(due(plan('Asia/Tokyo', '23:30'), at('2026-03-30T16:00:00Z'))).toMatchObject({
      localDate: '2026-03-30',
      state: 'due',
    });
  });

  test('an occurrence before the subscription began is not owed', () => {
    const schedule = plan('Asia/Tokyo', '09:00', '2026-03-30T00:00:01Z');
    expect(due(schedule, at('2026-03-30T01:00:00Z'))).toMatchObject({ localDate: '2026-03-30', state: 'not-yet' });
    expect(due(schedule, at('2026-03-31T00:00:00Z'))).toMatchObject({ localDate: '2026-03-31', state: 'due' });
  });

  test('an occurrence of the very day that the time was changed on is owed inside its window', () => {
    const changedAt = (instant: string) => ({ ...tokyo, changedAt: instant });
    expect(due(changedAt('2026-03-30T03:00:00Z'), at('2026-03-30T03:30:00Z'))).toMatchObject({ state: 'due' });
    expect(due(changedAt('2026-03-30T03:00:00Z'), at('2026-03-30T06:00:00Z'))).toMatchObject({ state: 'missed' });
    expect(due(changedAt('2026-03-30T06:00:00Z'), at('2026-03-30T06:30:00Z'))).toMatchObject({ state: 'not-yet' });
  });

  test('an occurrence of the day before the time was changed is not owed', () => {
    const late = { ...plan('Asia/Tokyo', '23:30'), changedAt: '2026-03-30T16:00:00Z' };
    expect(due(late, at('2026-03-30T16:30:00Z'))).toMatchObject({ localDate: '2026-03-30', state: 'not-yet' });
  });

  test('an unknown zone is a RangeError', () => {
    expect(() => due(plan('Mars/Olympus', '09:00'), 0)).toThrow(RangeError);
  });
});

describe('clocks that change', () => {
  test('a time that clocks skip is the next minute there is', () => {
    expect(instant(dueOn(plan('America/New_York', '02:30'), '2026-03-08'))).toBe('2026-03-08T07:00:00Z');
    expect(instant(dueOn(plan('Australia/Lord_Howe', '02:10'), '2026-10-04'))).toBe('2026-10-03T15:30:00Z');
    expect(instant(dueOn(plan('America/Santiago', '00:15'), '2026-09-06'))).toBe('2026-09-06T04:00:00Z');
  });

  test('a time that clocks repeat is the first of the two', () => {
    expect(instant(dueOn(plan('America/New_York', '01:30'), '2026-11-01'))).toBe('2026-11-01T05:30:00Z');
    expect(instant(dueOn(plan('Australia/Lord_Howe', '01:45'), '2026-04-05'))).toBe('2026-04-04T14:45:00Z');
  });

  test('the second of two repeated times brings nothing more', () => {
    const schedule = plan('America/New_York', '01:30');
    expect(due(schedule, at('2026-11-01T06:30:00Z'))).toMatchObject({
      localDate: '2026-11-01',
      dueAt: at('2026-11-01T05:30:00Z'),
    });
    expect(instant(nextRun(schedule, at('2026-11-01T05:30:00Z')).epochMilliseconds)).toBe('2026-11-02T06:30:00Z');
  });

  test('a date that a zone skips whole has no digest, and its neighbours have theirs', () => {
    const schedule = plan('Pacific/Apia', '09:00', '2011-01-01T00:00:00Z');
    expect(dueOn(schedule, '2011-12-30')).toBeUndefined();
    const before = at('2011-12-29T19:00:00Z');
    expect(due(schedule, before)).toMatchObject({ localDate: '2011-12-29', dueAt: before, state: 'due' });
    expect(nextRun(schedule, before).toPlainDate().toString()).toBe('2011-12-31');
  });
});

describe('nextRun', () => {
  test('is strictly after the moment asked about, on the subscriber’s clock', () => {
    const schedule = plan('Asia/Kathmandu', '09:00');
    expect(nextRun(schedule, at('2026-03-30T03:14:59Z')).toString()).toBe('2026-03-30T09:00:00+05:45[Asia/Kathmandu]');
    expect(nextRun(schedule, at('2026-03-30T03:15:00Z')).toString()).toBe('2026-03-31T09:00:00+05:45[Asia/Kathmandu]');
  });

  test('of a subscription yet to begin is its first owed occurrence', () => {
    const schedule = plan('Asia/Tokyo', '09:00', '2026-04-01T00:00:00Z');
    expect(nextRun(schedule, at('2026-03-01T00:00:00Z')).toString()).toBe('2026-04-01T09:00:00+09:00[Asia/Tokyo]');
  });
});

test('at any moment in any zone, the last occurrence is not after it, the next is, and nothing lies between', () => {
  const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([hour, minutes]) => `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`);
  const moment = fc.integer({ min: at('2005-01-01T00:00:00Z'), max: at('2035-01-01T00:00:00Z') });
  fc.assert(
    fc.property(zone, time, moment, (id, wall, now) => {
      const schedule = plan(id, wall, '2000-01-01T00:00:00Z');
      const last = due(schedule, now);
      const next = nextRun(schedule, now);
      expect(last.dueAt).toBeLessThanOrEqual(now);
      expect(next.epochMilliseconds).toBeGreaterThan(now);
      expect(nextRun(schedule, last.dueAt).epochMilliseconds).toBe(next.epochMilliseconds);
      expect(due(schedule, next.epochMilliseconds).localDate > last.localDate).toBe(true);
      expect(dueOn(schedule, last.localDate)).toBe(last.dueAt);
    }),
    { numRuns: 2_000 },
  );
});

/** Local dates of the year as the zone has them, and the runs that came: one each, in order, each due when it came. */
function runsOfYear(schedule: Schedule, year: number): string[] {
  const end = at(`${year + 1}-01-01T12:00:00Z`);
  const dates: string[] = [];
  for (let run = nextRun(schedule, at(`${year - 1}-12-30T00:00:00Z`)); run.epochMilliseconds < end; ) {
    const now = run.epochMilliseconds;
    const found = due(schedule, now);
    if (found.dueAt !== now || found.state !== 'due')
      throw new Error(`${schedule.zone} ${run} is not due when it runs`);
    if (found.localDate.startsWith(String(year))) dates.push(found.localDate);
    run = nextRun(schedule, now);
  }
  return dates;
}

function datesOfYear(zone: string, year: number): string[] {
  const dates: string[] = [];
  for (
    let date = Temporal.PlainDate.from({ year, month: 1, day: 1 });
    date.year === year;
    date = date.add({ days: 1 })
  ) {
    if (date.toZonedDateTime(zone).toPlainDate().equals(date)) dates.push(date.toString());
  }
  return dates;
}

describe('a year of digests', () => {
  // Times that zones are known to skip or repeat, and the edges of the day.
  const times = ['00:00', '00:30', '01:30', '02:00', '02:30', '03:00', '09:00', '23:00', '23:59'] as const;
  const zones = Intl.supportedValuesOf('timeZone');
  const year = 2026;
  const ordinary = datesOfYear('UTC', year);

  test('has exactly one per local date in every IANA zone', { timeout: 60_000 }, () => {
    expect(zones.length).toBeGreaterThan(400);
    for (const [index, zone] of zones.entries()) {
      const time = times[index % times.length] ?? '09:00';
      expect(runsOfYear(plan(zone, time), year), `${zone} ${time}`).toEqual(ordinary);
    }
  });

  const odd = [
    ['Australia/Lord_Howe', 2026],
    ['Asia/Kathmandu', 2026],
    ['America/Santiago', 2026],
    ['Africa/Casablanca', 2026],
    ['America/Nuuk', 2026],
    ['America/Havana', 2026],
    ['Africa/Cairo', 2026],
    ['Asia/Beirut', 2026],
    ['Antarctica/Troll', 2026],
    ['Pacific/Chatham', 2026],
    ['Pacific/Apia', 2011],
    ['America/Sao_Paulo', 2018],
    ['Asia/Pyongyang', 2015],
    ['Asia/Gaza', 2011],
  ] as const;
  test.each(odd)(
    'has exactly one per local date in %s in %i at every odd hour',
    { timeout: 60_000 },
    (zone, oddYear) => {
      const expected = datesOfYear(zone, oddYear);
      for (const time of times)
        expect(runsOfYear(plan(zone, time, '2000-01-01T00:00:00Z'), oddYear), time).toEqual(expected);
    },
  );

  test.each(odd)(
    'finds each digest due at most once when looked at every minute around changes of clock in %s',
    (zone, oddYear) => {
      const schedule = plan(zone, '00:30', '2000-01-01T00:00:00Z');
      let change = Temporal.PlainDateTime.from({ year: oddYear, month: 1, day: 1 })
        .toZonedDateTime(zone)
        .getTimeZoneTransition('next');
      for (let seen = 0; change !== null && change.year === oddYear && seen < 2; seen += 1) {
        const delivered = new Map<string, number>();
        const from = change.epochMilliseconds - 30 * 60 * minute;
        for (let now = from; now < from + 60 * 60 * minute; now += minute) {
          const found = due(schedule, now);
          if (found.state === 'due' && found.dueAt > now - minute) {
            delivered.set(found.localDate, (delivered.get(found.localDate) ?? 0) + 1);
          }
        }
        expect([...delivered.values()].every((times) => times === 1)).toBe(true);
        expect(delivered.size).toBeGreaterThanOrEqual(2);
        change = change.getTimeZoneTransition('next');
      }
    },
  );
});
