import { isJapanese, spaced } from './said.ts';

/** Most other words between the first and the last of an English name, and most other characters between two parts of a Japanese one. */
const BETWEEN = { words: 2, characters: 3 };

/**
 * Whether words stand in a normalised text, its languages on lines of their own, as the words of one name do: 核の共有 and "sharing of nuclear weapons", but not
 * a text that has both far apart. Each word is given by all that may stand for it: English stems, which begin words and come in any
 * order; Japanese parts, which follow each other.
 */
export function standNear(words: readonly (readonly string[])[], normal: string): boolean {
  return normal
    .split('\n')
    .some((line) => (isJapanese(line) ? followClosely(words, line, undefined) : standTogether(words, line)));
}

function standTogether(words: readonly (readonly string[])[], line: string): boolean {
  const held = spaced(line).trim().split(' ');
  const stands = (stems: readonly string[], among: readonly string[]) =>
    among.some((word) => stems.some((stem) => word.startsWith(stem)));
  return held.some((word, at) => {
    if (!words.some((stems) => stands(stems, [word]))) return false;
    const near = held.slice(at, at + words.length + BETWEEN.words);
    return words.every((stems) => stands(stems, near));
  });
}

/** Whether the words follow each other from `end` on; from anywhere for the first of them. */
function followClosely(words: readonly (readonly string[])[], line: string, end: number | undefined): boolean {
  const [first, ...rest] = words;
  if (first === undefined) return true;
  return first.some((part) => {
    for (let at = line.indexOf(part, end ?? 0); at >= 0; at = line.indexOf(part, at + 1)) {
      if (end !== undefined && at - end > BETWEEN.characters) return false;
      if (followClosely(rest, line, at + part.length)) return true;
    }
    return false;
  });
}
