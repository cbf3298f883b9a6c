import { readFileSync } from 'node:fs';
import list from 'word-list';

let words: Buffer | undefined;

/** Whether a lower-case word is in the English dictionary, which holds no names. Looked up in the file itself: it is in order. */
export function isEnglish(word: string): boolean {
  words ??= readFileSync(list);
  const wanted = Buffer.from(word, 'latin1');
  let low = 0;
  let high = words.length;
  while (low < high) {
    const [start, end] = lineAt(words, (low + high) >> 1);
    const order = words.compare(wanted, 0, wanted.length, start, end);
    if (order === 0) return true;
    if (order < 0) low = end + 1;
    else high = start;
  }
  return false;
}

const BREAK = 10;

/** The line around a place of the file, without its break. */
function lineAt(text: Buffer, at: number): readonly [number, number] {
  const start = at === 0 ? 0 : text.lastIndexOf(BREAK, at - 1) + 1;
  const end = text.indexOf(BREAK, at);
  return [start, end < 0 ? text.length : end];
}
