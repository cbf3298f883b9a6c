import { foldKey, foldText } from '../../text/fold.ts';
import type { Lexicon } from '../lexicon.ts';
import { slips } from './slips.ts';
import type { Edit, Typed } from './typed.ts';

/** Fixes words that a keyboard wrote for another one, where the right one makes a known name or cue. */
export function createMiswritten(lexicon: Lexicon, cueWords: ReadonlySet<string>): (typed: Typed) => readonly Edit[] {
  const known = (text: string, at: number, length: number) => coverAt(text, at, length, lexicon, cueWords);
  return ({ text }) => {
    const edits: Edit[] = [];
    for (const { wrong, right } of slips().miswritten) {
      const start = text.indexOf(wrong);
      if (start < 0) continue;
      const fixed = text.slice(0, start) + right + text.slice(start + wrong.length);
      const cover = known(fixed, start, right.length);
      const isMore = cover > right.length || (cover === right.length && isOwnName(right, lexicon));
      if (isMore && cover > known(text, start, wrong.length))
        edits.push({ start, end: start + wrong.length, read: right, isShown: true });
    }
    return edits;
  };
}

/** How far around a word names and cues are looked for. */
const WINDOW = 24;
const LONGEST_CUE = 8;

/** Length of the longest name or cue that covers a stretch of a text; 0 for none. */
function coverAt(text: string, at: number, length: number, lexicon: Lexicon, cueWords: ReadonlySet<string>): number {
  const offset = Math.max(0, at - WINDOW);
  const near = foldText(text.slice(offset, at + length + WINDOW));
  const [start, end] = [at - offset, at + length - offset];
  let longest = 0;
  for (const link of lexicon.link(near))
    if (link.start <= start && end <= link.end) longest = Math.max(longest, link.end - link.start);
  const first = near.starts.findIndex((place) => place >= start);
  const last = near.ends.findLastIndex((place) => place <= end) + 1;
  for (let from = Math.max(0, first - LONGEST_CUE); from <= first; from += 1)
    for (let to = last; to <= last + LONGEST_CUE && to <= near.text.length; to += 1)
      if (to - from > longest && cueWords.has(near.text.slice(from, to))) longest = to - from;
  return longest;
}

/** Names that are nothing but names: 石破, 普天間, not 会談 or 外相. */
function isOwnName(name: string, lexicon: Lexicon): boolean {
  const kinds: readonly string[] = ['person', 'topic', 'place', 'country'];
  return lexicon.surfaces.get(foldKey(name))?.some(({ entity }) => kinds.includes(entity.kind)) === true;
}
