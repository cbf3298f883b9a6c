import { html, raw } from 'hono/html';
import type { Language } from '../../src/text/index.ts';
import type { Format } from './links.ts';
import type { Context, Html, Page } from './page.ts';

const OTHER = { ja: 'en', en: 'ja' } as const satisfies Record<Language, Language>;
const DATA_FORMATS = ['json', 'csv'] as const;
const FEED_FORMATS = ['atom', 'ics'] as const;

/** The whole document of a page. */
export function documentOf(page: Page, context: Context): Html {
  const { say } = context;
  const name = page.path === '' ? `${say.site}: ${say.tagline}` : `${page.title} – ${say.site}`;
  return shell(context, {
    name,
    head: html`${addresses(page, context)}${previews(page, context)}${linked(page)}`,
    main: html`${trail(page, context)}${page.body()}`,
    otherLanguage: context.links.page(OTHER[context.language], page.path, page.query),
    formats: formats(page, context),
  });
}

/** The document that says why there is none. */
export function faultDocument(context: Context, title: string, text: string): Html {
  const { say, links, language } = context;
  return shell(context, {
    name: `${title} – ${say.site}`,
    head: html`<meta name="robots" content="noindex">`,
    main: html`<h1>${title}</h1><p class="lead">${text}</p><p><a href="${links.page(language, '')}">${say.backHome}</a></p>`,
    otherLanguage: links.page(OTHER[language], ''),
    formats: html``,
  });
}

type Shell = {
  readonly name: string;
  readonly head: Html;
  readonly main: Html;
  readonly otherLanguage: string;
  readonly formats: Html;
};

function shell(context: Context, { name, head, main, otherLanguage, formats }: Shell): Html {
  const { say, links, language, view } = context;
  const nav = [
    ['consultations', say.consultations],
    ['frameworks', say.frameworks],
    ['people', say.people],
    ['topics', say.topics],
    ['periods', say.years],
    ['about', say.about],
  ] as const;
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title>
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="${links.asset('style.css')}"><link rel="icon" href="${links.asset('icon.svg')}" type="image/svg+xml">
${links.isStatic ? '' : html`<script src="${links.asset('complete.js')}" defer></script>`}
${head}</head>
<body><a class="skip" href="#content">${say.skip}</a>
<header><p class="site"><a href="${links.page(language, '')}">${say.site}</a></p>
<nav aria-label="${say.navigation}"><ul>${nav.map(
    ([path, text]) => html`<li><a href="${links.page(language, path)}">${text}</a></li>`,
  )}</ul></nav>
<p class="language"><a href="${otherLanguage}" hreflang="${OTHER[language]}" lang="${OTHER[language]}">${say.otherLanguage}</a></p></header>
<main id="content" tabindex="-1">${main}</main>
<footer>${formats}<p class="soft">${say.licence}</p><p class="soft">${say.recordVersion}${say.colon}<code>${view.knowledge.version}</code></p></footer>
</body></html>
`;
}

/** The address that counts, the page in both languages, and its other forms. */
function addresses(page: Page, { links, language, say }: Context): Html {
  const here = (each: Language) => links.named(links.page(each, page.path, page.query));
  return html`<link rel="canonical" href="${here(language)}">
<link rel="alternate" hreflang="ja" href="${here('ja')}"><link rel="alternate" hreflang="en" href="${here('en')}"><link rel="alternate" hreflang="x-default" href="${here('en')}">
${page.filters === undefined ? '' : html`<link rel="alternate" type="application/atom+xml" title="${page.title} – ${say.feed}" href="${links.as('atom', language, page.path, page.query)}">`}
<link rel="alternate" type="application/json" href="${links.as('json', language, page.path, page.query)}">
${page.unlisted ? html`<meta name="robots" content="noindex, follow">` : ''}`;
}

function previews(page: Page, { links, language, say }: Context): Html {
  const description = cut(page.description, 200);
  return html`<meta name="description" content="${description}">
<meta property="og:type" content="article"><meta property="og:site_name" content="${say.site}">
<meta property="og:title" content="${page.title}"><meta property="og:description" content="${description}">
<meta property="og:url" content="${links.named(links.page(language, page.path, page.query))}"><meta property="og:locale" content="${language === 'ja' ? 'ja_JP' : 'en_US'}">`;
}

function linked(page: Page): Html {
  if (page.linked === undefined) return html``;
  // A data block: nothing runs it, and no text of the record can end it.
  const json = JSON.stringify(page.linked()).replaceAll('<', '\\u003c');
  return html`<script type="application/ld+json">${raw(json)}</script>`;
}

function trail(page: Page, { links, language, say }: Context): Html {
  if (page.trail.length === 0) return html``;
  return html`<nav class="trail" aria-label="${say.breadcrumb}"><ol>${page.trail.map(
    ({ title, path }) => html`<li><a href="${links.page(language, path)}">${title}</a></li>`,
  )}</ol></nav>`;
}

function formats(page: Page, { links, language, say }: Context): Html {
  const names: Readonly<Record<Exclude<Format, 'html' | 'svg'>, string>> = {
    json: 'JSON',
    csv: 'CSV',
    atom: say.feed,
    ics: say.calendar,
  };
  const there = [...DATA_FORMATS, ...(page.filters === undefined ? [] : FEED_FORMATS)];
  return html`<p class="formats">${say.thisPageAs}${say.colon}${there.map(
    (format, index) =>
      html`${index === 0 ? '' : ' · '}<a href="${links.as(format, language, page.path, page.query)}">${names[format]}</a>`,
  )}</p>`;
}

function cut(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
