import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { AllianceDocument, Definition } from '../../knowledge/schema.ts';
import { ahead } from '../../lists.ts';
import { demandsIn, type Query } from '../../reading/query.ts';
import { formatDate } from '../../time/format.ts';
import { citing, distinct, type Line } from '../draft.ts';
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
  const present = demandsIn({ constraints }, 'member', 'members');
  const countries = present.flatMap(({ anyOf }) => anyOf[0]?.split('+') ?? []);
  const tables = [...knowledge.frameworks.values()].filter(
    (each) =>
      each.kind !== undefined && kinds.includes(each.kind) && countries.every((id) => each.countries.includes(id)),
  );
  const [first] = tables.sort((a, b) => a.countries.length - b.countries.length);
  return first === undefined ? [] : [{ kind: 'framework', id: first.id }];
}

/**
 * Definitions, the first of them naming what it defines, and the day of a paper. What tells what was asked of it opens; where nothing does, a line
 * that does so instead.
 */
export function definitionLines(entry: Entry, given: Given): readonly Line[] {
  const { say, language } = given;
  const { name, short, definitions } = definedBy(entry, given);
  const lineOf = (each: Definition) =>
    citing(
      each === definitions[0] ? say.defined(name, each[language], short) : say.explained(each[language]),
      each.sources,
    );
  const { tells, instead = [] } = tellingOf(entry, definitions, given);
  const opening = definitions.length === 0 || definitions.some(tells) ? [] : instead;
  // A sentence that tells the day of a paper needs no line that says it again.
  const paper = paperOf(entry, given);
  const year = paper?.date?.slice(0, 4);
  const isTold = year === undefined || definitions.some((each) => each[language].includes(year));
  return distinct([
    ...opening,
    ...ahead(definitions, tells).map(lineOf),
    ...(paper && !isTold ? [dayLine(paper, given)] : []),
  ]);
}

/** What is known of a paper; `undefined` for anything else. */
function paperOf({ kind, id }: Entry, { knowledge }: Given): AllianceDocument | undefined {
  return kind === 'document' ? knowledge.documents.get(id) : undefined;
}

/** The day of a paper; that it is not on record, where it is not. */
function dayLine({ date, names, definition = [] }: AllianceDocument, { language, say }: Given): Line {
  const name = names[language];
  const text = date === undefined ? say.noDay(name) : say.documentDated(name, formatDate(date, language));
  return citing(text, definition[0]?.sources ?? []);
}

type Telling = { readonly tells: (definition: Definition) => boolean; readonly instead?: readonly Line[] };

/** Which of its definitions tell what was asked of a thing, and what is said where none does. */
function tellingOf(entry: Entry, definitions: readonly Definition[], given: Given): Telling {
  const { query, say } = given;
  if (query.aspect === 'expansion') return { tells: ({ en }) => SPELLED.test(en) };
  if (query.aspect === 'purpose') return { tells: tellsAim(definitions, given) };
  const paper = paperOf(entry, given);
  if (paper === undefined) return { tells: () => false };
  if (query.aspect === 'below') return { tells: namesPart(paper.id, given) };
  if (query.aspect === 'until') {
    const untold = citing(say.noTerm(paper.names[given.language]), definitions[0]?.sources ?? []);
    return { tells: ({ ja }) => TERM.test(ja), instead: [untold] };
  }
  const isDated = query.ask !== 'define' && (query.also.includes('when') || query.aspect === 'since');
  if (!isDated) return { tells: () => false };
  const { date } = paper;
  return { tells: date === undefined ? () => false : tellsDay(date), instead: [dayLine(paper, given)] };
}

/** A sentence that tells what letters stand for; that tells an aim; that tells a term of years, or a last day. */
const SPELLED = /\b(?:stands? for|short for|abbreviat|formally the|formal name)/i;
const AIM = /目的|ため|目指|ねらい|狙い/;
const TERM = /年間|年度まで|年まで|失効/;

/** What tells an aim; where one tells that of who is named beside it, 防衛省は何を目指す, that alone. */
function tellsAim(definitions: readonly Definition[], { query }: Given): Telling['tells'] {
  const names = query.constraints.map(({ label }) => label).filter((label) => label !== '');
  const isOfNamed = ({ ja, en }: Definition) =>
    names.some((name) => [ja, en].some((text) => text.startsWith(name) || text.includes(` the ${name}`)));
  const aims = definitions.filter(({ ja }) => AIM.test(ja));
  const own = aims.filter(isOfNamed);
  return (each) => (own.length > 0 ? own : aims).includes(each);
}

/** Whether a sentence names what stands in the paper or at its end: "reference 26". */
function namesPart(id: string, { knowledge }: Given): Telling['tells'] {
  const parts = [...knowledge.documents.values()].filter(({ partOf }) => partOf === id);
  const numbers = parts.map(({ names }) => names.en.split(' (')[0]?.toLowerCase() ?? '');
  return ({ en }) => numbers.some((number) => en.toLowerCase().includes(number));
}

/** Whether a sentence tells what was done on a day; one that has it in brackets tells nothing of it. */
function tellsDay(date: string): Telling['tells'] {
  const day = formatDate(date, 'ja');
  return ({ ja }) => ja.includes(day) && !ja.includes(`（${day}`);
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
