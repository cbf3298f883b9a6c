import type { Citation } from '../../src/answer/answer.ts';
import type { Language } from '../../src/text/language.ts';
import { PIECE_CHARACTERS } from './limits.ts';
import { type Citations, citationCost, citationMap, type Piece, piecesOf } from './render-sources.ts';
import { literal, pieces } from './text.ts';

/** Anything with a first line, cited lines and sources: an answer, a card, a timeline, a digest. */
export type CitedText = {
  readonly language: Language;
  readonly headline: Piece;
  /** `heading` lines stand above the lines that follow them. */
  readonly statements: readonly Piece[];
  readonly notes: readonly string[];
  readonly citations: readonly Citation[];
};

/** What one message shows. `head` is null after the first part; `sources` are the numbers listed. */
export type Part = {
  readonly head: Piece | null;
  readonly statements: readonly Piece[];
  readonly notes: readonly string[];
  readonly sources: readonly number[];
};

/** Room for headings, separators and the repeated first line of a further part. */
const MARGIN = 500;
/** More list items or notes than this make a message nobody reads to its end, and too many blocks. */
const MOST_STATEMENTS = 60;
const MOST_NOTES = 40;

type Item =
  | { readonly kind: 'head' | 'statement'; readonly piece: Piece }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'source'; readonly n: number };

/**
 * Deals a text out into messages of at most `most` characters. Every sentence travels with the sources it rests on; notes
 * about how the question was understood come in the first part; sources that no sentence names come last.
 */
export function parts(text: CitedText, most: number): readonly Part[] {
  const citations = citationMap(text.citations);
  const room = most - MARGIN;
  const result: Draft[] = [];
  let draft = emptyDraft();
  for (const item of itemsOf(text, citations, room)) {
    const cost = costOf(item, draft.sources, citations);
    const full =
      draft.cost + cost > room || draft.statements.length >= MOST_STATEMENTS || draft.notes.length >= MOST_NOTES;
    if (full && !isEmpty(draft)) {
      result.push(draft);
      draft = emptyDraft();
    }
    add(draft, item, costOf(item, draft.sources, citations));
  }
  result.push(draft);
  return result.map((each) => ({ ...each, sources: [...each.sources].sort((a, b) => a - b) }));
}

type Draft = { head: Piece | null; statements: Piece[]; notes: string[]; sources: Set<number>; cost: number };

function itemsOf(text: CitedText, citations: Citations, room: number): Item[] {
  const [head = { text: '', citations: [] }, ...rest] = piecesOf(
    literal(text.headline.text),
    text.headline.citations,
    citations,
    room,
  );
  const statements = [
    ...rest,
    ...text.statements.flatMap((each) =>
      each.heading === true ? [each] : piecesOf(literal(each.text), each.citations, citations, room),
    ),
  ];
  const named = new Set([text.headline, ...text.statements].flatMap((each) => each.citations));
  return [
    { kind: 'head', piece: head },
    ...text.notes
      .flatMap((note) => pieces(literal(note), PIECE_CHARACTERS))
      .filter((note) => note.trim() !== '')
      .map((note): Item => ({ kind: 'note', text: note })),
    ...statements.map((piece): Item => ({ kind: 'statement', piece })),
    ...text.citations.filter(({ n }) => !named.has(n)).map(({ n }): Item => ({ kind: 'source', n })),
  ];
}

function costOf(item: Item, listed: ReadonlySet<number>, citations: Citations): number {
  if (item.kind === 'note') return item.text.length;
  if (item.kind === 'source') return listed.has(item.n) ? 0 : citationCost([item.n], citations);
  const { text, citations: numbers } = item.piece;
  return text.length + citationCost(numbers, citations);
}

function add(draft: Draft, item: Item, cost: number): void {
  draft.cost += cost;
  if (item.kind === 'note') draft.notes.push(item.text);
  else if (item.kind === 'source') draft.sources.add(item.n);
  else {
    if (item.kind === 'head') draft.head = item.piece;
    else draft.statements.push(item.piece);
    for (const n of item.piece.citations) draft.sources.add(n);
  }
}

function emptyDraft(): Draft {
  return { head: null, statements: [], notes: [], sources: new Set(), cost: 0 };
}

function isEmpty(draft: Draft): boolean {
  return draft.head === null && draft.statements.length + draft.notes.length + draft.sources.size === 0;
}
