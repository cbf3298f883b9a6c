import { consultationsBy } from '../../src/record/index.ts';
import { periodOfEventDate } from '../../src/time/index.ts';
import { timelineSvg } from '../../src/timeline/index.ts';
import type { Kept } from './cache.ts';
import { RequestFault } from './fault.ts';
import { documentOf } from './layout.ts';
import { FORMATS, type Format } from './links.ts';
import type { Context, Page } from './page.ts';

/** `consultations/2024-07-28-scc.json` is that page as JSON. No id holds a full stop. */
export function formatIn(path: string): { readonly path: string; readonly format: Format } {
  const at = path.lastIndexOf('.');
  const format = FORMATS.find((each) => each === path.slice(at + 1));
  return at < 0 || format === undefined ? { path, format: 'html' } : { path: path.slice(0, at), format };
}

/**
 * A page in a format. Feed libraries are loaded when first needed.
 * @throws RequestFault for a format that the page does not have.
 */
export async function render(page: Page, format: Format, context: Context): Promise<Kept> {
  switch (format) {
    case 'html':
      return { type: 'text/html; charset=utf-8', body: String(await documentOf(page, context)) };
    case 'json':
      return { type: 'application/json; charset=utf-8', body: `${JSON.stringify(page.data(), null, 1)}\n` };
    case 'csv': {
      const { csvOf } = await import('./formats/csv.ts');
      return { type: 'text/csv; charset=utf-8', body: csvOf(page.table()) };
    }
    case 'atom': {
      if (page.filters === undefined) throw new RequestFault('bad-format', 'Atom');
      const { atomOf } = await import('./formats/feed.ts');
      return { type: 'application/atom+xml; charset=utf-8', body: atomOf(page, context) };
    }
    case 'ics': {
      if (page.filters === undefined) throw new RequestFault('bad-format', 'iCal');
      const { calendarOf } = await import('./formats/calendar.ts');
      return { type: 'text/calendar; charset=utf-8', body: calendarOf(page, context) };
    }
    case 'svg':
      return { type: 'image/svg+xml; charset=utf-8', body: pictureOf(page, context) };
  }
}

/** The timeline of a page's records as the chat draws it. */
function pictureOf({ filters, anniversaries }: Page, { desk, clock, language, view }: Context): string {
  // The picture is drawn by the desk, which knows neither format nor level.
  if (filters === undefined || anniversaries || filters.format !== undefined || filters.level !== undefined)
    throw new RequestFault('bad-format', 'SVG');
  const found = consultationsBy(filters, view);
  const { coverage } = view.knowledge;
  // As long as what it shows, that a term of a year is not a corner of six.
  const held = {
    from: found[0] === undefined ? coverage.from : periodOfEventDate(found[0].date).from,
    to: found.reduce((last, { date }) => later(last, periodOfEventDate(date).to), coverage.from),
  };
  const timeline = desk.timeline({ clock, language, filters, period: filters.period ?? held });
  return timelineSvg(timeline);
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}
