import { stemEnglish } from '../text/stem.ts';
import { contentTerms } from '../text/tokens.ts';

/** Most other words between the first and the last of a name in English, and most other characters in Japanese. */
const MOST_WORDS_BETWEEN = 2;
const MOST_CHARACTERS_BETWEEN = 3;
/** A longer run of words is a sentence and no name. */
const LONGEST_NAME = 3;

/** Tells whether a text says what was asked and does not only hold its words far apart. */
export type Nearness = (text: string) => boolean;

/**
 * What free words of a question ask for as names: words that were typed side by side ("nuclear sharing", 核共有) must stand near each
 * other in a text, and of two joined by の (弾薬の生産) both must stand there, or it speaks of something else. `typed` is the question as typed. Where nothing was typed side by side, any text will do.
 */
export function createNearness(terms: string, typed: string): Nearness {
  const words = terms.split(' ');
  const names = runsTyped(words, typed.normalize('NFKC').toLowerCase());
  const compounds = words
    .filter((word) => /^[\p{Script=Han}\p{Script=Katakana}ー々]{3,8}$/u.test(word))
    .map((word) => contentTerms(word))
    .filter((parts) => parts.length > 1 && parts.length <= LONGEST_NAME);
  const pairs = words.flatMap((word, at) => {
    const next = words[at + 1];
    return next !== undefined && typed.includes(`${word}の${next}`) ? [[word, next]] : [];
  });
  // PAC-3 is no other thing that has a 3.
  const models = words
    .filter((word) => /^[a-z]+-?\d+[a-z]*$/i.test(word))
    .map((word) => word.toLowerCase().replace('-', ''));
  if (names.length + compounds.length + pairs.length + models.length === 0) return () => true;
  return (text) => {
    const plain = text.normalize('NFKC').toLowerCase();
    return (
      names.every((name) => standNear(name, plain)) &&
      models.every((model) => plain.replaceAll(/(?<=[a-z])[- ](?=\d)/g, '').includes(model)) &&
      compounds.every((parts) => followClosely(parts, plain)) &&
      pairs.every((pair) => pair.every((word) => contentTerms(word).every((part) => plain.includes(part))))
    );
  };
}

/** Runs of two or three of the words that were typed with nothing but a space or a hyphen between them. */
function runsTyped(words: readonly string[], typed: string): readonly (readonly string[])[] {
  const runs: string[][] = [];
  let run: string[] = [];
  let end = -1;
  for (const word of words.map((one) => one.toLowerCase())) {
    const at = /^[a-z0-9+'-]+$/.test(word) ? typed.indexOf(word, Math.max(0, end)) : -1;
    const isBeside = at >= 0 && end >= 0 && /^[ -]$/.test(typed.slice(end, at));
    if (!isBeside) {
      runs.push(run);
      run = [];
    }
    if (at >= 0) run.push(word);
    end = at < 0 ? -1 : at + word.length;
  }
  runs.push(run);
  return runs.filter(({ length }) => length > 1 && length <= LONGEST_NAME);
}

function standNear(name: readonly string[], text: string): boolean {
  const wanted = name.map(stemEnglish);
  const held = (text.match(/[a-z0-9+'-]+/g) ?? []).flatMap((word) => word.split('-')).map(stemEnglish);
  const reach = name.length + MOST_WORDS_BETWEEN;
  return held.some((word, at) => {
    if (!wanted.includes(word)) return false;
    const window = held.slice(at, at + reach);
    return wanted.every((one) => window.includes(one));
  });
}

/** The parts of a compound in their order, with no more than a few characters between two. */
function followClosely(parts: readonly string[], text: string): boolean {
  const [first = '', ...rest] = parts;
  for (let start = text.indexOf(first); start >= 0; start = text.indexOf(first, start + 1)) {
    let end = start + first.length;
    const all = rest.every((part) => {
      const at = text.indexOf(part, end);
      if (at < 0 || at - end > MOST_CHARACTERS_BETWEEN) return false;
      end = at + part.length;
      return true;
    });
    if (all) return true;
  }
  return false;
}
