import type { Act } from '../knowledge/schema.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Constraint, Role } from '../reading/query.ts';
import type { EventFacts, Facts, OutcomeFacts } from './facts.ts';
import { createMentions, type Mentions } from './mentions.ts';
import { createOpenings, type Openings } from './openings.ts';
import type { PassageIndex } from './passage.ts';
import { says as isSaid, wordingOf } from './said.ts';
import { gradeMention, gradeTopic } from './subjects.ts';
import { HELD, KIN, SIDE, TITLED } from './weights.ts';
import { gradeWords, holdsAll } from './words.ts';

/** What one constraint is worth for each thing on record, 0..1; 0 is not at all. */
export type Grade = {
  /** For roles asked of a consultation, the consultation; for the others, what its title and documents say. */
  readonly event: (event: EventFacts) => number;
  /** Absent for roles that are asked of a consultation alone. */
  readonly outcome?: (outcome: OutcomeFacts) => number;
  /** How much a free word tells, 0..1; absent for other roles. */
  readonly rarity?: number;
};

/** What grading stands on, apart from the facts. */
export type Means = {
  /** Needed for places and mentions. */
  readonly lexicon?: Lexicon | undefined;
  /** The text index. Needed for free words, and for names of topics as somebody typed them. */
  readonly index?: (() => PassageIndex) | undefined;
  /** How verbs of saying stand in the record's sentences, by their ids; a verb that is not there is looked for as typed. */
  readonly verbs?: ReadonlyMap<string, readonly string[]> | undefined;
};

type Grader = (constraint: Constraint, facts: Facts, means: Tools) => Grade;
type Tools = {
  readonly lexicon: () => Lexicon;
  readonly mentions: () => Mentions;
  readonly index: () => PassageIndex;
  readonly openings: Openings;
  readonly verbs: ReadonlyMap<string, readonly string[]>;
};

/**
 * Prepares grading: gives, for a constraint, how well anything on record holds it, whatever is negated. Throws `TypeError` for a
 * constraint that needs what `means` lacks.
 */
export function createGrader(facts: Facts, { lexicon, index, verbs }: Means): (constraint: Constraint) => Grade {
  const mentions = lexicon === undefined ? undefined : createMentions(lexicon);
  const tools: Tools = {
    lexicon: () => needed(lexicon, 'a lexicon'),
    mentions: () => needed(mentions, 'a lexicon'),
    index: () => needed(index, 'a text index')(),
    openings: createOpenings(facts.knowledge),
    verbs: verbs ?? new Map(),
  };
  return (constraint) => graders[constraint.role](constraint, facts, tools);
}

function needed<T>(means: T | undefined, name: string): T {
  if (means === undefined) throw new TypeError(`this constraint cannot be tested without ${name}`);
  return means;
}

/** Whether a role is asked of a consultation rather than of a statement. */
export function isOfEvent(role: Role): boolean {
  return !ofStatements.has(role);
}
const ofStatements: ReadonlySet<Role> = new Set(['topic', 'mention', 'word', 'act', 'verb', 'side', 'speaker']);

/** Whether a record tells at all what a negated constraint denies: one without a place was not "held elsewhere". */
export function tells({ consultation, outcomes }: EventFacts, role: Role): boolean {
  if (role === 'place' || role === 'country') return consultation.place !== undefined;
  if (role === 'format') return consultation.format !== undefined;
  return isOfEvent(role) || outcomes.length > 0;
}

/** A grader of consultations by a plain test. */
const when =
  (test: (event: EventFacts, anyOf: ReadonlySet<string>) => boolean): Grader =>
  ({ anyOf }) => {
    const ids = new Set(anyOf);
    return { event: (event) => (test(event, ids) ? 1 : 0) };
  };
const share = (some: Iterable<string>, ids: ReadonlySet<string>) => [...some].some((id) => ids.has(id));

const graders: Readonly<Record<Role, Grader>> = {
  framework: ({ anyOf, label }, { knowledge }) => {
    const ids = new Set(anyOf);
    const isTitled = anyOf.some((id) => knowledge.frameworks.get(id)?.titled === true);
    const own = anyOf.flatMap((id) => Object.values(knowledge.frameworks.get(id)?.names ?? {}));
    const names = [...own, ...(isTitled ? [label] : [])].map(wordingOf);
    return {
      event: ({ frameworks, framework, title }) =>
        share(frameworks, ids)
          ? 1
          : framework?.catchAll === true && names.some((name) => isSaid(title, name))
            ? TITLED
            : 0,
    };
  },
  kind: when(({ framework }, ids) => framework !== undefined && ids.has(framework.kind)),
  level: when((event, ids) => [...ids].some((level) => isAtLevel(event, level))),
  field: when(({ framework }, ids) => share(framework?.fields ?? [], ids)),
  person: when((event, ids) => share(event.people, ids)),
  post: when((event, ids) => share(event.posts, ids)),
  // Any one of several groups, each written `JP+US+KR`.
  members: when((event, ids) => [...ids].some((group) => isGroup(event.members, group.split('+')))),
  member: when((event, ids) => share(event.members, ids)),
  place: ({ anyOf }, _, { lexicon }) => {
    // What is no place's id is a spelling of the record itself, as version 0.1 stored places.
    const spellings = new Set(anyOf.flatMap((id) => lexicon().places.spellings.get(id) ?? [id]));
    return { event: ({ consultation: { place } }) => (place !== undefined && spellings.has(place.en) ? 1 : 0) };
  },
  country: when(({ consultation: { place } }, ids) => place !== undefined && ids.has(place.country)),
  format: when(({ consultation: { format } }, ids) => format !== undefined && ids.has(format)),
  title: ({ anyOf, label }) => {
    const wording = wordingOf(label);
    return { event: ({ title }) => (isSaid(title, wording) || holdsAll(anyOf, title) ? 1 : 0) };
  },
  source: ({ anyOf }) => {
    const ids = new Set(anyOf);
    return { event: ({ sources }) => (share(sources, ids) ? 1 : 0) };
  },
  consultation: when(({ consultation }, ids) => ids.has(consultation.id)),
  topic: (constraint, facts, { index }) => gradeTopic(constraint, facts, index),
  mention: (constraint, facts, { mentions }) => gradeMention(constraint, facts, mentions()),
  word: ({ label, anyOf }, facts, { index }) => gradeWords(label, anyOf, index(), facts),
  // How many countries sat at the table.
  size: when(({ members }, ids) => ids.has(String(members.size))),
  act: ({ anyOf }) => {
    const kin = (asked: string, act: Act) => (asked === act ? 1 : ((KIN as Kin)[asked]?.[act] ?? 0));
    return { event: () => 0, outcome: ({ outcome: { act } }) => Math.max(0, ...anyOf.map((each) => kin(each, act))) };
  },
  verb: ({ anyOf, label }, { statements }, { verbs }) => {
    const saying = anyOf.flatMap((id) => verbs.get(id) ?? [label]).map((form) => statements.saying(wordingOf(form)));
    return { event: () => 0, outcome: ({ place }) => (saying.some((places) => places.has(place)) ? 1 : 0) };
  },
  side: ({ anyOf }, _, { openings }) => ({
    event: () => 0,
    outcome: (one) => Math.max(0, ...anyOf.map((country) => gradeSide(one, country, openings.byCountry))),
  }),
  speaker: ({ anyOf }, _, { openings }) => ({
    event: () => 0,
    outcome: (one) => (openings.byPerson(one, anyOf) || speaksAlone(one, anyOf) ? 1 : 0),
  }),
};

function isAtLevel({ framework, members }: EventFacts, asked: string): boolean {
  if (asked === 'bilateral') return members.size === 2;
  if (asked === 'trilateral') return members.size === 3;
  return framework?.level === asked || framework?.seniority === asked;
}

function isGroup(members: ReadonlySet<string>, group: readonly string[]): boolean {
  return members.size === new Set(group).size && group.every((country) => members.has(country));
}

type Kin = Readonly<Record<string, Readonly<Partial<Record<Act, number>>> | undefined>>;

function gradeSide(one: OutcomeFacts, country: string, opens: (one: OutcomeFacts, country: string) => boolean): number {
  const { by } = one.outcome;
  if (by !== undefined) return by.includes(country) ? SIDE.recorded : 0;
  return opens(one, country) ? SIDE.opens : SIDE.both;
}

/** The statement of one side for which one of these people sat there alone. */
function speaksAlone({ outcome: { by }, event }: OutcomeFacts, people: readonly string[]): boolean {
  if (by?.length !== 1) return false;
  const side = event.consultation.participants.filter(({ country }) => country === by[0]);
  return side.length === 1 && side.some(({ person }) => people.includes(person));
}

/** How a grade answers a negated constraint: held where the record tells, and does not hold it. */
export function complement(grade: number, event: EventFacts, role: Role): number {
  return tells(event, role) && grade < HELD ? 1 : 0;
}
