import { html } from 'hono/html';
import type { Answer, Statement } from '../../../src/answer/index.ts';
import { questionJson, toJson } from '../../../src/answer/index.ts';
import { askMemoised, clockOn, MOST_CHARACTERS } from '../../../src/conversation/index.ts';
import { citationsOf, indexOf, summaryOf } from '../../../src/record/index.ts';
import { RequestFault } from '../fault.ts';
import { daysIn, pageOf, parametersOf } from '../filters.ts';
import type { Query } from '../links.ts';
import type { Context, Html, Page } from '../page.ts';
import { askForm, consultationPath, consultations, marks, sources } from '../pieces.ts';
import { statementTable } from '../tables.ts';

const MOST_BEHIND = 10;

/** The answer to a question, with the same statements as in chat. Its stable address holds the day on which it was asked. */
export function askPage(context: Context, query: URLSearchParams): Page {
  const set = parametersOf(query, ['q', 'day', 'page']);
  const question = questionIn(set);
  const day = set.get('day') === null ? context.today : oneDay(set.get('day') ?? '');
  const answer = askMemoised(context.desk, {
    text: question,
    clock: clockOn(day, context.clock.zone),
    language: context.language,
    page: pageOf(set),
  });
  if (pageOf(set) > answer.page.count) throw new RequestFault('bad-page', String(pageOf(set)));
  const address = (page: number): Query => [
    ['q', question],
    ['day', day],
    ...(page === 1 ? [] : ([['page', String(page)]] as const)),
  ];
  return {
    path: 'ask',
    query: address(answer.page.index),
    title: question,
    description: answer.headline.text,
    trail: [],
    unlisted: true,
    asked: { intent: questionJson(answer.question).intent, status: answer.status },
    body: () => body(answer, question, address, context),
    data: () => toJson(answer),
    table: () =>
      statementTable(
        [answer.headline, ...answer.statements].map((each) => ({ ...each, citations: [...each.citations] })),
        citationsOf(answer.citations),
      ),
  };
}

/** @throws RequestFault for none, or one that is longer than chats take. */
export function questionIn(query: URLSearchParams): string {
  const question = query.get('q')?.trim() ?? '';
  if (question === '') throw new RequestFault('no-question');
  if ([...question].length > MOST_CHARACTERS) throw new RequestFault('too-long', String(MOST_CHARACTERS));
  return question;
}

/** @throws RequestFault unless it is a day. */
export function oneDay(typed: string): string {
  const { from, to } = daysIn(typed);
  if (from !== to) throw new RequestFault('bad-period', typed);
  return from;
}

function body(answer: Answer, question: string, address: (page: number) => Query, context: Context): Html {
  const { say, links, language } = context;
  const permalink = links.page(language, 'ask', address(answer.page.index));
  return html`${askForm(context, question)}
<article class="answer" aria-labelledby="answer"><h1 id="answer">${question}</h1>
<p class="headline">${answer.headline.text}${marks(answer.headline.citations, context)}</p>
${choices(answer, context)}
${statements(answer.statements, context)}
${answer.notes.length === 0 ? '' : html`<aside class="notes" aria-label="${say.notes}">${answer.notes.map((note) => html`<p>${note}</p>`)}</aside>`}
${pager(answer, address, context)}
${sources(citationsOf(answer.citations), context)}
<p class="permalink"><a href="${permalink}">${say.permalink}</a> <span class="soft">${say.permalinkHint}</span></p></article>
${behind(answer, context)}
${suggestions(answer, context)}`;
}

/** The statements in their order, under their headings. */
function statements(list: readonly Statement[], context: Context): Html {
  const groups: { heading: Statement | undefined; of: Statement[] }[] = [];
  for (const each of list) {
    const last = groups.at(-1);
    if (last === undefined || each.heading !== undefined)
      groups.push({ heading: each.heading === undefined ? undefined : each, of: [each] });
    else last.of.push(each);
  }
  const shown = ({ heading, of }: (typeof groups)[number]) =>
    html`${heading === undefined ? '' : html`<h2>${headingOf(heading, context)}</h2>`}<ul class="statements">${of.map(
      (each) => html`<li>${each.text}${marks(each.citations, context)}</li>`,
    )}</ul>`;
  const [sides, rest] = [groups.filter(isSide), groups.filter((group) => !isSide(group))];
  if (sides.length === 0) return html`${rest.map(shown)}`;
  return html`<div class="sides">${sides.map((side) => html`<div>${shown(side)}</div>`)}</div>${rest.map(shown)}`;
}

/** One side of a comparison. */
function isSide({ of }: { readonly of: readonly Statement[] }): boolean {
  return of[0]?.side !== undefined;
}

/** A meeting's name leads to its page; the name of a side may stand over several. */
function headingOf({ heading, consultation, side }: Statement, { links, language }: Context): Html | string {
  if (consultation === null || side !== undefined) return heading ?? '';
  return html`<a href="${links.page(language, consultationPath(consultation))}">${heading}</a>`;
}

function choices(answer: Answer, { say, links, language }: Context): Html {
  if (answer.choices.length === 0) return html``;
  return html`<section><h2>${say.choose}</h2><ul>${answer.choices.map(
    ({ label, question }) => html`<li><a href="${links.page(language, 'ask', [['q', question]])}">${label}</a></li>`,
  )}</ul></section>`;
}

function pager({ page }: Answer, address: (page: number) => Query, { say, links, language }: Context): Html {
  if (page.count <= 1) return html``;
  const to = (index: number) => links.page(language, 'ask', address(index));
  return html`<nav class="pager" aria-label="${say.pages}">
${page.index > 1 ? html`<a rel="prev" href="${to(page.index - 1)}">${say.previousPage}</a>` : ''}
<span>${say.page(page.index, page.count)}</span>
${page.index < page.count ? html`<a rel="next" href="${to(page.index + 1)}">${say.nextPage}</a>` : ''}</nav>`;
}

function behind(answer: Answer, context: Context): Html {
  const { byId } = indexOf(context.view.knowledge);
  const list = answer.consultations.slice(0, MOST_BEHIND).flatMap((id) => byId.get(id) ?? []);
  if (list.length === 0) return html``;
  return html`<section><h2>${context.say.restsOn}</h2>${consultations(
    list.map((each) => summaryOf(each, context.view)),
    context,
  )}</section>`;
}

function suggestions(answer: Answer, { say, links, language }: Context): Html {
  if (answer.suggestions.length === 0) return html``;
  return html`<section><h2>${say.tryAsking}</h2><ul class="examples">${answer.suggestions.map(
    (question) => html`<li><a href="${links.page(language, 'ask', [['q', question]])}">${question}</a></li>`,
  )}</ul></section>`;
}
