import { type SourcePage, sourcesOf } from '../../src/answer/index.ts';
import type { CitedText, Unit } from './text.ts';

/** The address of each number, for platforms that link it. */
export type Urls = ReadonlyMap<number, string>;

/** What a platform lets a message hold, in its own count. */
export type Fit = {
  /** Room for text and sources together. */
  readonly room: number;
  /** Characters of small print. */
  readonly notes: number;
  /** Units in one message. */
  readonly units: number;
  /** What a unit takes with its numbers; `Infinity` for one that is too long for its place. */
  unit(unit: Unit, urls: Urls): number;
  /** What the line of a source takes. */
  source(page: SourcePage): number;
};

/** What one message shows. */
export type Leaf = {
  /** Absent on the leaves after the first. */
  readonly headline: Unit | undefined;
  readonly units: readonly Unit[];
  readonly notes: readonly string[];
  readonly sources: readonly SourcePage[];
};

/** One unit's text, and the sources of one unit, may each take this share of the room, so that both always fit. */
const SHARE = 0.45;

/**
 * Deals a text out into messages. Room for the sources of a unit is counted before it is placed, so no citation is ever cut; what does
 * not fit goes to the next leaf. Sources that no sentence names come last. `taken` is room that something else needs. Deterministic;
 * at least one leaf.
 */
export function pack(text: CitedText, fit: Fit, taken = 0): readonly Leaf[] {
  const room = fit.room - taken;
  const sources = sourceCosts(text, fit);
  const { notes, rest } = dividedNotes(text.notes, fit.notes);
  const leaves: Leaf[] = [];
  let draft = newDraft();

  const close = ({ last = false } = {}) => {
    // A heading stays with what it is over.
    const carried = last ? [] : headingsAtEnd(draft.units);
    draft.units.splice(draft.units.length - carried.length);
    const shown = text.citations.filter(({ n }) => draft.numbers.has(n));
    leaves.push({
      headline: draft.headline,
      units: draft.units,
      notes: leaves.length === 0 ? notes : [],
      sources: sourcesOf(shown, text.language),
    });
    draft = newDraft();
    for (const unit of carried) place(unit);
  };
  const costIn = (unit: Unit) => {
    const fresh = sources.pagesOf(unit.citations).filter((page) => !draft.pages.has(page));
    return fit.unit(unit, sources.urls) + sum(fresh, sources.costOf);
  };
  function place(unit: Unit): void {
    draft.used += costIn(unit);
    for (const page of sources.pagesOf(unit.citations)) draft.pages.add(page);
    for (const n of unit.citations) draft.numbers.add(n);
    if (unit.kind === 'headline') draft.headline = unit;
    else if (unit.text !== '') draft.units.push(unit);
  }

  const named = new Set([text.headline, ...text.units].flatMap(({ citations }) => citations));
  const unnamed = text.citations.map(({ n }) => n).filter((n) => !named.has(n));
  const whole: readonly Unit[] = [
    text.headline,
    ...text.units,
    ...rest.map((note): Unit => ({ kind: 'line', text: note, citations: [] })),
    ...(unnamed.length === 0 ? [] : [{ kind: 'line' as const, text: '', citations: unnamed }]),
  ];
  for (const unit of whole.flatMap((each) => divide(each, fit, sources, Math.floor(room * SHARE)))) {
    const isFull = draft.used + costIn(unit) > room || draft.units.length >= fit.units;
    if (isFull && draft.used > 0) close();
    place(unit);
  }
  if (draft.headline !== undefined || draft.units.length > 0 || draft.numbers.size > 0 || leaves.length === 0)
    close({ last: true });
  return leaves;
}

/** The leaf at `wanted`, the last for `LAST_LEAF`, the nearest for one out of range. */
export function leafAt(leaves: readonly Leaf[], wanted: number): { readonly leaf: Leaf; readonly index: number } {
  const index = wanted < 0 ? leaves.length - 1 : Math.min(wanted, leaves.length - 1);
  const leaf = leaves[index];
  if (leaf === undefined) throw new RangeError('A text has no leaves.');
  return { leaf, index };
}

/** The headings that a leaf ends with and that stand over nothing there; none where it has nothing else. */
function headingsAtEnd(units: readonly Unit[]): readonly Unit[] {
  const last = units.findLastIndex(({ kind }) => kind !== 'heading' && kind !== 'section');
  return last === -1 ? [] : units.slice(last + 1);
}

type Draft = { headline: Unit | undefined; units: Unit[]; pages: Set<SourcePage>; numbers: Set<number>; used: number };

function newDraft(): Draft {
  return { headline: undefined, units: [], pages: new Set(), numbers: new Set(), used: 0 };
}

type Sources = {
  readonly urls: Urls;
  pagesOf(numbers: readonly number[]): readonly SourcePage[];
  costOf(page: SourcePage): number;
};

/** A page costs the line that names every place of it that the text cites, however few of them a leaf shows. */
function sourceCosts({ citations, language }: CitedText, fit: Fit): Sources {
  const pages = sourcesOf(citations, language);
  const pageOf = new Map(pages.flatMap((page) => page.numbers.map((n) => [n, page] as const)));
  const costs = new Map(pages.map((page) => [page, fit.source(page)]));
  return {
    urls: new Map(citations.map(({ n, url }) => [n, url])),
    pagesOf: (numbers) => [...new Set(numbers.flatMap((n) => pageOf.get(n) ?? []))],
    costOf: (page) => costs.get(page) ?? 0,
  };
}

/** Small print as far as there is room for it; the rest is text. */
function dividedNotes(all: readonly string[], most: number): { notes: readonly string[]; rest: readonly string[] } {
  let size = 0;
  const notes = all.filter((note) => {
    size += note.length + 1;
    return size <= most;
  });
  const kept = new Set(notes);
  return { notes, rest: all.filter((note) => !kept.has(note)) };
}

/** Splits a unit whose text or sources alone would burst a leaf; sources that follow come as pieces without text. Nearly always one. */
function divide(unit: Unit, fit: Fit, sources: Sources, share: number): Unit[] {
  const batches: number[][] = [[]];
  for (const n of new Set(unit.citations)) {
    const batch = batches.at(-1) ?? [];
    const more = [...batch, n];
    const marks = fit.unit({ ...unit, text: '', label: undefined, citations: more }, sources.urls);
    const isFull = sum(sources.pagesOf(more), sources.costOf) > share || marks > share / 2;
    if (isFull && batch.length > 0) batches.push([n]);
    else batch.push(n);
  }
  const [first = [], ...others] = batches;
  const fits = (text: string) => fit.unit({ ...unit, text, citations: first }, sources.urls) <= share;
  const [head = '', ...tail] = splitText(unit.text, fits);
  const further = (text: string, citations: readonly number[]): Unit => ({
    kind: 'line',
    text,
    citations,
    side: unit.side,
  });
  return [
    { ...unit, text: head, citations: first },
    ...tail.map((text) => further(text, first)),
    ...others.map((citations) => further('', citations)),
  ];
}

/** Pieces that each fit: broken after a sentence, else at a space, else anywhere but inside a character. Loses nothing but space. */
export function splitText(text: string, fits: (piece: string) => boolean): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > 1 && !fits(rest)) {
    let piece = headOf(rest, Math.floor(rest.length * 0.8));
    for (let less = piece; !fits(piece); piece = less) {
      less = headOf(rest, Math.floor(piece.length * 0.8));
      // One character is as short as a piece gets, whether it fits or not.
      if (less.length >= piece.length) break;
    }
    pieces.push(piece.trimEnd());
    rest = rest.slice(piece.length);
  }
  if (rest !== '' || pieces.length === 0) pieces.push(rest);
  return pieces;
}

/** The beginning of a text, of at most `most` UTF-16 units and at least one character. */
function headOf(text: string, most: number): string {
  const window = text.slice(0, Math.max(most, 1));
  const sentence = Math.max(...['。', '. ', '\n'].map((end) => window.lastIndexOf(end) + end.length));
  const space = window.lastIndexOf(' ') + 1;
  const end = sentence > window.length / 2 ? sentence : space > window.length / 2 ? space : window.length;
  const last = text.charCodeAt(end - 1);
  const isTorn = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, isTorn ? (end > 1 ? end - 1 : 2) : end);
}

function sum<T>(all: readonly T[], of: (each: T) => number): number {
  return all.reduce((total, each) => total + of(each), 0);
}
