import {
  AsksOfWords,
  type Constraint,
  demandsIn,
  type Format,
  idsIn,
  type Query,
  type Role,
} from '../reading/query.ts';
import type { Period } from '../time/period.ts';
import { type Naming, namesOf, withoutAlliance } from './names.ts';

/** One thing that is asked of a meeting, in the words of one language. */
export type Clause = {
  readonly role: 'person' | 'member' | 'place' | 'occasion' | 'source' | 'topic' | 'word' | 'side';
  readonly names: readonly string[];
  /** One of them is enough; else all. */
  readonly any: boolean;
  readonly negated: boolean;
};

/** What was asked about, in the words of one language: for counting, listing and saying what was not found. */
export type Scope = {
  readonly period: Period | null;
  /** A second one that a list names beside it. */
  readonly otherPeriod: Period | null;
  /** What kind of meeting: names of frameworks or of kinds of table; then ids of levels, with numbers of countries (`5`), and of fields. */
  readonly frameworks: readonly string[];
  readonly levels: readonly string[];
  readonly fields: readonly string[];
  /** Exactly these countries, where no framework says so itself. */
  readonly members: readonly string[];
  readonly formats: readonly Format[];
  /** The formats are those that are not meant. */
  readonly otherFormats: boolean;
  /** What was done about the topics, as the id of an act or of a verb. */
  readonly act: string | null;
  readonly clauses: readonly Clause[];
  /** The meetings are those of the answer before. */
  readonly carried: boolean;
  /** Those of the answer before are left out. */
  readonly others: boolean;
};

/** Which frameworks are told of, in the words of one language; what is left out narrows nothing. */
export type FrameworkScope = {
  /** Exactly the countries of one of these tables. */
  readonly tables?: readonly (readonly string[])[];
  /** These countries, with whomever else. */
  readonly including?: readonly string[];
  /** Ids: one of each. */
  readonly fields?: readonly (readonly string[])[];
  /** By how many countries, and how high. */
  readonly sizes?: readonly string[];
  readonly levels?: readonly string[];
  /** Set under this one. */
  readonly under?: string;
  /** Resting on these treaties or agreements. */
  readonly basis?: readonly string[];
  /** Begun in this period. */
  readonly begun?: string;
};

/** What a scope is put into words with; `dropped` are constraints that were given up, and so are not said. */
type Scoping = Naming & { readonly dropped?: readonly Constraint[] };

/** Verbs that say what was done about a topic, as an act does. */
const TELLING: ReadonlySet<string> = new Set(['condemned', 'concerned', 'protested', 'condoled']);

/** Puts the constraints of a query into words. `period` overrides the query's own. */
export function scopeOf(query: Query, scoping: Scoping, period: Period | null = query.period): Scope {
  const dropped = scoping.dropped ?? [];
  // Asked who came from one side, or how often, nothing need be said by it.
  // "Any Japanese prime minister": the post says whose side it is.
  const isOfPost = query.constraints.some(({ role }) => role === 'post');
  const isAside = (each: Constraint) =>
    each.role === 'side' && (isOfPost || query.whose === 'side' || !AsksOfWords.has(query.ask));
  const held = query.constraints.filter(
    (each) =>
      !dropped.includes(each) &&
      !isAside(each) &&
      !isTitle(each, query, scoping) &&
      // "Which bases": all sites of a kind, which the answer names.
      !(each.role === 'place' && each.origin === 'assumed') &&
      !(each.role === 'member' && !each.negated && (areTold(each, query, scoping) || isOfHolder(each, query, scoping))),
  );
  const idsOf = (role: Role) => idsIn({ constraints: held }, role);
  const named = (role: Role) => demandsIn({ constraints: held }, role).flatMap((each) => namesOf(each, scoping));
  const others = held.filter((each) => isOfOthers(each) && !areTold(each, query, scoping));
  // 日豪の「2+2」 is none of Japan and the United States.
  const tables = named('framework').map((name) => (others.length > 0 ? withoutAlliance(name) : name));
  const frameworks = [...tables, ...named('kind')];
  const formats = held.filter(({ role }) => role === 'format');
  return {
    period,
    otherPeriod: period === query.period && query.ask !== 'compare' ? query.otherPeriod : null,
    frameworks: [...new Set(frameworks)],
    levels: [...(tables.length > 0 ? [] : idsOf('level')), ...idsOf('size')],
    fields: frameworks.length > 0 ? [] : idsOf('field'),
    members: others.flatMap((each) => namesOf(each, scoping)),
    formats: formats.flatMap(({ anyOf }) => anyOf as Format[]),
    otherFormats: formats.some(({ negated }) => negated),
    act: [...idsOf('act'), ...idsOf('verb').filter((id) => TELLING.has(id))][0] ?? null,
    clauses: clausesOf(held, query, scoping),
    carried: held.some(({ role, origin, negated }) => role === 'consultation' && origin === 'carried' && !negated),
    others: held.some(({ role, negated }) => role === 'consultation' && negated),
  };
}

/** 石破首相: the post of somebody who is named beside it. */
function isTitle({ role, anyOf, negated }: Constraint, { constraints }: Query, { knowledge }: Naming): boolean {
  if (role !== 'post' || negated) return false;
  const people = constraints.filter((each) => each.role === 'person').flatMap((each) => each.anyOf);
  const posts = people.flatMap((id) => knowledge.people.get(id)?.offices ?? []).map(({ post }) => post);
  return anyOf.some((post) => posts.includes(post));
}

/** "The Korean foreign minister": the post tells the country. */
function isOfHolder({ anyOf }: Constraint, query: Query, { knowledge }: Naming): boolean {
  return idsIn(query, 'post').some((id) => anyOf.includes(knowledge.posts.get(id)?.country ?? ''));
}

/** In the order in which they are said. */
const CLAUSES: Readonly<Partial<Record<Role, Clause['role']>>> = {
  person: 'person',
  post: 'person',
  member: 'member',
  place: 'place',
  country: 'place',
  occasion: 'occasion',
  source: 'source',
  topic: 'topic',
  mention: 'topic',
  word: 'word',
  side: 'side',
};

function clausesOf(held: readonly Constraint[], query: Query, scoping: Scoping): readonly Clause[] {
  const clauses = Object.entries(CLAUSES).flatMap(([from, role]) =>
    held
      .filter((each) => each.role === from)
      .map((each): Clause => {
        const article = from === 'post' && scoping.language === 'en' ? 'the ' : '';
        const names = namesOf(each, scoping).map((name) => `${article}${name}`);
        // The stems of one phrase are no alternatives.
        return { role, names, any: from !== 'word' && each.anyOf.length > 1, negated: each.negated };
      })
      .filter(({ names }) => names.length > 0),
  );
  return joinPeople(joined('member', joined('topic', joined('word', clauses))), query.anyPerson);
}

/** All who took part stand together: "with Ishiba and Trump". */
function joinPeople(clauses: readonly Clause[], any: boolean): readonly Clause[] {
  const people = clauses.filter((each) => each.role === 'person' && !each.negated && (any || !each.any));
  if (people.length < 2) return clauses;
  const joined: Clause = { role: 'person', names: people.flatMap(({ names }) => names), any, negated: false };
  return [joined, ...clauses.filter((each) => !people.includes(each))];
}

/** Subjects that all count, and words that were typed apart, stand together. */
function joined(role: Clause['role'], clauses: readonly Clause[]): readonly Clause[] {
  const all = clauses.filter((each) => each.role === role && !each.negated && !each.any);
  const [first] = all;
  if (first === undefined || all.length < 2) return clauses;
  const one: Clause = { ...first, names: [...new Set(all.flatMap(({ names }) => names))] };
  return clauses.flatMap((each) => (each === first ? [one] : all.includes(each) ? [] : [each]));
}

/** Nothing was asked about. */
export function isEmpty({ period, carried, act, ...about }: Scope): boolean {
  const { frameworks, levels, fields, members, formats, clauses } = about;
  const told = [frameworks, levels, fields, members, formats, clauses];
  return period === null && !carried && act === null && told.every(({ length }) => length === 0);
}

/** Levels that tell how a meeting was held or by how many, and not how high it was. */
const SIZES: readonly string[] = ['bilateral', 'trilateral', 'one-on-one', 'informal'];
const isSize = (level: string) => SIZES.includes(level) || Number(level) > 0;

/** The levels asked for: how the meetings were held or by how many, and how high they were. */
export function levelsApart({
  levels,
}: Pick<Scope, 'levels'>): readonly [sizes: readonly string[], ranks: readonly string[]] {
  return [levels.filter(isSize), levels.filter((level) => !isSize(level))];
}

/** How many sit at a table, which tells of its kind as well. */
export function sizeOf({ levels, members }: Scope): string | undefined {
  return members.length > 0 ? undefined : levels.find(isSize);
}

/** Asked for by its one form alone, a meeting is called by that. */
export function isTalk({ formats, otherFormats, frameworks, levels }: Scope): boolean {
  return formats.length === 1 && !otherFormats && frameworks.length + levels.length === 0;
}

/** A table of others than Japan and the United States alone. */
function isOfOthers({ role, anyOf, negated }: Constraint): boolean {
  return role === 'members' && !negated && anyOf[0]?.split('+').sort().join('+') !== 'JP+US';
}

/** A framework such as 日米韓首脳会合 says by itself who belongs to it. */
function areTold({ anyOf }: Constraint, { constraints }: Query, { knowledge }: Naming): boolean {
  const tables = demandsIn({ constraints }, 'framework');
  const of = anyOf[0]?.split('+') ?? [];
  return tables.some((each) =>
    each.anyOf.some((id) => of.every((country) => knowledge.frameworks.get(id)?.countries.includes(country))),
  );
}
