import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Consultation } from '../knowledge/schema.ts';
import type { Period } from '../language/period.ts';
import { periodOfEventDate } from '../language/time/calendar.ts';

/** One consultation with everything that structure filters on, worked out once. */
export type Faceted = {
  readonly consultation: Consultation;
  /** Inclusive; a month alone covers the month. */
  readonly from: string;
  readonly to: string;
  /** Its framework and that framework's parents. */
  readonly frameworks: ReadonlySet<string>;
  readonly level: string;
  readonly people: ReadonlySet<string>;
  /** Posts that a participant held on the day. */
  readonly posts: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
  readonly outcomes: readonly OutcomeFacets[];
};

export type OutcomeFacets = {
  /** As recorded. */
  readonly topics: ReadonlySet<string>;
  /** Recorded topics and their parents. */
  readonly topicsAbove: ReadonlySet<string>;
  /** Recorded topics that the sentence names by label or alias. */
  readonly named: ReadonlySet<string>;
  /** Countries that the sentence names. */
  readonly countries: ReadonlySet<string>;
};

/** Works out the facets of every consultation, in the knowledge's order (by date). */
export function facetsOf(knowledge: KnowledgeBase): Faceted[] {
  const countryNames = [...knowledge.countries.values()].map(({ id, names, short }) => ({
    id,
    names: [names.ja, names.en, short?.ja, short?.en].filter((name) => name !== undefined && name.length > 1),
  }));
  const topicWords = new Map(
    [...knowledge.topics.values()].map(({ id, labels, aliases }) => [
      id,
      { ja: [labels.ja, ...aliases.ja], en: [labels.en, ...aliases.en].map((word) => word.toLowerCase()) },
    ]),
  );
  return knowledge.consultations.map((consultation) => {
    const period = periodOfEventDate(consultation.date);
    return {
      consultation,
      from: period.from ?? consultation.date,
      to: period.to ?? consultation.date,
      frameworks: lineage(consultation.framework, knowledge.frameworks),
      level: knowledge.frameworks.get(consultation.framework)?.level ?? '',
      people: new Set(consultation.participants.map(({ person }) => person)),
      posts: postsOf(consultation, period, knowledge),
      countries: new Set(consultation.participants.map(({ country }) => country)),
      outcomes: consultation.outcomes.map((outcome) => ({
        topics: new Set(outcome.topics),
        named: new Set(outcome.topics.filter((topic) => names(topic, outcome, topicWords))),
        topicsAbove: new Set(outcome.topics.flatMap((topic) => [...lineage(topic, knowledge.topics)])),
        countries: new Set(
          countryNames
            .filter(({ names }) =>
              names.some((name) => name !== undefined && (outcome.ja.includes(name) || outcome.en.includes(name))),
            )
            .map(({ id }) => id),
        ),
      })),
    };
  });
}

/** Whether a sentence names the topic, in either language. */
function names(
  topic: string,
  sentence: { readonly ja: string; readonly en: string },
  words: ReadonlyMap<string, { readonly ja: readonly string[]; readonly en: readonly string[] }>,
): boolean {
  const english = sentence.en.toLowerCase();
  const { ja = [], en = [] } = words.get(topic) ?? {};
  return ja.some((word) => sentence.ja.includes(word)) || en.some((word) => english.includes(word));
}

/** An id and its parents, nearest first; a circle ends where it closes. */
export function lineage(
  id: string,
  entries: ReadonlyMap<string, { readonly parent?: string | undefined }>,
): Set<string> {
  const line = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !line.has(at); at = entries.get(at)?.parent) line.add(at);
  return line;
}

/** The posts held on the day, told apart by the office as recorded where somebody held several. */
function postsOf(consultation: Consultation, period: Period, knowledge: KnowledgeBase): Set<string> {
  const posts = new Set<string>();
  for (const { person, office } of consultation.participants) {
    const held = knowledge.people.get(person)?.offices ?? [];
    const same = held.filter((each) => each.en === office.en || each.ja === office.ja);
    const then = held.filter(
      (each) => (each.from ?? '') <= (period.to ?? '9') && (each.to ?? '9') >= (period.from ?? ''),
    );
    for (const { post } of same.length > 0 ? same : then) posts.add(post);
  }
  return posts;
}
