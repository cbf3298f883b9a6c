import type { Language } from '../text/language.ts';
import { formatDate } from '../time/format.ts';
import type { Citation } from './answer.ts';
import { phrases, type Tongue } from './phrases/phrases.ts';

/** A page that sentences rest on, whichever places of it they cite: one line of a list of sources. */
export type SourcePage = {
  /** The numbers that cite it, ascending: [1][3]. */
  readonly numbers: readonly number[];
  /** As the page has it, in the page's language. What a renderer links. */
  readonly title: string;
  readonly url: string;
  /** What the page is written in, for renderers that can mark it. */
  readonly language: 'ja' | 'en' | 'other' | null;
  /** What follows the title: " (in Japanese), Ministry of Defense, March 30, 2025 – paras. 2, 5". */
  readonly details: string;
};

type Cited = Omit<Citation, 'source' | 'language'> & { readonly language?: Citation['language'] | null };

/** The pages of numbered citations, in the order of their first numbers, in words of `language`. */
export function sourcesOf(citations: readonly Cited[], language: Language): readonly SourcePage[] {
  return [...Map.groupBy(citations, ({ url }) => url).values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined) return [];
    const { title, url, publisher, kind, published } = first;
    const details = phrases(language).sourceDetails({
      publisher,
      kind,
      published: published && formatDate(published, language),
      locator: locatorsOf(all, language),
      tongue: tongueOf(first, language),
    });
    return { numbers: all.map(({ n }) => n), title, url, language: first.language ?? null, details };
  });
}

/** A page as one line of plain text, its numbers and address included. */
export function sourceLine(page: SourcePage, language: Language): string {
  return `${marksOf(page)} ${phrases(language).quoted(page.title)}${page.details} ${page.url}`;
}

/** [1][3] */
export function marksOf({ numbers }: Pick<SourcePage, 'numbers'>): string {
  return numbers.map((n) => `[${n}]`).join('');
}

/** What another language than the reader's a page is written in; `null` for the reader's own, or where that is not known. */
function tongueOf({ language: own, title }: Cited, reader: Language): Tongue | null {
  if (own == null || own === reader) return null;
  if (own !== 'other') return own;
  if (/\p{Script=Hangul}/u.test(title)) return 'ko';
  return /\p{Script=Han}/u.test(title) ? 'zh' : 'other';
}

/** The places on one page, those that differ by a number alone together: paras. 2, 5; 第2・5段落. `null` for the page as a whole. */
function locatorsOf(citations: readonly Cited[], language: Language): string | null {
  const all = citations.flatMap(({ locator }) => locator ?? []);
  const groups = Map.groupBy(all, (each) => each.replace(NUMBERED[language], '$<before>#$<after>'));
  const each = [...groups].map(([pattern, alike]) => {
    const numbers = alike.flatMap((one) => NUMBERED[language].exec(one)?.groups?.number ?? []).map(Number);
    return numbers.length < 2 ? alike[0] : phrases(language).numbered(pattern, runs(numbers));
  });
  return each.length === 0 ? null : each.join(language === 'ja' ? '、' : '; ');
}

/** A place that is told by its number. */
const NUMBERED: Readonly<Record<Language, RegExp>> = {
  en: /^(?<before>.*\b(?:para\.|item|section) )(?<number>\d+)(?<after>)$/,
  ja: /^(?<before>.*第)(?<number>\d+)(?<after>段落|項|節)$/,
};

/** Numbers in order, neighbours together: 2, 5–7. */
function runs(numbers: readonly number[]): readonly (readonly [from: number, to: number])[] {
  const all: [number, number][] = [];
  for (const n of numbers.toSorted((a, b) => a - b)) {
    const last = all.at(-1);
    if (last !== undefined && n === last[1] + 1) last[1] = n;
    else all.push([n, n]);
  }
  return all;
}
