import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Consultation, Framework } from '../knowledge/schema.ts';
import { byFrequency, byTurns } from '../lists.ts';
import type { Ask } from '../reading/query.ts';
import type { Language } from '../text/language.ts';
import { type ClosedPeriod, monthOf, partsOf, periodOfEventDate, yearOf } from '../time/calendar.ts';
import { formatPeriod } from '../time/format.ts';
import { frameworkName, personName } from './names.ts';
import { phrases } from './phrases/phrases.ts';
import { type Told, tell } from './told.ts';
import { topicName } from './topic-name.ts';

/** A question that the record answers. */
export type Offer = {
  readonly text: string;
  readonly ask: Ask;
  /** What it is about: `framework:scc`, `person:…`, `topic:…`. */
  readonly names: ReadonlySet<string>;
  /** When the meeting that it is about took place, or the time that it names; `null` for neither. */
  readonly period: ClosedPeriod | null;
  /** The consultation that its answer rests on; `null` for several. */
  readonly consultation: string | null;
  /** False where the reading may make less of it (a meeting named by its title, a plural): to be tried before it is offered. */
  readonly sure: boolean;
};

/** Longest question that a platform submits as a completion. */
const LONGEST = 100;

const made = new WeakMap<KnowledgeBase, Map<Language, readonly Offer[]>>();

/** The same list for the same record: putting it together takes tens of milliseconds. */
export function offersOf(knowledge: KnowledgeBase, language: Language): readonly Offer[] {
  const known = made.get(knowledge) ?? new Map<Language, readonly Offer[]>();
  made.set(knowledge, known);
  const offers = known.get(language) ?? makeOffers(knowledge, language);
  known.set(language, offers);
  return offers;
}

/**
 * Questions of every kind about all that is on record, those first that most people will want: the latest of each framework, the most
 * frequent subjects and people; then the meetings before, in rounds.
 */
function makeOffers(knowledge: KnowledgeBase, language: Language): readonly Offer[] {
  const making: Making = { knowledge, language, say: phrases(language).ask };
  const rounds: (readonly Offer[])[][] = [
    byStanding(knowledge).map((framework) => frameworkRounds(framework, making)),
    [topicRounds(making)],
    [personRounds(making)],
  ].map((groups) => byTurns(groups));
  const texts = new Set<string>();
  return byTurns(rounds.map((each) => each.filter((round) => round.length > 0)))
    .flat()
    .filter(({ text }) => text.length <= LONGEST && !texts.has(text) && texts.add(text));
}

type Making = {
  readonly knowledge: KnowledgeBase;
  readonly language: Language;
  readonly say: ReturnType<typeof phrases>['ask'];
};

/** Frameworks that met, by how much is on record of them. */
function byStanding({
  consultations,
  frameworks,
}: KnowledgeBase): readonly (readonly [Framework, readonly Consultation[]])[] {
  return [...Map.groupBy(consultations, ({ framework }) => framework)]
    .flatMap(([id, met]): (readonly [Framework, readonly Consultation[]])[] => {
      const framework = frameworks.get(id);
      return framework === undefined ? [] : [[framework, met]];
    })
    .sort(([, a], [, b]) => statements(b) - statements(a));
}

function statements(met: readonly Consultation[]): number {
  return met.reduce((sum, { outcomes }) => sum + outcomes.length, 0);
}

/** What is asked of a framework at large, with its latest meeting; then each meeting before. */
function frameworkRounds(
  [framework, met]: readonly [Framework, readonly Consultation[]],
  making: Making,
): readonly (readonly Offer[])[] {
  const { language, say } = making;
  const name = frameworkName(framework.id, making);
  const about = { names: new Set([`framework:${framework.id}`]), consultation: null, sure: true };
  const years = [...Map.groupBy(met, ({ date }) => Number(date.slice(0, 4)))]
    .flatMap(([year, held]) => (held.length > 1 ? [year] : []))
    .reverse();
  const inYear = (year: number): readonly Offer[] => {
    const period = yearOf(year);
    const label = formatPeriod(period, language);
    return [
      { ...about, ask: 'list', text: say.list(name, label), period },
      { ...about, ask: 'count', text: say.howMany(name, label), period, sure: false },
    ];
  };
  const atLarge: readonly Offer[] = [
    { ...about, ask: 'when', text: say.latest(name), period: null },
    { ...about, ask: 'define', text: say.define(name), period: null },
  ];
  // The titles of a framework that gathers the rest tell the kind of meeting, its name does not.
  const isNamed = framework.catchAll !== true;
  const meetings = [...met]
    .reverse()
    .map((each) => meetingOffers(each, isNamed ? calledBy(name, each, met, making) : null, making));
  return meetings.map((each, at) => {
    const year = years[at];
    return [...(at === 0 && isNamed ? atLarge : []), ...each, ...(year === undefined || !isNamed ? [] : inYear(year))];
  });
}

/** Who took part, what was discussed, where, and whether its foremost topic came up. */
function meetingOffers(consultation: Consultation, called: Told | null, making: Making): readonly Offer[] {
  const { say } = making;
  const { id, framework, participants, outcomes, place, date } = consultation;
  const told = called ?? tell(consultation, making);
  const [topic] = outcomes.flatMap(({ topics }) => topics);
  const people = participants.map(({ person }) => `person:${person}`);
  const topics = outcomes.flatMap((each) => each.topics.map((each) => `topic:${each}`));
  const about = { period: periodOfEventDate(date), consultation: id, sure: called !== null };
  const table = [`framework:${framework}`, ...people];
  const offer = (ask: Ask, text: string, names = table): Offer => ({ ...about, ask, text, names: new Set(names) });
  return [
    ...(participants.length > 0 && told.isMeeting ? [offer('who', say.who(told))] : []),
    ...(outcomes.length > 0 ? [offer('what', say.what(told), [...table, ...topics])] : []),
    ...(place === undefined ? [] : [offer('where', say.where(told))]),
    ...(topic === undefined
      ? []
      : [offer('yes-no', say.raised(topicName(topic, making), told), [`framework:${framework}`, `topic:${topic}`])]),
  ];
}

/** A meeting by its framework and the month, or the day where the framework met more than once in it; `null` where that is no name of one. */
function calledBy(name: string, consultation: Consultation, met: readonly Consultation[], making: Making): Told | null {
  const { language } = making;
  const { date } = consultation;
  const told = tell(consultation, making);
  // A framework and a month are understood as a meeting in person.
  if (consultation.format !== 'in-person' || met.filter((each) => each.date === date).length > 1) return null;
  if (met.filter((each) => each.date.slice(0, 7) === date.slice(0, 7)).length > 1) return { ...told, name };
  const { year, month } = partsOf(periodOfEventDate(date).from);
  return { ...told, name, date: formatPeriod(monthOf(year, month), language), dayKnown: false };
}

/** Each topic: what was agreed, how it moved, two years side by side, and what its letters stand for. The most frequent first. */
function topicRounds(making: Making): readonly (readonly Offer[])[] {
  const { knowledge, language, say } = making;
  return byFrequency(knowledge.consultations.flatMap(({ outcomes }) => outcomes.flatMap(({ topics }) => topics))).map(
    (id) => {
      const name = topicName(id, making);
      const about = { names: new Set([`topic:${id}`]), consultation: null, period: null, sure: true };
      const years = yearsOf(id, knowledge)
        .slice(0, 2)
        .map((year) => formatPeriod(yearOf(year), language));
      const [later, earlier] = years;
      const explained = say.explain(name);
      return [
        { ...about, ask: 'what', text: say.topic(name) },
        { ...about, ask: 'develop', text: say.development(name) },
        ...(later === undefined || earlier === undefined
          ? []
          : [{ ...about, ask: 'compare' as const, text: say.compare(name, earlier, later) }]),
        ...(explained === null ? [] : [{ ...about, ask: 'define' as const, text: explained }]),
      ];
    },
  );
}

/** Years in which a topic came up, the latest first. */
function yearsOf(topic: string, { consultations }: KnowledgeBase): readonly number[] {
  const held = consultations.filter(({ outcomes }) => outcomes.some(({ topics }) => topics.includes(topic)));
  return [...new Set(held.map(({ date }) => Number(date.slice(0, 4))))].reverse();
}

function personRounds(making: Making): readonly (readonly Offer[])[] {
  const { knowledge, say } = making;
  return byFrequency(
    knowledge.consultations.flatMap(({ participants }) => participants.map(({ person }) => person)),
  ).map((id) => [
    {
      ask: 'list',
      text: say.attended(personName(id, making)),
      names: new Set([`person:${id}`]),
      period: null,
      consultation: null,
      sure: true,
    },
  ]);
}
