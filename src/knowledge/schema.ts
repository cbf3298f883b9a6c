import { z } from 'zod';

/** Ids are lower-case ASCII words joined by hyphens, so that they are file names, YAML keys and URL parts alike. */
const Id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'an id is lower-case letters, digits and single hyphens');
const Text = z.string().trim().min(1, 'must not be empty');
const Both = z.strictObject({ ja: Text, en: Text });
const IsoDate = z.iso.date();
const Country = z.string().regex(/^[A-Z]{2}$/, 'an ISO 3166-1 alpha-2 code, such as JP');
/** `2025-03-30`, `2025-03` (only the month is known) or `2024-07-28/2024-07-29` (ISO 8601-2). */
const EventDate = z
  .string()
  .regex(/^\d{4}-\d{2}(?:-\d{2})?(?:\/\d{4}-\d{2}-\d{2})?$/, 'YYYY-MM-DD, YYYY-MM or YYYY-MM-DD/YYYY-MM-DD');
const HttpUrl = z.url({ protocol: /^https?$/ });

/** Where in a source a statement stands. */
export const Reference = z.strictObject({ source: Id, locator: Both.optional() });
export type Reference = z.infer<typeof Reference>;

/** One sourced sentence that explains what something is. */
const Definition = z.strictObject({ ja: Text, en: Text, sources: z.array(Reference).min(1) });
export type Definition = z.infer<typeof Definition>;

/** Other ways people write a name; matching ignores case, width, kana kind and spacing. */
const Aliases = z.strictObject({ ja: z.array(Text).default([]), en: z.array(Text).default([]) });

export const Acts = [
  'agreed',
  'confirmed',
  'reaffirmed',
  'welcomed',
  'instructed',
  'announced',
  'discussed',
  'stated',
  'signed',
] as const;
export const Act = z.enum(Acts);
export type Act = z.infer<typeof Act>;

export const Outcome = z.strictObject({
  act: Act,
  ja: Text,
  en: Text,
  topics: z.array(Id).default([]),
  /** Who said it, when one side alone did; omitted when both or all did. */
  by: z.array(Country).optional(),
  sources: z.array(Reference).min(1),
  /** Drafts only: the source's own words, for the curator to put into ours. */
  evidence: Text.optional(),
});
export type Outcome = z.infer<typeof Outcome>;

export const Participant = z.strictObject({ person: Id, office: Both, country: Country });
export type Participant = z.infer<typeof Participant>;

export const Formats = ['in-person', 'telephone', 'video'] as const;

export const Consultation = z.strictObject({
  id: z
    .string()
    .regex(/^\d{4}-\d{2}(?:-\d{2})?-[a-z0-9]+(?:-[a-z0-9]+)*$/, 'YYYY-MM-DD-framework or YYYY-MM-framework'),
  framework: Id,
  title: Both,
  date: EventDate,
  /** Omitted where no source says it, and for a document issued without a meeting. */
  format: z.enum(Formats).optional(),
  place: z.strictObject({ ja: Text, en: Text, country: Country }).optional(),
  /** Minutes, where the source gives them. */
  durationMinutes: z.int().positive().optional(),
  participants: z.array(Participant).default([]),
  outcomes: z.array(Outcome).default([]),
  documents: z.array(z.strictObject({ title: Both, url: HttpUrl })).default([]),
  /** Sources of the meeting itself (date, place, participants); the first is the one cited for them. */
  sources: z.array(Id).min(1),
  /** A conflict between pages that a reader should know of. */
  note: Both.optional(),
  status: z.enum(['published', 'draft']),
  /** Date of the first publication of this record, and of its last correction. */
  addedOn: IsoDate,
  revisedOn: IsoDate.optional(),
});
export type Consultation = z.infer<typeof Consultation>;

export const Levels = ['leaders', 'ministers', '2+2', 'officials', 'military', 'trilateral'] as const;
export type Level = (typeof Levels)[number];

export const Framework = z.strictObject({
  id: Id,
  names: Both,
  /** Short name used inside sentences, such as 日米「2+2」. */
  short: Both.optional(),
  aliases: Aliases,
  level: z.enum(Levels),
  members: Both.optional(),
  since: z
    .string()
    .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/)
    .optional(),
  parent: Id.optional(),
  definition: z.array(Definition).min(1),
});
export type Framework = z.infer<typeof Framework>;

export const Office = z.strictObject({
  /** Key of the post, the same for every holder: `jp-prime-minister`, `us-secretary-of-defense`. */
  post: Id,
  ja: Text,
  en: Text,
  /** Term of office. Without `sources` these are the first and last day on which a record shows the person in this post. */
  from: IsoDate.optional(),
  to: IsoDate.optional(),
  /** The pages that show the term itself. */
  sources: z.array(Reference).min(1).optional(),
});

export const Person = z.strictObject({
  id: Id,
  /** `en` as records print it, given name first ("Nakatani Gen" is written family first for Japanese people). */
  names: z.strictObject({ ja: Text, kana: Text.optional(), en: Text }),
  family: Both,
  aliases: Aliases,
  country: Country,
  offices: z.array(Office).default([]),
});
export type Person = z.infer<typeof Person>;

export const Topic = z.strictObject({
  id: Id,
  labels: Both,
  aliases: Aliases,
  parent: Id.optional(),
  definition: z.array(Definition).min(1),
});
export type Topic = z.infer<typeof Topic>;

/** A treaty, guideline, agreement or mechanism that people ask about: answered by its definition. */
export const AllianceDocument = z.strictObject({
  id: Id,
  names: Both,
  aliases: Aliases,
  date: EventDate.optional(),
  url: HttpUrl.optional(),
  definition: z.array(Definition).min(1),
});
export type AllianceDocument = z.infer<typeof AllianceDocument>;

/** A dated term of government that people use as a period: 石破内閣, the second Trump administration. */
export const Administration = z.strictObject({
  id: Id,
  names: Both,
  aliases: Aliases,
  from: IsoDate,
  to: IsoDate.optional(),
  sources: z.array(Reference).min(1),
});
export type Administration = z.infer<typeof Administration>;

export const CountryEntry = z.strictObject({ id: Country, names: Both, short: Both.optional(), aliases: Aliases });
export type CountryEntry = z.infer<typeof CountryEntry>;

export const Source = z.strictObject({
  id: Id,
  title: Text,
  publisher: Both,
  kind: z.enum(['official', 'news', 'reprint']),
  language: z.enum(['ja', 'en', 'other']),
  url: HttpUrl,
  published: IsoDate.optional(),
  licence: Text.optional(),
});
export type Source = z.infer<typeof Source>;
