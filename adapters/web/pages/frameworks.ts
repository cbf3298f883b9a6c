import { html } from 'hono/html';
import { Levels } from '../../../src/knowledge/index.ts';
import type { FrameworkDetail, FrameworkSummary } from '../../../src/record/index.ts';
import { frameworkOf, frameworksOf } from '../../../src/record/index.ts';
import { formatDate } from '../../../src/time/index.ts';
import type { Context, Html, Page } from '../page.ts';
import {
  byYear,
  countryLabel,
  facts,
  frameworkPath,
  levelClass,
  link,
  marks,
  picture,
  sentence,
  sentences,
  sources,
} from '../pieces.ts';
import { consultationTable } from '../tables.ts';

/** Every framework, by level. */
export function frameworksPage(context: Context): Page {
  const { say, view } = context;
  const list = frameworksOf(view);
  return {
    path: 'frameworks',
    query: [],
    title: say.frameworks,
    description: `${say.frameworks}${say.colon}${list
      .slice(0, 5)
      .map(({ name }) => name)
      .join(', ')} …`,
    trail: [],
    body: () =>
      html`<h1>${say.frameworks}</h1>${Levels.map((level) => {
        const those = list.filter((each) => each.level === level);
        return those.length === 0
          ? ''
          : html`<section><h2>${say.levels[level]}</h2><ul class="entries">${those.map((each) => entry(each, context))}</ul></section>`;
      })}`,
    data: () => ({ version: view.knowledge.version, list }),
    table: () => ({
      columns: ['id', 'name', 'level', 'countries', 'parent', 'consultations', 'first', 'latest'],
      rows: list.map(({ id, name, level, countries, parent, consultations, first, latest }) => [
        id,
        name,
        level,
        countries.join('; '),
        parent?.id ?? null,
        consultations,
        first,
        latest,
      ]),
    }),
  };
}

function entry(each: FrameworkSummary, context: Context): Html {
  return html`<li class="level-${levelClass(each.level)}">${link(frameworkPath(each.id), each.name, context)} ${extent(each, context)}</li>`;
}

/** How many consultations, from when to when. */
export function extent(
  { consultations, first, latest }: Pick<FrameworkSummary, 'consultations' | 'first' | 'latest'>,
  { say, language }: Context,
): Html {
  if (first === null || latest === null) return html`<span class="soft">${say.noneYet}</span>`;
  const span = say.span(formatDate(first, language), formatDate(latest, language));
  return html`<span class="soft">${say.count(consultations)} · ${span}</span>`;
}

/** A framework's structure and its consultations; `undefined` when not on record. */
export function frameworkPage(context: Context, id: string): Page | undefined {
  const found = frameworkOf(id, context.view);
  if (found === undefined) return undefined;
  const { say } = context;
  return {
    path: frameworkPath(id),
    query: [],
    title: found.name,
    description: found.definition[0]?.text ?? found.name,
    trail: [{ title: say.frameworks, path: 'frameworks' }],
    filters: { frameworks: [id] },
    body: () => body(found, context),
    data: () => found,
    table: () => consultationTable(found.list),
  };
}

function body(found: FrameworkDetail, context: Context): Html {
  const { say, language } = context;
  const structure = facts([
    [say.level, say.levels[found.level]],
    [say.members, found.members],
    ...found.sides.map((side): [string, Html] => [
      countryLabel(side.country, context),
      html`${side.text}${marks(side.citations, context)}`,
    ]),
    [say.since, found.since && formatDate(found.since, language)],
    [say.partOf, found.parent && link(frameworkPath(found.parent.id), found.parent.name, context)],
    [say.under, found.under && link(frameworkPath(found.under.id), found.under.name, context)],
    [
      say.below,
      found.below.length === 0
        ? null
        : html`<ul>${found.below.map(({ id, name }) => html`<li>${link(frameworkPath(id), name, context)}</li>`)}</ul>`,
    ],
  ]);
  return html`<article class="level-${levelClass(found.level)}"><h1>${found.name}</h1>
<section><h2>${say.definition}</h2>${sentences(found.definition, context)}</section>
<section><h2>${say.structure}</h2>${structure}
${
  found.facts.length === 0
    ? ''
    : html`<dl class="facts">${found.facts.map(
        (fact) => html`<div><dt>${say.aspects[fact.aspect]}</dt><dd>${sentence(fact, context)}</dd></div>`,
      )}</dl>`
}</section>
<section><h2>${say.consultations}</h2><p>${extent(found, context)}</p>
${found.list.length === 0 ? '' : picture(frameworkPath(found.id), found.name, context)}
${byYear(found.list, context, 3)}</section>
${sources(found.citations, context)}</article>`;
}
