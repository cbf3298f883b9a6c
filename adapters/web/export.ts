import { html } from 'hono/html';
import { clockOn } from '../../src/conversation/index.ts';
import type { Desk } from '../../src/desk.ts';
import { newestChange } from '../../src/digest/index.ts';
import type { Language } from '../../src/text/index.ts';
import { assetsVersionOf, readAssets } from './assets.ts';
import { createLinks, type Format, type Links } from './links.ts';
import type { Context, Page } from './page.ts';
import { pageAt } from './pages/index.ts';
import { countsOf } from './pages/periods.ts';
import { webPhrases } from './phrases.ts';
import { consultationPath, frameworkPath, periodPath, personPath, topicPath } from './pieces.ts';
import { render } from './render.ts';

export type ExportOptions = {
  readonly zone: string;
  /** Where the copy will be, such as `https://example.org/record`; its path is put before every link. */
  readonly publicUrl?: string | undefined;
  readonly contact?: string | undefined;
};

/** A file of the copy; `path` is relative, with slashes. */
export type ExportedFile = { readonly path: string; readonly body: string };

/**
 * Every page of the record in both languages, with its data, feeds and pictures, for any server of files. The same record
 * gives the same bytes on every day: what asks, filters or knows today is left out.
 */
export async function* exportSite(desk: Desk, options: ExportOptions): AsyncGenerator<ExportedFile> {
  const assets = readAssets();
  const links = createLinks({
    publicUrl: options.publicUrl,
    localUrl: 'http://localhost',
    isStatic: true,
    assetsVersion: assetsVersionOf(assets),
  });
  for (const [name, { body }] of assets) if (name !== 'complete.js') yield { path: `assets/${name}`, body };
  yield { path: 'index.html', body: String(await entrance(links)) };
  const addresses: string[] = [];
  for (const language of ['en', 'ja'] as const) {
    const context = contextIn(desk, language, links, options);
    for (const path of pathsOf(context)) {
      const page = pageAt(path, new URLSearchParams(), context);
      addresses.push(links.absolute(links.page(language, path)));
      for (const format of formatsOf(page)) {
        const { body } = await render(page, format, context);
        yield { path: `${language}/${path === '' ? 'index' : path}.${format}`, body };
      }
    }
  }
  if (options.publicUrl !== undefined) yield { path: 'sitemap.xml', body: sitemap(addresses) };
}

function contextIn(desk: Desk, language: Language, links: Links, { zone, contact }: ExportOptions): Context {
  const knowledge = desk.knowledge();
  const day = newestChange(knowledge, '9999-12-31') ?? knowledge.coverage.to;
  return {
    desk,
    view: { knowledge, language, pageOf: (id) => links.absolute(links.page(language, consultationPath(id))) },
    language,
    clock: clockOn(day, zone),
    today: day,
    links,
    say: webPhrases(language),
    contact,
  };
}

function pathsOf(context: Context): readonly string[] {
  const { consultations, frameworks, people, topics } = context.view.knowledge;
  return [
    '',
    'consultations',
    ...consultations.map(({ id }) => consultationPath(id)),
    'frameworks',
    ...[...frameworks.keys()].map(frameworkPath),
    'people',
    ...[...people.keys()].map(personPath),
    'topics',
    ...[...topics.keys()].map(topicPath),
    'periods',
    ...[...countsOf(context).keys()].map(periodPath),
    'about',
  ];
}

function formatsOf({ filters }: Page): readonly Format[] {
  return filters === undefined ? ['html', 'json', 'csv'] : ['html', 'json', 'csv', 'atom', 'ics', 'svg'];
}

/** A server of files cannot tell what a browser asks for, so the first page offers both languages. */
function entrance(links: Links) {
  const [ja, en] = [webPhrases('ja'), webPhrases('en')];
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${en.site}</title><link rel="stylesheet" href="${links.asset('style.css')}"><link rel="icon" href="${links.asset('icon.svg')}" type="image/svg+xml"></head>
<body><main><h1>${en.site}</h1><ul><li lang="ja"><a href="${links.page('ja', '')}" hreflang="ja">${ja.tagline}</a></li><li><a href="${links.page('en', '')}" hreflang="en">${en.tagline}</a></li></ul></main></body></html>
`;
}

function sitemap(addresses: readonly string[]): string {
  const urls = addresses.map((address) => `<url><loc>${address}</loc></url>`).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls}\n</urlset>\n`;
}
