import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Consultation } from '../knowledge/schema.ts';
import { periodOfEventDate } from '../time/calendar.ts';
import type { Period } from '../time/period.ts';

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
  /** Whether the sentence names the topic, the document, the country. Looked at when asked: the record is large, a question small. */
  readonly namesTopic: (id: string) => boolean;
  /** Whether one of these stands in the sentence; English ones in lower case. */
  readonly says: (words: readonly string[]) => boolean;
  readonly namesDocument: (id: string) => boolean;
  readonly namesCountry: (id: string) => boolean;
  /** A government's own page says it. */
  readonly isOfficial: boolean;
};

/** Works out the facets of every consultation, in the knowledge's order (by date). */
export function facetsOf(knowledge: KnowledgeBase): Faceted[] {
  const countryWords: Words = new Map(
    [...knowledge.countries.values()].map(({ id, names, short }) => [
      id,
      {
        // One character (米, 豪) stands in too many other words.
        ja: [names.ja, short?.ja ?? names.ja].filter((name) => name.length > 1),
        en: [names.en, short?.en ?? names.en].filter((name) => name.length > 2).map((name) => name.toLowerCase()),
      },
    ]),
  );
  const topicWords = wordsOf(knowledge.topics, ({ labels }) => labels);
  const documentWords = distinct(wordsOf(knowledge.documents, (document) => document.names));
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
      outcomes: consultation.outcomes.map((outcome) => {
        const sentence = { ja: outcome.ja, en: outcome.en.toLowerCase() };
        return {
          topics: new Set(outcome.topics),
          namesTopic: (id) => names(id, sentence, topicWords),
          says: (words) => words.some((word) => sentence.ja.includes(word) || sentence.en.includes(word)),
          namesDocument: (id) => names(id, sentence, documentWords),
          namesCountry: (id) => names(id, sentence, countryWords),
          isOfficial: outcome.sources.some(({ source }) => knowledge.sources.get(source)?.kind === 'official'),
          topicsAbove: new Set(outcome.topics.flatMap((topic) => [...lineage(topic, knowledge.topics)])),
        };
      }),
    };
  });
}

type Words = ReadonlyMap<string, { readonly ja: readonly string[]; readonly en: readonly string[] }>;

/** The names and aliases of entries, English ones in lower case. */
function wordsOf<T extends { readonly aliases: { readonly ja: readonly string[]; readonly en: readonly string[] } }>(
  entries: ReadonlyMap<string, T>,
  namesOf: (entry: T) => { readonly ja: string; readonly en: string },
): Words {
  return new Map(
    [...entries].map(([id, entry]) => {
      const { ja, en } = namesOf(entry);
      return [id, { ja: [ja, ...entry.aliases.ja], en: [en, ...entry.aliases.en].map((word) => word.toLowerCase()) }];
    }),
  );
}

/** The words by which a question names its topics: "Tomahawk" for counterstrike. In lower case, longest first. */
export function topicWordsIn(text: string, topics: readonly string[], knowledge: KnowledgeBase): string[] {
  const typed = text.normalize('NFKC').toLowerCase();
  return topics
    .flatMap((id) => knowledge.topics.get(id) ?? [])
    .flatMap(({ labels, aliases }) => [labels.ja, labels.en, ...aliases.ja, ...aliases.en])
    .map((word) => word.toLowerCase())
    .filter((word) => typed.includes(word))
    .sort((a, b) => b.length - a.length);
}

/** The proper names among the aliases of a question's one topic that it is named by, in lower case: ホルムズ海峡, "henoko". */
export function aliasesIn(text: string, topics: readonly string[], knowledge: KnowledgeBase): string[] {
  const [id] = topics;
  const topic = topics.length === 1 && id !== undefined ? knowledge.topics.get(id) : undefined;
  if (topic === undefined) return [];
  const typed = text.normalize('NFKC').toLowerCase();
  if ([topic.labels.ja, topic.labels.en].some((label) => typed.includes(label.toLowerCase()))) return [];
  return [...topic.aliases.ja, ...topic.aliases.en]
    .filter(
      (alias) => /\p{Lu}\p{Ll}|[ァ-ヺ]{2}|(?:海峡|飛行場|基地)$/u.test(alias) && typed.includes(alias.toLowerCase()),
    )
    .map((alias) => alias.toLowerCase());
}

/** Without the words that stand inside another entry's: 「ガイドライン」 alone does not tell which guidelines. */
function distinct(words: Words): Words {
  const shared = (id: string, word: string, kind: 'ja' | 'en') =>
    [...words].some(([other, each]) => other !== id && each[kind].some((longer) => longer.includes(word)));
  return new Map(
    [...words].map(([id, { ja, en }]) => [
      id,
      { ja: ja.filter((word) => !shared(id, word, 'ja')), en: en.filter((word) => !shared(id, word, 'en')) },
    ]),
  );
}

/** Whether a sentence names the entry, in either language; its English is in lower case. */
function names(id: string, sentence: { readonly ja: string; readonly en: string }, words: Words): boolean {
  const { ja = [], en = [] } = words.get(id) ?? {};
  return ja.some((word) => sentence.ja.includes(word)) || en.some((word) => sentence.en.includes(word));
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
