import { html } from 'hono/html';
import { countryName } from '../../../src/answer/index.ts';
import type { ConsultationDetail } from '../../../src/record/index.ts';
import { detailOf } from '../../../src/record/index.ts';
import { formatDate, formatDateWithWeekday } from '../../../src/time/index.ts';
import type { Context, Html, Page } from '../page.ts';
import {
  consultationPath,
  countryLabel,
  facts,
  frameworkPath,
  levelClass,
  link,
  participants,
  sentence,
  sources,
  topicLinks,
} from '../pieces.ts';
import { statementTable } from '../tables.ts';

/** One consultation in full; `undefined` when not on record. */
export function consultationPage(context: Context, id: string): Page | undefined {
  const found = detailOf(id, context.view);
  if (found === undefined) return undefined;
  const { say } = context;
  const [first] = found.outcomes;
  return {
    path: consultationPath(id),
    query: [],
    title: `${found.title}${context.language === 'ja' ? `（${found.dateLabel}）` : `, ${found.dateLabel}`}`,
    description: [found.dateLabel, found.place, first?.text].filter(Boolean).join(' · '),
    trail: [
      { title: say.frameworks, path: 'frameworks' },
      { title: found.framework.name, path: frameworkPath(found.framework.id) },
    ],
    body: () => body(found, context),
    data: () => found,
    table: () =>
      statementTable(
        found.outcomes.map((each) => ({ ...each, consultation: id, date: found.date })),
        found.citations,
      ),
    linked: () => event(found, context),
  };
}

function body(found: ConsultationDetail, context: Context): Html {
  const { say, language } = context;
  return html`<article class="level-${levelClass(found.level)}"><h1>${found.title}</h1>
${facts([
  [say.date, html`<time datetime="${found.from}">${formatDateWithWeekday(found.date, language)}</time>`],
  [say.framework, link(frameworkPath(found.framework.id), found.framework.name, context)],
  [say.level, say.levels[found.level]],
  [say.format, found.format && say.formats[found.format]],
  [say.place, found.place],
  [say.occasion, found.occasion?.name ?? null],
  [say.duration, found.durationMinutes === null ? null : say.minutes(found.durationMinutes)],
])}
${found.participants.length === 0 ? '' : html`<section><h2>${say.participants}</h2>${participants(found.participants, context, true)}</section>`}
<section><h2>${say.outcomes}</h2>${found.outcomes.length === 0 ? html`<p>${say.noOutcomes}</p>` : outcomes(found, context)}</section>
${found.note === null ? '' : html`<section><h2>${say.note}</h2><p>${found.note}</p></section>`}
${
  found.documents.length === 0
    ? ''
    : html`<section><h2>${say.documents}</h2><ul>${found.documents.map(
        ({ title, url }) => html`<li><a href="${url}" rel="noopener external">${title}</a></li>`,
      )}</ul></section>`
}
${sources(found.citations, context)}
<p class="soft">${say.recordDates}${say.colon}${say.added(formatDate(found.addedOn, language))} ${
    found.revisedOn === null ? '' : say.revised(formatDate(found.revisedOn, language))
  }</p></article>
${neighbours(found, context)}`;
}

function outcomes(found: ConsultationDetail, context: Context): Html {
  const { say, view } = context;
  return html`<ol class="statements outcomes">${found.outcomes.map((each) => {
    const [only, ...others] = each.by ?? [];
    const side =
      only === undefined || others.length > 0
        ? ''
        : html` <span class="tag">${say.saidBy(countryName(only, view))}</span>`;
    return html`<li><p>${sentence(each, context)}${side}</p>${topicLinks(each.topics, context)}</li>`;
  })}</ol>`;
}

function neighbours({ earlier, later }: ConsultationDetail, context: Context): Html {
  const { say } = context;
  if (earlier === null && later === null) return html``;
  const one = (label: string, to: ConsultationDetail['earlier']) =>
    to === null
      ? ''
      : html`<div><p class="soft">${label}</p><p>${link(consultationPath(to.id), to.title, context)}<br><span class="soft">${to.dateLabel}</span></p></div>`;
  return html`<nav class="neighbours" aria-label="${say.earlier} / ${say.later}">${one(say.earlier, earlier)}${one(say.later, later)}</nav>`;
}

/** schema.org Event. */
function event(found: ConsultationDetail, context: Context): unknown {
  const { links, language } = context;
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': links.absolute(links.page(language, consultationPath(found.id))),
    name: found.title,
    inLanguage: language,
    startDate: found.date.length === 7 ? found.date : found.from,
    endDate: found.date.length === 7 ? found.date : found.to,
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode:
      found.format === 'telephone' || found.format === 'video'
        ? 'https://schema.org/OnlineEventAttendanceMode'
        : 'https://schema.org/OfflineEventAttendanceMode',
    ...(found.outcomes[0] === undefined ? {} : { description: found.outcomes[0].text }),
    location:
      found.place === null
        ? { '@type': 'VirtualLocation', url: links.absolute(links.page(language, consultationPath(found.id))) }
        : {
            '@type': 'Place',
            name: found.place,
            ...(found.country && { address: { '@type': 'PostalAddress', addressCountry: found.country } }),
          },
    attendee: found.participants.map(({ name, office, country }) => ({
      '@type': 'Person',
      name,
      jobTitle: office,
      nationality: countryLabel(country, context),
    })),
    superEvent: { '@type': 'EventSeries', name: found.framework.name },
    citation: found.citations.map(({ title, url }) => ({ '@type': 'CreativeWork', name: title, url })),
  };
}
