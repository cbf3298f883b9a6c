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

/** What a question names. */
export function entriesIn({ query, knowledge }: Given): readonly Entry[] {
  return query.constraints
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

/** Definitions, the first naming what it defines, and the day of a paper. */
export function definitionLines(entry: Entry, given: Given): readonly Line[] {
  const { say, language } = given;
  const { name, short, definitions } = definedBy(entry, given);
  const { aspect } = given.query;
  const spelled = aspect === 'expansion' ? definitions.filter(({ en }) => SPELLED.test(en)) : [];
  const naming = aspect === 'below' && entry.kind === 'document' ? definitions.filter(namesPart(entry.id, given)) : [];
  const aims = aspect === 'purpose' ? aimsIn(definitions, given) : [];
  const lines = [...new Set([...spelled, ...naming, ...aims, ...definitions])].map((each, at) =>
    citing(
      at === 0 && !aims.includes(each) ? say.defined(name, each[language], short) : say.explained(each[language]),
      each.sources,
    ),
  );
  // A sentence that tells the day of a paper needs no line that says it again.
  const year = entry.kind === 'document' ? given.knowledge.documents.get(entry.id)?.date?.slice(0, 4) : undefined;
  const isTold = year === undefined || definitions.some((each) => each[language].includes(year));
  return isTold ? lines : [...lines, ...documentDate(entry.id, given)];
}

/** The day of a paper, where that is on record. */
export function documentDate(id: string, { knowledge, language, say }: Given): readonly Line[] {
  const { date, names, definition } = knowledge.documents.get(id) ?? {};
  if (date === undefined || names === undefined) return [];
  return [citing(say.documentDated(names[language], formatDate(date, language)), definition?.[0]?.sources ?? [])];
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

type Defined = { readonly name: string; readonly short?: string; readonly definitions: readonly Definition[] };

/** The full name of an entry, the short one of a framework, and its definitions; a person has none. */
function definedBy({ kind, id }: Entry, given: Given): Defined {
  const { frameworks, documents, topics } = given.knowledge;
  const entries = {
    framework: frameworks.get(id),
    document: documents.get(id),
    topic: topics.get(id),
    person: undefined,
  };
  const definitions = entries[kind]?.definition ?? [];
  if (kind === 'topic') return { name: topicName(id, given), definitions };
  if (kind !== 'framework') return { name: documentName(id, given), definitions };
  return { name: frameworks.get(id)?.names[given.language] ?? id, short: frameworkName(id, given), definitions };
}
