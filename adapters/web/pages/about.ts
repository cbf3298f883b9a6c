import { html } from 'hono/html';
import type { CoverageView } from '../../../src/record/index.ts';
import { coverageOf } from '../../../src/record/index.ts';
import { formatDate } from '../../../src/time/index.ts';
import type { Context, Html, Page } from '../page.ts';
import { frameworkPath, link, periodPath } from '../pieces.ts';

/** What is on record, since when, read through when, how it is made, and how to report an error. */
export function aboutPage(context: Context): Page {
  const { say, view, language } = context;
  const coverage = coverageOf(view);
  const { from, to, consultations } = view.knowledge.coverage;
  const covers = say.covers({ from: formatDate(from, language), to: formatDate(to, language), consultations });
  return {
    path: 'about',
    query: [],
    title: say.aboutTitle,
    description: covers,
    trail: [],
    body: () => body(coverage, covers, context),
    data: () => coverage,
    table: () => ({
      columns: ['kind', 'id', 'consultations', 'outcomes', 'official', 'reprint', 'news_only', 'poor', 'from', 'to'],
      rows: [
        ...coverage.years.map((each) => ['year', each.year, ...figures(each)]),
        ...coverage.frameworks.map((each) => ['framework', each.framework.id, ...figures(each)]),
        ['all', 'all', ...figures(coverage.total)],
      ],
    }),
  };
}

type Tally = CoverageView['total'];

function figures({ consultations, outcomes, official, reprint, newsOnly, poor, from, to }: Tally): (string | number)[] {
  return [consultations, outcomes, official, reprint, newsOnly, poor, from, to];
}

function body(coverage: CoverageView, covers: string, context: Context): Html {
  const { say, language, links } = context;
  return html`<article><h1>${say.aboutTitle}</h1>
<section><h2>${say.whatIsHere}</h2><p>${covers}</p>
<h3>${say.readThrough}</h3><ul>${coverage.readThrough.map(
    ({ name, through, inPart }) =>
      html`<li>${name}${say.colon}${say.readUpTo(through && formatDate(through, language), inPart && formatDate(inPart, language))}</li>`,
  )}</ul>
${coverage.emptyMonths.length === 0 ? '' : html`<p>${say.emptyMonths(coverage.emptyMonths.map((each) => formatDate(each, language)))}</p>`}</section>
<section><h2>${say.method}</h2>${say.methodText.map((each) => html`<p>${each}</p>`)}</section>
<section><h2>${say.coverageTitle}</h2>
${table(
  say.byYear,
  say.year,
  coverage.years.map((each) => ({ name: link(periodPath(each.year), say.inYear(each.year), context), tally: each })),
  coverage.total,
  context,
)}
${table(
  say.byFramework,
  say.framework,
  coverage.frameworks.map((each) => ({
    name: link(frameworkPath(each.framework.id), each.framework.name, context),
    tally: each,
  })),
  coverage.total,
  context,
)}</section>
<section><h2>${say.errors}</h2><p>${say.errorsText}</p>${
    context.contact === undefined ? '' : html`<p><a href="${context.contact}">${say.contact}</a></p>`
  }</section>
<section><h2>${say.data}</h2>${links.isStatic ? html`<p>${say.dataText[0]}</p>` : html`${say.dataText.map((each) => html`<p>${each}</p>`)}<p><a href="${links.other('api/openapi.json')}">${say.openapi}</a></p>`}
<p>${say.licence}</p></section></article>`;
}

function table(
  caption: string,
  head: string,
  rows: readonly { readonly name: Html; readonly tally: Tally }[],
  total: Tally,
  { say, language }: Context,
): Html {
  const cells = ({ consultations, outcomes, official, reprint, newsOnly, poor, from, to }: Tally) =>
    html`<td>${consultations}</td><td>${outcomes}</td><td>${official}</td><td>${reprint}</td><td>${newsOnly}</td><td>${poor}</td><td>${formatDate(from, language)}</td><td>${formatDate(to, language)}</td>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr><th scope="col">${head}</th><th scope="col">${say.consultations}</th><th scope="col">${say.outcomes}</th><th scope="col">${say.official}</th><th scope="col">${say.reprints}</th><th scope="col">${say.newsOnly}</th><th scope="col">${say.poor}</th><th scope="col">${say.firstDay}</th><th scope="col">${say.lastDay}</th></tr></thead>
<tbody>${rows.map(({ name, tally }) => html`<tr><th scope="row">${name}</th>${cells(tally)}</tr>`)}</tbody>
<tfoot><tr><th scope="row">${say.total}</th>${cells(total)}</tr></tfoot></table></div>`;
}
