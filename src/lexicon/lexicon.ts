import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { TopicPart } from '../knowledge/schema.ts';
import { type FoldedText, foldKey, foldText, holdsSpace, wordStarts } from '../text/fold.ts';
import type { Bilingual } from '../text/language.ts';
import { PhraseTable } from '../text/phrase-table.ts';
import { withoutPlural } from '../text/plural.ts';
import { isVenueBetween } from '../text/venue.ts';
import { countrySurfaces } from './countries.ts';
import { namedSurfaces } from './named.ts';
import { collectPosts, officeSurfaces, type Post } from './offices.ts';
import { peopleSurfaces } from './people.ts';
import { collectPlaces, type PlaceTable } from './places.ts';
import type { Entity, Named, Surface } from './surface.ts';
import { collectCalled, collectTitles, type Title } from './titles.ts';
import { wordSurfaces } from './words.ts';

export type { Entity, Named, Surface } from './surface.ts';
export type { Title } from './titles.ts';

/** A stretch of text that names something. Offsets are into the text as typed, end exclusive; several entities: ambiguous. */
export type Link = {
  readonly start: number;
  readonly end: number;
  readonly entities: readonly Entity[];
  /** True when only part of a name was written (a family name). */
  readonly partial: boolean;
  /** Titles written beside a person's name; the stretch includes them. */
  readonly titles: readonly Title[];
  /** The part of a topic that was named (the Tomahawk within counterstrike), by its place among the topic's `parts`. */
  readonly part: { readonly topic: string; readonly index: number } | undefined;
};

/** Everything the knowledge can be asked about, by every way to write it. One lexicon serves linking, completion and highlighting. */
export type Lexicon = {
  readonly knowledge: KnowledgeBase;
  readonly posts: ReadonlyMap<string, Post>;
  readonly places: PlaceTable;
  /** Countries that took part in some consultation, so not those that only were a venue. */
  readonly partners: ReadonlySet<string>;
  /** Every entity that completion offers, most frequent in the records first. */
  readonly named: readonly Named[];
  /** Folded surface → the entities it may mean; for completion and repair. */
  readonly surfaces: ReadonlyMap<string, readonly Surface[]>;
  /** Everything named in `text`, longest first from the left, never overlapping. Linear in the text. */
  link(text: string | FoldedText): readonly Link[];
  /** How an entity is shown. */
  label(entity: Entity): Bilingual;
  /** Countries whose government a place stands for, by the place's id (Washington, the Pentagon). */
  readonly governments: ReadonlyMap<string, readonly string[]>;
  /** The posts whose holders a shared title calls so: "commanders", 司令官. */
  postsCalled(text: string): readonly string[];
  /** Whether a name is that of a part of these topics (Tomahawk of counterstrike). */
  isPart(text: string, topics: readonly string[]): boolean;
  /** The part of one of these topics that a text names, with all its names and what explains it. */
  partNamed(text: string, topics: readonly string[]): TopicPart | undefined;
  /** Formats, places, countries and groups of countries that a framework's name holds (防衛相電話会談, "Camp David summit", 日米首脳会談). */
  parts(text: string): readonly Entity[];
};

/** Builds the lexicon of `knowledge`; a few milliseconds, once per knowledge version. */
export function buildLexicon(knowledge: KnowledgeBase): Lexicon {
  const posts = collectPosts(knowledge);
  const places = collectPlaces(knowledge);
  const known = collectTitles(knowledge);
  const all = [
    ...namedSurfaces(knowledge),
    ...peopleSurfaces(knowledge),
    ...officeSurfaces(posts, known),
    ...places.surfaces,
    ...wordSurfaces(knowledge),
    ...countrySurfaces(knowledge),
  ];
  const surfaces = new Map<string, Surface[]>();
  const phrases = new PhraseTable<Surface>();
  for (const one of all) {
    const key = foldKey(one.text);
    const same = surfaces.get(key) ?? [];
    if (same.some((other) => other.entity.kind === one.entity.kind && other.entity.id === one.entity.id)) continue;
    same.push(one);
    if (same.length === 1) surfaces.set(key, same);
    phrases.add(key, one);
  }
  const titles = new PhraseTable<Title>();
  for (const title of known) for (const text of [...title.ja, ...title.en]) titles.add(foldKey(text), title);
  const partNamed = (text: string, topics: readonly string[]): TopicPart | undefined => {
    const key = foldKey(text);
    for (const { entity, part } of surfaces.get(key) ?? surfaces.get(withoutPlural(key)) ?? []) {
      if (part !== undefined && topics.includes(entity.id)) return knowledge.topics.get(entity.id)?.parts[part];
    }
    return undefined;
  };
  const called = collectCalled(knowledge);
  const label = (entity: Entity) => labelOf(entity, knowledge, posts, places);
  return {
    knowledge,
    posts,
    places,
    partners: new Set(knowledge.consultations.flatMap((one) => one.participants.map((other) => other.country))),
    named: collectNamed(knowledge, label),
    surfaces,
    governments: new Map(
      [...knowledge.places.values()].flatMap(({ id, governmentOf }) =>
        governmentOf === undefined ? [] : [[id, [governmentOf]] as const],
      ),
    ),
    postsCalled: (text) => called.get(foldKey(text)) ?? [],
    isPart: (text, topics) => partNamed(text, topics) !== undefined,
    partNamed,
    parts: (text) => partsOf(foldText(text), phrases, titles),
    link: (text) => withTitles(findLinks(typeof text === 'string' ? foldText(text) : text, phrases, titles), titles),
    label,
  };
}

/** What kinds of name a framework’s own name may hold; 国家安全保障局長 is a post, and no meeting at his office. */
const WITHIN_NAMES: ReadonlySet<string> = new Set(['format', 'place', 'country', 'members', 'office']);

function partsOf(folded: FoldedText, phrases: PhraseTable<Surface>, titles: PhraseTable<Title>): readonly Entity[] {
  const found: Entity[] = [];
  for (let at = 0; at < folded.text.length; at += 1) {
    const best = longestAt(folded, at, phrases, titles, ({ kind }) => WITHIN_NAMES.has(kind));
    if (!best) continue;
    found.push(...best.found.map(({ entity }) => entity));
    at = best.to - 1;
  }
  return found;
}

type FoldedLink = { readonly from: number; readonly to: number; readonly found: readonly Surface[] };
type Found = { readonly folded: FoldedText; readonly links: readonly FoldedLink[] };

function findLinks(folded: FoldedText, phrases: PhraseTable<Surface>, titles: PhraseTable<Title>): Found {
  const links: FoldedLink[] = [];
  let at = 0;
  while (at < folded.text.length) {
    const best = longestAt(folded, at, phrases, titles);
    if (best) {
      links.push(best);
      at = best.to;
    } else at += 1;
  }
  return { folded, links };
}

function longestAt(
  folded: FoldedText,
  at: number,
  phrases: PhraseTable<Surface>,
  titles: PhraseTable<Title>,
  isWanted: (entity: Entity) => boolean = () => true,
): FoldedLink | undefined {
  if (!mayStart(folded, at)) return undefined;
  for (const match of phrases.matches(folded.text, at).reverse()) {
    const to = pluralEnd(folded, at, match.end);
    if (!mayEnd(folded, at, to)) continue;
    const found = match.values.filter((one) => isWanted(one.entity) && allows(one, folded, at, to, titles));
    // "Japans EEZ": what a country or a place has, and not several of them.
    if (found.length > 0) return { from: at, to: found.some(isOwner) ? match.end : to, found };
  }
  return undefined;
}

/** A name that has no plural; Americans and Koreans are several. */
function isOwner({ text, entity: { kind } }: Surface): boolean {
  return OWNERS.has(kind) && !ENDS_OF_PEOPLES.some((end) => text.endsWith(end));
}

const ENDS_OF_PEOPLES = ['can', 'ean', 'ian', 'ino'];

const OWNERS: ReadonlySet<string> = new Set(['country', 'outsider', 'place']);

function mayStart(folded: FoldedText, at: number): boolean {
  const kind = folded.kinds[at];
  return kind === 'latin' || kind === 'digit' ? wordStarts(folded, at) : !isOfDay(folded.text, at);
}

/** 今日中, 昨日中国が: the 日 of a day begins no 日中. */
function isOfDay(text: string, at: number): boolean {
  const before = text[at - 1];
  if (text[at] !== '日' || before === undefined) return false;
  return before === '本' ? text[at - 2] !== '日' : DAYS.includes(before);
}

const DAYS = '今昨明毎平';

/** AMRAAMs, summits: a plural s belongs to the word; in FMS the capital does not. */
function pluralEnd(folded: FoldedText, from: number, end: number): number {
  const isPlural =
    folded.text[end] === 's' &&
    folded.kinds[end] === 'latin' &&
    !folded.gaps[end] &&
    (end + 1 === folded.text.length || wordStarts(folded, end + 1)) &&
    (end - from > 3 || folded.source[folded.starts[end] ?? 0] === 's');
  return isPlural ? end + 1 : end;
}

function mayEnd(folded: FoldedText, from: number, to: number): boolean {
  const first = folded.kinds[from];
  const last = folded.kinds[to - 1];
  if ((last === 'latin' || last === 'digit') && to < folded.text.length && !wordStarts(folded, to)) return false;
  const before = from > 0 && !folded.gaps[from] ? folded.kinds[from - 1] : undefined;
  const after = to < folded.text.length && !folded.gaps[to] ? folded.kinds[to] : undefined;
  const length = to - from;
  if (first === 'katakana' && before === 'katakana' && length < 4) return false;
  if (last === 'katakana' && after === 'katakana' && length < 4) return false;
  if (first === 'hiragana' && last === 'hiragana') {
    // 違い, 話すが: endings of words, not the names い and すが.
    if (length <= 2 && (before === 'hiragana' || after === 'hiragana' || before === 'kanji' || length === 1))
      return false;
    if (length === 3 && (before === 'hiragana' || before === 'kanji')) return false;
  }
  return true;
}

function allows(one: Surface, folded: FoldedText, from: number, to: number, titles: PhraseTable<Title>): boolean {
  // "A US umbrella" names no Aus.
  if (
    to - from <= 4 &&
    holdsSpace(folded.source.slice(folded.starts[from], folded.ends[to - 1])) &&
    /^[a-z]+$/i.test(one.text)
  )
    return false;
  if (one.rule === 'cased') {
    const typed = folded.source.slice(folded.starts[from], folded.ends[to - 1]);
    // "gen brown": a title before it makes it a name, however it is written.
    const isTitled = one.entity.kind === 'person' && titleBefore(folded, from, titles, undefined) !== undefined;
    return isTitled || /\p{Lu}/u.test(typed) || !/\p{Ll}/u.test(typed);
  }
  if (one.rule === 'venue') {
    const [start, end] = [folded.starts[from] ?? 0, folded.ends[to - 1] ?? 0];
    return isVenueBetween(folded.source.slice(Math.max(0, start - 14), start), folded.source.slice(end, end + 3));
  }
  if (one.rule === 'no-figure') return folded.kinds[from - 1] !== 'digit';
  const isShortName = one.entity.kind === 'person' && one.partial && to - from <= 2 && folded.kinds[from] === 'kanji';
  if (!isShortName) return true;
  const before = from > 0 && !folded.gaps[from] ? folded.kinds[from - 1] : undefined;
  const after = to < folded.text.length && !folded.gaps[to] ? folded.text[to] : undefined;
  // お金, ご林: a polite prefix stands before things, and before no name.
  if (before !== undefined && 'おご'.includes(folded.text[from - 1] ?? '')) return false;
  if (after !== undefined && '県市区町村府島駅産'.includes(after)) return false;
  if (one.rule !== 'name') return true;
  // 申し入れ, 申す: the stem of a verb, and no name.
  if (after !== undefined && 'しす'.includes(after)) return false;
  const titled = titles.matches(folded.text, to).length > 0;
  // 言い張って, 引き金, 突っ張る: the second half of a word.
  if (!titled && before !== undefined && 'いきしちみっ'.includes(folded.text[from - 1] ?? '')) return false;
  const afterKind = after === undefined ? undefined : folded.kinds[to];
  return before !== 'kanji' && (titled || afterKind !== 'kanji');
}

/** Takes the titles beside people's names into their stretch: "Defense Minister Nakatani", 中谷防衛大臣. */
function withTitles({ folded, links }: Found, titles: PhraseTable<Title>): readonly Link[] {
  const merged: Link[] = [];
  for (let index = 0; index < links.length; index += 1) {
    const link = links[index];
    if (!link) continue;
    const isPerson = link.found.some((one) => one.entity.kind === 'person');
    let from = link.from;
    let to = link.to;
    const beside: Title[] = [];
    if (isPerson) {
      const after = titles.matches(folded.text, to).at(-1);
      if (after && folded.kinds[to] !== 'latin') {
        beside.push(...after.values);
        to = after.end;
        while (links[index + 1] && (links[index + 1]?.from ?? 0) < to) index += 1;
      }
      const before = titleBefore(folded, from, titles, merged.at(-1));
      if (before) {
        beside.push(...before.titles);
        from = before.from;
        const last = merged.at(-1);
        if (last && last.end > (folded.starts[from] ?? 0)) merged.pop();
      }
    }
    merged.push({
      start: folded.starts[from] ?? 0,
      end: folded.ends[to - 1] ?? 0,
      entities: link.found.map((one) => one.entity),
      partial: link.found.every((one) => one.partial),
      titles: beside,
      part: partOf(link.found),
    });
  }
  return merged;
}

function partOf(found: readonly Surface[]): Link['part'] {
  for (const { entity, part } of found) if (part !== undefined) return { topic: entity.id, index: part };
  return undefined;
}

/** The longest title that ends where a name begins. A title is at most 60 units, so this looks back no further. */
function titleBefore(
  folded: FoldedText,
  end: number,
  titles: PhraseTable<Title>,
  previous: Link | undefined,
): { readonly from: number; readonly titles: readonly Title[] } | undefined {
  if (!wordStarts(folded, end) || folded.kinds[end] !== 'latin') return undefined;
  const blocked = previous?.entities.some((entity) => entity.kind === 'person') ? previous.end : 0;
  for (let from = Math.max(0, end - 60); from < end; from += 1) {
    if (folded.kinds[from] !== 'latin' || !wordStarts(folded, from) || (folded.starts[from] ?? 0) < blocked) continue;
    const match = titles.matches(folded.text, from).find((one) => one.end === end);
    if (match) return { from, titles: match.values };
  }
  return undefined;
}

function labelOf(
  entity: Entity,
  knowledge: KnowledgeBase,
  posts: ReadonlyMap<string, Post>,
  places: PlaceTable,
): Bilingual {
  const { kind, id } = entity;
  const names = {
    person: () => knowledge.people.get(id)?.names,
    framework: () => knowledge.frameworks.get(id)?.names,
    topic: () => knowledge.topics.get(id)?.labels,
    country: () => knowledge.countries.get(id)?.names,
    visit: () => knowledge.countries.get(id)?.names,
    outsider: () => knowledge.countries.get(id)?.names,
    group: () => knowledge.groups.get(id)?.names,
    occasion: () => knowledge.occasions.get(id)?.names,
    document: () => knowledge.documents.get(id)?.names,
    administration: () => knowledge.administrations.get(id)?.names,
    office: () => posts.get(id)?.names[0],
    place: () => places.names.get(id),
    members: () => {
      const countries = id.split('+').map((code) => knowledge.countries.get(code)?.names);
      return {
        ja: countries.map((name) => name?.ja ?? '').join('・'),
        en: countries.map((name) => name?.en ?? '').join(', '),
      };
    },
    format: () => undefined,
    level: () => undefined,
  }[kind]();
  return names ? { ja: names.ja, en: names.en } : { ja: id, en: id };
}

function collectNamed(knowledge: KnowledgeBase, label: (entity: Entity) => Bilingual): readonly Named[] {
  const counts = new Map<string, number>();
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const consultation of knowledge.consultations) {
    count(`framework:${consultation.framework}`);
    for (const person of new Set(consultation.participants.map((one) => one.person))) count(`person:${person}`);
    for (const country of new Set(consultation.participants.map((one) => one.country))) count(`country:${country}`);
    for (const topic of new Set(consultation.outcomes.flatMap((one) => one.topics))) count(`topic:${topic}`);
  }
  const entities: Entity[] = [
    ...[...knowledge.people.keys()].map((id): Entity => ({ kind: 'person', id })),
    ...[...knowledge.frameworks.keys()].map((id): Entity => ({ kind: 'framework', id })),
    ...[...knowledge.topics.keys()].map((id): Entity => ({ kind: 'topic', id })),
    ...[...knowledge.countries.keys()].map((id): Entity => ({ kind: 'country', id })),
    ...[...knowledge.documents.keys()].map((id): Entity => ({ kind: 'document', id })),
    ...[...knowledge.administrations.keys()].map((id): Entity => ({ kind: 'administration', id })),
  ];
  const named = entities.map((entity) => ({
    entity,
    label: label(entity),
    weight: counts.get(`${entity.kind}:${entity.id}`) ?? 0,
  }));
  return named.sort((a, b) => b.weight - a.weight || (a.entity.id < b.entity.id ? -1 : 1));
}
