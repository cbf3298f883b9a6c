import { html } from 'hono/html';
import { type SourcePage, sourcesOf } from '../../src/answer/index.ts';
import type {
  CitationView,
  ConsultationDetail,
  ConsultationSummary,
  Named,
  StatementView,
} from '../../src/record/index.ts';
import type { Query } from './links.ts';
import type { Context, Html } from './page.ts';

/** The parts that pages share. Every text is escaped by the template; links are made here and nowhere else. */

/** `[1]` marks that lead to the list of sources on the same page. */
export function marks(citations: readonly number[], { say }: Context): Html {
  // Kept on the line of the last word.
  return html`${citations.length === 0 ? '' : '\u00a0'}${citations.map(
    (n) => html`<a class="mark" href="#source-${n}" aria-label="${say.citation(n)}">[${n}]</a>`,
  )}`;
}

export function sentence({ text, citations }: StatementView, context: Context): Html {
  return html`${text}${marks(citations, context)}`;
}

export function sentences(list: readonly StatementView[], context: Context): Html {
  return html`<ul class="statements">${list.map((each) => html`<li>${sentence(each, context)}</li>`)}</ul>`;
}

/** The numbered pages that statements rest on. */
export function sources(citations: readonly CitationView[], context: Context): Html {
  if (citations.length === 0) return html``;
  const { say } = context;
  return html`<section class="sources" aria-labelledby="sources"><h2 id="sources">${say.sources}</h2>
<ul>${sourcesOf(citations, context.language).map((page) => html`<li>${page.numbers.map((n) => html`<span class="mark" id="source-${n}">[${n}]</span>`)} ${source(page)}</li>`)}</ul></section>`;
}

function source({ title, url, language, details }: SourcePage): Html {
  const lang = language === 'ja' || language === 'en' ? html` lang="${language}"` : '';
  return html`<a href="${safe(url)}" rel="noopener external"${lang}>${title}</a><span class="soft">${details}</span>`;
}

/** Records are checked for http(s) addresses; a page never links to anything else all the same. */
function safe(url: string): string {
  return /^https?:\/\//.test(url) ? url : '#';
}

/** A country as a label: its name in English, the short one in Japanese. */
export function countryLabel(id: string, { language, view }: Context): string {
  const entry = view.knowledge.countries.get(id);
  return (language === 'ja' ? (entry?.short ?? entry?.names)?.ja : entry?.names.en) ?? id;
}

export const consultationPath = (id: string) => `consultations/${id}`;
export const frameworkPath = (id: string) => `frameworks/${id}`;
export const personPath = (id: string) => `people/${id}`;
export const topicPath = (id: string) => `topics/${id}`;
export const periodPath = (period: string) => `periods/${period}`;

export function link(path: string, text: string, { links, language }: Context): Html {
  return html`<a href="${links.page(language, path)}">${text}</a>`;
}

export function topicLinks(topics: readonly Named[], context: Context): Html {
  if (topics.length === 0) return html``;
  return html`<ul class="tags" aria-label="${context.say.topics}">${topics.map(
    ({ id, name }) => html`<li>${link(topicPath(id), name, context)}</li>`,
  )}</ul>`;
}

export function participants(list: ConsultationDetail['participants'], context: Context, withOffice: boolean): Html {
  return html`<ul class="people">${list.map(
    ({ id, name, office, country }) =>
      html`<li>${link(personPath(id), name, context)}${
        withOffice ? html` <span class="soft">${office} · ${countryLabel(country, context)}</span>` : ''
      }</li>`,
  )}</ul>`;
}

/** A list of consultations under a heading for each year, in the order given. */
export function byYear(list: readonly ConsultationSummary[], context: Context, level: 2 | 3 = 2): Html {
  const years = [...Map.groupBy(list, ({ from }) => from.slice(0, 4))];
  return html`${years.map(([year, rows]) => {
    const title = context.say.inYear(year);
    const head = level === 2 ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`;
    return html`<section class="year">${head}${consultations(rows, context)}</section>`;
  })}`;
}

/** Consultations, one a line: date, title, place, who met, the page behind it. */
export function consultations(
  list: readonly ConsultationSummary[],
  context: Context,
  remark: (each: ConsultationSummary) => string = () => '',
): Html {
  return html`<ol class="rows">${list.map((each) => row(each, context, remark(each)))}</ol>`;
}

function row(each: ConsultationSummary, context: Context, remark: string): Html {
  const { say } = context;
  const where = each.place ?? (each.format === null ? '' : say.formats[each.format]);
  const names = each.participants.map(({ name }) => name).join(context.language === 'ja' ? '、' : ', ');
  return html`<li class="row level-${levelClass(each.level)}">
<p class="when"><time datetime="${each.from}">${each.dateLabel}</time>${remark === '' ? '' : html` <span class="tag">${remark}</span>`}</p>
<p class="what">${link(consultationPath(each.id), each.title, context)}</p>
<p class="soft">${[where, names].filter((part) => part !== '').join(' · ')}</p>
</li>`;
}

/** `2+2` is no name of a class. */
export function levelClass(level: string): string {
  return level === '2+2' ? 'scc' : level;
}

/** Terms and their descriptions; those without any are left out. */
export function facts(pairs: readonly (readonly [term: string, description: Html | string | null])[]): Html {
  const shown = pairs.filter(([, description]) => description !== null && description !== '');
  return html`<dl class="facts">${shown.map(
    ([term, description]) => html`<div><dt>${term}</dt><dd>${description}</dd></div>`,
  )}</dl>`;
}

/** The field for a question; `value` is what was asked before. */
export function askForm({ say, links, language }: Context, value = ''): Html {
  if (links.isStatic) return html``;
  return html`<form class="ask" role="search" action="${links.page(language, 'ask')}" method="get">
<label for="q">${say.askLabel}</label>
<div class="line"><input id="q" name="q" type="search" value="${value}" maxlength="500" required autocomplete="off" list="completions" aria-describedby="ask-hint" data-suggest="${links.other('api/suggest')}"><button type="submit">${say.askButton}</button></div>
<datalist id="completions"></datalist>
<p class="soft" id="ask-hint">${say.askHint}</p></form>`;
}

/** The picture of a list's timeline, for wide screens; the list beside it says the same. */
export function picture(path: string, title: string, context: Context, query: Query = []): Html {
  const { links, language, say } = context;
  const address = links.as('svg', language, path, query);
  return html`<p class="picture"><a href="${address}"><img src="${address}" alt="${say.timelinePicture(title)}" loading="lazy"></a></p>`;
}
