import { Option } from '@commander-js/extra-typings';
import { nearestNames } from '../text/nearest.ts';
import { usageFault } from './command.ts';

/** `--json`: one JSON object or array instead of text. */
export function jsonOption(description = 'print JSON instead of text') {
  return new Option('--json', description);
}

/** `--lang ja|en`; `undefined` when not given. */
export function languageOption(description: string) {
  return new Option('--lang <language>', `${description}: ja or en`).argParser(oneOf('--lang', ['ja', 'en']));
}

/** `--now`, for `parseNow`. */
export function nowOption() {
  return new Option('--now <time>', 'the time to count "last month" from, in ISO 8601 (default: now)');
}

/**
 * Takes one of `values` and nothing else.
 * @throws KyogiError `usage` that lists them, or names the one that was most likely meant.
 */
export function oneOf<const Value extends string>(option: string, values: readonly Value[]): (given: string) => Value {
  return (given) => {
    const found = values.find((value) => value === given);
    if (found !== undefined) return found;
    const [near] = nearestNames(given.toLowerCase(), values, (value) => [value]);
    const hint = near === undefined ? '' : ` Did you mean ${near}?`;
    throw usageFault(`${option} takes ${listed(values)}, not "${given}".${hint}`);
  };
}

/**
 * Takes names of `values`, separated by commas.
 * @throws KyogiError `usage` for any other.
 */
export function listOf<const Value extends string>(
  option: string,
  values: readonly Value[],
): (given: string) => readonly Value[] {
  const one = oneOf(option, values);
  return (given) => given.split(',').map((name) => one(name.trim()));
}

/**
 * Takes a day as YYYY-MM-DD.
 * @throws KyogiError `usage` for anything else.
 */
export function day(option: string): (given: string) => string {
  return (given) => {
    // PlainDate.from would also take a time, a zone or a basic date, and drop what is not a date.
    if (/^\d{4}-\d{2}-\d{2}$/.test(given)) {
      try {
        return Temporal.PlainDate.from(given).toString();
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
      }
    }
    throw usageFault(`${option} takes a date such as 2026-03-30, not "${given}".`);
  };
}

/**
 * Takes a whole number within bounds.
 * @throws KyogiError `usage` for anything else.
 */
export function wholeNumber(option: string, least: number, most: number): (given: string) => number {
  return (given) => {
    const value = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw usageFault(`${option} takes a whole number from ${least} to ${most}, not "${given}".`);
  };
}

/**
 * Takes an IANA time zone.
 * @throws KyogiError `usage` for anything else.
 */
export function timeZone(option: string): (given: string) => string {
  return (given) => {
    try {
      Temporal.Now.plainDateISO(given);
      return given;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
    const [near] = nearestNames(given, Intl.supportedValuesOf('timeZone'), zoneNames);
    const hint = near === undefined ? '' : ` Did you mean ${near}?`;
    throw usageFault(`${option} takes an IANA time zone such as Asia/Tokyo, not "${given}".${hint}`);
  };
}

/**
 * Reads `--now`: an ISO instant, or a date or date-time taken as wall time in `zone`; the real present when not given.
 * @throws KyogiError `usage` when it is none of these.
 */
export function parseNow(value: string | undefined, zone: string): Temporal.Instant {
  if (value === undefined) return Temporal.Now.instant();
  for (const read of [
    () => Temporal.Instant.from(value),
    () => Temporal.PlainDateTime.from(value, { overflow: 'reject' }).toZonedDateTime(zone).toInstant(),
  ]) {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  throw usageFault(`--now takes an ISO date or time such as 2026-11-25T09:00:00+09:00, not "${value}".`);
}

/** A zone by its name or its city: "tokyo" is Asia/Tokyo. */
function zoneNames(zone: string): readonly string[] {
  return [zone, zone.slice(zone.lastIndexOf('/') + 1)];
}

function listed(values: readonly string[]): string {
  return values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}
