import { cheapestPath, type Step } from './paths.ts';
import { readings } from './readings.ts';
import type { Sound, Sounds } from './sounds.ts';
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
/** Kana enough to read words of, so that な and のは ask for no path. */
const LEAST_RUN = 4;

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
function editOf(typed: Typed, from: number, to: number, { byKana }: Sounds): readonly Edit[] {
  const { text } = typed.folded;
  const path = cheapestPath<Sound | undefined>(from, to, (at) => [
    { to: at + 1, cost: COSTS.unknown, value: undefined },
    ...byKana
      .matches(text, at)
      .filter(({ end }) => end === to || !GLIDES.includes(text.charAt(end)))
      .map(({ end, values: [value] }) => ({ to: end, cost: costOf(value), value })),
  ]);
  const isRead = ({ value }: Step<Sound | undefined>) => value !== undefined && value.kind !== 'glue';
  const words = path.filter(isRead);
  const kana = words.reduce((sum, { value }) => sum + lengthOf(value), 0);
  const unknown = path.filter(({ value }) => value === undefined).length;
  const least = unknown === 0 ? LEAST_WORD : LEAST_KANA;
  if (kana < least || unknown > (to - from) * MOST_UNKNOWN) return [];
  const [first, last] = [path.findIndex(isRead), path.findLastIndex(isRead)];
  const stretch = path.slice(first, last + 1);
  const read = stretch.map((step) => step.value?.written ?? text.slice(step.from, step.to)).join('');
  const [start, end] = [stretch[0]?.from ?? from, stretch.at(-1)?.to ?? to];
  return [editAt(typed, start, end, read)];
}

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
