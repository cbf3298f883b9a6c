import { html } from 'hono/html';
import type { PersonDetail, PersonSummary } from '../../../src/record/index.ts';
import { peopleOf, personOf } from '../../../src/record/index.ts';
import { formatDate } from '../../../src/time/index.ts';
import type { Context, Html, Page } from '../page.ts';
import { byYear, countryLabel, link, marks, personPath, picture, sources } from '../pieces.ts';
import { consultationTable } from '../tables.ts';
import { extent } from './frameworks.ts';

/** Everybody on record, by country. */
export function peoplePage(context: Context): Page {
  const { say, view } = context;
  const list = peopleOf(view);
  const groups = [...Map.groupBy(list, ({ country }) => country)].sort(([a], [b]) => rank(a) - rank(b));
  return {
    path: 'people',
    query: [],
    title: say.people,
    description: `${say.people}${say.colon}${list.length}`,
    trail: [],
    body: () =>
      html`<h1>${say.people}</h1>${groups.map(
        ([country, those]) =>
          html`<section><h2>${countryLabel(country, context)}</h2><ul class="entries">${those.map((each) => entry(each, context))}</ul></section>`,
      )}`,
    data: () => ({ version: view.knowledge.version, list }),
    table: () => ({
      columns: ['id', 'name', 'kana', 'country', 'office', 'consultations', 'first', 'latest'],
      rows: list.map(({ id, name, kana, country, office, consultations, first, latest }) => [
        id,
        name,
        kana,
        country,
        office,
        consultations,
        first,
        latest,
      ]),
    }),
  };
}

/** Japan and the United States first. */
function rank(country: string): number {
  return country === 'JP' ? 0 : country === 'US' ? 1 : 2;
}

function entry(each: PersonSummary, context: Context): Html {
  const { say } = context;
  return html`<li>${link(personPath(each.id), each.name, context)} <span class="soft">${
    each.office === null ? '' : `${each.office} · `
  }${say.count(each.consultations)}</span></li>`;
}

/** A person's offices and meetings; `undefined` when not on record. */
export function personPage(context: Context, id: string): Page | undefined {
  const found = personOf(id, context.view);
  if (found === undefined) return undefined;
  const { say } = context;
  const offices = found.offices.map(({ office }) => office);
  return {
    path: personPath(id),
    query: [],
    title: found.name,
    description: [offices.at(-1), say.count(found.consultations)].filter(Boolean).join(' · '),
    trail: [{ title: say.people, path: 'people' }],
    filters: { people: [id] },
    body: () => body(found, context),
    data: () => found,
    table: () => consultationTable(found.list),
  };
}

function body(found: PersonDetail, context: Context): Html {
  const { say, language } = context;
  const day = (date: string | null) => date && formatDate(date, language);
  const offices = found.offices.map(
    ({ office, from, to, isTerm, citations }) =>
      html`<li>${office} <span class="soft">${say.term(day(from), day(to), isTerm)}</span>${marks(citations, context)}</li>`,
  );
  return html`<article><h1>${found.name}</h1>
<p class="lead">${[language === 'ja' ? found.kana : null, countryLabel(found.country, context)].filter(Boolean).join(' · ')}</p>
${
  offices.length === 0
    ? ''
    : html`<section><h2>${say.offices}</h2><ul>${offices}</ul>${
        found.offices.some(({ isTerm, from }) => !isTerm && from !== null)
          ? html`<p class="soft">${say.officeNote}</p>`
          : ''
      }</section>`
}
<section><h2>${say.meetings}</h2><p>${extent(found, context)}</p>
${found.list.length === 0 ? '' : picture(personPath(found.id), found.name, context)}
${byYear(found.list, context, 3)}</section>
${sources(found.citations, context)}</article>`;
}
