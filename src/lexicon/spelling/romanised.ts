import { soundOf, soundOfKana } from '../kana.ts';
import { isEnglish } from './english.ts';
import { cheapestPath } from './paths.ts';
import { readings } from './readings.ts';
import type { Sound, Sounds } from './sounds.ts';
import { type Edit, editAt, type LatinWord, type Typed } from './typed.ts';

const COSTS = { foreign: 3, known: 2.2, particle: 1.7, glue: 1.2, short: 1.6, word: 1 } as const;
/** Shorter words say nothing (ga, no, to); a single one speaks for Japanese only when it is long. */
const LEAST = 4;
const LONG = 6;

/** A typed word and, if it sounds Japanese, the pieces read for it. A piece that spans several words is written with the first. */
type Heard = { readonly word: LatinWord; readonly pieces: readonly Sound[]; readonly written: string };

/** Reads Japanese in Latin letters, whole words only: "nichibei shuno kaidan" is 日米首脳会談, "dare ga atta" だれがあった. */
export function romanisedEdits(typed: Typed, sounds: () => Sounds, isWord: (word: string) => boolean): readonly Edit[] {
  if (!typed.words.some(({ isUnknown }) => isUnknown)) return [];
  const stretches = runsOf(typed.words).flatMap((run) => stretchesOf(hear(run, sounds())));
  const all = stretches.map((stretch) => ({ stretch, foreign: foreignIn(stretch, isWord) }));
  // "Saigo no 2+2 wa itsu": beside a stretch that is Japanese by itself one such word is enough.
  const isSpoken = all.some(({ stretch, foreign }) => isJapanese(stretch, foreign));
  const edits = all.flatMap(({ stretch, foreign }) => {
    const [first, last] = [stretch[0]?.word, stretch.at(-1)?.word];
    if (first === undefined || last === undefined || !isSpoken || foreign.length === 0) return [];
    return [editAt(typed, first.from, last.to, stretch.map(({ written }) => written).join(''))];
  });
  return [...edits, ...figureEdits(typed)];
}

/** Words that follow one another with nothing but spaces between. */
function runsOf(words: readonly LatinWord[]): readonly (readonly LatinWord[])[] {
  const runs: LatinWord[][] = [];
  for (const word of words) {
    const last = runs.at(-1);
    if (word.follows && last !== undefined) last.push(word);
    else runs.push([word]);
  }
  return runs;
}

/** Cuts a run into what sounds Japanese and what does not. A piece begins where a word does or where another piece ends. */
function hear(run: readonly LatinWord[], { byLetters }: Sounds): readonly Heard[] {
  const keys = run.map(({ key }) => soundOf(key));
  const starts: number[] = [];
  let length = 0;
  for (const key of keys) {
    starts.push(length);
    length += key.length;
  }
  const letters = keys.join('');
  const path = cheapestPath<Sound | undefined>(0, length, (at) => {
    const index = starts.indexOf(at);
    const heard = byLetters
      .matches(letters, at)
      .flatMap(({ end, values: [value] }) =>
        value === undefined ? [] : [{ to: end, cost: costOf(value, index >= 0), value }],
      );
    if (index < 0) return heard;
    const cost = run[index]?.isUnknown === true ? COSTS.foreign : COSTS.known;
    return [{ to: at + (keys[index]?.length ?? 0), cost, value: undefined }, ...heard];
  });
  return run.map((word, index) => {
    const [from, to] = [starts[index] ?? 0, starts[index + 1] ?? length];
    const over = path.filter((step) => step.from < to && from < step.to);
    const pieces = over.flatMap(({ value }) => (value === undefined ? [] : [value]));
    const begun = over.filter((step) => step.from >= from).map(({ value }) => value?.written ?? '');
    return { word, pieces: pieces.length === over.length ? pieces : [], written: begun.join('') };
  });
}

/** Of one kana only particles are words, and only by themselves: "filipino" is no フィリピンを. A word of two kana explains little. */
function costOf({ kind, kana }: Sound, isStart: boolean): number {
  if (kind !== 'glue') return kana.length < 3 ? COSTS.short : COSTS.word;
  if (kana.length > 1) return COSTS.glue;
  return isStart && PARTICLES.includes(kana) ? COSTS.particle : COSTS.foreign + 1;
}

const PARTICLES = 'はがをにでとものへかや';

/** Neighbouring words that sound Japanese, without particles at their ends that something else accounts for ("to", "no"). */
function stretchesOf(heard: readonly Heard[]): readonly (readonly Heard[])[] {
  const stretches: Heard[][] = [[]];
  for (const one of heard) {
    if (one.pieces.length === 0) stretches.push([]);
    else stretches.at(-1)?.push(one);
  }
  return stretches.map((stretch) => {
    const isOwn = ({ word, pieces }: Heard) => word.isUnknown || pieces.some(({ kind }) => kind !== 'glue');
    let [first, last] = [stretch.findIndex(isOwn), stretch.findLastIndex(isOwn)];
    // A piece of several words stays whole.
    while (first > 0 && stretch[first]?.written === '') first -= 1;
    while (stretch[last + 1]?.written === '') last += 1;
    return first < 0 ? [] : stretch.slice(first, last + 1);
  });
}

/** Words that nothing else accounts for. */
const tellingIn = (stretch: readonly Heard[]) =>
  stretch.filter(
    ({ word, pieces }) => word.isUnknown && word.key.length >= LEAST && pieces.some(({ kind }) => kind !== 'person'),
  );

/** Those of them that are neither English nor of the record. */
const foreignIn = (stretch: readonly Heard[], isWord: (word: string) => boolean) =>
  tellingIn(stretch).filter(({ word }) => !isEnglish(word.key) && !isWord(word.key));

/** Two words that nothing else accounts for, or a long one that is foreign. */
function isJapanese(stretch: readonly Heard[], foreign: readonly Heard[]): boolean {
  const isLong = ({ word, pieces }: Heard) =>
    word.key.length >= LONG || pieces.some(({ kind, kana }) => kind === 'word' && kana.length >= LONG);
  return (tellingIn(stretch).length >= 2 && foreign.length >= 1) || foreign.some(isLong);
}

/** "2025 nen 3 gatsu": the space goes too. */
function figureEdits(typed: Typed): readonly Edit[] {
  const { kinds, ends, text } = typed.folded;
  const units = new Map(readings().afterFigures.map(({ written, kana }) => [soundOfKana(kana), written]));
  const edits: Edit[] = [];
  for (let at = 1; at < kinds.length; at += 1) {
    if (kinds[at - 1] !== 'digit' || kinds[at] !== 'latin') continue;
    let to = at;
    while (kinds[to] === 'latin' && (to === at || !typed.folded.gaps[to])) to += 1;
    const written = units.get(soundOf(text.slice(at, to)));
    if (written !== undefined)
      edits.push({ start: ends[at - 1] ?? 0, end: ends[to - 1] ?? 0, read: written, isShown: false });
  }
  return edits;
}
