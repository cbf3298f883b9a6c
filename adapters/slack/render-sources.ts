import type { Citation, Statement } from '../../src/answer/answer.ts';
import { phrases } from '../../src/conversation/phrases.ts';
import type { Language } from '../../src/text/language.ts';
import { MARKER_URL_CHARACTERS, PIECE_CHARACTERS, PUBLISHER_CHARACTERS, TITLE_CHARACTERS } from './limits.ts';
import { link, measure, type RichTextElement, words } from './render-blocks.ts';
import { cut, escapeText, pieces } from './text.ts';

export type Citations = ReadonlyMap<number, Citation>;

export function citationMap(citations: readonly Citation[]): Citations {
  return new Map(citations.map((citation) => [citation.n, citation]));
}

/** A sentence and its [n], each a link to the page. */
export function cited(text: string, numbers: readonly number[], citations: Citations, bold = false): RichTextElement[] {
  return [...words(text, bold ? { bold } : undefined), ...numbers.flatMap((n) => marker(n, citations))];
}

/** One line of the list of sources: number and title as a link, then publisher, date, place in the page, kind. */
export function sourceLine(citation: Citation, language: Language): RichTextElement[] {
  const facts = sourceFacts(citation, language);
  return [
    ...link(citation.url, `[${citation.n}] ${cut(citation.title, TITLE_CHARACTERS)}`),
    ...words(facts === '' ? '' : ` — ${facts}`),
  ];
}

/** The same line without blocks: escaped, with the address on a line of its own. */
export function plainSourceLine(citation: Citation, language: Language): string {
  const title = `[${citation.n}] ${cut(citation.title, TITLE_CHARACTERS)} — ${sourceFacts(citation, language)}`;
  return `${escapeText(title)}\n${escapeText(citation.url)}`;
}

/** A sentence without blocks, its [n] after it: escaped. */
export function plainCited(statement: Pick<Statement, 'text' | 'citations'>): string {
  return escapeText(`${statement.text}${statement.citations.map((n) => ` [${n}]`).join('')}`);
}

/** What a message must find room for: a piece of text with the numbers that stand behind it. */
export type Piece = { readonly text: string; readonly citations: readonly number[]; readonly heading?: boolean };

/** Statements as pieces, each meeting named once above its own. */
export function statementPieces(statements: readonly Statement[]): Piece[] {
  return statements.flatMap(({ text, citations, heading }) => [
    ...(heading === undefined ? [] : [{ text: heading, citations: [], heading: true }]),
    { text, citations },
  ]);
}

/** Cuts a sentence into pieces that fit a message with all their sources; nearly always one. */
export function piecesOf(text: string, numbers: readonly number[], citations: Citations, room: number): Piece[] {
  const groups = citationGroups(numbers, citations, room - PIECE_CHARACTERS);
  const texts = pieces(text, PIECE_CHARACTERS);
  const last = texts.pop() ?? '';
  const [first = [], ...more] = groups;
  return [
    ...texts.map((each) => ({ text: each, citations: [] })),
    { text: last, citations: first },
    ...more.map((group) => ({ text: '', citations: group })),
  ];
}

/** What the markers and the lines of `numbers` take up. */
export function citationCost(numbers: Iterable<number>, citations: Citations): number {
  let cost = 0;
  for (const n of numbers) cost += costOfOne(n, citations);
  return cost;
}

const costs = new WeakMap<Citation, number>();

function costOfOne(n: number, citations: Citations): number {
  const citation = citations.get(n);
  if (citation === undefined) return 0;
  // Asked for several times while an answer is dealt out; the Japanese line is no shorter than the English one.
  const known = costs.get(citation) ?? measure(sourceLine(citation, 'ja')) + measure(marker(n, citations));
  costs.set(citation, known);
  return known;
}

function citationGroups(numbers: readonly number[], citations: Citations, room: number): number[][] {
  const groups: number[][] = [];
  let group: number[] = [];
  for (const n of numbers) {
    if (group.length > 0 && citationCost([...group, n], citations) > room) {
      groups.push(group);
      group = [];
    }
    group.push(n);
  }
  if (group.length > 0 || groups.length === 0) groups.push(group);
  return groups;
}

function marker(n: number, citations: Citations): RichTextElement[] {
  const url = citations.get(n)?.url;
  const text = `[${n}]`;
  const linked = url !== undefined && url.length <= MARKER_URL_CHARACTERS ? link(url, text) : words(text);
  return [...words(' '), ...linked];
}

function sourceFacts(citation: Citation, language: Language): string {
  const said = phrases(language);
  const kind = citation.kind === 'official' ? null : citation.kind === 'news' ? said.news : said.reprint;
  return [
    cut(citation.publisher, PUBLISHER_CHARACTERS),
    citation.published,
    citation.locator === null ? null : cut(citation.locator, PUBLISHER_CHARACTERS),
    kind,
  ]
    .filter((part): part is string => part !== null && part !== '')
    .join(language === 'ja' ? '、' : ', ');
}
