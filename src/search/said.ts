import { remembered } from '../memo.ts';
import type { Steps } from '../steps.ts';
import { normalise } from '../text/normalise.ts';
import { stemEnglish } from '../text/stem.ts';

/** A bilingual text of the record in the forms in which names and words are looked for; each is made at its first use. */
export class Spoken {
  readonly source: { readonly ja: string; readonly en: string };
  #normal: { readonly ja: string; readonly en: string } | undefined;
  #forms: Forms | undefined;

  constructor(ja: string, en: string) {
    this.source = { ja, en };
  }

  /** Both halves as the text index has them, Japanese first. */
  get normal(): string {
    const { ja, en } = this.#halves();
    return `${ja}\n${en}`;
  }

  get forms(): Forms {
    const { ja, en } = this.#halves();
    this.#forms ??= { ja: squeezed(ja), en: squeezed(en), words: spaced(en) };
    return this.#forms;
  }

  #halves(): { readonly ja: string; readonly en: string } {
    this.#normal ??= { ja: normalise(this.source.ja), en: normalise(this.source.en) };
    return this.#normal;
  }
}

/** `ja` and `en` hold letters and figures only; `words` is the English with one space around each word. */
type Forms = { readonly ja: string; readonly en: string; readonly words: string };

/** What stands in one of the forms of a text that says something: any one of these. */
export type Wording = { readonly [Form in keyof Forms]: readonly string[] };

/** A shorter English stem begins too many other words: basing is no basic. */
const LEAST_STEM = 5;

/**
 * How a text says `label` in so many words. Japanese is looked for in the Japanese half, from two characters; anything else in the English half from
 * the beginning of a word, in the singular or plural. Names with figures are found however they are joined (F-35, F35).
 */
export function wordingOf(label: string): Wording {
  const normal = normalise(label);
  const key = squeezed(normal);
  if (key.length < 2) return { ja: [], en: [], words: [] };
  if (isJapanese(key)) return { ja: [key], en: [], words: [] };
  const words = spaced(normal).trim();
  const last = words.slice(words.lastIndexOf(' ') + 1);
  const before = ` ${words.slice(0, words.length - last.length)}`;
  const stem = stemEnglish(last);
  const ends = stem.length >= LEAST_STEM ? [stem, last] : [`${last} `, `${last}s `, `${stem} `];
  // "F22" is no "of 22 July", and "Article 2" no "Article 25"; F35 is F-35 all the same.
  const name = /\d/.test(key) && /[a-z]/.test(key) ? [key] : [];
  const joins = name.flatMap((each) => [` ${each} `, ` ${each.replace(/(?<=[a-z])(?=\d)/g, ' ')} `]);
  return { ja: name, en: [], words: [...new Set([...ends.map((end) => before + end), ...joins])] };
}

/** How a text writes any of several names, as parts of longer words too; a name that holds another needs no look of its own. */
export function writingOf(names: readonly string[]): Wording {
  const all = new Set(names.map((name) => squeezed(normalise(name))).filter((key) => key.length > 0));
  const keys = [...all].filter((key) => ![...all].some((other) => other !== key && key.includes(other)));
  return { ja: keys, en: keys.filter((key) => !isJapanese(key)), words: [] };
}

export function says({ forms }: Spoken, wording: Wording): boolean {
  return FORMS.some((form) => wording[form].some((part) => saysPart(forms[form], part)));
}

function saysPart(text: string, part: string): boolean {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1))
    if (standsApart(text, at, at + part.length)) return true;
  return false;
}

const FORMS = ['ja', 'en', 'words'] as const;

/** All texts of a kind in one string a form: looking through one is many times faster than through thousands. Each place may have several texts. */
export type Corpus = {
  /** The places of which a text says something. */
  saying(wording: Wording): ReadonlySet<number>;
  /** Does in small steps what the first search would wait for. */
  prepare(): Steps<void>;
};

/** Names come again and again, in labels and synonyms: where they stand is remembered. A few dozen bytes each. */
const MOST_FOUND = 3000;

/** Prepares the search of the texts of each place, at the first use. */
export function createCorpus(places: readonly (readonly Spoken[])[]): Corpus {
  const texts = places.flat();
  const owners = places.flatMap((own, place) => own.map(() => place));
  const joined = remembered((form: keyof Forms) => {
    const starts: number[] = [];
    let length = 0;
    for (const { forms } of texts) {
      starts.push(length);
      length += forms[form].length + 1;
    }
    return { all: texts.map(({ forms }) => forms[form]).join('\n'), starts };
  }, FORMS.length);
  function find({ part, form }: { readonly part: string; readonly form: keyof Forms }): readonly number[] {
    const { all, starts } = joined(form);
    const held: number[] = [];
    // Spaces are everywhere: what stands after one is found faster without it.
    const word = part.trimStart();
    const begins = word.length < part.length;
    for (let at = all.indexOf(word); at >= 0; ) {
      const isThere = begins ? all[at - 1] === ' ' : standsApart(all, at, at + word.length);
      const text = isThere ? lastNotAfter(starts, at) : -1;
      if (isThere) held.push(owners[text] ?? 0);
      const next = isThere ? (starts[text + 1] ?? all.length) : at + 1;
      at = next < all.length ? all.indexOf(word, next) : -1;
    }
    return held;
  }
  const placesOf = remembered(find, MOST_FOUND, ({ part, form }) => `${form} ${part}`);
  return {
    *prepare() {
      for (const { forms: _ } of texts) yield;
      FORMS.forEach(joined);
    },
    saying(wording) {
      const saying = new Set<number>();
      for (const form of FORMS)
        for (const part of wording[form]) for (const place of placesOf({ part, form })) saying.add(place);
      return saying;
    },
  };
}

/**
 * Whether what stands at `from`..`to` may be words of its own. Of a katakana word only a whole part is one: the チェーン of サプライチェーン, and neither its
 * プラ nor the ブリンケ of ブリンケン.
 */
function standsApart(text: string, from: number, to: number): boolean {
  let [start, end] = [from, to];
  if (isKatakana(text.charAt(from))) while (isKatakana(text.charAt(start - 1))) start -= 1;
  if (isKatakana(text.charAt(to - 1))) while (isKatakana(text.charAt(end))) end += 1;
  const isPart = (length: number) => length === 0 || (length >= LEAST_PART && to - from >= LEAST_PART);
  return isPart(from - start) && isPart(end - to) && !BOUND.includes(text.charAt(to) || ' ');
}

/** Shorter than this no part of a katakana word is a word. */
const LEAST_PART = 3;
/** Kana that no word begins with. */
const BOUND = 'ァィゥェォッャュョーン';
const isKatakana = (char: string) => char >= 'ァ' && char <= 'ー' && char !== '・';

function lastNotAfter(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return low;
}

function squeezed(normal: string): string {
  return shares(normal).replace(/[^\p{L}\p{N}]+/gu, '');
}

export function spaced(normal: string): string {
  const words = shares(normal)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return ` ${words} `;
}

/** With a sign or without: 2% is "2 percent", and 3.5% no 35%. */
function shares(normal: string): string {
  return normal.replaceAll('%', ' percent ').replace(/(?<=\d)\.(?=\d)/g, 'point');
}

/** Has kana or kanji. */
export function isJapanese(text: string): boolean {
  return /[\u3000-\uffff]/.test(text);
}
