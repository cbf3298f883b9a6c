import { z } from 'zod';
import { Acts, Formats, FrameworkAspects, Levels, Seniorities, SourceKinds } from '../knowledge/schema.ts';

/**
 * The record as plain data in one language: what pages, files and tools outside chat are made of. Fields are only ever added.
 * Dates are the venue's own; `null` says that the record does not hold it.
 */
const Id = z.string().meta({ description: 'Stable id of an entry of the record.', example: 'scc' });
const Day = z.iso.date().meta({ description: 'A day at the venue, YYYY-MM-DD.', example: '2024-07-28' });
const Numbers = z.array(z.int().positive()).meta({ description: 'Numbers of `citations` that the text rests on.' });

/** An entry by its id and its name in the language asked for. */
export const Named = z.object({ id: Id, name: z.string() }).meta({ id: 'Named' });
export type Named = z.infer<typeof Named>;

/** A page that statements rest on; `n` counts from 1 within one answer or page. */
export const CitationView = z
  .object({
    n: z.int().positive(),
    title: z.string(),
    publisher: z.string(),
    kind: z.enum(SourceKinds).meta({ description: 'official, news, or a reprint of an official text elsewhere.' }),
    url: z.string(),
    published: Day.nullable(),
    locator: z.string().nullable().meta({ description: 'Where on the page it stands, such as "para. 2".' }),
    language: z.enum(['ja', 'en', 'other']).nullable().meta({ description: 'What the page is written in.' }),
  })
  .meta({ id: 'Citation' });
export type CitationView = z.infer<typeof CitationView>;

/** A sentence with the numbers of its citations. */
export const StatementView = z.object({ text: z.string(), citations: Numbers }).meta({ id: 'Statement' });
export type StatementView = z.infer<typeof StatementView>;

export const ParticipantView = z
  .object({
    id: Id,
    name: z.string(),
    office: z.string().meta({ description: 'As held on that day.' }),
    country: z.string().meta({ description: 'ISO 3166-1 alpha-2.', example: 'JP' }),
  })
  .meta({ id: 'Participant' });

/** A consultation as lists show it. */
export const ConsultationSummary = z
  .object({
    id: Id.meta({ example: '2024-07-28-scc' }),
    title: z.string(),
    date: z.string().meta({
      description: 'ISO 8601-2: a day, a month where only that is known, or a span of days.',
      example: '2024-07-28',
    }),
    dateLabel: z.string(),
    from: Day,
    to: Day,
    framework: Named,
    level: z.enum(Levels),
    format: z.enum(Formats).nullable(),
    place: z.string().nullable(),
    country: z.string().nullable().meta({ description: 'Country of the venue.' }),
    occasion: Named.nullable().meta({ description: 'The larger event on whose margins it was held.' }),
    participants: z.array(ParticipantView),
    topics: z.array(Named).meta({ description: 'Topics of its outcomes, in their order.' }),
    outcomes: z.int().nonnegative().meta({ description: 'How many outcomes are on record.' }),
    source: z.object({ title: z.string(), publisher: z.string(), url: z.string() }).nullable(),
    addedOn: z.iso.date(),
    revisedOn: z.iso.date().nullable(),
    page: z.string().nullable().meta({ description: 'Address of its page, where one is published.' }),
  })
  .meta({ id: 'ConsultationSummary' });
export type ConsultationSummary = z.infer<typeof ConsultationSummary>;

export const OutcomeView = StatementView.extend({
  act: z.enum(Acts),
  topics: z.array(Named),
  by: z.array(z.string()).nullable().meta({ description: 'Countries, where one side alone said it.' }),
}).meta({ id: 'Outcome' });

const Neighbour = z.object({ id: Id, title: z.string(), dateLabel: z.string() });

/** A consultation in full. */
export const ConsultationDetail = ConsultationSummary.omit({ outcomes: true })
  .extend({
    durationMinutes: z.int().nullable(),
    outcomes: z.array(OutcomeView),
    documents: z.array(z.object({ title: z.string(), url: z.string() })),
    note: z.string().nullable().meta({ description: 'A conflict between sources that a reader should know of.' }),
    citations: z.array(CitationView),
    earlier: Neighbour.nullable().meta({ description: 'The one before it in its framework.' }),
    later: Neighbour.nullable().meta({ description: 'The one after it in its framework.' }),
  })
  .meta({ id: 'ConsultationDetail' });
export type ConsultationDetail = z.infer<typeof ConsultationDetail>;

const Counted = { consultations: z.int().nonnegative() };
const Latest = { first: z.iso.date().nullable(), latest: z.iso.date().nullable() };

export const FrameworkSummary = z
  .object({
    id: Id,
    name: z.string(),
    level: z.enum(Levels),
    seniority: z.enum(Seniorities).nullable(),
    countries: z.array(z.string()),
    parent: Named.nullable(),
    ...Counted,
    ...Latest,
  })
  .meta({ id: 'FrameworkSummary' });
export type FrameworkSummary = z.infer<typeof FrameworkSummary>;

export const FrameworkDetail = FrameworkSummary.extend({
  definition: z.array(StatementView),
  members: z.string().nullable(),
  since: z.string().nullable(),
  sides: z.array(StatementView.extend({ country: z.string() })),
  facts: z.array(StatementView.extend({ aspect: z.enum(FrameworkAspects) })),
  under: Named.nullable().meta({ description: 'The body it is set under.' }),
  below: z.array(Named).meta({ description: 'Frameworks that belong to it or are set under it.' }),
  citations: z.array(CitationView),
  list: z.array(ConsultationSummary).meta({ description: 'Its consultations, newest first.' }),
}).meta({ id: 'FrameworkDetail' });
export type FrameworkDetail = z.infer<typeof FrameworkDetail>;

export const PersonSummary = z
  .object({
    id: Id,
    name: z.string(),
    kana: z.string().nullable(),
    country: z.string(),
    office: z.string().nullable().meta({ description: 'The latest office on record.' }),
    ...Counted,
    ...Latest,
  })
  .meta({ id: 'PersonSummary' });
export type PersonSummary = z.infer<typeof PersonSummary>;

export const PersonDetail = PersonSummary.omit({ office: true })
  .extend({
    offices: z.array(
      z.object({
        office: z.string(),
        from: z.iso.date().nullable(),
        to: z.iso.date().nullable(),
        isTerm: z.boolean().meta({
          description: 'Whether sources show the term itself; else the days are the first and last on record.',
        }),
        citations: Numbers,
      }),
    ),
    citations: z.array(CitationView),
    list: z.array(ConsultationSummary).meta({ description: 'The consultations attended, newest first.' }),
  })
  .meta({ id: 'PersonDetail' });
export type PersonDetail = z.infer<typeof PersonDetail>;

export const TopicSummary = z
  .object({
    id: Id,
    name: z.string(),
    parent: Named.nullable(),
    statements: z.int().nonnegative(),
    ...Counted,
    ...Latest,
  })
  .meta({ id: 'TopicSummary' });
export type TopicSummary = z.infer<typeof TopicSummary>;

export const TopicDetail = TopicSummary.omit({ statements: true })
  .extend({
    definition: z.array(StatementView),
    parts: z.array(z.object({ name: z.string(), definition: z.array(StatementView) })),
    children: z.array(Named),
    statements: z
      .array(
        OutcomeView.omit({ topics: true }).extend({
          consultation: Named,
          date: z.string(),
          dateLabel: z.string(),
        }),
      )
      .meta({ description: 'What was put on record about it, oldest first.' }),
    citations: z.array(CitationView),
  })
  .meta({ id: 'TopicDetail' });
export type TopicDetail = z.infer<typeof TopicDetail>;

const TallyView = z.object({
  consultations: z.int().nonnegative(),
  outcomes: z.int().nonnegative(),
  official: z.int().nonnegative(),
  reprint: z.int().nonnegative(),
  newsOnly: z.int().nonnegative(),
  poor: z.int().nonnegative().meta({ description: 'Outcomes that rest on poor pages alone.' }),
  from: z.string(),
  to: z.string(),
});

/** What is on record, and how far sources were read. */
export const CoverageView = z
  .object({
    version: z.string().meta({ description: 'Names this version of the record.' }),
    total: TallyView,
    years: z.array(TallyView.extend({ year: z.string() })),
    frameworks: z.array(TallyView.extend({ framework: Named })),
    emptyMonths: z.array(z.string()),
    readThrough: z.array(
      z.object({ name: z.string(), through: z.iso.date().nullable(), inPart: z.iso.date().nullable() }),
    ),
  })
  .meta({ id: 'Coverage' });
export type CoverageView = z.infer<typeof CoverageView>;

/** The filters of a list, as understood: ids and inclusive days. */
export const FiltersView = z
  .object({
    from: z.iso.date().nullable(),
    to: z.iso.date().nullable(),
    frameworks: z.array(Named),
    topics: z.array(Named),
    people: z.array(Named),
    countries: z.array(Named),
    format: z.enum(Formats).nullable(),
    level: z.enum(Levels).nullable(),
  })
  .meta({ id: 'Filters' });
export type FiltersView = z.infer<typeof FiltersView>;

export const ConsultationList = z
  .object({
    total: z.int().nonnegative(),
    page: z.int().positive(),
    pages: z.int().positive(),
    order: z.enum(['newest', 'oldest']),
    filters: FiltersView,
    version: z.string(),
    list: z.array(ConsultationSummary),
  })
  .meta({ id: 'ConsultationList' });
export type ConsultationList = z.infer<typeof ConsultationList>;
