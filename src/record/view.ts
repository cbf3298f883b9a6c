import type { Citation } from '../answer/answer.ts';
import type { Citer } from '../answer/cite.ts';
import { type Phrases, phrases } from '../answer/phrases/phrases.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Consultation, Definition } from '../knowledge/schema.ts';
import type { Language } from '../text/language.ts';
import type { CitationView, Named, StatementView } from './shapes.ts';

/** In which language the record is told, and where the page of a consultation is; by default nowhere. */
export type View = {
  readonly knowledge: KnowledgeBase;
  readonly language: Language;
  readonly pageOf?: ((consultation: string) => string) | undefined;
};

export function frameworkNamed(id: string, { knowledge, language }: View): Named {
  return { id, name: knowledge.frameworks.get(id)?.names[language] ?? id };
}

export function topicNamed(id: string, { knowledge, language }: View): Named {
  return { id, name: knowledge.topics.get(id)?.labels[language] ?? id };
}

export function occasionNamed(id: string, { knowledge, language }: View): Named {
  return { id, name: knowledge.occasions.get(id)?.names[language] ?? id };
}

/** Sourced sentences as an answer would put them. */
export function explained(
  definitions: readonly Definition[] | undefined,
  { language }: View,
  citer: Citer,
): StatementView[] {
  const say: Phrases = phrases(language);
  return (definitions ?? []).map((each) => ({
    text: say.explained(each[language]),
    citations: [...citer.cite(each.sources)],
  }));
}

export function citationsOf(citations: readonly Citation[]): CitationView[] {
  return citations.map(({ n, title, publisher, kind, url, published, locator, language }) => ({
    n,
    title,
    publisher,
    kind,
    url,
    published,
    locator,
    language: language ?? null,
  }));
}

/** Consultations by what they are of, oldest first; worked out once for each version of the knowledge. */
export type Index = {
  readonly byFramework: ReadonlyMap<string, readonly Consultation[]>;
  readonly byPerson: ReadonlyMap<string, readonly Consultation[]>;
  readonly byTopic: ReadonlyMap<string, readonly Consultation[]>;
  readonly byId: ReadonlyMap<string, Consultation>;
};

const indexes = new WeakMap<KnowledgeBase, Index>();

export function indexOf(knowledge: KnowledgeBase): Index {
  const known = indexes.get(knowledge);
  if (known !== undefined) return known;
  const { consultations } = knowledge;
  const index = {
    byFramework: Map.groupBy(consultations, ({ framework }) => framework),
    byPerson: gathered(consultations, ({ participants }) => participants.map(({ person }) => person)),
    byTopic: gathered(consultations, ({ outcomes }) => outcomes.flatMap(({ topics }) => topics)),
    byId: new Map(consultations.map((each) => [each.id, each])),
  };
  indexes.set(knowledge, index);
  return index;
}

function gathered(
  consultations: readonly Consultation[],
  keysOf: (consultation: Consultation) => readonly string[],
): ReadonlyMap<string, readonly Consultation[]> {
  const found = new Map<string, Consultation[]>();
  for (const consultation of consultations) {
    for (const key of new Set(keysOf(consultation))) {
      const list = found.get(key);
      if (list === undefined) found.set(key, [consultation]);
      else list.push(consultation);
    }
  }
  return found;
}
