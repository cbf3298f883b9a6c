import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { Definition } from '../../knowledge/schema.ts';
import type { Query } from '../../reading/query.ts';
import { formatDate } from '../../time/format.ts';
import { citing, type Line } from '../draft.ts';
import type { Given } from '../given.ts';
import { documentName, frameworkName } from '../names.ts';
import { topicName } from '../topic-name.ts';

/** Something that the record explains. */
export type Entry = { readonly kind: 'framework' | 'topic' | 'document' | 'person'; readonly id: string };

const KINDS = ['framework', 'topic', 'document', 'person'] as const;

/** What a question names: by its constraints, else by what search found for its words. */
export function entriesIn({ query, found, knowledge }: Given): readonly Entry[] {
  const named = query.constraints
    .filter(({ negated }) => !negated)
    .flatMap(({ role, anyOf }): Entry[] => {
      if (role === 'kind') return tableOf(anyOf, query, knowledge);
      if (role === 'framework' || role === 'topic' || role === 'person') return anyOf.map((id) => ({ kind: role, id }));
      if (role !== 'mention') return [];
      return anyOf.flatMap((mention): Entry[] => {
        const kind = KINDS.find((each) => mention.startsWith(`${each}:`));
        return kind === undefined ? [] : [{ kind, id: mention.slice(kind.length + 1) }];
      });
    });
  return named.length > 0 ? named : found.entries.slice(0, 1);
}

/** The table of a kind at which the countries that are named sit, with the fewest others. */
function tableOf(kinds: readonly string[], { constraints }: Query, knowledge: KnowledgeBase): Entry[] {
  const present = constraints.filter(({ role, negated }) => (role === 'member' || role === 'members') && !negated);
  const countries = present.flatMap(({ anyOf }) => anyOf[0]?.split('+') ?? []);
  const tables = [...knowledge.frameworks.values()].filter(
    (each) =>
      each.kind !== undefined && kinds.includes(each.kind) && countries.every((id) => each.countries.includes(id)),
  );
  const [first] = tables.sort((a, b) => a.countries.length - b.countries.length);
  return first === undefined ? [] : [{ kind: 'framework', id: first.id }];
}

/** A sentence that tells what letters stand for. */
const SPELLED = /\b(?:stands? for|short for|abbreviat|formally the|formal name)/i;

/** Definitions, the first naming what it defines; at most so many. */
export function definitionLines(entry: Entry, given: Given, most = Number.POSITIVE_INFINITY): readonly Line[] {
  const { say, language } = given;
  const { name, short, definitions } = definedBy(entry, given);
  const { aspect } = given.query;
  const spelled = aspect === 'expansion' ? definitions.filter(({ en }) => SPELLED.test(en)) : [];
  const naming = aspect === 'below' && entry.kind === 'document' ? definitions.filter(namesPart(entry.id, given)) : [];
  const aims = aspect === 'purpose' ? aimsIn(definitions, given) : [];
  return [...new Set([...spelled, ...naming, ...aims, ...definitions])]
    .slice(0, most)
    .map((each, at) =>
      citing(
        at === 0 && !aims.includes(each) ? say.defined(name, each[language], short) : say.explained(each[language]),
        each.sources,
      ),
    );
}

/** A sentence that tells an aim. */
const AIM = /目的|ため|目指|ねらい|狙い/;

/** What tells an aim; of who is named beside it first, 防衛省は何を目指す. */
function aimsIn(definitions: readonly Definition[], { query }: Given): readonly Definition[] {
  const names = query.constraints.map(({ label }) => label).filter((label) => label !== '');
  const isOfNamed = (each: Definition) =>
    names.some((name) => [each.ja, each.en].some((text) => text.startsWith(name) || text.includes(` the ${name}`)));
  const aims = definitions.filter(({ ja }) => AIM.test(ja));
  return [...aims.filter(isOfNamed), ...aims];
}

/** Whether a sentence names what stands in the paper or at its end: "reference 26". */
function namesPart(id: string, { knowledge }: Given): (definition: Definition) => boolean {
  const parts = [...knowledge.documents.values()].filter(({ partOf }) => partOf === id);
  const numbers = parts.map(({ names }) => names.en.split(' (')[0]?.toLowerCase() ?? '');
  return ({ en }) => numbers.some((number) => en.toLowerCase().includes(number));
}

/** The day of a document, where that is on record. */
export function documentDate(id: string, { knowledge, language, say }: Given): readonly Line[] {
  const entry = knowledge.documents.get(id);
  if (entry?.date === undefined) return [];
  const text = say.documentDated(entry.names[language], formatDate(entry.date, language));
  return [citing(text, entry.definition[0]?.sources ?? [])];
}

type Defined = { readonly name: string; readonly short?: string; readonly definitions: readonly Definition[] };

/** The full name of an entry, the short one of a framework, and its definitions; a person has none. */
function definedBy({ kind, id }: Entry, given: Given): Defined {
  const { knowledge, language } = given;
  const [frameworks, documents, topics] = [knowledge.frameworks, knowledge.documents, knowledge.topics];
  const definitions = (entry: { readonly definition: readonly Definition[] } | undefined) => entry?.definition ?? [];
  switch (kind) {
    case 'framework': {
      const entry = frameworks.get(id);
      return { name: entry?.names[language] ?? id, short: frameworkName(id, given), definitions: definitions(entry) };
    }
    case 'document':
      return { name: documentName(id, given), definitions: definitions(documents.get(id)) };
    case 'topic':
      return { name: topicName(id, given), definitions: definitions(topics.get(id)) };
    case 'person':
      return { name: id, definitions: [] };
  }
}
