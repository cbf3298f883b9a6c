import { html } from 'hono/html';
import { Formats, Levels } from '../../../src/knowledge/index.ts';
import type { ConsultationList, FiltersView, Named } from '../../../src/record/index.ts';
import { frameworksOf, listOf, peopleOf, topicsOf } from '../../../src/record/index.ts';
import { formatPeriod } from '../../../src/time/index.ts';
import { RequestFault } from '../fault.ts';
import { type ListParameters, readList } from '../filters.ts';
import type { Query } from '../links.ts';
import type { Context, Html, Page } from '../page.ts';
import { byYear, picture } from '../pieces.ts';
import { consultationTable } from '../tables.ts';

const PER_PAGE = 50;

/** The consultations that fit the filters of the address. */
export function consultationsPage(context: Context, query: URLSearchParams): Page {
  const { view, say } = context;
  const asked = readList(query, context);
  // A copy without a server has one page with all of them.
  const list = listOf({ ...asked, ...(context.links.isStatic ? {} : { perPage: PER_PAGE }) }, view);
  if (asked.page > list.pages) throw new RequestFault('bad-page', String(asked.page));
  const names = namesOf(list.filters, context);
  return {
    path: 'consultations',
    query: asked.query,
    title:
      names.length === 0
        ? say.consultations
        : `${say.consultations}${say.colon}${names.join(context.language === 'ja' ? '、' : ', ')}`,
    description: [say.found(list.total), ...(names.length === 0 ? [] : [say.filteredBy(names)])].join(' · '),
    trail: [],
    filters: asked.filters,
    ...(asked.query.length > 0 ? { unlisted: true as const } : {}),
    body: () => body(list, asked, names, context),
    data: () => list,
    // A file holds all of them.
    table: () => consultationTable(listOf({ filters: asked.filters, order: asked.order }, view).list),
  };
}

/** The filters as people name them. */
export function namesOf(filters: FiltersView, { language, say, view }: Context): readonly string[] {
  const { from, to } = filters;
  return [
    ...(from === null && to === null ? [] : [formatPeriod({ from, to }, language)]),
    ...[...filters.frameworks, ...filters.topics, ...filters.people].map(({ name }) => name),
    ...filters.countries.map(({ id, name }) => view.knowledge.countries.get(id)?.short?.[language] ?? name),
    ...(filters.format === null ? [] : [say.formats[filters.format]]),
    ...(filters.level === null ? [] : [say.levels[filters.level]]),
  ];
}

function body(list: ConsultationList, asked: ListParameters, names: readonly string[], context: Context): Html {
  const { say } = context;
  return html`<h1>${say.consultations}</h1>
${filterForm(list, context)}
<p class="lead" role="status">${list.total === 0 ? say.nothingFound : say.found(list.total)}${
    names.length === 0
      ? ''
      : html`<br><span class="soft">${say.filteredBy(names)}</span> <a href="${context.links.page(context.language, 'consultations')}">${say.clearFilters}</a>`
  }</p>
${list.total === 0 ? '' : list.filters.format !== null || list.filters.level !== null ? '' : picture('consultations', say.consultations, context, pictured(asked.query))}
${byYear(list.list, context)}
${pager(list, asked.query, context)}`;
}

/** A picture holds every page of a list, in order of time. */
function pictured(query: Query): Query {
  return query.filter(([name]) => name !== 'page' && name !== 'order');
}

function filterForm({ filters, order }: ConsultationList, context: Context): Html {
  const { say, links, language, view } = context;
  if (links.isStatic) return html``;
  const isSet = Object.values(filters).some((each) => (Array.isArray(each) ? each.length > 0 : each !== null));
  const period = filters.from === null && filters.to === null ? '' : formatPeriod(filters, language);
  const levels = Levels.map((id) => ({ id, name: say.levels[id] }));
  const formats = Formats.map((id) => ({ id, name: say.formats[id] }));
  const countries = [...view.knowledge.countries.values()]
    .filter(({ outside }) => outside !== true)
    .map(({ id, names, short }) => ({ id, name: (short ?? names)[language] }));
  return html`<details class="filtering"><summary>${say.filter}</summary><form class="filters" action="${links.page(language, 'consultations')}" method="get" aria-label="${say.filter}">
<div><label for="period">${say.period}</label><input id="period" name="period" value="${period}" maxlength="100" aria-describedby="period-hint"><p class="soft" id="period-hint">${say.periodHint}</p></div>
${select('framework', say.framework, frameworksOf(view), filters.frameworks[0]?.id, say.any)}
${select('topic', say.topic, topicsOf(view), filters.topics[0]?.id, say.any)}
${select('person', say.person, peopleOf(view), filters.people[0]?.id, say.any)}
${select('country', say.country, countries, filters.countries[0]?.id, say.any)}
${select('level', say.level, levels, filters.level ?? undefined, say.any)}
${select('format', say.format, formats, filters.format ?? undefined, say.any)}
${select(
  'order',
  say.order,
  [{ id: 'oldest', name: say.oldest }],
  order === 'oldest' ? 'oldest' : undefined,
  say.newest,
)}
<div class="actions"><button type="submit">${say.filterButton}</button>${
    isSet ? html` <a href="${links.page(language, 'consultations')}">${say.clearFilters}</a>` : ''
  }</div></form></details>`;
}

function select(name: string, label: string, options: readonly Named[], chosen: string | undefined, any: string): Html {
  return html`<div><label for="filter-${name}">${label}</label><select id="filter-${name}" name="${name}"><option value="">${any}</option>${options.map(
    (each) => html`<option value="${each.id}"${each.id === chosen ? html` selected` : ''}>${each.name}</option>`,
  )}</select></div>`;
}

function pager({ page, pages }: ConsultationList, query: Query, { say, links, language }: Context): Html {
  if (pages <= 1) return html``;
  const others = query.filter(([name]) => name !== 'page');
  const to = (index: number) =>
    links.page(language, 'consultations', index === 1 ? others : [...others, ['page', String(index)]]);
  return html`<nav class="pager" aria-label="${say.pages}">
${page > 1 ? html`<a rel="prev" href="${to(page - 1)}">${say.previousPage}</a>` : ''}
<span>${say.page(page, pages)}</span>
${page < pages ? html`<a rel="next" href="${to(page + 1)}">${say.nextPage}</a>` : ''}</nav>`;
}
