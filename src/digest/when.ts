import { level } from '../text/level.ts';
/**
 * Reads a wall time as people write it (`9:00`, `09：00`, `9時`, `9時30分`, `9am`, `9:30 pm`) as `HH:MM`; `undefined` when it
 * is none.
 */
export function parseTime(text: string): string | undefined {
  const folded = level(text).trim().replace(/\s+/g, '');
  const match =
    /^(\d{1,2}):(\d{2})(am|pm)?$/.exec(folded) ??
    /^(\d{1,2})()(am|pm)$/.exec(folded) ??
    /^(\d{1,2})時(?:(\d{1,2})分)?$/.exec(folded);
  if (match === null) return undefined;
  const minute = Number(match[2] || 0);
  let hour = Number(match[1]);
  const half = match[3];
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half === 'pm' ? 12 : 0);
  }
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/**
 * The IANA zone that a text names, in its own spelling: `asia/tokyo` and, where one zone alone has it, the city (`Tokyo`).
 * `undefined` for anything else: a fixed offset is no zone, since it knows no daylight saving.
 */
export function parseZone(text: string): string | undefined {
  const name = level(text).trim().replace(/\s+/g, '_');
  if (!/^[A-Za-z]/.test(name)) return undefined;
  try {
    return new Temporal.ZonedDateTime(0n, name).timeZoneId;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  const zones = Intl.supportedValuesOf('timeZone').filter((zone) => zone.toLowerCase().split('/').at(-1) === name);
  return zones.length === 1 ? zones[0] : undefined;
}
