import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { TopicPart } from '../knowledge/schema.ts';
import { isAlly } from '../lexicon/countries.ts';
import type { Constraint } from '../reading/query.ts';
import type { Language } from '../text/language.ts';
import { level } from '../text/level.ts';
import { topicName, withArticle } from './topic-name.ts';

/** What names things in one language. */
export type Naming = { readonly knowledge: KnowledgeBase; readonly language: Language };

/** More frameworks of one kind than these are called by the kind. */
const mostTables = 2;

/** An entry by its short name where it has one. */
const shortly =
  (kind: 'frameworks' | 'countries') =>
  (id: string, { knowledge, language }: Naming): string => {
    const entry = knowledge[kind].get(id);
    return (entry?.short ?? entry?.names)?.[language] ?? id;
  };

/** A framework as a sentence names it. */
export const frameworkName = shortly('frameworks');
export const countryName = shortly('countries');

/** A kind of table with any members: the name that its two-sided framework has, without the two countries. */
export function kindName(kind: string, { knowledge, language }: Naming): string {
  const of = [...knowledge.frameworks.values()].filter((each) => each.kind === kind);
  const [plainest] = of.sort((a, b) => a.countries.length - b.countries.length);
  const name = plainest === undefined ? kind : frameworkName(plainest.id, { knowledge, language });
  return withoutAlliance(name);
}

/** A name without the two countries that are in every one. A third after them stays beside them. */
export function withoutAlliance(name: string): string {
  return name.replace(/^(?:日米(?![韓豪比印])|Japan–U\.S\. )/, '');
}

/** An entry by its name; an unknown id names itself. */
const named =
  (kind: 'posts' | 'people' | 'occasions' | 'documents') =>
  (id: string, { knowledge, language }: Naming): string =>
    knowledge[kind].get(id)?.names[language] ?? id;

export const postName = named('posts');
export const personName = named('people');
export const documentName = named('documents');
/** A larger event on whose margins meetings are held. */
export const occasionName = named('occasions');

/** A place of the record, or a region that is a topic. */
export function placeName(id: string, naming: Naming): string {
  const { knowledge, language } = naming;
  const named = knowledge.places.get(id)?.names[language];
  return named ?? (knowledge.topics.has(id) ? topicName(id, naming) : countryName(id, naming));
}

/** Whatever larger event it is. */
const ANY_OCCASION = { ja: 'ほかの国際会議', en: 'a larger event' };

/** A page by its title, where the title is in the language; else by who published it. */
export function sourceName(id: string, { knowledge, language }: Naming): string {
  const page = knowledge.sources.get(id);
  if (page === undefined) return id;
  return page.language === language ? page.title : page.publisher[language];
}

/** What a `mention` names: `framework:…`, `person:…`, `country:…`, `place:…`, `document:…`, `group:…`. */
export function mentionName(mention: string, naming: Naming): string {
  const at = mention.indexOf(':');
  const [kind, id] = [mention.slice(0, at), mention.slice(at + 1)];
  const name = NAMES_OF_MENTIONS[kind];
  return name === undefined ? id : name(id, naming);
}

const inSentence = (name: string, { language }: Naming) => (language === 'en' ? withArticle(name) : name);

const NAMES_OF_MENTIONS: Readonly<Record<string, (id: string, naming: Naming) => string>> = {
  framework: frameworkName,
  person: personName,
  document: (id, naming) => inSentence(documentName(id, naming), naming),
  place: placeName,
  group: (id, naming) => inSentence(naming.knowledge.groups.get(id)?.names[naming.language] ?? id, naming),
  country: countryName,
  occasion: occasionName,
  members: (id, naming) => {
    const names = membersIn({ anyOf: [id], label: id }, naming);
    return names.join(naming.language === 'ja' ? 'と' : ' and ');
  },
};

/**
 * What a constraint names, in words: as the asker wrote it where that is one of its names in the language, else by its own name. Words of
 * the asker's that name nothing come in quotation marks, and only where they are harmless to show; else it has no name.
 */
export function namesOf(constraint: Constraint, naming: Naming): readonly string[] {
  const { role, anyOf, label } = constraint;
  const asked = anyOf.length === 1 ? aliasTyped(anyOf[0] ?? '', constraint, naming) : undefined;
  if (asked !== undefined) return [asked];
  switch (role) {
    case 'framework':
      return tablesIn(anyOf, naming);
    case 'kind':
      return anyOf.map((id) => kindName(id, naming));
    case 'person':
      // Somebody whom no table knows goes by the name typed.
      return anyOf.length === 0 ? [label] : anyOf.map((id) => personName(id, naming));
    case 'post':
      // One that nobody on record held goes by the words for it.
      return anyOf.length === 0 ? [label] : postsIn(constraint, naming);
    case 'members':
      if (anyOf[0]?.startsWith('group:')) return [label];
      return membersIn(constraint, naming);
    case 'member':
    case 'country':
    case 'side':
      return anyOf.map((id) => countryName(id, naming));
    case 'topic': {
      const own = constraint.part ? showable(label, naming.language) : null;
      return own === null ? anyOf.map((id) => topicName(id, naming)) : [own];
    }
    case 'mention':
      if (anyOf[0]?.startsWith('members:')) return [showable(label, naming.language) ?? mentionName(anyOf[0], naming)];
      return anyOf.map((id) => mentionName(id, naming));
    case 'source':
      return [...new Set(anyOf.map((id) => sourceName(id, naming)))].slice(0, 1);
    case 'place':
      return anyOf.map((id) => placeName(id, naming));
    case 'occasion': {
      // "The G7" may be its summit or a meeting of its ministers.
      const called = anyOf.length > 1 ? showable(label, naming.language) : null;
      if (anyOf.length === naming.knowledge.occasions.size) return [ANY_OCCASION[naming.language]];
      return called === null ? anyOf.map((id) => occasionName(id, naming)) : [called];
    }
    case 'word':
    case 'verb':
      return [showable(label, naming.language)].filter((each) => each !== null);
    case 'size':
      return [];
    case 'level':
    case 'field':
    case 'format':
    case 'act':
    case 'consultation':
      return anyOf;
  }
}

/** Posts one by one, once each: several countries have a president. Many that are called alike ("secretary") by what they are called. */
function postsIn({ anyOf, label }: Constraint, naming: Naming): readonly string[] {
  const called = anyOf.length > mostPosts ? showable(label, naming.language) : null;
  return called !== null ? [called] : [...new Set(anyOf.map((id) => postOf(id, naming)))];
}

const mostPosts = 2;

/** A post of a third country goes with it: each has a president and a Minister of Foreign Affairs. */
function postOf(id: string, naming: Naming): string {
  const country = naming.knowledge.posts.get(id)?.country ?? 'JP';
  const name = postName(id, naming);
  const of = countryName(country, naming);
  return isAlly(country) ? name : naming.language === 'ja' ? `${of}の${name}` : `${name} of ${of}`;
}

/** Frameworks one by one; many of one kind by that. */
function tablesIn(ids: readonly string[], naming: Naming): readonly string[] {
  const kinds = new Set(ids.map((id) => naming.knowledge.frameworks.get(id)?.kind));
  const [kind] = kinds;
  if (ids.length > mostTables && kinds.size === 1 && kind !== undefined) return [kindName(kind, naming)];
  return ids.map((id) => frameworkName(id, naming));
}

/** Countries one by one, in Japanese by their letters (日米韓), several tables each by its letters; a group that is no table on record as it was typed. */
export function membersIn({ anyOf, label }: Pick<Constraint, 'anyOf' | 'label'>, naming: Naming): readonly string[] {
  const { knowledge, language } = naming;
  const [first = ''] = anyOf;
  if (!first.startsWith('group:')) {
    const lettersOf = (id: string) => knowledge.countries.get(id)?.letters[0] ?? '';
    const tables = anyOf.map((each) => each.split('+').map(lettersOf));
    const isShort = language === 'ja' && tables.flat().every((letter) => letter !== '');
    return isShort
      ? tables.map((letters) => letters.join(''))
      : [...new Set(anyOf.flatMap((each) => each.split('+')))].map((id) => countryName(id, naming));
  }
  const name = knowledge.groups.get(first.slice('group:'.length))?.names[language] ?? showable(label, language);
  return name === null ? [] : [name];
}

/** The same inside a sentence: words that name nothing stand in quotation marks. */
export function quotedNames(constraint: Constraint, naming: Naming): readonly string[] {
  const isWord = constraint.role === 'word' || constraint.role === 'verb';
  const [open, close] = naming.language === 'ja' ? ['「', '」'] : ['“', '”'];
  return namesOf(constraint, naming).map((name) => (isWord ? `${open}${name}${close}` : name));
}

/** The name of a topic, of a part of one or of a document that the asker used, as the knowledge spells it. */
function aliasTyped(id: string, constraint: Constraint, { knowledge, language }: Naming): string | undefined {
  const { role, label } = constraint;
  const topic = role === 'topic' || role === 'place' ? knowledge.topics.get(id) : undefined;
  const paper = role === 'mention' ? knowledge.documents.get(id.replace(/^document:/, '')) : undefined;
  const [entry, own] = [topic ?? paper, topic?.labels ?? paper?.names];
  if (entry === undefined || own === undefined || plainly(own[language]) === plainly(label)) return undefined;
  const alias = entry.aliases[language].find((each) => plainly(each) === plainly(label) && !ADJECTIVE.test(each));
  const name = alias ?? partTyped(constraint, knowledge)?.[language][0];
  return name === undefined || language === 'ja' ? name : withArticle(name);
}

/** "Hypersonic" and "Chinese" are no names for a sentence. */
const ADJECTIVE = /^[a-z]+(?:ic|al|ive)$|^[A-Z].*(?:[as]ese|nese|[ilnrs]ian|rean|ican|aeli)$/;

/** The part of a topic that was called by its name, in whichever language. */
export function partTyped({ role, anyOf, label }: Constraint, knowledge: KnowledgeBase): TopicPart | undefined {
  if (role !== 'topic' && role !== 'place') return undefined;
  const parts = anyOf.flatMap((id) => knowledge.topics.get(id)?.parts ?? []);
  return parts.find(({ ja, en }) => [...ja, ...en].some((name) => plainly(name) === plainly(label)));
}

function plainly(text: string): string {
  return level(text)
    .replace(/^the |[\s-]/g, '')
    .replace(/(?<=[a-z]{3})s$/, '');
}

/**
 * Words of the asker's that may be shown again: letters, digits and spaces alone, at most 40 characters, never anything that a
 * platform could read as a mention or a link, and no kana or kanji inside an English sentence.
 */
export function showable(typed: string, language: Language): string | null {
  const text = typed.trim();
  // A single character is a shred of a word.
  if (text.length < 2 || text.length > 40 || !/^(?:[\p{L}\p{M}\p{N} \-・ー%％]|(?<=\d)[.,](?=\d))+$/u.test(text))
    return null;
  if (/\b(?:everyone|here|channel|https?|www)\b/i.test(text)) return null;
  if (language === 'en' && /[^\p{Script=Latin}\p{N} .,%-]/u.test(text)) return null;
  return text;
}
