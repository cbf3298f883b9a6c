import ical, { ICalCalendarMethod, ICalEventRepeatingFreq, ICalEventTransparency } from 'ical-generator';
import type { ConsultationDetail } from '../../../src/record/index.ts';
import { consultationsBy, detailOf } from '../../../src/record/index.ts';
import { addDays } from '../../../src/time/index.ts';
import type { Context, Page } from '../page.ts';
import { consultationPath } from '../pieces.ts';

const MOST_STATEMENTS = 5;

/**
 * RFC 5545: the consultations of a page as days at their venue, with the same UID for ever and a SEQUENCE that grows with
 * every revision. Anniversaries come back each year.
 */
export function calendarOf(page: Page, context: Context): string {
  const { say, links, language } = context;
  const calendar = ical({
    name: plain(page.path === '' ? say.tagline : `${page.title} – ${say.site}`),
    description: page.description,
    prodId: { company: 'kyogi', product: 'kyogi', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    url: links.absolute(links.as('ics', language, page.path, page.query)),
    source: links.absolute(links.as('ics', language, page.path, page.query)),
    ttl: 24 * 60 * 60,
  });
  for (const { id } of consultationsBy(page.filters ?? {}, context.view)) {
    const detail = detailOf(id, context.view);
    if (detail === undefined || (page.anniversaries && isMonth(detail))) continue;
    calendar.createEvent(eventOf(detail, page.anniversaries === true, context));
  }
  return calendar.toString();
}

function eventOf(detail: ConsultationDetail, isYearly: boolean, context: Context) {
  const { links, language, say } = context;
  const page = links.absolute(links.page(language, consultationPath(detail.id)));
  const changedOn = detail.revisedOn ?? detail.addedOn;
  const year = detail.from.slice(0, 4);
  const title = isMonth(detail) ? `${detail.title} ${say.dayUnknown}` : detail.title;
  const lines = [
    ...(isMonth(detail) ? [say.dayUnknown] : []),
    ...detail.outcomes.slice(0, MOST_STATEMENTS).map(({ text }) => `・${text}`),
    ...detail.citations.slice(0, 1).map(({ title: source, url }) => `${source} ${url}`),
    page,
  ];
  return {
    id: `${detail.id}${isYearly ? '-yearly' : ''}-${language}@kyogi`,
    summary: isYearly ? `${title} (${year})` : title,
    allDay: true,
    start: day(detail.from),
    // The end of a day's event is the day after.
    end: day(addDays(detail.to, 1)),
    stamp: day(changedOn),
    created: day(detail.addedOn),
    lastModified: day(changedOn),
    sequence: daysBetween(detail.addedOn, changedOn),
    transparency: ICalEventTransparency.TRANSPARENT,
    url: page,
    description: lines.join('\n'),
    ...(detail.place === null ? {} : { location: detail.place }),
    ...(isYearly ? { repeating: { freq: ICalEventRepeatingFreq.YEARLY } } : {}),
  };
}

/** The library leaves the name of a calendar unescaped, and clients differ in what they take for an escape: it goes without. */
function plain(value: string): string {
  return value.replace(/[\\;,] */g, ' · ');
}

function isMonth({ date }: ConsultationDetail): boolean {
  return date.length === 'YYYY-MM'.length;
}

function day(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;
}
