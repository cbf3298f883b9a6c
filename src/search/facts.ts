import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Consultation, Framework, Outcome } from '../knowledge/schema.ts';
import { remembered } from '../memo.ts';
import { periodOfEventDate } from '../time/calendar.ts';
import type { Period, PlainDate } from '../time/period.ts';
import { outcomePassageId } from './passages.ts';
import { type Corpus, createCorpus, Spoken, wordingOf } from './said.ts';

/** One consultation with everything that can be demanded of it. */
export type EventFacts = {
  /** Its place in the knowledge, which is in order of dates. */
  readonly place: number;
  readonly consultation: Consultation;
  /** First and last day; a month alone covers the month, and is not `exact`. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly exact: boolean;
  /** Its framework and that framework's parents. */
  readonly frameworks: ReadonlySet<string>;
  /** What it is by its framework: absent for an id that is not on record. */
  readonly framework: Framework | undefined;
  readonly people: ReadonlySet<string>;
  /** Posts that a participant held on the day. */
  readonly posts: ReadonlySet<string>;
  /** Countries of its participants and of its framework: a record need not name somebody from each. */
  readonly members: ReadonlySet<string>;
  /** Sources of the meeting and of its statements. */
  readonly sources: ReadonlySet<string>;
  readonly title: Spoken;
  readonly documents: Spoken;
  readonly venue: Spoken;
  /** Offices of its participants. */
  readonly offices: Spoken;
  readonly outcomes: readonly OutcomeFacts[];
};

/** One statement with everything that can be demanded of it. */
export type OutcomeFacts = {
  /** Its place among all statements of the knowledge. */
  readonly place: number;
  /** Its place in its consultation. */
  readonly index: number;
  readonly outcome: Outcome;
  readonly event: EventFacts;
  readonly topics: ReadonlySet<string>;
  /** Its topics and their parents. */
  readonly topicsAbove: ReadonlySet<string>;
  readonly text: Spoken;
  /** Id of its passage. */
  readonly passage: string;
  /** A government's own page says it. */
  readonly official: boolean;
};

/** Everything on record, as search sees it. */
export type Facts = {
  readonly knowledge: KnowledgeBase;
  /** By date, as in the knowledge. */
  readonly events: readonly EventFacts[];
  readonly outcomes: readonly OutcomeFacts[];
  /** The texts of all outcomes, by their places. */
  readonly statements: Corpus;
  /** What meetings are called, the papers that came of them and where they were held, by the places of the meetings. */
  readonly meetings: Corpus;
  /** The offices of those who took part, by the places of the meetings. */
  readonly offices: Corpus;
  /** A topic's id and those of its parents, nearest first. */
  topicLine(id: string): ReadonlySet<string>;
  /** The places of the statements that say a topic by any of its names, tagged with it or not. */
  topicNamed(id: string): ReadonlySet<number>;
};

/** The facts of a version of the knowledge: some ten milliseconds; texts are folded when first looked into. */
export function factsOf(knowledge: KnowledgeBase): Facts {
  const events: EventFacts[] = [];
  const outcomes: OutcomeFacts[] = [];
  const topicLines = new Map([...knowledge.topics.keys()].map((id) => [id, lineage(id, knowledge.topics)]));
  const topicLine = (id: string) => topicLines.get(id) ?? new Set([id]);
  for (const consultation of knowledge.consultations) {
    const own: OutcomeFacts[] = [];
    const event = { ...eventFacts(consultation, knowledge, events.length), outcomes: own };
    events.push(event);
    for (const [index, outcome] of consultation.outcomes.entries()) {
      const facts: OutcomeFacts = {
        place: outcomes.length,
        index,
        outcome,
        event,
        topics: new Set(outcome.topics),
        topicsAbove: new Set(outcome.topics.flatMap((topic) => [...topicLine(topic)])),
        text: new Spoken(outcome.ja, outcome.en),
        passage: outcomePassageId(consultation.id, index),
        official: outcome.sources.some(({ source }) => knowledge.sources.get(source)?.kind === 'official'),
      };
      own.push(facts);
      outcomes.push(facts);
    }
  }
  const statements = createCorpus(outcomes.map(({ text }) => [text]));
  const meetings = createCorpus(events.map(({ title, documents, venue }) => [title, documents, venue]));
  const offices = createCorpus(events.map((event) => [event.offices]));
  const topicNamed = (id: string): ReadonlySet<number> => {
    const { labels, aliases } = knowledge.topics.get(id) ?? {};
    const names = [labels, aliases].flatMap((each) => [each?.ja ?? [], each?.en ?? []].flat());
    return new Set(names.flatMap((name) => [...statements.saying(wordingOf(name))]));
  };
  return {
    ...{ knowledge, events, outcomes, statements, meetings, offices, topicLine },
    topicNamed: remembered(topicNamed, knowledge.topics.size),
  };
}

/** Whether a meeting was certainly held in a period; one known to its month alone, where the period holds the whole month. */
export function fits({ from, to, exact }: Pick<EventFacts, 'from' | 'to' | 'exact'>, period: Period): boolean {
  const [first, last] = exact ? [to, from] : [from, to];
  return (period.from ?? '') <= first && (period.to ?? '9') >= last;
}

/** An id and its parents, nearest first; a circle ends where it closes. */
function lineage(id: string, entries: ReadonlyMap<string, { readonly parent?: string | undefined }>): Set<string> {
  const line = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !line.has(at); at = entries.get(at)?.parent) line.add(at);
  return line;
}

function eventFacts(consultation: Consultation, knowledge: KnowledgeBase, place: number): Omit<EventFacts, 'outcomes'> {
  const { title, documents, participants, place: venue } = consultation;
  const framework = knowledge.frameworks.get(consultation.framework);
  const days = periodOfEventDate(consultation.date);
  const spoken = (texts: readonly { readonly ja: string; readonly en: string }[]) =>
    new Spoken(texts.map(({ ja }) => ja).join('\n'), texts.map(({ en }) => en).join('\n'));
  return {
    ...days,
    place,
    consultation,
    exact: consultation.date.length > 'YYYY-MM'.length,
    frameworks: lineage(consultation.framework, knowledge.frameworks),
    framework,
    people: new Set(participants.map(({ person }) => person)),
    posts: postsOf(consultation, days, knowledge),
    members: new Set([...participants.map(({ country }) => country), ...(framework?.countries ?? [])]),
    sources: new Set([
      ...consultation.sources,
      ...consultation.outcomes.flatMap(({ sources }) => sources.map(({ source }) => source)),
    ]),
    title: new Spoken(title.ja, title.en),
    documents: spoken(documents.map((each) => each.title)),
    venue: spoken(venue === undefined ? [] : [venue]),
    offices: spoken(participants.map(({ office }) => office)),
  };
}

/** The posts held on the day, told apart by the office as recorded where somebody held several. */
function postsOf(
  { participants }: Consultation,
  days: { readonly from: PlainDate; readonly to: PlainDate },
  { people }: KnowledgeBase,
): Set<string> {
  const posts = new Set<string>();
  for (const { person, office } of participants) {
    const held = people.get(person)?.offices ?? [];
    const same = held.filter((each) => each.en === office.en || each.ja === office.ja);
    const then = held.filter((each) => (each.from ?? '') <= days.to && (each.to ?? '9') >= days.from);
    for (const { post } of same.length > 0 ? same : then) posts.add(post);
  }
  return posts;
}
