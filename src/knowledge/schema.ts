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
  /** `source` is the page that shows it, where the first of `sources` does not. */
  place: z.strictObject({ ja: Text, en: Text, country: Country, source: Id.optional() }).optional(),
  /** The larger event on whose margins it was held, where a page says so. */
  occasion: Id.optional(),
  /** Whether the pages call it an exchange or an informal talk, and no meeting of its own. Default `false`. */
  informal: z.boolean().optional(),
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

/** The ministries and fields whose business a framework is; `leaders` covers the leaders' own offices too. */
export const FrameworkFields = [
  'leaders',
  'foreign',
  'defense',
  'military',
  'economic',
  'cyber',
  'space',
  'industry',
  'deterrence',
  'development',
  'intelligence',
] as const;

/** Who meets, whatever the number of countries: vice-ministers are the highest officials, `officials` all below them. */
export const Seniorities = ['leaders', 'ministers', 'vice-ministers', 'officials', 'military'] as const;

/** What a sourced sentence tells about a framework. */
export const FrameworkAspects = ['purpose', 'basis', 'rhythm', 'members', 'structure', 'since', 'role'] as const;
export type FrameworkAspect = (typeof FrameworkAspects)[number];

const Side = z.strictObject({
  country: Country,
  posts: z.array(Id).default([]),
  ja: Text,
  en: Text,
  sources: z.array(Reference).min(1),
});

export const Framework = z.strictObject({
  id: Id,
  names: Both,
  /** Short name used inside sentences, such as 日米「2+2」. */
  short: Both.optional(),
  aliases: Aliases,
  /** Japanese for one holder of the two posts that meet: 首脳 makes 「日米の首脳」 mean this framework. */
  pairs: z.array(Text).default([]),
  level: z.enum(Levels),
  /** The kind of table, shared by frameworks that differ only in who sits at it: `summit` for two, three or four. */
  kind: Id,
  /** The members, Japan and the United States first. */
  countries: z.array(Country).min(2),
  /** Whose business it is, the ministry or field in charge first; empty where it gathers several. */
  fields: z.array(z.enum(FrameworkFields)).default([]),
  /** What it is about, where it has a subject of its own: topics, and everyday words that tell it beside its countries (海, "sea"). */
  subject: z
    .strictObject({ topics: z.array(Id).min(1), ja: z.array(Text).default([]), en: z.array(Text).default([]) })
    .optional(),
  /** Omitted where it gathers several, and for documents. */
  seniority: z.enum(Seniorities).optional(),
  /** Its name only tells whose rank meets ("the summit"), so that a question may mean the same table with more countries. */
  byRank: z.literal(true).optional(),
  /** It gathers what has no framework of its own: the titles of its records tell what kind of meeting each was. */
  catchAll: z.literal(true).optional(),
  /** Such meetings are also filed where there is no framework of their own: a title that says so makes one of them. */
  titled: z.literal(true).optional(),
  /** `false` for documents issued without a meeting. */
  meeting: z.literal(false).optional(),
  members: Both.optional(),
  /** Who sits for each side; `posts` where posts.yaml has them. */
  sides: z.array(Side).default([]),
  since: z
    .string()
    .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/)
    .optional(),
  /** The framework that this one's meetings belong to: a foreign ministers' meeting of three is one of the three's meetings. */
  parent: Id.optional(),
  /** The body that this one is set under and works for; a meeting of a subcommittee is none of its committee. */
  under: Id.optional(),
  definition: z.array(Definition).min(1),
  /** What sources say of it, a sentence each. */
  facts: z.array(Definition.extend({ aspect: z.enum(FrameworkAspects) })).default([]),
});
export type Framework = z.infer<typeof Framework>;

export const Office = z.strictObject({
  /** Key of the post, the same for every holder: `jp-prime-minister`, `us-secretary-of-defense`. */
  post: Id,
  /** Posts held together with it, where the office names them too. */
  also: z.array(Id).default([]),
  ja: Text,
  en: Text,
  /**
   * Term of office, as far as `sources` show it. A knowledge base fills in what they do not by the first and last day on which a record
   * shows the person in this post.
   */
  from: IsoDate.optional(),
  to: IsoDate.optional(),
  /** The pages that show the term itself. */
  sources: z.array(Reference).min(1).optional(),
});
export type Office = z.infer<typeof Office>;

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

/** A post that people on record hold or held: how it is called, and by which shared titles. */
export const PostEntry = z.strictObject({
  id: Id,
  names: Both,
  country: Country,
  aliases: Aliases,
  /** What its holders are called as others are, by ids of titles.yaml: "the foreign minister", 〜長官. */
  titles: z.array(Id).default([]),
  /** The names of what its holder heads: "who led U.S. Space Command", 統合幕僚監部のトップ. */
  heads: Aliases.optional(),
});
export type PostEntry = z.infer<typeof PostEntry>;

/** What holders of several posts are called. */
export const TitleEntry = z.strictObject({
  id: Id,
  /** Said alone it asks for the post ("the foreign minister"); otherwise it only tells namesakes apart ("Secretary Brown"). */
  namesPost: z.literal(true).optional(),
  aliases: Aliases,
});
export type TitleEntry = z.infer<typeof TitleEntry>;

/** What has a name of its own within a topic: the Tomahawk within counterstrike capabilities. */
export const TopicPart = z.strictObject({
  ja: z.array(Text).default([]),
  en: z.array(Text).default([]),
  isRegion: z.literal(true).optional(),
  definition: z.array(Definition).min(1).optional(),
});
export type TopicPart = z.infer<typeof TopicPart>;

export const Topic = z.strictObject({
  id: Id,
  labels: Both,
  aliases: Aliases,
  /** A knowledge base holds the names of parts among `aliases` too: who names a part speaks of the topic. */
  parts: z.array(TopicPart).default([]),
  /** A part of the world, which may also be asked about as a venue. */
  isRegion: z.literal(true).optional(),
  /** A group of countries that is spoken of and is no table on record. */
  isGroup: z.literal(true).optional(),
  parent: Id.optional(),
  definition: z.array(Definition).min(1),
});
export type Topic = z.infer<typeof Topic>;

/** A treaty, guideline, agreement or mechanism that people ask about: answered by its definition. */
export const AllianceDocument = z.strictObject({
  id: Id,
  names: Both,
  aliases: Aliases,
  /** The larger document in which it stands: reference 26 in the white paper. */
  partOf: Id.optional(),
  /** The pages of sources.yaml that are parts of it, so that "according to the white paper" means what rests on them. */
  sources: z.array(Id).default([]),
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

export const CountryEntry = z.strictObject({
  id: Country,
  names: Both,
  short: Both.optional(),
  aliases: Aliases,
  /** Forms that name it only with a capital: "US", and not "tell us". */
  cased: z.array(Text).default([]),
  /** The characters that stand for it in combinations such as 日米韓; the first is the usual one. */
  letters: z.array(Text).default([]),
  /** Small-letter names that stand for it beside others alone: us-jp-ph. */
  codes: z.array(Text).default([]),
  /** Japanese for going there: 訪米. */
  visits: z.array(Text).default([]),
  /** It sits at no table on record, so that whoever asks for a meeting with it asks for another one. */
  outside: z.literal(true).optional(),
  /** The topic that speaks of it, with which it may share names. */
  topic: Id.optional(),
});
export type CountryEntry = z.infer<typeof CountryEntry>;

/** Countries that act as one and are spoken of, such as the G7. */
export const Group = z.strictObject({
  id: Id,
  names: Both,
  aliases: Aliases,
  countries: z.array(Country).default([]),
  definition: z.array(Definition).default([]),
});
export type Group = z.infer<typeof Group>;

/** A kind of larger event on whose margins consultations are held, such as the UN General Assembly, whatever the year. */
export const Occasion = z.strictObject({
  id: Id,
  names: Both,
  /** Several occasions may share one: "the G7" is the summit and the ministers' meetings. */
  aliases: Aliases,
  /** Who holds it, as a group or a topic that is spoken of: whoever says its name speaks of them too. */
  group: Id.optional(),
  topic: Id.optional(),
});
export type Occasion = z.infer<typeof Occasion>;

export const PlaceKinds = ['venue', 'base', 'city', 'area', 'region'] as const;

/** What a record's place is made of: "Tokyo (Ministry of Defense)" is a city and a venue in it. */
export const PlaceEntry = z.strictObject({
  id: Id,
  /** An `area` is a state, a prefecture or an island; a `region` is made up of countries. */
  kind: z.enum(PlaceKinds),
  names: Both,
  aliases: Aliases,
  /** The next larger place by its id, or the country by its code. */
  within: z
    .string()
    .regex(/^(?:[A-Z]{2}|[a-z0-9]+(?:-[a-z0-9]+)*)$/, 'an id of places.yaml or a country code')
    .optional(),
  /** Of a region: the countries in it. */
  countries: z.array(Country).default([]),
  /** Whose government its name stands for: Washington, the Pentagon. */
  governmentOf: Country.optional(),
});
export type PlaceEntry = z.infer<typeof PlaceEntry>;

export const WordKinds = ['format', 'level', 'field', 'honorific', 'heading', 'everyday'] as const;

/** Words of the two languages that name no entry of another list. */
export const Word = z.strictObject({
  id: Id,
  /**
   * `format`, `level` and `field` words stand for `value`; `honorific` ones stand beside a name and say nothing of a post;
   * `everyday` ones are names only when written with a capital.
   */
  kind: z.enum(WordKinds),
  value: Text.optional(),
  ja: z.array(Text).default([]),
  en: z.array(Text).default([]),
});
export type Word = z.infer<typeof Word>;

export const SourceKinds = ['official', 'news', 'reprint'] as const;

/** Through which day a class of sources has been read. */
export const ReadThrough = z.strictObject({
  id: Id,
  kinds: z.array(z.enum(SourceKinds)).min(1),
  names: Both,
  /** Every page up to this day; omitted where pages were only ever read in part. */
  through: IsoDate.optional(),
  /** Some pages up to this day. */
  inPart: IsoDate.optional(),
});
export type ReadThrough = z.infer<typeof ReadThrough>;

export const Source = z.strictObject({
  id: Id,
  title: Text,
  publisher: Both,
  kind: z.enum(SourceKinds),
  /** A page that one would not cite if another said the same: a forum, a private page, a site that copies others, a party, a partisan outlet. */
  quality: z.literal('poor').optional(),
  language: z.enum(['ja', 'en', 'other']),
  url: HttpUrl,
  published: IsoDate.optional(),
  licence: Text.optional(),
});
export type Source = z.infer<typeof Source>;
