import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Act } from '../knowledge/schema.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { type Constraint, isOfStatement, type Role } from '../reading/query.ts';
import type { EventFacts, Facts, OutcomeFacts } from './facts.ts';
import type { Mentions } from './mentions.ts';
import { isSaidOf, namesOfPowers, namesOfTopic, objectsIn } from './objects.ts';
import type { PassageIndex } from './passage-index.ts';
import { says as isSaid, wordingOf } from './said.ts';
import { gradeMention, gradeTopic } from './subjects.ts';
import { HELD, KIN, KIN_BY_WORDS, SIDE, TITLED } from './weights.ts';
import { gradeWords } from './words.ts';

/** What one constraint is worth for each thing on record, 0..1; 0 is not at all. */
export type Grade = {
  /** For roles asked of a consultation, the consultation; for the others, what its title and documents say. */
  readonly event: (event: EventFacts) => number;
  /** Absent for roles that are asked of a consultation alone. */
  readonly outcome?: (outcome: OutcomeFacts) => number;
  /** How much the rarest of free words tells, 0..1; absent for other roles. */
  readonly rarity?: number;
};

/** What grading stands on, apart from the facts. */
export type Means = {
  readonly lexicon: Lexicon;
  readonly index: () => PassageIndex;
  readonly mentions: Mentions;
  /** How verbs of saying stand in the record's sentences, by their ids; a verb that is not there is looked for as typed. */
  readonly verbs?: ReadonlyMap<string, readonly string[]> | undefined;
};

type Grader = (constraint: Constraint, facts: Facts, means: Means) => Grade;

/** Prepares grading: gives, for a constraint, how well anything on record holds it, whatever is negated. */
export function createGrader(facts: Facts, means: Means): (constraint: Constraint) => Grade {
  return (constraint) => graders[constraint.role](constraint, facts, means);
}

/** Whether a record tells at all what a constraint asks: one without a place was not "held elsewhere", nor one in Tokyo elsewhere than at the Ministry. */
export function tells(
  { consultation, outcomes }: EventFacts,
  constraint: Constraint,
  knowledge: KnowledgeBase,
): boolean {
  const { role, anyOf } = constraint;
  const { place, format } = consultation;
  if (role === 'place' || role === 'country') {
    if (place === undefined) return false;
    return role === 'country' || !anyOf.some((id) => namesAround(id, knowledge).includes(place.en));
  }
  if (role === 'format') return format !== undefined;
  return !isOfStatement(constraint) || outcomes.length > 0;
}

/** The city and the country that a place lies in, by their own names. */
function namesAround(id: string, knowledge: KnowledgeBase): readonly string[] {
  const { places, countries } = knowledge;
  const around = places.get(id)?.within ?? '';
  const name = (places.get(around) ?? countries.get(around))?.names.en;
  return name === undefined ? [] : [name, ...namesAround(around, knowledge)];
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
  framework: ({ anyOf }, { knowledge }) => {
    const ids = new Set(anyOf);
    // Of a kind of meeting that titles tell, whatever it is called counts, in both languages.
    const names = anyOf.flatMap((id) => {
      const { names: own, short, aliases, titled } = knowledge.frameworks.get(id) ?? {};
      const called = titled === true ? [short, aliases] : [];
      return [own, ...called].flatMap((each) => Object.values(each ?? {}).flat()).map(wordingOf);
    });
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
  // A table for all other talks has fields that hold of some of them alone.
  field: when(({ framework }, ids) => framework?.catchAll !== true && share(framework?.fields ?? [], ids)),
  person: when((event, ids) => share(event.people, ids)),
  post: ({ anyOf }, { knowledge }) => {
    const ids = new Set(anyOf);
    const named = anyOf.flatMap((id) => knowledge.posts.get(id) ?? []);
    // Of a side nobody from which is named, the title tells whose talks they were.
    const isTitled = ({ title, members, consultation: { participants } }: EventFacts) =>
      named.some(
        ({ country, names }) =>
          members.has(country) &&
          participants.every((one) => one.country !== country) &&
          isSaid(title, wordingOf(names.ja)),
      );
    return { event: (event) => (share(event.posts, ids) ? 1 : isTitled(event) ? TITLED : 0) };
  },
  // Any one of several groups, each written `JP+US+KR`.
  members: when((event, ids) => [...ids].some((group) => isGroup(event.members, group.split('+')))),
  member: when((event, ids) => share(event.members, ids)),
  place: ({ anyOf }, _, { lexicon }) => {
    // What is no place's id is a spelling of the record itself, as version 0.1 stored places.
    const spellings = new Set(anyOf.flatMap((id) => lexicon.places.spellings.get(id) ?? [id]));
    return { event: ({ consultation: { place } }) => (place !== undefined && spellings.has(place.en) ? 1 : 0) };
  },
  country: when(({ consultation: { place } }, ids) => place !== undefined && ids.has(place.country)),
  format: when(({ consultation: { format } }, ids) => format !== undefined && ids.has(format)),
  source: when(({ sources }, ids) => share(sources, ids)),
  consultation: when(({ consultation }, ids) => ids.has(consultation.id)),
  topic: (constraint, facts, { index }) => gradeTopic(constraint, facts, index),
  mention: (constraint, facts, { mentions }) => gradeMention(constraint, facts, mentions),
  word: ({ label, anyOf }, facts, { index }) => gradeWords(label, anyOf, index(), facts),
  occasion: when(({ consultation: { occasion } }, ids) => occasion !== undefined && ids.has(occasion)),
  // How many countries sat at the table.
  size: when(({ members }, ids) => ids.has(String(members.size))),
  act: ({ anyOf, label }, { statements }) => {
    const kin = (asked: string, act: Act) => (asked === act ? 1 : ((KIN as Kin)[asked]?.[act] ?? 0));
    // "Did they launch it" of "agreed to launch it": what was settled in the very words.
    const said = anyOf.includes('announced') ? statements.saying(wordingOf(label)) : undefined;
    return {
      event: () => 0,
      outcome: ({ outcome: { act }, place }) =>
        Math.max(SETTLES.has(act) && said?.has(place) ? KIN_BY_WORDS : 0, ...anyOf.map((each) => kin(each, act))),
    };
  },
  verb: ({ anyOf, label, object }, { statements, knowledge }, { verbs }) => {
    const forms = anyOf.flatMap((id) => verbs?.get(id) ?? [label]).map(wordingOf);
    const saying = forms.map((form) => statements.saying(form));
    const topics = object?.flatMap((id) => knowledge.topics.get(id.replace('topic:', '')) ?? []) ?? [];
    const isOfObject = ({ text: { source } }: OutcomeFacts) =>
      object === undefined ||
      topics.some((topic) => isSaidOf(source.en, forms, namesOfTopic(topic))) ||
      share(objectsIn(source.en, forms, namesOfPowers(knowledge)), new Set(object));
    return {
      event: () => 0,
      outcome: (one) => (saying.some((places) => places.has(one.place)) && isOfObject(one) ? 1 : 0),
    };
  },
  side: ({ anyOf }) => ({
    event: () => 0,
    outcome: ({ outcome: { by } }) => (by === undefined ? SIDE.both : share(by, new Set(anyOf)) ? SIDE.recorded : 0),
  }),
};

function isAtLevel({ framework, members, consultation }: EventFacts, asked: string): boolean {
  if (asked === 'bilateral') return members.size === 2;
  if (asked === 'one-on-one') return members.size === 2 && consultation.participants.length === 2;
  if (asked === 'informal') return consultation.informal === true;
  if (asked === 'trilateral') return members.size === 3;
  return framework?.level === asked || framework?.seniority === asked;
}

function isGroup(members: ReadonlySet<string>, group: readonly string[]): boolean {
  return members.size === new Set(group).size && group.every((country) => members.has(country));
}

/** Acts that settle what they name, or take it as settled. */
const SETTLES: ReadonlySet<Act> = new Set(['agreed', 'signed', 'confirmed', 'reaffirmed', 'welcomed']);

type Kin = Readonly<Record<string, Readonly<Partial<Record<Act, number>>> | undefined>>;

/** How a grade answers a negated constraint: held where the record tells, and does not hold it. */
export function complement(grade: number, event: EventFacts, constraint: Constraint, knowledge: KnowledgeBase): number {
  return tells(event, constraint, knowledge) && grade < HELD ? 1 : 0;
}
