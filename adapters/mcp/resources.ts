import { type McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { View } from '../../src/record/index.ts';
import { detailOf, frameworkOf, frameworksOf, personOf, topicOf, topicsOf } from '../../src/record/index.ts';
import { formatDate } from '../../src/time/index.ts';
import { type McpConfig, viewIn } from './config.ts';
import { consultationMarkdown, frameworkMarkdown, personMarkdown, topicMarkdown } from './markdown.ts';

const MOST_COMPLETIONS = 100;

type Kind = {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly ids: (view: View) => Iterable<string>;
  /** Those that a client is shown; people are found through consultations. */
  readonly list: ((view: View) => readonly { readonly id: string; readonly name: string }[]) | undefined;
  readonly read: (id: string, view: View) => string | undefined;
};

const KINDS: readonly Kind[] = [
  {
    name: 'consultations',
    title: 'Consultation',
    description: 'One consultation: when, where, who, every statement with its sources.',
    ids: ({ knowledge }) => knowledge.consultations.map(({ id }) => id),
    list: ({ knowledge, language }) =>
      knowledge.consultations
        .toReversed()
        .map(({ id, date, title }) => ({ id, name: `${formatDate(date, language)}: ${title[language]}` })),
    read: (id, view) => told(detailOf(id, view), (found) => consultationMarkdown(found, view.language)),
  },
  {
    name: 'frameworks',
    title: 'Framework',
    description: 'What a framework is, who sits on it, and its consultations.',
    ids: ({ knowledge }) => knowledge.frameworks.keys(),
    list: frameworksOf,
    read: (id, view) => told(frameworkOf(id, view), (found) => frameworkMarkdown(found, view.language)),
  },
  {
    name: 'topics',
    title: 'Topic',
    description: 'What a topic is, and what was put on record about it over time.',
    ids: ({ knowledge }) => knowledge.topics.keys(),
    list: topicsOf,
    read: (id, view) => told(topicOf(id, view), (found) => topicMarkdown(found, view.language)),
  },
  {
    name: 'people',
    title: 'Person',
    description: 'A person’s offices and the consultations they attended.',
    ids: ({ knowledge }) => knowledge.people.keys(),
    list: undefined,
    read: (id, view) => told(personOf(id, view), (found) => personMarkdown(found, view.language)),
  },
];

/** Every consultation and definition as Markdown, in both languages. */
export function registerResources(server: McpServer, config: McpConfig): void {
  for (const kind of KINDS) {
    const uriOf = (language: string, id: string) => `kyogi://${language}/${kind.name}/${id}`;
    const { list } = kind;
    const template = new ResourceTemplate(uriOf('{language}', '{id}'), {
      list:
        list &&
        (() => {
          const view = viewIn(config);
          return {
            resources: list(view).map(({ id, name }) => ({
              uri: uriOf(view.language, id),
              name: id,
              title: name,
              mimeType: 'text/markdown',
            })),
          };
        }),
      complete: {
        language: () => ['ja', 'en'],
        id: (typed) => [...kind.ids(viewIn(config))].filter((id) => id.startsWith(typed)).slice(0, MOST_COMPLETIONS),
      },
    });
    server.registerResource(
      kind.name,
      template,
      { title: kind.title, description: kind.description, mimeType: 'text/markdown' },
      (uri, { language, id }) => {
        const text =
          language === 'ja' || language === 'en' ? kind.read(String(id), viewIn(config, language)) : undefined;
        if (text === undefined) throw new Error(`Nothing on record has the address ${uri.href.slice(0, 200)}.`);
        return { contents: [{ uri: uri.href, mimeType: 'text/markdown', text }] };
      },
    );
  }
}

function told<T>(found: T | undefined, tell: (found: T) => string): string | undefined {
  return found === undefined ? undefined : tell(found);
}
