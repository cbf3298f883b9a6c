import { Feed } from 'feed';
import { html } from 'hono/html';
import { anniversariesAround } from '../../../src/digest/index.ts';
import type { Consultation } from '../../../src/knowledge/index.ts';
import type { ConsultationDetail } from '../../../src/record/index.ts';
import { consultationsBy, detailOf } from '../../../src/record/index.ts';
import type { Context, Page } from '../page.ts';
import { consultationPath } from '../pieces.ts';

/** Entries of one feed: readers keep the older ones. */
const MOST_ENTRIES = 50;

type Entry = {
  readonly consultation: Consultation;
  readonly on: string;
  readonly remark: string;
  readonly key: string;
};

/** RFC 4287: the records of a page by their last change, newest first, or the anniversaries of the day. */
export function atomOf(page: Page, context: Context): string {
  const { links, language, say } = context;
  const self = links.absolute(links.as('atom', language, page.path, page.query));
  const entries = page.anniversaries ? ofTheDay(page, context) : changed(page, context);
  const feed = new Feed({
    id: self,
    title: page.path === '' ? say.tagline : `${page.title} – ${say.site}`,
    description: page.description,
    link: links.absolute(links.page(language, page.path, page.query)),
    language,
    feedLinks: { atom: self },
    author: { name: say.site },
    copyright: say.licence,
    generator: say.site,
    updated: instant(entries[0]?.on ?? context.today),
  });
  for (const entry of entries) {
    const detail = detailOf(entry.consultation.id, context.view);
    if (detail !== undefined) feed.addItem(itemOf(detail, entry, context));
  }
  return feed.atom1();
}

function changed({ filters = {} }: Page, context: Context): readonly Entry[] {
  const { say } = context;
  const lastChange = ({ addedOn, revisedOn }: Consultation) => revisedOn ?? addedOn;
  return consultationsBy(filters, context.view)
    .toSorted((a, b) => lastChange(b).localeCompare(lastChange(a)) || b.date.localeCompare(a.date))
    .slice(0, MOST_ENTRIES)
    .map((consultation) => ({
      consultation,
      on: lastChange(consultation),
      remark: say.feedRemark(consultation.revisedOn === undefined ? 'added' : 'revised'),
      key: '',
    }));
}

function ofTheDay({ filters = {} }: Page, context: Context): readonly Entry[] {
  const { today, say } = context;
  return anniversariesAround(consultationsBy(filters, context.view), today)
    .toReversed()
    .map(({ consultation, years, exact }) => ({
      consultation,
      on: today,
      remark: say.yearsAgo(years, exact),
      key: `#${today}`,
    }));
}

function itemOf(detail: ConsultationDetail, { on, remark, key }: Entry, context: Context) {
  const { links, language } = context;
  const link = links.absolute(links.page(language, consultationPath(detail.id)));
  return {
    title: `${remark}${language === 'ja' ? '：' : ': '}${detail.title}`,
    id: `${link}${key}`,
    link,
    date: instant(on),
    published: instant(key === '' ? detail.addedOn : on),
    category: detail.topics.map(({ id, name }) => ({ term: id, name })),
    content: String(contentOf(detail)),
  };
}

function contentOf({ dateLabel, place, outcomes, citations }: ConsultationDetail) {
  const marks = (numbers: readonly number[]) => numbers.map((n) => `[${n}]`).join('');
  return html`<p>${[dateLabel, place].filter(Boolean).join(' · ')}</p><ul>${outcomes.map(
    ({ text, citations: numbers }) => html`<li>${text} ${marks(numbers)}</li>`,
  )}</ul><ul>${citations.map(
    ({ n, title, url, publisher }) => html`<li>[${n}] <a href="${url}">${title}</a> (${publisher})</li>`,
  )}</ul>`;
}

/** A day of the record as a moment. */
function instant(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
