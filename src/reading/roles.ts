import { z } from 'zod';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { Seniorities } from '../knowledge/schema.ts';
import { ALLIES, isAlly } from '../lexicon/countries.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { holdersInTime, peopleCalled, postsCalled } from '../lexicon/offices.ts';
import { namesAllies } from '../text/shape.ts';
import {
  type Annotated,
  type Annotation,
  idsOf,
  isCue,
  isName,
  type NameAnnotation,
  type NumberAnnotation,
} from './annotation.ts';
import { assumed, typed } from './blank.ts';
import { countriesOf } from './countries.ts';
import { type Marks, marksOf } from './marks.ts';
import { isSize, listed, tableOf } from './patterns.ts';
import type { Constraint, Role } from './query.ts';

/** What a name may be in a question: a role of the query, nothing, or somebody to whom something is said. */
type Part = Role | 'ignore' | 'addressee';

/** One part that a name may play: what it demands of the record, and how likely it is before the record is asked. */
export type RoleOption = {
  readonly role: Part;
  readonly prior: number;
  readonly constraints: readonly Constraint[];
};

const Licence = z.strictObject({
  role: z.string(),
  prior: z.number(),
  marks: z.record(z.string(), z.number()).default({}),
  needs: z.array(z.string()).optional(),
});

const licences = tableOf('licences', z.record(z.string(), z.array(Licence)));

/** Where a stretch means several kinds of thing, the first of these is what it is read as; others only where that one finds nothing. */
const ORDER = [
  'framework',
  'document',
  'topic',
  'person',
  'office',
  'members',
  'visit',
  'country',
  'outsider',
  'group',
  'place',
  'format',
  'level',
  'occasion',
] as const;
type Kind = (typeof ORDER)[number];

/** The parts that a name may play. */
export function roleOptions(annotated: Annotated, one: NameAnnotation, lexicon: Lexicon): readonly RoleOption[] {
  const { all } = annotated;
  const marks = marksOf(annotated, one);
  const negated = marks.has('outside');
  const make: Make = (role, anyOf, more) => typed(one, role, anyOf, more);
  const options = kindsMeant(one, marks, lexicon).flatMap((kind, rank) =>
    optionsOf({ kind, ids: idsOf(one, kind), one, all, marks, lexicon, negated, make }).map((option) => ({
      ...option,
      prior: option.prior - 0.7 * rank,
    })),
  );
  return options.sort((a, b) => b.prior - a.prior);
}

/** What a name is, and nothing else it may be, beside one of these marks: a power that is met or speaks is no topic there, at the G7 a meeting was held. */
const ALONE: readonly (readonly [kind: Kind, ...marks: readonly string[]])[] = [
  ['occasion', 'margin'],
  ['outsider', 'met', 'pair', 'acts', 'attends'],
  ['members', 'seated'],
  ['group', 'met'],
];

function kindsMeant(one: NameAnnotation, marks: Marks, { knowledge }: Lexicon): readonly Kind[] {
  const kinds = ORDER.filter((kind) => one.entities.some((each) => each.kind === kind));
  // "Bilateral talks" are held by two; "bilateral exercises" are any.
  if (idsOf(one, 'level').includes('bilateral') && !marks.has('seated')) return [];
  if (marks.has('about') || marks.has('told')) return kinds;
  const isGroup = idsOf(one, 'topic').some((id) => knowledge.topics.get(id)?.isGroup === true);
  // Of an event that has a name of its own its own meetings are told of.
  const isMet = (isGroup || kinds.includes('group')) && !kinds.includes('occasion');
  const isOf = (kind: Kind) => (kind === 'group' ? isMet : kinds.includes(kind));
  const alone = ALONE.find(([kind, ...beside]) => isOf(kind) && beside.some((mark) => marks.has(mark)));
  return alone === undefined ? kinds : [alone[0]];
}

function optionsOf(naming: Naming): readonly RoleOption[] {
  const { kind, ids, marks, lexicon, negated, make } = naming;
  const row = kind === 'country' ? countryRow(ids, lexicon) : kind;
  return (licences()[row] ?? []).flatMap((licence): readonly RoleOption[] => {
    if (licence.needs !== undefined && !licence.needs.some((mark) => marks.has(mark))) return [];
    const role = licence.role as Part;
    const part = PARTS[role];
    const constraints = part === undefined ? [make(role as Role, ids, { negated })] : part(naming);
    if (constraints === undefined) return [];
    const added = Object.entries(licence.marks).map(([mark, add]) => (marks.has(mark) ? add : 0));
    return [{ role, prior: added.reduce((sum, add) => sum + add, licence.prior), constraints }];
  });
}

/** Which row of the licences a country has: the two allies are in every record, and some others were only a venue. */
function countryRow(ids: readonly string[], { partners }: Lexicon): 'ally' | 'country' | 'venue' {
  if (ids.every(isAlly)) return 'ally';
  return ids.some((id) => partners.has(id)) ? 'country' : 'venue';
}

/** A name in its place: what every part is made of. */
type Naming = {
  readonly kind: Kind;
  readonly ids: readonly string[];
  readonly one: NameAnnotation;
  readonly all: readonly Annotation[];
  readonly marks: Marks;
  readonly lexicon: Lexicon;
  /** Left out by the wording: "other than Tokyo". */
  readonly negated: boolean;
  readonly make: Make;
};

/** The parts that demand something else than the ids of the name; `undefined` where the name cannot play one. */
const PARTS: Partial<Readonly<Record<Part, (naming: Naming) => readonly Constraint[] | undefined>>> = {
  ignore: () => [],
  framework: ({ ids, one, lexicon, negated, make }) => [
    make('framework', ids, { negated }),
    ...(isCall(ids, lexicon) ? [] : inNameOf(one, lexicon, make)),
  ],
  kind({ ids, one, all, lexicon, negated, make }) {
    if (!isGeneric(ids, one, lexicon)) return undefined;
    const kinds = kindsOf(ids, lexicon.knowledge);
    const size = sizeBefore(all, all.indexOf(one));
    const sized = size === undefined ? [] : [make('size', [String(size.value)], { label: size.text })];
    return kinds.length > 0 ? [make('kind', kinds, { negated }), ...sized, ...inNameOf(one, lexicon, make)] : undefined;
  },
  person({ one, marks, lexicon, negated, make }) {
    const people = peopleCalled(idsOf(one, 'person'), one.titles, lexicon.knowledge);
    const sides = marks.has('speaks') ? people.flatMap((id) => lexicon.knowledge.people.get(id)?.country ?? []) : [];
    const said = sides.length > 0 ? [assumed('side', [...new Set(sides)], { strength: 'soft' })] : [];
    return [make('person', people, { negated }), ...calledAs(one, people, lexicon, make), ...said];
  },
  post: postConstraints,
  side({ kind, ids, one, lexicon, make }) {
    const sides = countriesOf(one, lexicon, [kind]);
    // A post that nobody on record held speaks for nobody.
    const isHeld = kind !== 'office' || ids.some((id) => lexicon.posts.get(id)?.tenures.length !== 0);
    if (sides.length === 0 || !isHeld) return undefined;
    return sides.flatMap((id) => [
      make('side', [id], { strength: 'soft' }),
      ...(isAlly(id) ? [] : [make('member', [id])]),
    ]);
  },
  // A capital stands for its government; those of the two allies are at every table.
  member({ kind, ids, one, lexicon, negated, make }) {
    const named = kind === 'place' || kind === 'members' ? countriesOf(one, lexicon, [kind]) : ids;
    const at = kind === 'members' ? named.filter((id) => !isAlly(id)) : named;
    if (at.length === 0 || (kind === 'members' && named.includes(ALLIES[0]))) return undefined;
    return kind === 'place' && at.every(isAlly) ? [] : [make('member', at, { negated })];
  },
  addressee: ({ ids, make }) => [
    make(
      'side',
      ids.map((id) => (id === 'US' ? 'JP' : 'US')),
      { strength: 'soft' },
    ),
  ],
  mention({ kind, ids, one, marks, lexicon, negated, make }) {
    const meant = kind === 'person' ? peopleCalled(idsOf(one, 'person'), one.titles, lexicon.knowledge) : ids;
    const keys = meant.map((id) => `${kind === 'outsider' ? 'country' : kind}:${id}`);
    return [make('mention', keys, { subject: true, negated: negated || marks.has('denied') })];
  },
  topic({ kind, ids, one, marks, lexicon, negated, make }) {
    if (kind === 'members') return ofOther(ids, make);
    const isOfPart = isPart(one, ids, lexicon);
    return [make('topic', ids, { subject: true, negated: negated || marks.has('denied'), part: isOfPart })];
  },
  source({ ids, lexicon, make }) {
    const sources = sourcesOf(ids, lexicon.knowledge);
    return sources.length > 0 ? [make('source', sources)] : undefined;
  },
  // 首脳が会った, "the leaders met": they met each other, and called on nobody.
  level({ ids, marks, lexicon: { knowledge }, negated, make }) {
    const tables = [...knowledge.frameworks.values()].filter(({ level, byRank }) => level === 'leaders' && byRank);
    const kinds = new Set(tables.flatMap(({ kind }) => kind ?? []));
    const isMet = marks.has('met') && ids.join() === 'leaders';
    return [isMet ? make('kind', [...kinds], { negated }) : make('level', levelsFrom(ids, marks), { negated })];
  },
  members: ({ kind, ids, one, make }) => [make('members', kind === 'group' ? [`group:${one.text}`] : ids)],
};

/** "Below the level of ministers", 次官級以上: the levels on that side, with or without the one named. Military talks have no place in the order. */
function levelsFrom(ids: readonly string[], marks: Marks): readonly string[] {
  const ranks: readonly string[] = Seniorities.filter((each) => each !== 'military');
  const at = ranks.findIndex((each) => ids.includes(each));
  if (at < 0 || !(marks.has('lower') || marks.has('higher'))) return ids;
  const isInclusive = marks.has('inclusive');
  return marks.has('lower') ? ranks.slice(isInclusive ? at : at + 1) : ranks.slice(0, isInclusive ? at + 1 : at);
}

/** 日中関係, of which nothing is said in so many words: what is said of the other beside the ally comes closest. */
function ofOther(tables: readonly string[], make: Make): readonly Constraint[] | undefined {
  const [other, ...more] = tables.flatMap((each) => each.split('+')).filter((id) => !isAlly(id));
  if (other === undefined || more.length > 0) return undefined;
  return [make('mention', [`country:${other}`], { subject: true }), make('word', [], { strength: 'soft' })];
}

/** "The three foreign ministers", 五カ国の国防相会談: so many countries at one table. */
function sizeBefore(all: readonly Annotation[], at: number): NumberAnnotation | undefined {
  const before = all.slice(Math.max(0, at - 3), at).findLast((one) => !isBetweenSize(one));
  return isSize(before) ? before : undefined;
}

/** "Five countries' ministers". */
const isBetweenSize = listed('between-size');

/**
 * 米国大統領, "the U.S. president": of the posts called so, those of the country named beside. The president of a country that has no such post on
 * record stands for that country at the table.
 */
function postConstraints({ ids, one, all, marks, lexicon, make }: Naming): readonly Constraint[] {
  const { posts } = lexicon;
  const beside = countriesBeside(one, all, lexicon);
  const own = ids.filter((id) => beside.includes(posts.get(id)?.country ?? ''));
  if (own.length === 0 && beside.length > 0 && !beside.every(isAlly)) return [make('member', beside)];
  // 「外相は？」: of a bare title that several countries have, the two allies' are meant, unless another country is at the table.
  const allied = ids.filter((id) => isAlly(posts.get(id)?.country));
  const isWider = all.some((each) => isName(each, 'members') || idsOf(each, 'country').some((id) => !isAlly(id)));
  const meant = [own, isWider ? [] : allied, ids].find((some) => some.length > 0) ?? [];
  return [make('post', meant), ...(marks.has('now') ? [assumed('person', holdersOf(meant, lexicon))] : [])];
}

/** Who holds the post now. */
const holdersOf = (posts: readonly string[], lexicon: Lexicon) =>
  posts.flatMap((id) => holdersInTime(lexicon.posts.get(id)).slice(-1));

/** The countries whose post it is by the words beside it; a capital stands for its country. */
function countriesBeside(one: NameAnnotation, all: readonly Annotation[], lexicon: Lexicon): readonly string[] {
  const at = all.indexOf(one);
  const isBetween = (each: Annotation | undefined) => isCue(each, 'rel.of', 'prep.article') || each?.text === 's';
  const before = isBetween(all[at - 1]) ? all[at - 2] : all[at - 1];
  const after = isCue(all[at + 1], 'rel.of') ? all[at + 2] : undefined;
  // "How many foreign ministers has Japan had".
  const owner = all.find((_, next) => all[next + 1]?.text.toLowerCase() === 'had');
  return [before, after, owner].flatMap((each) => countriesOf(each, lexicon, ['country', 'place', 'outsider']));
}

type Make = (role: Role, anyOf: readonly string[], more?: Partial<Constraint>) => Constraint;

/** 電話会談, オンライン首脳会談: a format within a framework's name narrows it. */
function inNameOf(one: NameAnnotation, lexicon: Lexicon, make: Make): readonly Constraint[] {
  return lexicon
    .parts(one.text)
    .flatMap(({ kind, id }) => (kind === 'format' || kind === 'place' ? [make(kind, [id])] : []));
}

/** 木原防衛大臣: where the record shows him in that post, his time in it is meant. */
function calledAs(one: NameAnnotation, people: readonly string[], lexicon: Lexicon, make: Make): readonly Constraint[] {
  const posts = postsCalled(one.text, people, lexicon.knowledge);
  return posts.length > 0 ? [make('post', posts, { strength: 'soft', label: one.text })] : [];
}

/** "The summit" may be any; "the Japan–U.S. summit", 日米韓首脳会談 and a dialogue of officials, which has a name of its own, are those alone. */
function isGeneric(ids: readonly string[], one: NameAnnotation, lexicon: Lexicon): boolean {
  const isByRank = ids.some((id) => lexicon.knowledge.frameworks.get(id)?.byRank === true);
  const namesMembers =
    namesAllies(one.text) || lexicon.parts(one.text).some(({ kind }) => kind === 'country' || kind === 'members');
  return isByRank && !namesMembers;
}

/** "Courtesy calls" are visits, whatever else calls are. */
function isCall(ids: readonly string[], { knowledge }: Lexicon): boolean {
  return ids.some((id) => knowledge.frameworks.get(id)?.titled === true);
}

function kindsOf(ids: readonly string[], { frameworks }: KnowledgeBase): readonly string[] {
  return [...new Set(ids.flatMap((id) => frameworks.get(id)?.kind ?? []))];
}

/** Whether the name is that of a part of its topic (Tomahawk of counterstrike). */
function isPart(one: NameAnnotation, ids: readonly string[], lexicon: Lexicon): boolean {
  return one.part !== undefined && ids.includes(one.part.topic) && lexicon.isPart(one.text, ids);
}

function sourcesOf(ids: readonly string[], { documents }: KnowledgeBase): readonly string[] {
  return ids.flatMap((id) => (documents.get(id) as { sources?: readonly string[] } | undefined)?.sources ?? []);
}
