import { html } from 'hono/html';
import { listOf } from '../../../src/record/index.ts';
import { formatDate, periodOfEventDate } from '../../../src/time/index.ts';
import type { Context, Html, Page } from '../page.ts';
import { consultations, link, periodPath, picture } from '../pieces.ts';
import { consultationTable } from '../tables.ts';

/** Every year and month that has a consultation. */
export function periodsPage(context: Context): Page {
  const { say, view, language } = context;
  const counted = countsOf(context);
  const years = [...counted].filter(([period]) => period.length === 4);
  return {
    path: 'periods',
    query: [],
    title: say.periodsTitle,
    description: years.map(([year]) => say.inYear(year)).join(', '),
    trail: [],
    body: () =>
      html`<h1>${say.periodsTitle}</h1>${years.map(
        ([year, count]) =>
          html`<section><h2>${link(periodPath(year), say.inYear(year), context)} <span class="soft">${say.count(count)}</span></h2>${months(year, counted, context)}</section>`,
      )}`,
    data: () => ({
      version: view.knowledge.version,
      list: [...counted].map(([period, count]) => ({
        period,
        name: formatDate(period, language),
        consultations: count,
      })),
    }),
    table: () => ({
      columns: ['period', 'consultations'],
      rows: [...counted],
    }),
  };
}

/** The consultations of a year or month; `undefined` where it is no period, or lies outside the record. */
export function periodPage(context: Context, period: string): Page | undefined {
  if (!/^\d{4}(?:-\d{2})?$/.test(period)) return undefined;
  const counted = countsOf(context);
  const { say, view, language } = context;
  if (!counted.has(period.slice(0, 4)) || !isMonth(period)) return undefined;
  const filters = { period: periodOfEventDate(period) };
  const list = listOf({ filters, order: 'oldest' }, view);
  const name = formatDate(period, language);
  return {
    path: periodPath(period),
    query: [],
    title: say.periodTitle(name),
    description: say.found(list.total),
    trail: [
      { title: say.periodsTitle, path: 'periods' },
      ...(period.length === 4 ? [] : [{ title: say.inYear(period.slice(0, 4)), path: periodPath(period.slice(0, 4)) }]),
    ],
    filters,
    body: () => html`<h1>${say.periodTitle(name)}</h1>
<p class="lead">${list.total === 0 ? say.nothingFound : say.found(list.total)}</p>
${period.length === 4 ? months(period, counted, context) : ''}
${list.total === 0 ? '' : picture(periodPath(period), name, context)}
${consultations(list.list, context)}
${around(period, [...counted.keys()], context)}`,
    data: () => list,
    table: () => consultationTable(list.list),
  };
}

/** How many consultations began in each year and month, in order of time. */
export function countsOf({ view }: Context): ReadonlyMap<string, number> {
  const counted = new Map<string, number>();
  for (const { date } of view.knowledge.consultations) {
    for (const period of [date.slice(0, 4), date.slice(0, 7)]) counted.set(period, (counted.get(period) ?? 0) + 1);
  }
  return new Map([...counted].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isMonth(period: string): boolean {
  const month = Number(period.slice(5, 7) || '1');
  return month >= 1 && month <= 12;
}

function months(year: string, counted: ReadonlyMap<string, number>, context: Context): Html {
  const those = [...counted].filter(([period]) => period.startsWith(`${year}-`));
  return html`<ul class="months" aria-label="${context.say.months}">${those.map(
    ([period, count]) =>
      html`<li>${link(periodPath(period), formatDate(period, context.language), context)} <span class="soft">${count}</span></li>`,
  )}</ul>`;
}

function around(period: string, all: readonly string[], context: Context): Html {
  const { say, language } = context;
  const alike = all.filter((each) => each.length === period.length);
  const before = alike.findLast((each) => each < period);
  const after = alike.find((each) => each > period);
  return html`<nav class="pager" aria-label="${say.pages}">
${before === undefined ? '' : html`<span>${say.previousPeriod}${say.colon}${link(periodPath(before), formatDate(before, language), context)}</span>`}
${after === undefined ? '' : html`<span>${say.nextPeriod}${say.colon}${link(periodPath(after), formatDate(after, language), context)}</span>`}</nav>`;
}
