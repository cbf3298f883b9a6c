import type { Citation, Statement } from '../../src/answer/answer.ts';
import { phrases } from '../../src/conversation/phrases.ts';
import type { Language } from '../../src/text/language.ts';
import { escapeMarkdown, maskedLink } from './markdown.ts';

/** One screenful: lines of text and the sources that they cite, within the budget together. */
export type Leaf = { readonly lines: readonly string[]; readonly sources: readonly string[] };

/** What is laid out: text already in Discord's markup, and the numbers it cites. */
export type Unit = { readonly text: string; readonly citations: readonly number[] };

/** Characters a heading over the sources and the blank line before it take. */
const HEADING = 40;
/** A unit's text and one unit's sources may each take this share of a leaf at most, so that both always fit. */
const SHARE = 0.45;

/**
 * Divides units into leaves of at most `budget` characters. Room for a unit's sources is counted before it is placed, so no
 * citation is ever cut; what does not fit goes to the next leaf. Deterministic; at least one leaf.
 */
export function layOut(
  units: readonly Unit[],
  citations: readonly Citation[],
  language: Language,
  budget: number,
): readonly Leaf[] {
  const share = Math.floor((budget - HEADING) * SHARE);
  const sourceOf = new Map(citations.map((each) => [each.n, sourceLine(each, language, share)]));
  const leaves: Leaf[] = [];
  let lines: string[] = [];
  let sources = new Map<number, string>();
  let used = HEADING;

  const close = () => {
    leaves.push({ lines, sources: [...sources].sort(([a], [b]) => a - b).map(([, line]) => line) });
    lines = [];
    sources = new Map();
    used = HEADING;
  };
  for (const piece of units.flatMap((unit) => divide(unit, sourceOf, share))) {
    const fresh = piece.citations.filter((n) => !sources.has(n) && sourceOf.has(n));
    let size = cost(piece, fresh, sourceOf);
    if (used + size > budget && used > HEADING) {
      close();
      size = cost(piece, piece.citations, sourceOf);
    }
    for (const n of piece.citations) {
      const line = sourceOf.get(n);
      if (line !== undefined) sources.set(n, line);
    }
    if (piece.text !== '') lines.push(piece.text);
    used += size;
  }
  if (used > HEADING || leaves.length === 0) close();
  return leaves;
}

/** The statements of an answer, each meeting named once above its own. */
export function statementUnits(statements: readonly Statement[]): readonly Unit[] {
  return statements.flatMap((each) => [
    ...(each.heading === undefined ? [] : [{ text: `**${escapeMarkdown(each.heading)}**`, citations: [] }]),
    statementUnit(each, '• '),
  ]);
}

/** A statement with its [n]. */
export function statementUnit(statement: Statement, bullet: string): Unit {
  return {
    text: `${bullet}${escapeMarkdown(statement.text)}${marks(statement.citations)}`,
    citations: statement.citations,
  };
}

/** ` [1] [2]`; empty for none. */
export function marks(citations: readonly number[]): string {
  return citations.map((n) => ` [${n}]`).join('');
}

/** `[1] title · publisher · date · locator`, the title being the link. At most `most` characters. */
export function sourceLine(citation: Citation, language: Language, most: number): string {
  const said = phrases(language);
  const kind = citation.kind === 'official' ? null : said[citation.kind];
  const details = [citation.publisher, citation.published, citation.locator, kind].filter((part) => part !== null);
  for (const length of [300, 120, 40]) {
    const title = shorten(citation.title, length);
    const link =
      maskedLink(title, citation.url) ?? `${escapeMarkdown(title)} (${escapeMarkdown(citation.url.slice(0, 200))})`;
    const line = `[${citation.n}] ${[link, ...details.map((part) => escapeMarkdown(shorten(part, length)))].join(' · ')}`;
    if (line.length <= most) return line;
  }
  // An address that long leaves room for nothing but itself; past that the publisher is named without a link.
  const publisher = shorten(citation.publisher, 20);
  const bare = `[${citation.n}] ${maskedLink(publisher, citation.url) ?? escapeMarkdown(publisher)}`;
  return bare.length <= most ? bare : `[${citation.n}] ${escapeMarkdown(publisher)}`;
}

/** Whether the character before `at` belongs with the one after it: half an escape, or half a surrogate pair. */
function opensPair(text: string, at: number): boolean {
  const last = text.charCodeAt(at - 1);
  if (last >= 0xd800 && last <= 0xdbff) return true;
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}

function shorten(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}

function cost(piece: Unit, fresh: readonly number[], sourceOf: ReadonlyMap<number, string>): number {
  const text = piece.text === '' ? 0 : piece.text.length + 1;
  return fresh.reduce((sum, n) => sum + (sourceOf.get(n)?.length ?? 0) + 1, text);
}

/** Splits a unit whose text or sources alone would burst a leaf; the sources that follow come as pieces without text. */
function divide(unit: Unit, sourceOf: ReadonlyMap<number, string>, share: number): Unit[] {
  const texts = splitText(unit.text, share);
  const batches: number[][] = [[]];
  let size = 0;
  for (const n of new Set(unit.citations)) {
    const length = (sourceOf.get(n)?.length ?? 0) + 1;
    if (size + length > share && size > 0) {
      batches.push([]);
      size = 0;
    }
    batches.at(-1)?.push(n);
    size += length;
  }
  const [first = []] = batches;
  const pieces = texts.map((text) => ({ text, citations: first }));
  return [...pieces, ...batches.slice(1).map((citations) => ({ text: '', citations }))];
}

/** Breaks after a sentence, else at a space, else anywhere but inside an escape or a surrogate pair. */
export function splitText(text: string, most: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const window = rest.slice(0, most);
    const sentence = Math.max(window.lastIndexOf('。') + 1, window.lastIndexOf('. ') + 2);
    const space = window.lastIndexOf(' ') + 1;
    let at = sentence > most / 2 ? sentence : space > most / 2 ? space : most;
    if (at > 1 && opensPair(rest, at)) at -= 1;
    pieces.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at);
  }
  if (rest !== '' || pieces.length === 0) pieces.push(rest);
  return pieces;
}
