import { sourceLine, sourcesOf } from '../../src/answer/index.ts';
import { phrases } from '../../src/conversation/index.ts';
import type {
  CitationView,
  ConsultationDetail,
  FrameworkDetail,
  PersonDetail,
  StatementView,
  TopicDetail,
} from '../../src/record/index.ts';
import type { Language } from '../../src/text/index.ts';
import { formatDate } from '../../src/time/index.ts';

/** Entries of the record as Markdown, every statement with the numbers of its sources below. */

export function consultationMarkdown(found: ConsultationDetail, language: Language): string {
  const said = phrases(language);
  return blocks([
    `# ${found.title}`,
    list([
      `${said.date}: ${found.dateLabel}`,
      `${said.framework}: ${found.framework.name}`,
      found.place === null ? null : `${said.place}: ${found.place}`,
      `${said.participants}: ${found.participants.map(({ name, office, country }) => `${name} (${office}, ${country})`).join('; ')}`,
      found.page,
    ]),
    section(said.outcomes, found.outcomes.map(marked)),
    found.note,
    section(
      said.documents,
      found.documents.map(({ title, url }) => `${title} ${url}`),
    ),
    sources(found.citations, language),
  ]);
}

export function frameworkMarkdown(found: FrameworkDetail, language: Language): string {
  const said = phrases(language);
  return blocks([
    `# ${found.name}`,
    list([...found.definition.map(marked), ...found.sides.map(marked), ...found.facts.map(marked)]),
    section(
      said.timeline,
      found.list.map(({ id, dateLabel, title }) => `${dateLabel}: ${title} (${id})`),
    ),
    sources(found.citations, language),
  ]);
}

export function topicMarkdown(found: TopicDetail, language: Language): string {
  const said = phrases(language);
  return blocks([
    `# ${found.name}`,
    list([
      ...found.definition.map(marked),
      ...found.parts.flatMap(({ name, definition }) => definition.map((each) => `${name}: ${marked(each)}`)),
    ]),
    section(
      said.outcomes,
      found.statements.map((each) => `${each.dateLabel}, ${each.consultation.name}: ${marked(each)}`),
    ),
    sources(found.citations, language),
  ]);
}

export function personMarkdown(found: PersonDetail, language: Language): string {
  const said = phrases(language);
  const term = (day: string | null) => (day === null ? '' : formatDate(day, language));
  return blocks([
    `# ${found.name}`,
    list(
      found.offices.map(
        ({ office, from, to, citations }) => `${office}, ${term(from)} – ${term(to)}${marks(citations)}`,
      ),
    ),
    section(
      said.timeline,
      found.list.map(({ id, dateLabel, title }) => `${dateLabel}: ${title} (${id})`),
    ),
    sources(found.citations, language),
  ]);
}

function sources(citations: readonly CitationView[], language: Language): string {
  return section(
    phrases(language).sources,
    sourcesOf(citations, language).map((page) => sourceLine(page, language)),
  );
}

function marked({ text, citations }: StatementView): string {
  return `${text}${marks(citations)}`;
}

function marks(citations: readonly number[]): string {
  return citations.length === 0 ? '' : ` ${citations.map((n) => `[${n}]`).join('')}`;
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `## ${title}\n\n${list(lines)}`;
}

function list(lines: readonly (string | null)[]): string {
  return lines
    .filter((line) => line !== null)
    .map((line) => `- ${line}`)
    .join('\n');
}

function blocks(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join('\n\n');
}
