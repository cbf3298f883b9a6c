import type { Framework } from '../../knowledge/schema.ts';
import { COUNTRY_LETTERS } from '../../lexicon/fixed.ts';
import type { Lexicon, Link } from '../../lexicon/lexicon.ts';
import type { Reading } from '../interpret.ts';
import type { Question } from '../question.ts';
import type { ResolvedCountries } from './countries.ts';

/** Words that make a level a restriction on meetings; elsewhere it names who is asked about ("which ministers attended"). */
const MEETING_AFTER =
  /^(?:級|レベル|の)?(?:電話)?(?:会談|会合|協議|会議|対話|共同声明|だけ|のみ)|^['’]?[\s-]*(?:(?:joint )?statements?|level|meetings?|talks|calls?|consultations?|conferences?|dialogues?|sessions?|video|phone|telephone)\b|^は?[\s\p{P}]*$/iu;
const ONLY_BEFORE =
  /(?:\bonly|\bjust|\bat|\bbetween|\bamong)(?: the)?\s*$|\b(?:between|among) (?:(?:the|two|both|japan(?:ese)?|u\.?s\.?|american|and|countries['’]?)[ ,-]+){1,5}$/i;
/** 「広島で会った首脳」 asks for people. */
const MET_BEFORE = /(?:会っ|会談し|出席し|参加し|話し)(?:た|ている)(?:(?:日本|米国|アメリカ|韓国|[日米])側?の?)?$/;

/** What kind of meeting a framework's name says it is; the same kinds exist between two and between more countries. */
const MEETING_KINDS: readonly RegExp[] = [
  /(?<!米軍)首脳/,
  /防衛相/,
  /外相|閣僚級戦略対話/,
  /外務次官/,
  /参謀総長|統合幕僚長/,
  /国家安全保障局長/,
];

const ALL_FORMATS = ['in-person', 'telephone', 'video'] as const;

/** "Except phone calls", 電話を除いて: the other formats are meant. */
function excludesFormat(masked: string): boolean {
  return /\b(?:except|excluding|without|other than|but not|not)(?: by| for| the| in)* M\b|M(?:会談)?(?:を除|以外|ではない|でない)/.test(
    masked,
  );
}

/** "Including phone calls", 電話も含めて: no format is left out. */
function includesFormat(masked: string): boolean {
  return /\bincl(?:uding|udes?|usive of)?\.?(?: the| all)? M|\bM (?:included|too|as well)\b|M(?:会談|会議)?(?:(?:と|や|、|・)M(?:会談|会議)?)*(?:など)?(?:も|を|は)?(?:含|込み|合わせ)/.test(
    masked,
  );
}

/** Frameworks, levels, formats, and the partners that a framework's own name tells. */
export type ResolvedFrameworks = Pick<Question, 'frameworks' | 'levels' | 'formats'> &
  Pick<ResolvedCountries, 'countries' | 'members'>;

/** Resolves frameworks, levels and formats; `named` are the countries the text names. */
export function resolveFrameworks(
  reading: Pick<Reading, 'text' | 'masked' | 'links'>,
  named: ResolvedCountries,
  lexicon: Lexicon,
): ResolvedFrameworks {
  const { text, links } = reading;
  const kinds = kindsWritten(text, links);
  const { frameworks: linked, members } = withPartners(ids(links, 'framework'), kinds, named, lexicon);
  const told = links.flatMap((link) =>
    link.entities.flatMap(({ kind, id }) =>
      kind === 'level' && (id === 'trilateral' || restricts(text, link)) ? [id] : [],
    ),
  );
  // "Trilateral summit" without partners: the summits of every three.
  const wider = members.length === 0 && told.includes('trilateral') ? ofThree(linked, lexicon) : [];
  const frameworks = wider.length > 0 ? wider : linked;
  const held = new Set<string | undefined>(frameworks.map((id) => lexicon.knowledge.frameworks.get(id)?.level));
  // "The economic 2+2 at ministerial level": the kind of meeting named tells the level.
  const isOdd = frameworks.length > 0 && told.length > 0 && !told.some((level) => held.has(level));
  const levels = wider.length > 0 ? told.filter((level) => level !== 'trilateral') : isOdd ? [] : told;
  const formats = new Set(ids(links, 'format'));
  for (const link of links) {
    if (!link.entities.some((one) => one.kind === 'framework')) continue;
    const written = text.slice(link.start, link.end);
    if (/電話|telephone|phone/i.test(written)) formats.add('telephone');
    if (/テレビ|オンライン|video/i.test(written)) formats.add('video');
  }
  const third = members.filter((code) => code !== 'JP' && code !== 'US');
  return {
    frameworks,
    members,
    countries: [...new Set([...third, ...named.countries])],
    // Meetings with partners are all of the level "trilateral": who meets there is told by their frameworks.
    levels: members.length > 0 ? [] : [...new Set(levels)],
    formats: includesFormat(reading.masked)
      ? []
      : ALL_FORMATS.filter((format) => formats.has(format) !== excludesFormat(reading.masked)),
  };
}

/** "Only the summits" after 日米比の会談: those of the frameworks shown that are of that kind; else just what is named now. */
export function narrowedFrameworks(
  shown: readonly string[],
  named: readonly string[],
  { knowledge: { frameworks } }: Lexicon,
): readonly string[] {
  const kinds = MEETING_KINDS.filter((kind) => named.some((id) => kind.test(frameworks.get(id)?.names.ja ?? '')));
  const parts = [...frameworks.values()].filter(({ id, parent }) => shown.includes(id) || shown.includes(parent ?? ''));
  const fitting = parts.filter(({ id, names }) => named.includes(id) || kinds.some((kind) => kind.test(names.ja)));
  return fitting.length > 0 ? fitting.map(({ id }) => id) : named;
}

/** The frameworks with partners that are of the same kind of meeting as those of the two. */
function ofThree(linked: readonly string[], { knowledge: { frameworks } }: Lexicon): readonly string[] {
  const kinds = MEETING_KINDS.filter((kind) => linked.some((id) => kind.test(frameworks.get(id)?.names.ja ?? '')));
  const wide = [...frameworks.values()].filter(({ level }) => level === 'trilateral');
  return wide.filter(({ names }) => kinds.some((kind) => kind.test(names.ja))).map(({ id }) => id);
}

/**
 * With partners named, "summit" or 外相会合 says which of the partners' own frameworks is meant; a combination alone means
 * the whole of them; and a framework such as 日米韓外相会合 tells the partners itself.
 */
function withPartners(
  linked: readonly string[],
  written: readonly RegExp[],
  named: ResolvedCountries,
  lexicon: Lexicon,
): { readonly frameworks: readonly string[]; readonly members: readonly string[] } {
  const all = lexicon.knowledge.frameworks;
  const third = named.countries.filter((code) => !named.venueCountries.includes(code) && lexicon.partners.has(code));
  let members = named.members;
  if (members.length === 0 && third.length > 0 && linked.length + written.length > 0) members = ['JP', 'US', ...third];
  if (members.length === 0) {
    const wide = linked.map((id) => membersOf(all.get(id))).filter((codes) => codes.length > 2);
    const [own] = wide;
    // "The three leaders" are of whichever three.
    if (!own || new Set(wide.map((codes) => [...codes].sort().join('+'))).size > 1)
      return { frameworks: linked, members: [] };
    members = own;
  }
  const key = [...members].sort().join('+');
  const fitting = [...all.values()].filter((one) => [...membersOf(one)].sort().join('+') === key);
  const kindsAsked = [
    ...MEETING_KINDS.filter((kind) => linked.some((id) => kind.test(all.get(id)?.names.ja ?? ''))),
    ...written,
  ];
  // The Philippines never met the two alone at this level, but in company.
  const isHeld = (one: Framework) => kindsAsked.some((kind) => kind.test(one.names.ja));
  if (named.members.length === 0 && kindsAsked.length > 0 && !fitting.some(isHeld)) {
    const wider = [...all.values()].filter(
      (one) => members.every((code) => membersOf(one).includes(code)) && isHeld(one),
    );
    if (wider.length > 0) return { frameworks: wider.map((one) => one.id), members: [] };
  }
  if (fitting.length === 0) return { frameworks: linked, members };
  const ofKind = (kind: RegExp) => fitting.filter((one) => kind.test(one.names.ja)).map((one) => one.id);
  const meant = linked.flatMap((id) => {
    if (fitting.some((one) => one.id === id)) return [id];
    const same = MEETING_KINDS.filter((pattern) => pattern.test(all.get(id)?.names.ja ?? '')).flatMap(ofKind);
    return same.length > 0 || all.get(id)?.level !== 'trilateral' ? same : [id];
  });
  meant.push(...written.flatMap(ofKind));
  const specific = meant.filter((id) => all.get(id)?.parent !== undefined);
  if (specific.length > 0) return { frameworks: [...new Set(specific)], members };
  if (meant.length > 0 || linked.length > 0) return { frameworks: [...new Set(meant)], members };
  const whole = fitting.find((one) => one.parent === undefined);
  return { frameworks: whole ? [whole.id] : [], members };
}

/**
 * 「マルコス大統領との首脳会合」 is no meeting of two: where the people named never met in the framework linked, it means the
 * frameworks of the same kind in which they did.
 */
export function frameworksOfPeople(
  linked: readonly string[],
  people: readonly string[],
  lexicon: Lexicon,
): readonly string[] {
  if (linked.length === 0 || people.length === 0) return linked;
  const { frameworks, consultations } = lexicon.knowledge;
  const met = consultations.filter((one) =>
    people.every((id) => one.participants.some((other) => other.person === id)),
  );
  if (
    met.length === 0 ||
    met.some((one) => linked.includes(one.framework) || linked.includes(frameworks.get(one.framework)?.parent ?? ''))
  )
    return linked;
  const kinds = MEETING_KINDS.filter((kind) => linked.some((id) => kind.test(frameworks.get(id)?.names.ja ?? '')));
  const same = met
    .map((one) => one.framework)
    .filter((id) => kinds.some((kind) => kind.test(frameworks.get(id)?.names.ja ?? '')));
  return same.length > 0 ? [...new Set(same)] : linked;
}

/** Kinds of meeting that a level or a post beside a combination tells: 日米韓防衛相, "leaders of Japan, the U.S. and the ROK". */
function kindsWritten(text: string, links: readonly Link[]): readonly RegExp[] {
  const words = links
    .filter((link) => link.entities.some((one) => one.kind === 'level' || one.kind === 'office'))
    .map((link) => text.slice(link.start, link.end).toLowerCase())
    .join(' ');
  const english = [/leader/, /defen[cs]e minister/, /foreign minister/];
  const named = MEETING_KINDS.slice(0, 3).filter((kind, index) => kind.test(words) || english[index]?.test(words));
  if (named.length > 0) return named;
  return links
    .filter((link) => restricts(text, link))
    .flatMap((link) => link.entities.flatMap(({ kind, id }) => (kind === 'level' ? (KINDS_OF_LEVEL[id] ?? []) : [])));
}

/** What kinds of meeting with partners are of a level. */
const KINDS_OF_LEVEL: Readonly<Record<string, readonly RegExp[]>> = {
  leaders: [/首脳/],
  ministers: [/防衛相/, /外相|閣僚級戦略対話/],
  officials: [/次官|局長|実務|事務局/],
  military: [/参謀総長|統合幕僚長/],
};

/** Countries in a framework's name: 日米韓外相会合 → JP US KR. Empty when it does not begin with such letters. */
function membersOf(framework: Framework | undefined): readonly string[] {
  const codes: string[] = [];
  for (const char of framework?.names.ja ?? '') {
    const code = Object.keys(COUNTRY_LETTERS).find((one) => COUNTRY_LETTERS[one] === char);
    if (!code) break;
    codes.push(code);
  }
  return codes;
}

function restricts(text: string, link: Link): boolean {
  const before = text.slice(Math.max(0, link.start - 40), link.start);
  if (MET_BEFORE.test(before)) return false;
  return MEETING_AFTER.test(text.slice(link.end, link.end + 20)) || ONLY_BEFORE.test(before);
}

function ids(links: readonly Link[], kind: string): readonly string[] {
  return [...new Set(links.flatMap((link) => link.entities.filter((one) => one.kind === kind).map((one) => one.id)))];
}

/** A call on whoever is not the Prime Minister is filed with the other high-level talks. */
export function callsOnOthers(
  frameworks: readonly string[],
  people: readonly string[],
  { offices }: { readonly offices: readonly string[] },
  { knowledge, posts }: Lexicon,
): readonly string[] {
  if (!frameworks.includes('courtesy-call')) return frameworks;
  const called = people.flatMap((id) => knowledge.people.get(id) ?? []).filter(({ country }) => country === 'JP');
  const others =
    called.some((one) => one.offices.every(({ post }) => post !== 'jp-prime-minister')) ||
    offices.some((id) => id !== 'jp-prime-minister' && posts.get(id)?.country === 'JP');
  return others ? [...frameworks, 'high-level-talks'] : frameworks;
}
