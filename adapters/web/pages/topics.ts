import { html } from 'hono/html';
import { countryName } from '../../../src/answer/index.ts';
import type { TopicDetail, TopicSummary } from '../../../src/record/index.ts';
import { topicOf, topicsOf } from '../../../src/record/index.ts';
import type { Context, Html, Page } from '../page.ts';
import { consultationPath, link, picture, sentence, sentences, sources, topicPath } from '../pieces.ts';
import { statementTable } from '../tables.ts';
import { extent } from './frameworks.ts';

/** Every topic, the narrower ones below the wider. */
export function topicsPage(context: Context): Page {
  const { say, view } = context;
  const list = topicsOf(view);
  const under = Map.groupBy(list, ({ parent }) => parent?.id ?? '');
  const entries = (of: readonly TopicSummary[] | undefined, depth = 0): Html | string =>
    of === undefined || depth > 5
      ? ''
      : html`<ul class="entries">${of.map(
          (each) =>
            html`<li>${link(topicPath(each.id), each.name, context)} <span class="soft">${say.statements(each.statements)}</span>${entries(under.get(each.id), depth + 1)}</li>`,
        )}</ul>`;
  return {
    path: 'topics',
    query: [],
    title: say.topics,
    description: `${say.topics}${say.colon}${list
      .slice(0, 6)
      .map(({ name }) => name)
      .join(', ')} …`,
    trail: [],
    body: () => html`<h1>${say.topics}</h1>${entries(under.get(''))}`,
    data: () => ({ version: view.knowledge.version, list }),
    table: () => ({
      columns: ['id', 'name', 'parent', 'statements', 'consultations', 'first', 'latest'],
      rows: list.map(({ id, name, parent, statements, consultations, first, latest }) => [
        id,
        name,
        parent?.id ?? null,
        statements,
        consultations,
        first,
        latest,
      ]),
    }),
  };
}

/** What a topic is and how it developed; `undefined` when not on record. */
export function topicPage(context: Context, id: string): Page | undefined {
  const found = topicOf(id, context.view);
  if (found === undefined) return undefined;
  const { say } = context;
  return {
    path: topicPath(id),
    query: [],
    title: found.name,
    description: found.definition[0]?.text ?? found.name,
    trail: [
      { title: say.topics, path: 'topics' },
      ...(found.parent === null ? [] : [{ title: found.parent.name, path: topicPath(found.parent.id) }]),
    ],
    filters: { topics: [id] },
    body: () => body(found, context),
    data: () => found,
    table: () =>
      statementTable(
        found.statements.map((each) => ({ ...each, consultation: each.consultation.id })),
        found.citations,
      ),
  };
}

function body(found: TopicDetail, context: Context): Html {
  const { say } = context;
  return html`<article><h1>${found.name}</h1>
<section><h2>${say.definition}</h2>${sentences(found.definition, context)}</section>
${
  found.parts.length === 0
    ? ''
    : html`<section><h2>${say.parts}</h2><dl class="facts">${found.parts.map(
        ({ name, definition }) =>
          html`<div><dt>${name}</dt><dd>${definition.map((each) => html`${sentence(each, context)} `)}</dd></div>`,
      )}</dl></section>`
}
${
  found.children.length === 0
    ? ''
    : html`<section><h2>${say.narrower}</h2><ul>${found.children.map(({ id, name }) => html`<li>${link(topicPath(id), name, context)}</li>`)}</ul></section>`
}
<section><h2>${say.development}</h2><p>${extent(found, context)}</p>
${found.statements.length === 0 ? '' : picture(topicPath(found.id), found.name, context)}
${development(found, context)}</section>
${sources(found.citations, context)}</article>`;
}

/** The statements, oldest first, by year and consultation. */
function development({ statements }: TopicDetail, context: Context): Html {
  const { say, view } = context;
  const years = [...Map.groupBy(statements, ({ date }) => date.slice(0, 4))];
  return html`${years.map(([year, ofYear]) => {
    const meetings = [...Map.groupBy(ofYear, ({ consultation }) => consultation.id).values()];
    return html`<section class="year"><h3>${say.inYear(year)}</h3>${meetings.map((those) => {
      const [first] = those;
      if (first === undefined) return '';
      return html`<h4>${link(consultationPath(first.consultation.id), first.consultation.name, context)} <span class="soft">${first.dateLabel}</span></h4>
<ul class="statements">${those.map((each) => {
        const [only, ...others] = each.by ?? [];
        return html`<li>${sentence(each, context)}${
          only === undefined || others.length > 0
            ? ''
            : html` <span class="tag">${say.saidBy(countryName(only, view))}</span>`
        }</li>`;
      })}</ul>`;
    })}</section>`;
  })}`;
}
