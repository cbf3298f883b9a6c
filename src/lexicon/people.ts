import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Person } from '../knowledge/schema.ts';
import { foldKey } from '../text/fold.ts';
import { romajiVariants } from './romaji.ts';
import { type Surface, surface } from './surface.ts';
import { collectTitles } from './titles.ts';
import { everydayWords } from './words.ts';

/** Every way to write every person on record. */
export function peopleSurfaces(knowledge: KnowledgeBase): readonly Surface[] {
  const everyday = everydayWords(knowledge);
  const titles = new Set(collectTitles(knowledge).flatMap(({ en }) => en.map(foldKey)));
  return [...knowledge.people.values()].flatMap((person) => personSurfaces(person, everyday, titles));
}

function personSurfaces(
  person: Person,
  everyday: ReadonlySet<string>,
  titles: ReadonlySet<string>,
): readonly Surface[] {
  const whole = new Set<string>([person.names.ja, person.names.en, ...person.aliases.ja, ...person.aliases.en]);
  const partial = new Set<string>([person.family.ja, person.family.en]);
  addEnglishOrders(person, whole, titles);
  addJapaneseParts(person, whole, partial);
  addKana(person, whole, partial);
  addJapaneseTitles(person, whole);
  // An alias that only writes the family name otherwise (ルービオ) is no whole name either.
  const families = new Set([person.family.ja, person.family.en].map(foldKey));
  for (const name of whole) if (families.has(foldKey(name))) whole.delete(name);
  return [
    ...[...whole].map((text) => surface(text, { kind: 'person', id: person.id }, { rule: ruleFor(text, everyday) })),
    ...[...partial].map((text) =>
      surface(text, { kind: 'person', id: person.id }, { rule: ruleFor(text, everyday), partial: true }),
    ),
  ];
}

function addEnglishOrders(person: Person, whole: Set<string>, titles: ReadonlySet<string>): void {
  for (const name of [person.names.en, ...person.aliases.en]) {
    const bare = name
      .replace(/,?(?<!\s)\s*\b(?:Jr|Sr|II|III)\b\.?/gi, '')
      .replace(/(?<!\s)\s+[A-Z]\.(?=\s)/g, '')
      .replace(/^[A-Z]\.\s+/, '')
      .trim();
    if (!bare.includes(' ')) continue;
    whole.add(bare);
    const words = bare.split(/\s+/);
    // In "is Rubio secretary of state" the title of Secretary Rubio is the post.
    if (titles.has(foldKey(words.slice(0, -1).join(' ')))) continue;
    if (words.length === 2) whole.add(`${words[1]} ${words[0]}`);
    if (words.length === 3) {
      whole.add(`${words[2]} ${words[0]} ${words[1]}`);
      whole.add(`${words[1]} ${words[2]} ${words[0]}`);
    }
    const first = words[0];
    const last = words.at(-1);
    if (words.length > 2 && person.country === 'US' && first && last) whole.add(`${first} ${last}`);
  }
}

function addJapaneseParts(person: Person, whole: Set<string>, partial: Set<string>): void {
  for (const name of [person.names.ja, ...person.aliases.ja]) {
    const parts = name.split(/[・\s]+/u).filter((part) => part.length > 1);
    const last = parts.at(-1);
    if (parts.length > 1 && last && /^\p{Script=Katakana}/u.test(last) && person.country === 'US') partial.add(last);
    // サリバン is also written サリヴァン.
    if (/[バビベボ]/u.test(name)) {
      whole.add(name.replace(/[バビベボ]/gu, (char) => `ヴ${{ バ: 'ァ', ビ: 'ィ', ベ: 'ェ', ボ: 'ォ' }[char] ?? ''}`));
    }
  }
  if (/[バビベボ]/u.test(person.family.ja)) {
    partial.add(
      person.family.ja.replace(/バ/gu, 'ヴァ').replace(/ビ/gu, 'ヴィ').replace(/ベ/gu, 'ヴェ').replace(/ボ/gu, 'ヴォ'),
    );
  }
}

/** 加野防衛政策局長: a family name before the office, whose ministry is not said. */
function addJapaneseTitles({ family, offices }: Person, whole: Set<string>): void {
  for (const { ja } of offices) whole.add(`${family.ja}${ja.replace(/^\p{Script=Han}{1,4}省(?=.{3})/u, '')}`);
}

function addKana(person: Person, whole: Set<string>, partial: Set<string>): void {
  const kana = person.names.kana;
  if (!kana) return;
  whole.add(kana);
  const parts = kana.split(/[\s\u3000]+/u);
  const [family, given] = parts;
  if (!family || !given || parts.length !== 2) return;
  partial.add(family);
  if (person.country !== 'JP') return;
  const givenVariants = romajiVariants(given).slice(0, 3);
  for (const spelt of romajiVariants(family).slice(0, 5)) {
    if (spelt.length >= 3) partial.add(spelt);
    for (const other of givenVariants) {
      whole.add(`${spelt} ${other}`);
      whole.add(`${other} ${spelt}`);
    }
  }
}

function ruleFor(text: string, everyday: ReadonlySet<string>): Surface['rule'] {
  if (/^\p{Script=Han}$/u.test(text)) return 'name';
  if (everyday.has(text.toLowerCase())) return 'cased';
  return /^[A-Za-z]{1,3}$/.test(text) ? 'cased' : 'plain';
}
