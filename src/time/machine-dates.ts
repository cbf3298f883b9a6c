/** A moment as Discord's messages hold it: <t:1743292800:D>. */
const TOKEN = /<t:(-?\d{1,17})(?::[a-z])?>/gi;
/** A date with its time of day by ISO 8601; with a space between the two only where an offset follows. */
const DATE_TIME = /(?<![\d.-])\d{4}-\d\d-\d\d[t ]\d\d[\d:.,]{0,16}(?:z|[+-][\d:]{2,5})?/gi;
/** The same in the basic format: 20250330T100000Z. */
const BASIC = /(?<![\da-z])\d{8}t\d{4}(?:\d\d)?(?:z|[+-]\d{4})?(?![\da-z])/gi;

/**
 * A text in which dates as machines write them are plain ones (2025-03-30), on the day they fall on in `zone`, the asker's; without an offset
 * the day is the one written. What is no date after all stays as figures, so that it is told of and not lost.
 */
export function withPlainDates(text: string, zone: string): string {
  return text
    .replace(TOKEN, (_, seconds: string) => ` ${dayOfSeconds(Number(seconds), zone) ?? seconds} `)
    .replace(BASIC, (found) => dayOf(found, zone) ?? found)
    .replace(DATE_TIME, (found) => {
      const moment = found.replace(/(?<![.,:])[.,:]+$/, '');
      const day = dayOf(moment.replace(',', '.'), zone);
      return day === undefined ? found : day + found.slice(moment.length);
    });
}

function dayOfSeconds(seconds: number, zone: string): string | undefined {
  // Temporal knows no moment farther away.
  if (Math.abs(seconds) > 8.64e12) return undefined;
  return written(
    Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
      .toZonedDateTimeISO(zone)
      .toPlainDate(),
  );
}

/** Where the time of day begins at the earliest: 20250330T. */
const TIME_AT = 9;

/** The day of an ISO date-time in `zone`; `undefined` where there is no such moment. */
function dayOf(moment: string, zone: string): string | undefined {
  try {
    const hasOffset = /[z+]|-\d\d(?::?\d\d)?$/i.test(moment.slice(TIME_AT));
    if (!hasOffset && moment.includes(' ')) return undefined;
    const day = hasOffset
      ? Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainDate()
      : Temporal.PlainDateTime.from(moment).toPlainDate();
    return written(day);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** `undefined` for years that are not written in four figures. */
function written(day: Temporal.PlainDate): string | undefined {
  return day.year >= 1000 && day.year <= 9999 ? day.toString() : undefined;
}
