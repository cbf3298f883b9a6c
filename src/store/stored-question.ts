import { z } from 'zod';
import { assumed, blankQuery } from '../reading/blank.ts';
import { cues } from '../reading/cues.ts';
import { type Ask, type Constraint, Query, type Role } from '../reading/query.ts';
import { foldText, wordStarts } from '../text/fold.ts';
import { formatPeriod } from '../time/format.ts';

const Ids = z.array(z.string()).default([]);
const Period = z.object({ from: z.string().nullable(), to: z.string().nullable() });
const Lines = z.array(z.object({ ja: z.string(), en: z.string() })).default([]);

/** What version 0.1 stored of a question, as far as a query can hold it; everything else is passed over. */
const Version1 = z.looseObject({
  text: z.string().default(''),
  language: z.enum(['ja', 'en']),
  intent: z.string(),
  manner: z.string().default('plain'),
  also: Ids,
  period: Period.nullable().default(null),
  otherPeriod: Period.nullable().default(null),
  people: Ids,
  peopleMatch: z.enum(['all', 'any']).default('all'),
  frameworks: Ids,
  topics: Ids,
  countries: Ids,
  documents: Ids,
  offices: Ids,
  officeGroups: z.array(z.array(z.string())).optional(),
  places: Ids,
  formats: Ids,
  levels: Ids,
  acts: Ids,
  verb: z.string().optional(),
  members: z.array(z.string()).optional(),
  venueCountries: Ids,
  outside: Ids,
  by: Ids,
  side: Ids,
  consultations: Ids,
  terms: z.string().default(''),
  understood: Lines,
  impossible: Lines,
  choices: Query.shape.choices,
  order: z.enum(['first', 'latest']).optional(),
  limit: z.int().optional(),
  skip: z.int().optional(),
  threshold: Query.shape.threshold,
  succession: z.enum(['before', 'after']).optional(),
  holder: z.boolean().default(false),
  between: Query.shape.ends,
  parts: z.array(z.object({ frameworks: Ids, period: Period })).optional(),
  sort: z.enum(['newest', 'oldest']).optional(),
  followsUp: z.boolean().default(false),
  answered: z.array(z.string()).optional(),
});
type Version1 = z.infer<typeof Version1>;

/**
 * A question as it was stored: a query of today's form, or one of version 0.1, so that buttons and follow-ups of answers given before an
 * upgrade still work. @throws ZodError for anything else.
 */
export function storedQuery(value: unknown): Query {
  const query = Query.safeParse(value);
  return query.success ? query.data : fromVersion1(Version1.parse(value));
}

function fromVersion1(old: Version1): Query {
  const { threshold, succession, between: ends, sort, answered } = old;
  const order = orderOf(old);
  const isOfSide = old.intent === 'who' && old.side.length > 0;
  return blankQuery({
    text: old.text,
    language: old.language,
    ask: askOf(old),
    also: ALIKE.filter((ask) => old.also.includes(ask)),
    yesNo: old.manner === 'yes-no',
    ...demandsOf(old),
    otherPeriod: old.otherPeriod,
    anyPerson: old.peopleMatch === 'any',
    frame: old.followsUp ? 'inherits' : 'alone',
    notes: old.understood.map((text) => ({ kind: old.followsUp ? ('carried' as const) : ('assumed' as const), text })),
    impossible: old.impossible,
    choices: old.choices,
    ...given({ order, threshold, succession, ends, sort, answered, parts: partsOf(old) }),
    ...(isOfSide ? { whose: 'side' as const } : {}),
  });
}

/** Without what is undefined: such fields are absent from a query. */
function given(fields: Partial<Query>): Partial<Query> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** These mean the same in both versions. */
const ALIKE: readonly Ask[] = ['who', 'when', 'where', 'what', 'list', 'count', 'define', 'compare', 'help'];

const MANNERS: Readonly<Record<string, Ask>> = {
  'yes-no': 'yes-no',
  'how-long-since': 'since',
  development: 'develop',
  source: 'source',
  coverage: 'coverage',
  'out-of-scope': 'refuse',
};

/** In the order in which version 0.1 tried them. */
function askOf(old: Version1): Ask {
  if (old.manner === 'out-of-scope' || old.manner === 'coverage' || old.intent === 'help')
    return MANNERS[old.manner] ?? 'help';
  if (old.succession !== undefined) return 'succession';
  if (old.between !== undefined) return 'between';
  if (asksForHolder(old)) return 'holder';
  return MANNERS[old.manner] ?? ALIKE.find((ask) => ask === old.intent) ?? 'list';
}

/** Whether somebody's post is asked for, and not whom its holder met: version 0.1 told them apart when it answered. */
function asksForHolder(old: Version1): boolean {
  const asksWho = old.intent === 'who' || old.intent === 'define' || old.manner === 'yes-no';
  if (old.offices.length === 0 || !asksWho) return false;
  if (old.holder) return true;
  const others = [old.frameworks, old.topics, old.levels, old.consultations, old.places, old.venueCountries];
  return old.terms === '' && others.every(({ length }) => length === 0) && !speaksOfMeeting(old.text);
}

function speaksOfMeeting(text: string): boolean {
  const folded = foldText(text);
  return [...folded.text].some(
    (_, at) =>
      wordStarts(folded, at) &&
      cues()
        .phrases.matches(folded.text, at)
        .some(({ end, values }) => wordStarts(folded, end) && values.some((id) => MEETING.has(id))),
  );
}
const MEETING: ReadonlySet<string> = new Set(['meet.meet', 'meet.attend', 'meet.visit']);

function orderOf({ intent, manner, order, skip, limit }: Version1): Query['order'] {
  const isFirst = intent === 'first' || manner === 'next';
  const isLatest = intent === 'latest' || manner === 'previous';
  const side = order ?? (isFirst ? 'first' : isLatest ? 'latest' : undefined);
  return side === undefined ? undefined : { side, skip: skip ?? 0, limit: limit ?? 1 };
}

/** Parts had no names: their times tell them apart. */
function partsOf({ parts }: Version1): Query['parts'] {
  return parts?.map(({ frameworks, period }) => ({
    label: { ja: formatPeriod(period, 'ja'), en: formatPeriod(period, 'en') },
    constraints: each('framework', frameworks),
    period,
  }));
}

/** A demand that one of these holds; none where there are none. */
function each(role: Role, ids: readonly string[], more?: Partial<Constraint>): Constraint[] {
  return ids.length === 0 ? [] : [assumed(role, ids, more)];
}

/** What is asked of the record, and when. Consultations named by an answer or a button were all that was searched: they leave the rest behind. */
function demandsOf(old: Version1): Pick<Query, 'constraints' | 'period'> & Partial<Query> {
  const before = { constraints: onConsultations(old), period: old.period };
  const named = each('consultation', old.consultations);
  return named.length === 0
    ? { ...before, constraints: [...before.constraints, ...onStatements(old)] }
    : { constraints: [...named, ...onStatements(old)], period: null, behind: before };
}

function onConsultations(old: Version1): Constraint[] {
  const partners = old.countries.filter((id) => !old.venueCountries.includes(id));
  const hasPosts = old.people.length === 0 || old.succession !== undefined || old.holder;
  return [
    // Each part has its own.
    ...(old.parts === undefined ? each('framework', old.frameworks) : []),
    ...(old.peopleMatch === 'any' ? each('person', old.people) : old.people.flatMap((id) => each('person', [id]))),
    ...(hasPosts ? (old.officeGroups ?? [old.offices]).flatMap((group) => each('post', group)) : []),
    ...(old.members === undefined ? each('member', partners) : each('members', [old.members.join('+')])),
    ...each('place', old.places),
    ...each('country', old.venueCountries),
    ...each('country', old.outside, { negated: true }),
    ...each('format', old.formats),
    ...each('level', old.levels),
  ];
}

function onStatements(old: Version1): Constraint[] {
  const words = old.terms.split(' ').filter((term) => term !== '');
  const papers = old.documents.map((id) => `document:${id}`);
  const sides = [...new Set([...old.by, ...old.side])];
  return [
    ...each('topic', old.topics, { subject: true }),
    ...each('mention', papers, { subject: true }),
    ...each('word', words, { subject: old.topics.length === 0, label: old.terms }),
    ...each('act', old.acts, { strength: 'soft' }),
    ...each('verb', old.verb === undefined ? [] : [old.verb], { strength: 'soft' }),
    ...each('side', sides, { strength: 'soft' }),
  ];
}
