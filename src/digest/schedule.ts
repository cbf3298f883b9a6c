import type { PlainDate } from '../time/period.ts';
import { runsOn } from './rhythm.ts';
import type { Subscription } from './subscription.ts';

/** How long after its time a digest is still worth sending. */
export const graceMs = 6 * 60 * 60 * 1000;

/** The times that decide a subscription's schedule. */
export type Schedule = Pick<Subscription, 'time' | 'zone' | 'rhythm' | 'createdAt' | 'changedAt'>;

/** Where a subscription stands: its last occurrence, and whether that is owed. */
export type Due = {
  /** The subscriber's date that the digest is for: the other half of its ledger key. */
  readonly localDate: PlainDate;
  /** Epoch milliseconds. */
  readonly dueAt: number;
  /** `due` inside the grace window, `missed` past it, `not-yet` when the occurrence is before the subscription's own start. */
  readonly state: 'not-yet' | 'due' | 'missed';
};

/**
 * The last occurrence at or before `now` (epoch milliseconds). Every local date of the rhythm has one occurrence, at its wall time; where clocks
 * skip that time it is the next minute there is, where they repeat it the first. A date that a zone skips whole has none.
 * @throws RangeError for an unknown zone or a malformed time.
 */
export function due(schedule: Schedule, now: number): Due {
  return dueAt(now)(schedule);
}

/** `due` for many subscriptions at one moment: those that share time, zone and rhythm share the reckoning. */
export function dueAt(now: number): (schedule: Schedule) => Due {
  const known = new Map<string, Omit<Due, 'state'>>();
  return (schedule) => {
    const key = `${schedule.time} ${schedule.zone} ${schedule.rhythm}`;
    const last = known.get(key) ?? lastOccurrence(schedule, now);
    known.set(key, last);
    return { ...last, state: stateOf(schedule, last, now) };
  };
}

/**
 * The first occurrence after `now` (epoch milliseconds) that the subscription is owed, in its zone.
 * @throws RangeError for an unknown zone or a malformed time.
 */
export function nextRun(schedule: Schedule, now: number): Temporal.ZonedDateTime {
  const after = Math.max(now, startOf(schedule) - 1);
  // Yesterday's may be today: a time that clocks skip just before midnight moves past it.
  const start = Temporal.Instant.fromEpochMilliseconds(after)
    .toZonedDateTimeISO(schedule.zone)
    .toPlainDate()
    .subtract({ days: 1 });
  for (let ahead = 0; ; ahead += 1) {
    const found = occurrence(schedule, start.add({ days: ahead }));
    if (found !== undefined && found.epochMilliseconds > after) return found;
  }
}

/**
 * When the digest of a local date is due, epoch milliseconds; `undefined` for one that is none of the rhythm's, or that the zone skips whole.
 * @throws RangeError for an unknown zone or a malformed time.
 */
export function dueOn(schedule: Schedule, localDate: PlainDate): number | undefined {
  return occurrence(schedule, Temporal.PlainDate.from(localDate))?.epochMilliseconds;
}

function lastOccurrence(schedule: Schedule, now: number): Omit<Due, 'state'> {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(schedule.zone).toPlainDate();
  // A time still to come, or a date that the rhythm or the zone skips, leaves an earlier one.
  for (let back = 0; ; back += 1) {
    const date = today.subtract({ days: back });
    const at = occurrence(schedule, date)?.epochMilliseconds;
    if (at !== undefined && at <= now) return { localDate: date.toString(), dueAt: at };
  }
}

function stateOf(schedule: Schedule, last: Omit<Due, 'state'>, now: number): Due['state'] {
  if (last.dueAt < startOf(schedule) && !isTodays(schedule, last)) return 'not-yet';
  return now < last.dueAt + graceMs ? 'due' : 'missed';
}

/**
 * Whether a change of time, zone or rhythm, or resuming, came on the very date of an occurrence and in time to make up for it: whoever
 * moves a digest from 18:00 to 09:00 at noon still expects today's.
 */
function isTodays({ changedAt, zone }: Schedule, { localDate, dueAt }: Omit<Due, 'state'>): boolean {
  if (changedAt === undefined) return false;
  const changed = Temporal.Instant.from(changedAt);
  if (changed.epochMilliseconds >= dueAt + graceMs) return false;
  return changed.toZonedDateTimeISO(zone).toPlainDate().toString() === localDate;
}

/** Nothing due before a subscription began, or before its time last changed, is owed, but for that day's own. */
function startOf({ createdAt, changedAt }: Schedule): number {
  return Temporal.Instant.from(changedAt ?? createdAt).epochMilliseconds;
}

function occurrence({ time, zone, rhythm }: Schedule, date: Temporal.PlainDate): Temporal.ZonedDateTime | undefined {
  if (!runsOn(rhythm, date)) return undefined;
  const wall = date.toPlainDateTime(Temporal.PlainTime.from(time));
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  // Where clocks repeat the time both readings show it, and the first counts.
  if (later.toPlainDateTime().equals(wall)) return wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (!date.toZonedDateTime(zone).toPlainDate().equals(date)) return undefined;
  // Clocks skip the time: the first moment after the gap is the next minute there is.
  return wall.toZonedDateTime(zone, { disambiguation: 'earlier' }).getTimeZoneTransition('next') ?? later;
}
