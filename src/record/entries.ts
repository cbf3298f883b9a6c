import { createCiter } from '../answer/cite.ts';
import { phrases } from '../answer/phrases/phrases.ts';
import { measureCoverage, type Tally } from '../knowledge/coverage.ts';
import { withChildren } from '../knowledge/filter.ts';
import type { Consultation, Framework, Person, Topic } from '../knowledge/schema.ts';
import { periodOfEventDate } from '../time/calendar.ts';
import { formatDate } from '../time/format.ts';
import { summaryOf } from './consultations.ts';
import type {
  CoverageView,
  FrameworkDetail,
  FrameworkSummary,
  PersonDetail,
  PersonSummary,
  TopicDetail,
  TopicSummary,
} from './shapes.ts';
import { citationsOf, explained, frameworkNamed, indexOf, topicNamed, type View } from './view.ts';

/** Every framework, in the order of the record. */
export function frameworksOf(view: View): readonly FrameworkSummary[] {
  return [...view.knowledge.frameworks.values()].map((each) => frameworkSummary(each, view));
}

/** A framework with its structure and its consultations; `undefined` when not on record. */
export function frameworkOf(id: string, view: View): FrameworkDetail | undefined {
  const { knowledge, language } = view;
  const framework = knowledge.frameworks.get(id);
  if (framework === undefined) return undefined;
  const say = phrases(language);
  const citer = createCiter(knowledge, language);
  return {
    ...frameworkSummary(framework, view),
    definition: explained(framework.definition, view, citer),
    members: framework.members?.[language] ?? null,
    since: framework.since ?? null,
    sides: framework.sides.map((side) => ({
      country: side.country,
      text: side[language],
      citations: [...citer.cite(side.sources)],
    })),
    facts: framework.facts.map((fact) => ({
      aspect: fact.aspect,
      text: say.explained(fact[language]),
      citations: [...citer.cite(fact.sources)],
    })),
    under: framework.under === undefined ? null : frameworkNamed(framework.under, view),
    below: [...knowledge.frameworks.values()]
      .filter((each) => each.parent === id || each.under === id)
      .map((each) => frameworkNamed(each.id, view)),
    citations: citationsOf(citer.list()),
    list: newest(indexOf(knowledge).byFramework.get(id), view),
  };
}

/** Everybody on record who took part in a consultation, by family name as the language orders it. */
export function peopleOf(view: View): readonly PersonSummary[] {
  const collator = new Intl.Collator(view.language);
  const sortKey = ({ names, family }: Person) =>
    view.language === 'ja' ? (names.kana ?? names.ja) : `${family.en} ${names.en}`;
  return [...view.knowledge.people.values()]
    .filter(({ offices }) => offices.length > 0)
    .toSorted((a, b) => collator.compare(sortKey(a), sortKey(b)))
    .map((each) => personSummary(each, view));
}

/** A person with offices and meetings; `undefined` when not on record. */
export function personOf(id: string, view: View): PersonDetail | undefined {
  const { knowledge, language } = view;
  const person = knowledge.people.get(id);
  if (person === undefined) return undefined;
  const citer = createCiter(knowledge, language);
  const { office: _, ...summary } = personSummary(person, view);
  return {
    ...summary,
    offices: person.offices.map((office) => ({
      office: office[language],
      from: office.from ?? null,
      to: office.to ?? null,
      isTerm: office.sources !== undefined,
      citations: [...citer.cite(office.sources ?? [])],
    })),
    citations: citationsOf(citer.list()),
    list: newest(indexOf(knowledge).byPerson.get(id), view),
  };
}

/** Every topic, in the order of the record. */
export function topicsOf(view: View): readonly TopicSummary[] {
  return [...view.knowledge.topics.values()].map((each) => topicSummary(each, view));
}

/** A topic with its parts and what was put on record about it and everything beneath it; `undefined` when not on record. */
export function topicOf(id: string, view: View): TopicDetail | undefined {
  const { knowledge, language } = view;
  const topic = knowledge.topics.get(id);
  if (topic === undefined) return undefined;
  const say = phrases(language);
  const citer = createCiter(knowledge, language);
  const within = withChildren([id], knowledge.topics) ?? new Set([id]);
  const { statements: _, ...summary } = topicSummary(topic, view);
  return {
    ...summary,
    definition: explained(topic.definition, view, citer),
    parts: topic.parts.map((part) => ({
      name: part[language][0] ?? part.en[0] ?? part.ja[0] ?? '',
      definition: explained(part.definition, view, citer),
    })),
    children: [...knowledge.topics.values()]
      .filter(({ parent }) => parent === id)
      .map((each) => topicNamed(each.id, view)),
    statements: knowledge.consultations.flatMap((consultation) =>
      consultation.outcomes
        .filter(({ topics }) => topics.some((each) => within.has(each)))
        .map((outcome) => ({
          consultation: { id: consultation.id, name: consultation.title[language] },
          date: consultation.date,
          dateLabel: formatDate(consultation.date, language),
          text: say.outcome(outcome[language]),
          citations: [...citer.cite(outcome.sources)],
          act: outcome.act,
          by: outcome.by ?? null,
        })),
    ),
    citations: citationsOf(citer.list()),
  };
}

/** What is on record by year and framework, and how far sources were read. */
export function coverageOf(view: View): CoverageView {
  const { knowledge, language } = view;
  const coverage = measureCoverage(knowledge);
  return {
    version: knowledge.version,
    total: tallyOf(coverage.total),
    years: [...coverage.years].map(([year, tally]) => ({ year, ...tallyOf(tally) })),
    frameworks: [...coverage.frameworks].flatMap(([id, found]) =>
      found === null ? [] : [{ framework: frameworkNamed(id, view), ...tallyOf(found.total) }],
    ),
    emptyMonths: [...coverage.emptyMonths],
    readThrough: coverage.readThrough.map(({ names, through, inPart }) => ({
      name: names[language],
      through: through ?? null,
      inPart: inPart ?? null,
    })),
  };
}

/** The figures of the contract, whatever else is counted. */
function tallyOf({
  consultations,
  outcomes,
  official,
  reprint,
  newsOnly,
  poor,
  from,
  to,
}: Tally): CoverageView['total'] {
  return { consultations, outcomes, official, reprint, newsOnly, poor, from, to };
}

function frameworkSummary(framework: Framework, view: View): FrameworkSummary {
  const { id, level, seniority, countries, parent } = framework;
  return {
    ...frameworkNamed(id, view),
    level,
    seniority: seniority ?? null,
    countries: [...countries],
    parent: parent === undefined ? null : frameworkNamed(parent, view),
    ...spanOf(indexOf(view.knowledge).byFramework.get(id)),
  };
}

function personSummary({ id, names, country, offices }: Person, view: View): PersonSummary {
  const { language, knowledge } = view;
  const latest = offices.toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? '')).at(-1);
  return {
    id,
    name: names[language],
    kana: names.kana ?? null,
    country,
    office: latest?.[language] ?? null,
    ...spanOf(indexOf(knowledge).byPerson.get(id)),
  };
}

function topicSummary({ id, parent }: Topic, view: View): TopicSummary {
  const { knowledge } = view;
  const within = withChildren([id], knowledge.topics) ?? new Set([id]);
  const { byTopic } = indexOf(knowledge);
  const found = new Set([...within].flatMap((each) => byTopic.get(each) ?? []));
  const consultations = within.size === 1 ? [...found] : knowledge.consultations.filter((each) => found.has(each));
  return {
    ...topicNamed(id, view),
    parent: parent === undefined ? null : topicNamed(parent, view),
    statements: consultations.reduce(
      (sum, { outcomes }) => sum + outcomes.filter(({ topics }) => topics.some((each) => within.has(each))).length,
      0,
    ),
    ...spanOf(consultations),
  };
}

function spanOf(consultations: readonly Consultation[] | undefined) {
  const [first] = consultations ?? [];
  const latest = consultations?.at(-1);
  return {
    consultations: consultations?.length ?? 0,
    first: first === undefined ? null : periodOfEventDate(first.date).from,
    latest: latest === undefined ? null : periodOfEventDate(latest.date).from,
  };
}

function newest(consultations: readonly Consultation[] | undefined, view: View) {
  return (consultations ?? []).toReversed().map((each) => summaryOf(each, view));
}
