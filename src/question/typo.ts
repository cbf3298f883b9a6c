import type { Lexicon } from '../lexicon/lexicon.ts';
import { foldKey } from '../text/fold.ts';

/** A word read as another one. */
export type Repair = { readonly start: number; readonly end: number; readonly typed: string; readonly read: string };

/** Finds misspelt names in text; built once per lexicon. */
export type Repairer = { repair(text: string, isFree: (start: number, end: number) => boolean): readonly Repair[] };

type Candidate = { readonly key: string; readonly text: string; readonly target: string };

/** Common words near a name that are no slip of the pen. */
const COMMON = new Set(
  'about above after again agree agreed alliance allies attend attended before between bilateral chief chiefs could current defense defence discuss during every former forum green house issue issues japan japans joint latest leader leaders major march meeting meetings military minister ministers ministry nation nations other people place places point points policy power present press prime region regional relation reports right secretary security shared since sides south north state states statement strategy strong summer talks their there these those three topic topics treaty under visit visited visits weapon weapons where which while white whole world would wrong years young training first second third never chairs chair share spent spend trade great event events force forces about money story stock bread cream steam dream plane plans plan board quick quiet quote video radio email phone phones hotel recipe weather cookie cooking cocktail translate everything anything something nothing question questions answer answers record records source sources document documents history summary detail details timeline results outcome outcomes'.split(
    ' ',
  ),
);

/** Makes a repairer over every one-word name of at least five Latin letters or four katakana. */
export function createRepairer(lexicon: Lexicon, isKnownWord: (word: string) => boolean): Repairer {
  let byLength: ReadonlyMap<number, readonly Candidate[]> | undefined;
  return {
    repair: (text, isFree) => {
      const repairs: Repair[] = [];
      for (const found of text.matchAll(/[A-Za-z\u00c0-\u017f]{5,24}|[\p{Script=Katakana}ー]{4,24}/gu)) {
        const typed = found[0];
        const key = foldKey(typed);
        const end = found.index + typed.length;
        if (!isFree(found.index, end) || COMMON.has(key) || isKnownWord(typed.toLowerCase())) continue;
        byLength ??= collectCandidates(lexicon);
        const read = nearest(key, byLength);
        if (read) repairs.push({ start: found.index, end, typed, read });
        if (repairs.length === 5) break;
      }
      return repairs;
    },
  };
}

function collectCandidates(lexicon: Lexicon): ReadonlyMap<number, readonly Candidate[]> {
  const byLength = new Map<number, Candidate[]>();
  for (const [key, surfaces] of lexicon.surfaces) {
    const first = surfaces[0];
    if (!first || key.length < 4 || !/^(?:[a-z]+|[\u3041-\u3096]+)$/.test(key) || first.text.includes(' ')) continue;
    const isKatakana = /^[\p{Script=Katakana}ー]+$/u.test(first.text);
    if (!isKatakana && !/^[a-z]{5,}$/.test(key)) continue;
    const target = surfaces.map((one) => `${one.entity.kind}:${one.entity.id}`).join('|');
    byLength.set(key.length, [...(byLength.get(key.length) ?? []), { key, text: first.text, target }]);
  }
  return byLength;
}

/** The one name within reach of `key`: one slip, from eight letters two. Several names equally near: none. */
function nearest(key: string, byLength: ReadonlyMap<number, readonly Candidate[]>): string | undefined {
  const reach = key.length >= 8 ? 2 : 1;
  let best: Candidate | undefined;
  let bestDistance = reach + 1;
  let isTied = false;
  for (let length = key.length - reach; length <= key.length + reach; length += 1) {
    for (const candidate of byLength.get(length) ?? []) {
      if (candidate.key.charAt(0) !== key.charAt(0) && key.length < 8) continue;
      const distance = editDistance(key, candidate.key, Math.min(reach, bestDistance));
      if (distance > reach || distance === 0) continue;
      if (distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
        isTied = false;
      } else if (distance === bestDistance && candidate.target !== best?.target) isTied = true;
      else if (distance === bestDistance && /^\p{Lu}/u.test(candidate.text)) best = candidate;
    }
  }
  return isTied ? undefined : best?.text;
}

/** Damerau–Levenshtein distance (adjacent swaps count one); anything above `limit` may be reported as `limit + 1`. */
export function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= other.length; j += 1) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      let value = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        value = Math.min(value, (before[j - 2] ?? 0) + 1);
      }
      row.push(value);
      least = Math.min(least, value);
    }
    if (least > limit) return limit + 1;
    before = previous;
    previous = row;
  }
  return previous[other.length] ?? limit + 1;
}
