import { readFileSync } from 'node:fs';

/**
 * A text as every comparison of the project takes it: NFKC, lower case, kanji in one form, circled figures and letters as plain ones, a
 * hyphen where ー was typed for one, and nothing that a reader does not see. White space, kana and punctuation stay, so that each
 * comparison levels what it must besides. Total; linear in the length.
 */
export function level(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  const plain = withHyphens(withoutInvisible(text)).normalize('NFKC').toLowerCase().replace(MARKS, '');
  return LEVELLED_APART.test(plain) ? Array.from(plain, standard).join('') : plain;
}

/** One character in the form that it is compared in: 髙 as 高, ❷ as 2. Any other comes back as it is. */
export function standard(char: string): string {
  table ??= loadTable();
  return table.get(char) ?? char;
}

/** Without characters that leave no trace on the page: zero-width spaces and joiners, soft hyphens, variation selectors, directions. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}

/** With a hyphen where the long-vowel mark, the key beside the 0, was typed for one: 2025ー03ー30, Fー35. Length and offsets stay. */
export function withHyphens(text: string): string {
  return text.replace(TYPED_HYPHEN, '-');
}

const ASCII = /^[\0-\x7f]*$/;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
/** Accents that NFKC joins to no letter, and what encloses one (2⃣). */
const MARKS = /[\p{Mn}\p{Me}]/gu;
const TYPED_HYPHEN = /(?<=[0-9０-９])[ーｰ](?=[0-9０-９a-zａ-ｚ])|(?<=[a-zａ-ｚ])[ーｰ](?=[0-9０-９])/giu;
/** Kanji, radicals and enclosed characters: all that the table can hold. */
const LEVELLED_APART = /[\u2460-\u27bf\u2e80-\u2eff\p{Script=Han}\u{1f100}-\u{1f1ff}]/u;

/** Made at the first use. */
let table: ReadonlyMap<string, string> | undefined;

function loadTable(): ReadonlyMap<string, string> {
  const lines = readFileSync(new URL('./kanji-variants.txt', import.meta.url), 'utf8').split('\n');
  const groups = lines.filter((line) => !line.startsWith('#')).flatMap((line) => line.split(' '));
  const kanji = groups.flatMap((group) => {
    const [form = '', ...others] = group;
    return others.map((other) => [other, form] as const);
  });
  return new Map([...kanji, ...ENCLOSED.flatMap(([first, plain]) => successive(first, plain)), ...SIGNS]);
}

/** Enclosed figures and letters that have no decomposition, by the first of each row: ❶, ➀, ➊, ⓫, ⓵, 🅐, 🅰. */
const ENCLOSED: readonly (readonly [number, readonly string[]])[] = [
  [0x2776, figures(1, 10)],
  [0x2780, figures(1, 10)],
  [0x278a, figures(1, 10)],
  [0x24eb, figures(11, 20)],
  [0x24f5, figures(1, 10)],
  [0x24ff, figures(0, 0)],
  [0x1f150, [...'abcdefghijklmnopqrstuvwxyz']],
  [0x1f170, [...'abcdefghijklmnopqrstuvwxyz']],
];
const SIGNS: readonly (readonly [string, string])[] = [
  ['➕', '+'],
  ['➖', '-'],
];

function figures(first: number, last: number): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, at) => String(first + at));
}

function successive(first: number, plain: readonly string[]): readonly (readonly [string, string])[] {
  return plain.map((text, at) => [String.fromCodePoint(first + at), text] as const);
}
