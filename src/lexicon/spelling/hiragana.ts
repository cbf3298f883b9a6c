import { soundOfKana } from '../kana.ts';
import { distance } from './distance.ts';
import { cheapestPath, type Step } from './paths.ts';
import { readings } from './readings.ts';
import type { Sound, Sounds, Spelt } from './sounds.ts';
import { type Edit, editAt, type Typed } from './typed.ts';

/** What a kana that nothing explains costs, a particle of one kana, other wordings, and a word of two kana. */
const COSTS = { unknown: 3, particle: 1.4, glue: 1.1, short: 1.6, word: 1 } as const;
/** Kana in names and words that a stretch needs before anything in it is rewritten; fewer will do where nothing is left over. */
const LEAST_KANA = 4;
const LEAST_WORD = 3;
/** The share of a stretch that may be left over. */
const MOST_UNKNOWN = 1 / 3;
/** They belong to the kana before, so no word ends there. */
const GLIDES = 'ゃゅょ';
/** One kana left over may be an ending; more belong to a word. */
const LEAST_LEFT = 2;
/** Shorter words are one letter from too many others. */
const LEAST_LETTERS = 5;
/** Kana enough to read words of, so that な and のは ask for no path. */
const LEAST_RUN = 4;

type Heard = Step<Sound | undefined>;

/** Reads sentences in hiragana: しゅのうかいだんでなにをはなした is 首脳会談でなにを話した. Of two readings the longer words win. */
export function hiraganaEdits(typed: Typed, sounds: () => Sounds): readonly Edit[] {
  const { kinds } = typed.folded;
  const edits: Edit[] = [];
  let at = 0;
  while (at < kinds.length) {
    const from = at;
    while (kinds[at] === 'hiragana') at += 1;
    if (at - from >= LEAST_RUN) edits.push(...editOf(typed, from, at, sounds()));
    if (at === from) at += 1;
  }
  return edits;
}

/** One edit from the first to the last word of a stretch that is written otherwise. */
function editOf(typed: Typed, from: number, to: number, sounds: Sounds): readonly Edit[] {
  const { text } = typed.folded;
  const { byKana } = sounds;
  const known = cheapestPath<Sound | undefined>(from, to, (at) => [
    { to: at + 1, cost: COSTS.unknown, value: undefined },
    ...byKana
      .matches(text, at)
      .filter(({ end }) => end === to || !GLIDES.includes(text.charAt(end)))
      .map(({ end, values: [value] }) => ({ to: end, cost: costOf(value), value })),
  ]);
  const path = wholeWords(known, text, sounds);
  const words = path.filter(isRead);
  const kana = words.reduce((sum, { value }) => sum + lengthOf(value), 0);
  const unknown = path.filter(isUnknown).length;
  const least = unknown === 0 ? LEAST_WORD : LEAST_KANA;
  if (kana < least || unknown > (to - from) * MOST_UNKNOWN) return [];
  const [first, last] = [path.findIndex(isRead), path.findLastIndex(isRead)];
  const stretch = path.slice(first, last + 1);
  const read = stretch.map((step) => step.value?.written ?? text.slice(step.from, step.to)).join('');
  const [start, end] = [stretch[0]?.from ?? from, stretch.at(-1)?.to ?? to];
  return [editAt(typed, start, end, read)];
}

const isRead = ({ value }: Heard) => value !== undefined && value.kind !== 'glue';
const isUnknown = ({ value }: Heard) => value === undefined;

/** A word beside kana that nothing explains is half read: ぼうえいそう is 防衛相, which sounds alike, or no word at all. */
function wholeWords(path: readonly Heard[], text: string, { words }: Sounds): readonly Heard[] {
  const whole: Heard[] = [];
  for (let at = 0; at < path.length; at += 1) {
    let end = at;
    while (end < path.length && path[end]?.value?.kind !== 'glue') end += 1;
    const group = path.slice(at, Math.max(end, at + 1));
    const left = group.filter(isUnknown);
    if (left.length < LEAST_LEFT) whole.push(...group);
    else {
      const [from, to] = [group[0]?.from ?? 0, group.at(-1)?.to ?? 0];
      const value = soundsLike(text.slice(from, to), words);
      if (value === undefined) whole.push(...unread(from, to));
      else whole.push({ from, to, cost: COSTS.word, value });
    }
    at += group.length - 1;
  }
  return whole;
}

/** The one word whose sound is a single letter away; `undefined` where there is none, or several. */
function soundsLike(kana: string, words: readonly Spelt[]): Sound | undefined {
  const letters = soundOfKana(kana);
  if (letters.length < LEAST_LETTERS) return undefined;
  const near = words.filter((each) => distance(letters, each.letters, 1) === 1);
  return near.length === 1 ? near[0] : undefined;
}

const unread = (from: number, to: number): readonly Heard[] =>
  Array.from({ length: to - from }, (_, at) => ({
    from: from + at,
    to: from + at + 1,
    cost: COSTS.unknown,
    value: undefined,
  }));

function costOf(sound: Sound | undefined): number {
  if (sound === undefined) return COSTS.unknown;
  if (sound.kind === 'glue') return sound.kana.length === 1 ? COSTS.particle : COSTS.glue;
  return sound.kana.length < 3 ? COSTS.short : COSTS.word;
}

/** Words of two kana are no evidence. */
const lengthOf = (sound: Sound | undefined) => (sound === undefined || sound.kana.length < 3 ? 0 : sound.kana.length);

/** Rewrites what stands after figures: 2026ねん, 3がつ. */
export function figureEdits(typed: Typed, sounds: () => Sounds): readonly Edit[] {
  const { text, kinds, gaps } = typed.folded;
  const edits: Edit[] = [];
  for (let at = 1; at < text.length; at += 1) {
    if (kinds[at - 1] !== 'digit' || kinds[at] !== 'hiragana') continue;
    const isWhole = (kana: string) => !gaps.slice(at + 1, at + kana.length).includes(true);
    const unit = readings().afterFigures.find(({ kana }) => text.startsWith(kana, at) && isWhole(kana));
    if (unit === undefined) continue;
    const to = at + unit.kana.length;
    const isLonger = sounds()
      .byKana.matches(text, at)
      .some(({ end, values: [value] }) => end > to && value?.kind === 'word');
    if (!isLonger) edits.push(editAt(typed, at, to, unit.written, false));
  }
  return edits;
}
