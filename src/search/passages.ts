import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Consultation } from '../knowledge/schema.ts';
import { once } from '../memo.ts';

/** The unit of text search: one outcome, the description of one consultation, or one definition; both languages together. */
export type Passage = {
  /** `<consultation>#<outcome index>`, `<consultation>`, or `<kind>:<id>#<definition index>`. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
};

/** Id of the passage of one outcome. */
export function outcomePassageId(consultation: string, index: number): string {
  return `${consultation}#${index}`;
}

/**
 * Everything that can be found by its words: each outcome, each consultation's description, each definition. Both languages stand
 * in one passage, so that a question in either reaches it.
 */
export function passagesOf(knowledge: KnowledgeBase): Passage[] {
  return [
    ...knowledge.consultations.flatMap((consultation) => [
      description(consultation, knowledge),
      ...consultation.outcomes.map((outcome, index) => ({
        id: outcomePassageId(consultation.id, index),
        title: '',
        text: `${outcome.ja}\n${outcome.en}`,
      })),
    ]),
    ...definitions('framework', knowledge.frameworks, (each) => `${each.names.ja} ${each.names.en}`),
    ...definitions('topic', knowledge.topics, (each) => `${each.labels.ja} ${each.labels.en}`),
    ...definitions('document', knowledge.documents, (each) => `${each.names.ja} ${each.names.en}`),
  ];
}

function description(consultation: Consultation, knowledge: KnowledgeBase): Passage {
  const people = consultation.participants.map(({ person, office }) => {
    const names = knowledge.people.get(person)?.names;
    return [names?.ja, names?.en, office.ja, office.en].filter((part) => part !== undefined).join(' ');
  });
  const { title, place, documents } = consultation;
  return {
    id: consultation.id,
    title: `${title.ja} ${title.en}`,
    text: [place?.ja, place?.en, ...people, ...documents.flatMap((each) => [each.title.ja, each.title.en])]
      .filter((part) => part !== undefined)
      .join('\n'),
  };
}

function definitions<T extends { readonly definition: readonly { readonly ja: string; readonly en: string }[] }>(
  kind: string,
  entries: ReadonlyMap<string, T>,
  titleOf: (entry: T) => string,
): Passage[] {
  return [...entries].flatMap(([id, entry]) =>
    entry.definition.map(({ ja, en }, index) => ({
      id: `${kind}:${id}#${index}`,
      title: titleOf(entry),
      text: `${ja}\n${en}`,
    })),
  );
}

/** Whether a word (small letters) stands in the record's own texts, so that it is no slip. The words are gathered when first asked for. */
export function createVocabulary(knowledge: KnowledgeBase): (word: string) => boolean {
  const words = once(
    () =>
      new Set(
        passagesOf(knowledge).flatMap(({ title, text }) => `${title}\n${text}`.toLowerCase().split(/[^\p{L}]+/u)),
      ),
  );
  return (word) => words().has(word);
}
