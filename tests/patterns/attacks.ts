import fc from 'fast-check';
import type { Pattern } from './collect.ts';

/** What brings a question far enough that the rest of it is read with care. */
const OPENINGS = [
  '2+2',
  '石破首相',
  'Hegseth ',
  '2025年3月の',
  'who met ',
  'what did they agree on AMRAAM ',
  '日米防衛相会談',
  '',
];
/** What no pattern goes on with, so that it has to try every other way of reading what came before. */
const STOPS = ['ん', 'x', '!', '\u0000', '\n', ' ', ''];
const LONGEST = 600;
const LONGEST_ENDING = 200;
/** Enough for a pattern that doubles its work each time. */
const TIMES = 40;

const tail = fc.record({ stop: fc.constantFrom(...STOPS), from: fc.nat() });
const choices = fc.record({
  opening: fc.constantFrom(...OPENINGS),
  pumped: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
  length: fc.constantFrom(60, 200, LONGEST),
});

/**
 * Questions that make patterns work hard: the words of one pattern over and over, then what it does not expect, then the words of the
 * patterns beside it, which often look for it. First those words that can be read in two ways, since other words of their pattern make them up; then any, until
 * there are `count`, every pattern in its turn. The same seed gives the same strings.
 */
export function attackStrings(patterns: readonly Pattern[], count: number, seed: number): string[] {
  const files = [...Map.groupBy(patterns, ({ place }) => place.split(':')[0]).values()];
  const sources = files.flatMap((file) => {
    const beside = file.flatMap(wordsOf);
    return file.map((pattern) => ({ words: wordsOf(pattern), beside }));
  });
  const pumpable = sources.filter(({ words }) => words.length > 0);
  const twofold = pumpable.flatMap(({ words, beside }) =>
    words
      .filter((word) => isMadeUp(word, words))
      .flatMap((word) => OPENINGS.map((opening) => ({ head: opening + word.repeat(TIMES), beside }))),
  );
  const any = fc.sample(choices, { numRuns: count, seed }).map(({ opening, pumped, length }, index) => {
    const { words = [], beside = [] } = pumpable[index % pumpable.length] ?? {};
    const pump = pick(words, pumped);
    return { head: opening + pump.repeat(Math.ceil(length / pump.length)).slice(0, length), beside };
  });
  const heads = [...twofold, ...any].slice(0, count);
  return fc
    .sample(tail, { numRuns: count, seed })
    .map(({ stop, from }, index) => `${heads[index]?.head}${stop}${ending(heads[index]?.beside ?? [], from)}`);
}

/** As many of the words as fit, from one of them on. */
function ending(words: readonly string[], from: number): string {
  const start = words.length === 0 ? 0 : from % words.length;
  return [...words.slice(start), ...words.slice(0, start)].join('').slice(0, LONGEST_ENDING);
}

function pick(words: readonly string[], places: readonly number[]): string {
  return words.length === 0 ? '' : places.map((place) => words[place % words.length]).join('');
}

/** Whether other words put together are `word`. */
function isMadeUp(word: string, words: readonly string[]): boolean {
  const rest = (from: number): boolean =>
    from === word.length ||
    words.some((part) => part !== word && word.startsWith(part, from) && rest(from + part.length));
  return rest(0);
}

/** The pieces of text that a pattern looks for: what is left when its signs are taken out. */
function wordsOf({ source }: Pattern): string[] {
  const classes = [...source.matchAll(/\[\^?((?:\\.|[^\]\\])+)\]/g)].flatMap(([, inside = '']) => [
    ...inside.replace(/\\./g, ' '),
  ]);
  const runs = source
    .replace(/\\[bB]|\[(?:\\.|[^\]\\])*\]|\(\?(?:[:=!]|<[=!]|<\w+>)/g, '\u0001')
    .replace(/\\d/g, '1')
    .replace(/\\[sS]/g, ' ')
    .replace(/\\[wW]/g, 'a')
    .replace(/\\[pPu]\{[^}]*\}|\\u[\da-f]{4}|\\x[\da-f]{2}/gi, 'あ')
    .replace(/\{\d+(?:,\d*)?\}|[()|?*+^$]/g, '\u0001')
    .replace(/\\(.)/g, '$1')
    .split('\u0001');
  return [...new Set([...runs, ...classes])].filter((word) => word !== '');
}
