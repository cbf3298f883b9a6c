import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { toJson } from '../../src/answer/index.ts';
import { askMemoised, clockOn, MOST_CHARACTERS } from '../../src/conversation/index.ts';
import { Formats, Levels } from '../../src/knowledge/index.ts';
import {
  AnswerShape,
  CitationView,
  ConsultationDetail,
  type ConsultationSummary,
  citationsOf,
  daysOf,
  detailOf,
  idsOf,
  indexOf,
  type ListFilters,
  listOf,
  MOST_NAMES,
  periodIn,
  type View,
} from '../../src/record/index.ts';
import { today } from '../../src/time/index.ts';
import { clockOf, type McpConfig, viewIn } from './config.ts';
import { consultationMarkdown } from './markdown.ts';

const READS_ONLY = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false } as const;
/** Consultations in one result: small by default, for a model reads all of it. */
const FEW = 10;
const MOST = 50;

const InLanguage = z.enum(['ja', 'en']).optional();
const names = (what: string) =>
  z
    .array(z.string().max(100))
    .max(MOST_NAMES)
    .optional()
    .describe(`${what}: ids or names in Japanese or English; any of them may match.`);

const Filters = {
  frameworks: names('Frameworks, such as "2+2", "summit", "DICAS"'),
  topics: names('Topics, such as "Taiwan Strait", "AMRAAM"; each stands for everything beneath it'),
  people: names('People who took part, such as "Hegseth"'),
  countries: names('Countries that took part, such as "ROK"'),
};

/** A consultation, short. */
const Entry = z.object({
  id: z.string(),
  title: z.string(),
  date: z.string(),
  framework: z.string(),
  place: z.string().nullable(),
  participants: z.array(z.string()),
  topics: z.array(z.string()),
  source: z.string().nullable().describe('Address of the page that shows date, place and participants.'),
  page: z.string().nullable(),
});

const SearchResult = z.object({
  total: z.number().int(),
  page: z.number().int(),
  pages: z.number().int(),
  consultations: z.array(Entry),
});

const TimelineResult = z.object({
  title: z.string(),
  from: z.string(),
  to: z.string(),
  total: z.number().int(),
  items: z.array(
    z.object({
      id: z.string(),
      date: z.string(),
      title: z.string(),
      place: z.string().nullable(),
      level: z.enum(Levels),
      citations: z.array(z.number().int()),
    }),
  ),
  citations: z.array(CitationView),
});

type Result = {
  content: { type: 'text'; text: string }[];
  structuredContent?: Record<string, unknown>;
  isError?: true;
};

/** What a model reads as the reason, to call again. */
class CallFault extends Error {
  override readonly name = 'CallFault';
}

export function registerTools(server: McpServer, config: McpConfig): void {
  registerAsk(server, config);
  registerSearch(server, config);
  registerGet(server, config);
  registerTimeline(server, config);
}

function registerAsk(server: McpServer, config: McpConfig): void {
  server.registerTool(
    'ask',
    {
      title: 'Ask about Japan–U.S. alliance consultations',
      description:
        'Answers a question in Japanese or English about consultations of the Japan–U.S. alliance on record: who met, when, where, what was agreed, how often, how a subject developed, what a framework is. Rules answer it, not a language model: every statement carries the numbers of its citations, and "not-found" means that the record does not hold it, not that it did not happen. Ask one thing at a time, with a period, a person, a framework or a topic.',
      inputSchema: {
        question: z.string().min(1).max(MOST_CHARACTERS).describe('For example: "When was the latest 2+2?"'),
        language: InLanguage.describe('Language of the answer; by default that of the question.'),
        day: z
          .string()
          .optional()
          .describe('The day that "last month" is reckoned from, YYYY-MM-DD; by default today.'),
        page: z.number().int().min(1).optional().describe('Of a long answer; counts from 1.'),
      },
      outputSchema: AnswerShape.shape,
      annotations: READS_ONLY,
    },
    ({ question, language, day, page }) =>
      attempted(() => {
        const started = performance.now();
        const answer = askMemoised(config.desk(), {
          text: question,
          clock: day === undefined ? clockOf(config) : clockOn(oneDay(day), config.zone),
          language,
          fallbackLanguage: config.language,
          page,
        });
        if (page !== undefined && page > answer.page.count)
          throw new CallFault(`The answer has ${answer.page.count} pages.`);
        const json = toJson(answer);
        const { intent } = json.question;
        config.metrics?.onAsk({ platform: 'mcp', intent, status: json.status, ms: performance.now() - started });
        return result(json, json.text);
      }),
  );
}

function registerSearch(server: McpServer, config: McpConfig): void {
  server.registerTool(
    'search_consultations',
    {
      title: 'Search consultations by filters',
      description: `Lists consultations on record by framework, topic, person, country, format, level and period; all kinds given must match. Each comes with the page that shows it. Gives ${FEW} unless limit says otherwise; use get_consultation for the statements.`,
      inputSchema: {
        ...Filters,
        format: z.enum(Formats).optional(),
        level: z.enum(Levels).optional(),
        from: z.string().optional().describe('First day, inclusive: YYYY, YYYY-MM or YYYY-MM-DD.'),
        to: z.string().optional().describe('Last day, inclusive: YYYY, YYYY-MM or YYYY-MM-DD.'),
        order: z.enum(['newest', 'oldest']).optional().describe('Default newest.'),
        limit: z.number().int().min(1).max(MOST).optional().describe(`Default ${FEW}, at most ${MOST}.`),
        page: z.number().int().min(1).optional().describe('Counts from 1.'),
        language: InLanguage.describe('Of names and titles.'),
      },
      outputSchema: SearchResult.shape,
      annotations: READS_ONLY,
    },
    ({ language, limit = FEW, page = 1, order, ...filters }) =>
      attempted(() => {
        const view = viewIn(config, language);
        const list = listOf({ filters: filtersFrom(filters, view), order, page, perPage: limit }, view);
        if (page > list.pages) throw new CallFault(`There are ${list.pages} pages.`);
        const consultations = list.list.map(entryOf);
        const lines = consultations.map(
          ({ id, date, title, place, source }) =>
            `- ${date}: ${title}${place === null ? '' : `, ${place}`} (${id}) ${source ?? ''}`,
        );
        const head = `${list.total} on record; page ${page} of ${list.pages}.`;
        return result({ total: list.total, page, pages: list.pages, consultations }, [head, ...lines].join('\n'));
      }),
  );
}

function registerGet(server: McpServer, config: McpConfig): void {
  server.registerTool(
    'get_consultation',
    {
      title: 'Read one consultation',
      description:
        'Gives one consultation in full by its id: date, place, participants with the offices held that day, every statement with its act (agreed, confirmed, stated …) and citations, documents, and its neighbours in the framework.',
      inputSchema: {
        id: z.string().max(100).describe('As search_consultations and ask give it, such as "2024-07-28-scc".'),
        language: InLanguage.describe('Of names and statements.'),
      },
      outputSchema: ConsultationDetail.shape,
      annotations: READS_ONLY,
    },
    ({ id, language = config.language }) =>
      attempted(() => {
        const view = viewIn(config, language);
        const found = detailOf(id, view);
        if (found === undefined) throw new CallFault(unknown(id, view));
        return result(found, consultationMarkdown(found, language));
      }),
  );
}

function registerTimeline(server: McpServer, config: McpConfig): void {
  server.registerTool(
    'timeline',
    {
      title: 'Consultations of a period in order of time',
      description: `Lists what took place in a period, oldest first, with citations. Without a period: the whole record where a filter is set, else its last twelve months. Gives the latest ${FEW * 3} unless limit says otherwise.`,
      inputSchema: {
        period: z
          .string()
          .max(100)
          .optional()
          .describe('As people write it: "2025", "March to May 2025", "fiscal 2024", "令和7年3月".'),
        ...Filters,
        limit: z.number().int().min(1).max(100).optional(),
        language: InLanguage.describe('Of titles and places.'),
      },
      outputSchema: TimelineResult.shape,
      annotations: READS_ONLY,
    },
    ({ period: typed, limit = FEW * 3, language = config.language, ...filters }) =>
      attempted(() => {
        const view = viewIn(config, language);
        const clock = clockOf(config);
        const period = typed === undefined ? undefined : periodIn(typed, today(clock));
        if (period === null) throw new CallFault(`"${typed}" is not a period. Write 2025, 2025-03 or March 2025.`);
        const { title, from, to, items, citations } = config
          .desk()
          .timeline({ clock, language, period, filters: filtersFrom(filters, view) });
        const shown = items.slice(-limit);
        const cited = new Set(shown.flatMap((each) => each.citations));
        const lines = shown.map(({ dateLabel, label, place, consultation, citations: numbers }) =>
          [
            `- ${dateLabel}: ${label}`,
            place === null ? '' : `, ${place}`,
            ` (${consultation}) `,
            ...numbers.map((n) => `[${n}]`),
          ].join(''),
        );
        const pages = citationsOf(citations.filter(({ n }) => cited.has(n)));
        const sources = pages.map(({ n, title: name, url }) => `[${n}] ${name} ${url}`);
        return result(
          {
            title,
            from,
            to,
            total: items.length,
            items: shown.map(({ consultation, dateLabel, label, place, level, citations: numbers }) => ({
              id: consultation,
              date: dateLabel,
              title: label,
              place,
              level,
              citations: [...numbers],
            })),
            citations: pages,
          },
          [`${title} (${shown.length}/${items.length})`, ...lines, '', ...sources].join('\n'),
        );
      }),
  );
}

type FilterInput = {
  readonly [Kind in keyof typeof Filters]?: readonly string[] | undefined;
} & {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly format?: ListFilters['format'];
  readonly level?: ListFilters['level'];
};

function filtersFrom({ from, to, format, level, ...named }: FilterInput, view: View): ListFilters {
  const { filters, problem } = idsOf(named, view);
  if (problem !== null) throw new CallFault(problem);
  const period = { from: from === undefined ? null : days(from).from, to: to === undefined ? null : days(to).to };
  if (period.from !== null && period.to !== null && period.from > period.to) throw new CallFault('from is after to.');
  return { ...filters, period: period.from === null && period.to === null ? undefined : period, format, level };
}

function days(typed: string) {
  const found = daysOf(typed);
  if (found === null) throw new CallFault(`"${typed}" is not a day, month or year: YYYY-MM-DD, YYYY-MM or YYYY.`);
  return found;
}

function oneDay(typed: string): string {
  const { from, to } = days(typed);
  if (from !== to) throw new CallFault(`"${typed}" is not a day: YYYY-MM-DD.`);
  return from;
}

function entryOf(each: ConsultationSummary): z.infer<typeof Entry> {
  return {
    id: each.id,
    title: each.title,
    date: each.date,
    framework: each.framework.name,
    place: each.place,
    participants: each.participants.map(({ name, office }) => `${name} (${office})`),
    topics: each.topics.map(({ name }) => name),
    source: each.source?.url ?? null,
    page: each.page,
  };
}

/** Names a few ids of the same month, for a model guesses ids from dates. */
function unknown(id: string, { knowledge }: View): string {
  const near = [...indexOf(knowledge).byId.keys()].filter((each) => each.slice(0, 7) === id.slice(0, 7)).slice(0, 8);
  return `No consultation "${id}" is on record.${near.length === 0 ? ' Look for it with search_consultations.' : ` In that month: ${near.join(', ')}.`}`;
}

function result(structuredContent: object, text: string): Result {
  return { content: [{ type: 'text', text }], structuredContent: { ...structuredContent } };
}

function attempted(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof CallFault)) throw error;
    return { content: [{ type: 'text', text: error.message }], isError: true };
  }
}
