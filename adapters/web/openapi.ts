import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { MOST_CHARACTERS } from '../../src/conversation/index.ts';
import { Formats, Levels } from '../../src/knowledge/index.ts';
import {
  AnswerShape,
  ConsultationDetail,
  ConsultationList,
  ConsultationSummary,
  CoverageView,
  FrameworkDetail,
  FrameworkSummary,
  PersonDetail,
  PersonSummary,
  TopicDetail,
  TopicSummary,
} from '../../src/record/index.ts';

const Language = z.enum(['ja', 'en']).meta({ description: 'Language of names and statements.' });
const Id = z.string().meta({ description: 'Id as lists give it.' });
const Version = { version: z.string().meta({ description: 'Names the version of the record.' }) };
const day = (description: string) =>
  z
    .string()
    .optional()
    .meta({ description: `${description}: YYYY-MM-DD, YYYY-MM or YYYY.`, example: '2024-04' });
const many = (what: string) =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .meta({ description: `${what}: an id or a name on record. May be given several times; any of them may match.` });

/** The parameters of a list. */
const ListQuery = z.object({
  framework: many('Framework'),
  topic: many('Topic; it stands for everything beneath it as well'),
  person: many('Person who took part'),
  country: many('Country that took part'),
  format: z.enum(Formats).optional(),
  level: z.enum(Levels).optional(),
  from: day('First day, inclusive'),
  to: day('Last day, inclusive'),
  period: z
    .string()
    .optional()
    .meta({ description: 'Instead of from and to: a period as people write it.', example: 'fiscal 2024' }),
  order: z.enum(['newest', 'oldest']).optional(),
  page: z.int().positive().optional().meta({ description: 'Of 50 consultations each; data files ignore it.' }),
});

const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    kind: z.string().meta({ description: 'Stable name of the fault, such as unknown-filter.' }),
  })
  .meta({ id: 'Problem', description: 'RFC 9457.' });

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
});

const FAULTS = {
  '304': { description: 'Unchanged: the tag sent with If-None-Match still holds.' },
  '400': problem('A parameter is unknown or not understood.'),
  '429': problem('More requests than one address may make; Retry-After says when to try again.'),
};
const ABSENT = { '404': problem('Nothing on record has this address.') };

type Made = {
  readonly summary: string;
  readonly schema: z.ZodType;
  readonly query?: z.ZodObject;
  readonly id?: string;
};

/** A page as JSON and CSV. */
function pages(paths: Readonly<Record<string, Made & { readonly feeds?: boolean }>>): ZodOpenApiPathsObject {
  const entries = Object.entries(paths).flatMap(([path, made]) => [
    [
      `/{language}/${path}.json`,
      { get: operation(path, 'json', made, { 'application/json': { schema: made.schema } }) },
    ],
    [`/{language}/${path}.csv`, { get: operation(path, 'csv', made, { 'text/csv': { schema: z.string() } }) }],
    ...(made.feeds
      ? [
          [
            `/{language}/${path}.atom`,
            { get: operation(path, 'atom', made, { 'application/atom+xml': { schema: z.string() } }) },
          ],
          [
            `/{language}/${path}.ics`,
            { get: operation(path, 'ics', made, { 'text/calendar': { schema: z.string() } }) },
          ],
        ]
      : []),
  ]);
  return Object.fromEntries(entries);
}

const KINDS = {
  json: '',
  csv: ' as CSV',
  atom: ' as an Atom feed of new and revised records',
  ics: ' as a calendar',
} as const;

function operation(
  path: string,
  format: keyof typeof KINDS,
  { summary, query, id }: Made,
  content: Readonly<Record<string, { readonly schema: z.ZodType }>>,
): ZodOpenApiOperationObject {
  const params = { language: Language, ...(id === undefined ? {} : { [id]: Id }) };
  return {
    operationId: `${path.replace(/[^a-z]+(\w)?/g, (_, next: string | undefined) => (next ?? '').toUpperCase())}_${format}`,
    summary: `${summary}${KINDS[format]}`,
    requestParams: { path: z.object(params), ...(query === undefined ? {} : { query }) },
    responses: { '200': { description: summary, content: { ...content } }, ...FAULTS, ...ABSENT },
  };
}

const list = (entry: z.ZodType) => z.object({ ...Version, list: z.array(entry) });
const Anniversary = ConsultationSummary.extend({ years: z.int(), exact: z.boolean() });

const PATHS: ZodOpenApiPathsObject = {
  '/api/ask': {
    get: {
      operationId: 'ask',
      summary: 'Answer a question, every statement with its citations',
      requestParams: {
        query: z.object({
          q: z
            .string()
            .meta({ description: `At most ${MOST_CHARACTERS} characters.`, example: 'when was the latest 2+2?' }),
          lang: Language.optional().meta({ description: 'Of the answer; by default the language of the question.' }),
          day: z.iso
            .date()
            .optional()
            .meta({ description: 'The day that "last month" is reckoned from; by default today.' }),
          page: z.int().positive().optional(),
        }),
      },
      responses: {
        '200': {
          description: 'The answer, or that nothing is on record',
          content: { 'application/json': { schema: AnswerShape } },
        },
        ...FAULTS,
      },
    },
  },
  '/api/suggest': {
    get: {
      operationId: 'suggest',
      summary: 'Complete a question while it is typed',
      requestParams: { query: z.object({ q: z.string().optional(), lang: Language.optional() }) },
      responses: {
        '200': {
          description: 'Completions, best first',
          content: { 'application/json': { schema: z.array(z.object({ label: z.string(), value: z.string() })) } },
        },
        ...FAULTS,
      },
    },
  },
  ...pages({
    index: {
      summary: 'The latest consultations, and those of this day in earlier years',
      schema: z.object({
        ...Version,
        coverage: z.object({ from: z.string(), to: z.string(), consultations: z.int() }),
        latest: z.array(ConsultationSummary),
        onThisDay: z.array(Anniversary),
      }),
      feeds: true,
    },
    consultations: {
      summary: 'Consultations that fit the filters',
      schema: ConsultationList,
      query: ListQuery,
      feeds: true,
    },
    'consultations/{consultation}': {
      summary: 'One consultation in full',
      schema: ConsultationDetail,
      id: 'consultation',
    },
    frameworks: { summary: 'Every framework', schema: list(FrameworkSummary) },
    'frameworks/{framework}': {
      summary: 'A framework and its consultations',
      schema: FrameworkDetail,
      id: 'framework',
      feeds: true,
    },
    people: { summary: 'Everybody on record', schema: list(PersonSummary) },
    'people/{person}': { summary: 'A person’s offices and meetings', schema: PersonDetail, id: 'person', feeds: true },
    topics: { summary: 'Every topic', schema: list(TopicSummary) },
    'topics/{topic}': { summary: 'A topic and what was said of it', schema: TopicDetail, id: 'topic', feeds: true },
    periods: {
      summary: 'Years and months with consultations',
      schema: list(z.object({ period: z.string(), name: z.string(), consultations: z.int() })),
    },
    'periods/{period}': {
      summary: 'The consultations of a year or month',
      schema: ConsultationList,
      id: 'period',
      feeds: true,
    },
    'on-this-day': {
      summary: 'Consultations of this day in earlier years',
      schema: z.object({ ...Version, date: z.iso.date(), list: z.array(Anniversary) }),
      query: ListQuery,
      feeds: true,
    },
    about: { summary: 'What is on record, and how far sources were read', schema: CoverageView },
  }),
};

/** The OpenAPI 3.1 description of everything that programs can read at `server`. */
export function openapi(server: string): object {
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Kyōgi',
      version: '1',
      description:
        'Japan–U.S. alliance consultations on record: read only, no key, every origin. Answers carry an ETag that changes with the record. Fields are only ever added.',
      license: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    },
    servers: [{ url: server }],
    paths: PATHS,
  });
}
