import { html } from 'hono/html';
import { anniversariesAround } from '../../../src/digest/index.ts';
import type { ConsultationSummary } from '../../../src/record/index.ts';
import { consultationsBy, filtersOf, type ListFilters, listOf, summaryOf } from '../../../src/record/index.ts';
import { formatDate } from '../../../src/time/index.ts';
import { readList } from '../filters.ts';
import type { Context, Page } from '../page.ts';
import { askForm, consultations, link } from '../pieces.ts';
import { consultationTable } from '../tables.ts';
import { namesOf } from './consultations.ts';

const MOST_LATEST = 6;
const MOST_EXAMPLES = 5;

/** The ask box, the latest consultations, and those of this day in earlier years. */
export function homePage(context: Context): Page {
  const { view, say } = context;
  const { from, to, consultations: count } = view.knowledge.coverage;
  const covers = say.covers({
    from: formatDate(from, context.language),
    to: formatDate(to, context.language),
    consultations: count,
  });
  const latest = listOf({ perPage: MOST_LATEST }, view).list;
  return {
    path: '',
    query: [],
    title: say.tagline,
    description: covers,
    trail: [],
    filters: {},
    body: () => html`<h1>${say.tagline}</h1><p class="lead">${covers}</p>
${askForm(context)}
${examples(context)}
<section><h2>${say.latest}</h2>${consultations(latest, context)}
<p>${link('consultations', say.allConsultations, context)}</p></section>
${thisDay(context)}`,
    data: () => ({
      version: view.knowledge.version,
      coverage: { from, to, consultations: count },
      latest,
      onThisDay: onThisDay(context),
    }),
    table: () => consultationTable(latest),
    linked: () => ({
      '@context': 'https://schema.org',
      '@type': 'Dataset',
      name: `${say.site}: ${say.tagline}`,
      description: covers,
      inLanguage: ['ja', 'en'],
      license: 'https://creativecommons.org/licenses/by/4.0/',
      temporalCoverage: `${from}/${to}`,
      isAccessibleForFree: true,
    }),
  };
}

/** The consultations that an earlier year had on this day, or up to three days from it. */
export function onThisDayPage(context: Context, query: URLSearchParams): Page {
  const { say, view } = context;
  const asked = readList(query, context);
  const found = onThisDay(context, asked.filters);
  const names = namesOf(filtersOf(asked.filters, view), context);
  return {
    path: 'on-this-day',
    query: asked.query,
    title: `${say.onThisDay}${say.colon}${monthAndDay(context)}`,
    description: names.length === 0 ? say.onThisDay : say.filteredBy(names),
    trail: [],
    filters: asked.filters,
    anniversaries: true,
    body: () =>
      html`<h1>${say.onThisDay}</h1>${
        names.length === 0 ? '' : html`<p class="lead">${say.filteredBy(names)}</p>`
      }${listed(found, context)}`,
    data: () => ({ version: view.knowledge.version, date: context.today, list: found }),
    table: () => consultationTable(found),
  };
}

type Anniversary = ConsultationSummary & { readonly years: number; readonly exact: boolean };

function onThisDay({ view, today }: Context, filters: ListFilters = {}): readonly Anniversary[] {
  return anniversariesAround(consultationsBy(filters, view), today)
    .map(({ consultation, years, exact }) => ({ ...summaryOf(consultation, view), years, exact }))
    .toReversed();
}

function thisDay(context: Context) {
  // A copy that stays as it is has no today.
  if (context.links.isStatic) return '';
  return html`<section><h2>${link('on-this-day', context.say.onThisDay, context)}</h2>${listed(onThisDay(context), context)}</section>`;
}

function listed(found: readonly Anniversary[], context: Context) {
  const { say } = context;
  if (found.length === 0) return html`<p>${say.noneOnThisDay}</p>`;
  const ago = new Map(found.map(({ id, years, exact }) => [id, say.yearsAgo(years, exact)]));
  return consultations(found, context, ({ id }) => ago.get(id) ?? '');
}

function examples(context: Context) {
  const { desk, language, links, say } = context;
  if (links.isStatic) return html`<p class="soft">${say.staticNote}</p>`;
  return html`<section><h2>${say.examples}</h2><ul class="examples">${desk
    .examples(language, MOST_EXAMPLES)
    .map(
      (question) => html`<li><a href="${links.page(language, 'ask', [['q', question]])}">${question}</a></li>`,
    )}</ul></section>`;
}

function monthAndDay({ today, language }: Context): string {
  return Temporal.PlainDate.from(today).toLocaleString(language, {
    month: 'long',
    day: 'numeric',
    calendar: 'gregory',
  });
}
