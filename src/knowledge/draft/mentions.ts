import { level } from '../../text/level.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import type { Person } from '../schema.ts';

/** A known name in a text: `start` and `end` are UTF-16 offsets into the text as `foldText` gives it. */
export type NameMention = { readonly id: string; readonly start: number; readonly end: number };

export type Names = { readonly people: NameIndex; readonly frameworks: NameIndex; readonly topics: NameIndex };
type NameIndex = readonly { readonly id: string; readonly name: string }[];

/** Every name and alias of the people, frameworks and topics on record, longest first. */
export function collectNames(knowledge: KnowledgeBase): Names {
  return {
    people: index(
      [...knowledge.people.values()].map((person) => [
        person.id,
        [person.names.ja, person.names.en, ...titled(person, knowledge)],
        person.aliases,
      ]),
    ),
    frameworks: index(
      [...knowledge.frameworks.values()].map(({ id, names, short, aliases }) => [
        id,
        [names.ja, names.en, short?.ja ?? names.ja, short?.en ?? names.en],
        aliases,
      ]),
    ),
    topics: index(
      [...knowledge.topics.values()].map(({ id, labels, aliases }) => [id, [labels.ja, labels.en], aliases]),
    ),
  };
}

/** The text as names are looked for: levelled, one kind of dash, no apostrophes. */
export const foldText = (text: string): string =>
  // A circled number stands apart from the word after it; NFKC alone would join the two.
  level(text.replaceAll(/[①-⑳]/g, ' '))
    .replaceAll(/[‐–—−]/g, '-')
    .replaceAll(/['’]/g, '');

/** Known names in `folded`, longest first, never overlapping, returned in order of position. */
export function findNames(folded: string, names: NameIndex): readonly NameMention[] {
  const found: NameMention[] = [];
  for (const { id, name } of names) {
    for (let start = folded.indexOf(name); start >= 0; start = folded.indexOf(name, start + name.length)) {
      const end = start + name.length;
      if (isWhole(folded, start, end) && !found.some((other) => start < other.end && other.start < end)) {
        found.push({ id, start, end });
      }
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** 中谷大臣, "Minister of Defense Nakatani": family name with title, for a family name that one person alone has. */
function titled({ id, family, offices }: Person, knowledge: KnowledgeBase): string[] {
  for (const other of knowledge.people.values()) {
    if (other.id !== id && (other.family.ja === family.ja || other.family.en === family.en)) return [];
  }
  return offices.flatMap(({ ja, en }) => {
    const rank = RANKS.find((ending) => ja.endsWith(ending));
    return [`${family.ja}${ja}`, `${en} ${family.en}`, ...(rank === undefined ? [] : [`${family.ja}${rank}`])];
  });
}

/** What a text calls a person by after naming the office once. */
const RANKS = ['大臣', '長官', '大統領', '補佐官', '次官', '司令官', '議長', '局長'];

function index(
  entries: readonly (readonly [
    string,
    readonly string[],
    { readonly ja: readonly string[]; readonly en: readonly string[] },
  ])[],
): NameIndex {
  const names = entries.flatMap(([id, own, { ja, en }]) =>
    [...own, ...ja, ...en].map((name) => ({ id, name: foldText(name) })),
  );
  return names.filter(({ name }) => name.length > 1).sort((a, b) => b.name.length - a.name.length);
}

/** A Latin name must not be a part of a longer word; Japanese runs on without spaces. */
function isWhole(text: string, start: number, end: number): boolean {
  return !(isLatin(text[start]) && isLatin(text[start - 1])) && !(isLatin(text[end - 1]) && isLatin(text[end]));
}

const isLatin = (char: string | undefined): boolean => char !== undefined && /[a-z0-9]/.test(char);
