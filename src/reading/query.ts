import { z } from 'zod';
import type { Act, Formats } from '../knowledge/schema.ts';

/** What can be asked. Each has one composer of the same name in `src/answer/compose`. */
export const Asks = [
  'who', // who met, attended, said it
  'when',
  'where',
  'what', // what was agreed, said, discussed
  'list', // which meetings
  'count',
  'yes-no',
  'define', // what something is, what its letters stand for
  'compare', // two periods, people, meetings, frameworks
  'develop', // how a subject moved over time
  'since', // how long ago the latest one was
  'between', // how long from one to the other
  'duration', // how long a meeting lasted
  'rank', // the longest, the most often, the year with the most
  'holder', // who held a post
  'succession', // who came before or after somebody in a post
  'tenure', // from when to when somebody held a post
  'documents', // what papers a meeting issued, when a paper is dated, what it holds
  'structure', // which frameworks exist, who sits on one, what is above it
  'amount', // how much, how many of a thing
  'source', // where it says so
  'coverage', // what the record holds, and through when
  'help',
  'thanks',
  'greeting',
  'farewell',
  'refuse', // opinion, prediction, out of scope: see `reason`
] as const;
export type Ask = (typeof Asks)[number];

/** Asks that tell nothing of the record: nothing follows them up, and what was asked before still counts. */
export const AsksOfTalk: ReadonlySet<Ask> = new Set(['help', 'thanks', 'greeting', 'farewell']);

/** Asks that stand on their own: they explain, and take nothing from the turn before. */
export const Explains: ReadonlySet<Ask> = new Set([
  ...AsksOfTalk,
  'define',
  'coverage',
  'structure',
  'refuse',
] as const);

/** Asks that are answered with what somebody said. */
export const AsksOfWords: ReadonlySet<Ask> = new Set(['what', 'yes-no', 'develop', 'compare', 'amount', 'source']);

/** Kinds of paper that are asked for as such. */
const Papers = ['statement', 'fact-sheet', 'minutes'] as const;
export type Paper = (typeof Papers)[number];

/** Acts that little else stands for, so that a question in them is about nothing else; any other only ranks, but in a claim. */
export const TellingActs: readonly Act[] = ['signed', 'welcomed', 'instructed'];

/**
 * What part a name or word of the question plays. The first group is asked of a consultation, the second of a statement;
 * the last only says how the answer is put.
 */
export const Roles = [
  'framework', // held in it, or in one below it
  'kind', // a kind of table with any members: every defense ministers' meeting
  'level', // leaders, ministers, vice-ministers, officials, military, trilateral
  'field', // foreign, defense, military, economic …
  'person', // took part
  'post', // somebody holding one of these posts took part
  'members', // exactly these countries: `JP+US+KR`
  'member', // this country took part
  'size', // so many countries took part
  'place', // held there: ids of the lexicon's places
  'country', // held in this country
  'occasion', // held on the margins of one of these events
  'format',
  'source', // rests on one of these pages
  'consultation', // one of these records

  'topic',
  'mention', // names it in passing: `framework:scc`, `person:…`, `country:AU`, `place:…`, `document:…`, `group:…`
  'word', // holds these words
  'act', // agreed, confirmed, announced …
  'verb', // a verb of saying that no act stands for, by its id in the tables
  'side', // said by, or done by, this country's side
] as const;
export type Role = (typeof Roles)[number];

const OF_STATEMENTS: ReadonlySet<Role> = new Set(['topic', 'mention', 'word', 'act', 'verb', 'side']);

/** Whether something is asked of a statement rather than of a consultation. */
export function isOfStatement({ role }: { readonly role: Role }): boolean {
  return OF_STATEMENTS.has(role);
}

const Period = z.object({ from: z.string().nullable(), to: z.string().nullable() });
const Both = z.object({ ja: z.string(), en: z.string() });

/** One demand on the record. */
export const Constraint = z.object({
  role: z.enum(Roles),
  /** Ids of the role's kind, of which any one is enough; for `word` the search terms, which belong together. */
  anyOf: z.array(z.string()),
  /** A firm one is never given up unsaid; a soft one narrows where something holds it, and is dropped and told of where nothing does. */
  strength: z.enum(['firm', 'soft']),
  /** Carries the question: without it nothing is asked. Where nothing within the firm ones holds it, the answer is a refusal. */
  subject: z.boolean().default(false),
  /** What fits must not hold it: "other than Tokyo", "which did not mention Taiwan". */
  negated: z.boolean().default(false),
  /** As typed: shown, and in the search what a sentence or title may say word for word. Never interpreted again. */
  label: z.string(),
  /** Where it stands in the text; absent for what was carried over or assumed. */
  span: z.tuple([z.int(), z.int()]).optional(),
  origin: z.enum(['typed', 'assumed', 'carried', 'repaired']).default('typed'),
  /** Only a part of what `anyOf` names, which has a name of its own (Tomahawk of counterstrike): sentences that say it come first. */
  part: z.boolean().default(false),
  /** A word that stands where a meeting's place would: where nothing says it, the answer tells where the meeting was. */
  isSite: z.boolean().optional(),
  /** The verb of what is held to have happened ("has Futenma been returned"): a yes must tell that it was done. */
  isDeed: z.boolean().optional(),
  /** Of `verb`: whom or what it was said of, as ids of countries or as `topic:ID` ("did they condemn Russia"). */
  object: z.array(z.string()).optional(),
});
export type Constraint = z.infer<typeof Constraint>;

/** A single character of Japanese (数, 旨) tells too little to choose by, or to be missed. */
export function isLetter({ role, label }: Constraint): boolean {
  return role === 'word' && [...label].length === 1;
}

/** A line that the reader must see: what was left out, assumed, repaired or carried over. */
export const Note = z.object({
  kind: z.enum(['dropped', 'assumed', 'repaired', 'carried', 'form']),
  text: Both,
  /** What was asked is not so as it was put: this opens the first line, and no yes stands before it. */
  opens: z.boolean().optional(),
});
export type Note = z.infer<typeof Note>;

/** Only the first or latest of what fits. `skip` passes over so many: the last but one is `skip: 1`. */
const Order = z.object({
  side: z.enum(['first', 'latest', 'both']),
  skip: z.int().default(0),
  limit: z.int().default(1),
});

/** What is set against another: "2023", one meeting shown. */
const Side = z.object({
  constraints: z.array(Constraint),
  period: Period.nullable(),
  order: Order.optional(),
  nths: z.array(z.int()).optional(),
});
export type Side = z.infer<typeof Side>;

/** A question as understood: plain data, stored as JSON for follow-ups and buttons. Fields only ever get added. */
const One = z.object({
  version: z.literal(2),
  /** As typed, trimmed: for showing only. Nothing after `reading` looks into it. */
  text: z.string(),
  language: z.enum(['ja', 'en']),
  ask: z.enum(Asks),
  /** Further things asked in the same sentence ("who attended … and what did they say"), in order. */
  also: z.array(z.enum(Asks)).default([]),
  /** The answer opens with yes or no, whatever else is asked. */
  yesNo: z.boolean().default(false),
  constraints: z.array(Constraint).default([]),
  period: Period.nullable().default(null),
  /** The other side of a comparison by time, or a second time beside the first (2023 and 2025). */
  otherPeriod: Period.nullable().default(null),
  /** Of a period that a unit opens ("since July 2024"): the last day of that unit, whose own meeting may be what it is counted from. */
  opening: z.string().optional(),

  order: Order.optional(),
  /** "The third DICAS", "the first and third": by their number in time, from 1. */
  nths: z.array(z.int()).optional(),
  sort: z.enum(['newest', 'oldest']).optional(),
  /** Of `list`: all of them are wanted at once, as far as one page holds them. */
  whole: z.boolean().optional(),
  /** Of `rank`, `count` and `list`: what is ranked or counted by. */
  by: z.enum(['year', 'person', 'place', 'framework', 'month', 'country', 'topic']).optional(),
  /** What is measured; of `when`, `plan` asks for a planned date and `event` for that of a thing and no meeting, of `count`, `formats` how many were by telephone and the like, of `amount`, `share` a part of the whole, `area`, `distance` and `span` so many square meters, kilometers, days, `people`, `companies`, `craft`, `things` so many of these and no sum of money, of `where`, `occasion` the event on whose margins it was, of `compare`, `first` which came first and `participants` who was at both, of `rank`, `participants` how many took part, of `yes-no`, `record` whether it is on record, of `between`, `gap` how long after the one before, of `list`, `nth` which round it was. */
  measure: z
    .enum([
      'duration',
      'count',
      'weekday',
      'term',
      'visits',
      'plan',
      'formats',
      'share',
      'area',
      'distance',
      'span',
      'first',
      'event',
      'record',
      'participants',
      'gap',
      'people',
      'companies',
      'craft',
      'things',
      'occasion',
      'nth',
    ])
    .optional(),
  direction: z.enum(['most', 'least']).optional(),
  /** "More than five times": how many there must be for a yes; with the measure `duration`, how many minutes it must have lasted. */
  threshold: z
    .object({ relation: z.enum(['more', 'at-least', 'fewer', 'at-most', 'exactly']), count: z.int() })
    .optional(),
  succession: z.enum(['before', 'after', 'both']).optional(),
  /** Of `structure`, `define` and `count`: which side of a framework; of `coverage`, `sources` asks what pages the record rests on, of `documents` which papers say something; of `source`, `official` whether a government's own page does. */
  aspect: z
    .enum([
      'exists',
      'members',
      'countries',
      'above',
      'below',
      'sources',
      'purpose',
      'level',
      'rhythm',
      'basis',
      'origin',
      'since',
      'until',
      'expansion',
      'difference',
      'official',
    ])
    .optional(),
  /** Of `documents`: the one kind of paper that is asked for. */
  paper: z.enum(Papers).optional(),
  /** Of `refuse`: why. */
  reason: z
    .enum(['opinion', 'prediction', 'out-of-scope', 'unsaid', 'others', 'sayings', 'too-long', 'unread'])
    .optional(),
  /** `person`: who they met, not who they are. What `who` asks for, where it is not everybody: one side, the other party of `person`, the speaker. */
  whose: z.enum(['side', 'counterpart', 'speaker', 'role']).optional(),
  /** One of `person` is enough ("Kishida or Ishiba"). */
  anyPerson: z.boolean().default(false),
  /** Of `yes-no`: each of two subjects is asked about by itself ("Taiwan or Ukraine"). */
  anySubject: z.boolean().optional(),
  /** Of `yes-no`: one of two is to be told ("in Tokyo or in Washington"), which no yes does. */
  either: z.boolean().optional(),
  /** Of `yes-no`: who is held to have done or said it, as ids of people, else of countries; `isSole` where just that is asked ("was it Kishida who …"). */
  doer: z.object({ doers: z.array(z.string()), isSole: z.boolean() }).optional(),
  /** Of `yes-no`: what is claimed of the meeting that an order singles out ("the last 2+2"): who was there, when it was, when and where, or all else; `office`: that somebody was in that post; `order`: that a meeting was the first or last; `only`: that there or so they met and nowhere else. */
  claim: z.enum(['people', 'time', 'time-and-venue', 'rest', 'office', 'order', 'only']).optional(),
  /** Of `yes-no`: a figure that is held to have become another one, as typed. */
  change: z.tuple([z.string(), z.string()]).optional(),
  /** Of `yes-no`: what is held to have been said is that something is not so, which no statement shows that denies nothing. */
  denies: z.boolean().optional(),
  /** Put in the negative (「出なかったのですか」, "it never met, right?"), where a yes or no could mean either: neither opens the answer. */
  negative: z.boolean().optional(),
  /** "What else did they discuss?": what was asked of the same meeting before, of which no statement is shown again. */
  apart: z.array(Constraint).optional(),
  /** Meetings that lie ahead of the asker's day. */
  ahead: z.boolean().default(false),
  /** Two days or records whose distance is asked for, as ids or dates. */
  ends: z.tuple([z.string(), z.string()]).optional(),
  /** Two or more things asked apart: "defense ministerials in 2023 and summits in 2024", a comparison of two people. Without a label they go by what they ask for. */
  parts: z.array(Side.extend({ label: Both.optional() })).optional(),

  /** With `consultation`: what these records were found by, for a turn that leaves them again. */
  behind: z.object({ constraints: z.array(Constraint), period: Period.nullable() }).optional(),
  /** How this turn leans on the one before. */
  frame: z.enum(['alone', 'inherits', 'among', 'step', 'person', 'more', 'form']).default('alone'),
  /** What the turn before would have narrowed this one to, which holds nothing: the whole record is asked instead. */
  left: z.object({ constraints: z.array(Constraint), period: Period.nullable() }).optional(),
  /** As typed, where something was carried over and the turn says enough to be asked without it. */
  wholeRecord: z.string().optional(),
  notes: z.array(Note).default([]),
  /** A date that cannot exist, said so. */
  impossible: z.array(Both).default([]),
  /** Set when two readings change the answer: asked back instead of answered. */
  choices: z.array(z.object({ label: Both, question: z.string() })).default([]),
  /** The page of the answer that is or was shown, from 1. */
  page: z.int().positive().optional(),
  /** Filled in once answered: the consultations the answer rested on, best first; a follow-up's "it" means these. */
  answered: z.array(z.string()).optional(),
  /** Filled in once answered: what the turn before this one asked of, where that was something else: "which of the two was longer?" */
  before: Side.extend({ answered: z.array(z.string()).optional() }).optional(),
  /** Filled in once answered: the people a follow-up's "he" can mean, likeliest first. */
  focus: z.array(z.string()).optional(),
});

/** With the further questions of the same text, each understood as what follows up on the one before. */
export const Query = One.extend({ further: z.array(One).optional() });
export type Query = z.infer<typeof Query>;

export type Format = (typeof Formats)[number];

/** What a query asks for in some roles, without what it leaves out. */
export function demandsIn({ constraints }: Pick<Query, 'constraints'>, ...roles: readonly Role[]): Constraint[] {
  return constraints.filter(({ role, negated }) => !negated && roles.includes(role));
}

/** The ids that it names in them. */
export function idsIn(query: Pick<Query, 'constraints'>, ...roles: readonly Role[]): string[] {
  return [...new Set(demandsIn(query, ...roles).flatMap(({ anyOf }) => anyOf))];
}

/** The ids of one kind among what is only mentioned: the `acsa` of `document:acsa`. */
export function mentionsIn(query: Pick<Query, 'constraints'>, kind: string): string[] {
  return idsIn(query, 'mention').flatMap((id) => (id.startsWith(`${kind}:`) ? id.slice(kind.length + 1) : []));
}

/** Each thing asked apart as a question of its own: it keeps what was said for all, but for what it says itself. */
export function partsOf(query: Query): readonly Query[] {
  return (query.parts ?? []).map(({ constraints, period, order = query.order, nths = query.nths }) => {
    const rest = query.constraints.filter(({ role }) => !constraints.some((each) => each.role === role));
    const times = period === null ? {} : { period, otherPeriod: null };
    return { ...query, ...times, order, nths, constraints: [...rest, ...constraints], parts: undefined };
  });
}
