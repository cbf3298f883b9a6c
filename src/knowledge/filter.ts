import type { Language } from '../text/language.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import type { Consultation } from './schema.ts';

/** Ids; within a kind any may match, across kinds all must. Empty or omitted: no restriction. */
export type Filters = {
  readonly frameworks?: readonly string[] | undefined;
  readonly topics?: readonly string[] | undefined;
  readonly people?: readonly string[] | undefined;
  readonly countries?: readonly string[] | undefined;
};

/**
 * A test of whether a consultation passes the filters: within a kind any id may match, across kinds all must. A framework or
 * topic stands for everything beneath it as well. Without filters everything passes.
 */
export function filterBy(
  filters: Filters | undefined,
  knowledge: Pick<KnowledgeBase, 'frameworks' | 'topics'>,
): (consultation: Consultation) => boolean {
  const frameworks = withChildren(filters?.frameworks, knowledge.frameworks);
  const topics = withChildren(filters?.topics, knowledge.topics);
  const people = setOf(filters?.people);
  const countries = setOf(filters?.countries);
  return (consultation) =>
    (frameworks === null || frameworks.has(consultation.framework)) &&
    (topics === null || consultation.outcomes.some((outcome) => outcome.topics.some((topic) => topics.has(topic)))) &&
    (people === null || consultation.participants.some(({ person }) => people.has(person))) &&
    (countries === null || consultation.participants.some(({ country }) => countries.has(country)));
}

/** Whether any filter is set. */
export function isFiltered(filters: Filters | undefined): boolean {
  return Object.values(filters ?? {}).some((ids) => (ids?.length ?? 0) > 0);
}

/** The filters as people name them; an id no longer on record stands for itself. */
export function filterNames(
  knowledge: KnowledgeBase,
  filters: Filters | undefined,
  language: Language,
): readonly string[] {
  const name = (names: { ja: string; en: string } | undefined, id: string) => names?.[language] ?? id;
  return [
    ...(filters?.frameworks ?? []).map((id) => name(knowledge.frameworks.get(id)?.names, id)),
    ...(filters?.topics ?? []).map((id) => name(knowledge.topics.get(id)?.labels, id)),
    ...(filters?.people ?? []).map((id) => name(knowledge.people.get(id)?.names, id)),
    ...(filters?.countries ?? []).map((id) => name(knowledge.countries.get(id)?.names, id)),
  ];
}

function setOf(ids: readonly string[] | undefined): ReadonlySet<string> | null {
  return ids === undefined || ids.length === 0 ? null : new Set(ids);
}

/** The ids and all that name one of them as parent, however deep; `null` for no restriction. */
export function withChildren(
  ids: readonly string[] | undefined,
  entries: ReadonlyMap<string, { readonly id: string; readonly parent?: string | undefined }>,
): ReadonlySet<string> | null {
  if (ids === undefined || ids.length === 0) return null;
  const found = new Set(ids);
  // A set grows while it is walked, so children of children are reached, and a circle ends.
  for (const id of found) {
    for (const entry of entries.values()) if (entry.parent === id) found.add(entry.id);
  }
  return found;
}
