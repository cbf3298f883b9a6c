import { readFileSync } from 'node:fs';

/**
 * A text as every comparison of the project takes it: NFKC, lower case, kanji in one form, circled figures and letters as plain ones, a
 * hyphen where ー was typed for one, and nothing that a reader does not see. White space, kana and punctuation stay, so that each
 * comparison levels what it must besides. Total; linear in the length.
 */
export function level(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  const plain = withHyphens(withoutInvisible(text)).normalize('NFKC').toLowerCase().replace(MARKS, '');
  return inOneForm(plain);
}

/** One character in the form that it is compared in: 髙 as 高, ❷ as 2. Any other comes back as it is. */
export function standard(char: string): string {
  table ??= loadTable();
  return table.get(char.codePointAt(0) ?? 0) ?? char;
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
/** The table holds nothing below: the first enclosed figure. */
const FIRST_IN_TABLE = 0x2460;

/** Most texts hold nothing of the table, so nothing is put together before it is needed. */
function inOneForm(text: string): string {
  table ??= loadTable();
  let result = '';
  let copied = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) ?? 0;
    const form = code < FIRST_IN_TABLE ? undefined : table.get(code);
    const length = code > 0xffff ? 2 : 1;
    if (form !== undefined) {
      result += text.slice(copied, at) + form;
      copied = at + length;
    }
    at += length - 1;
  }
  return copied === 0 ? text : result + text.slice(copied);
}

/** By code point; made at the first use. */
let table: ReadonlyMap<number, string> | undefined;

function loadTable(): ReadonlyMap<number, string> {
  const lines = readFileSync(new URL('./kanji-variants.txt', import.meta.url), 'utf8').split('\n');
  const groups = lines.filter((line) => !line.startsWith('#')).flatMap((line) => line.split(' '));
  const kanji = groups.flatMap((group) => {
    const [form = '', ...others] = group;
    return others.map((other) => [other, form] as const);
  });
  const all = [...kanji, ...ENCLOSED.flatMap(([first, plain]) => successive(first, plain)), ...SIGNS];
  return new Map(all.map(([char, form]) => [char.codePointAt(0) ?? 0, form]));
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
