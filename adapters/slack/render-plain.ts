import { PLAIN_CHARACTERS } from './limits.ts';
import { pieces } from './text.ts';

/** Joins escaped lines into as few plain messages as fit, in order, losing nothing. Line breaks inside a line stay. */
export function plainChunks(lines: readonly string[]): string[] {
  const chunks: string[] = [];
  let chunk = '';
  for (const line of lines.flatMap(fitting)) {
    if (chunk !== '' && chunk.length + 1 + line.length > PLAIN_CHARACTERS) {
      chunks.push(chunk);
      chunk = '';
    }
    chunk = chunk === '' ? line : `${chunk}\n${line}`;
  }
  if (chunk !== '' || chunks.length === 0) chunks.push(chunk === '' ? '…' : chunk);
  return chunks;
}

function fitting(line: string): string[] {
  if (line.length <= PLAIN_CHARACTERS) return [line];
  const result: string[] = [];
  for (const piece of pieces(line, PLAIN_CHARACTERS - 10)) {
    // A piece must not end inside an entity (`&amp;`): the tail moves to the next piece.
    const before = result.pop();
    const torn = before === undefined ? '' : (/&[a-z]{0,3}$/.exec(before)?.[0] ?? '');
    if (before !== undefined) result.push(before.slice(0, before.length - torn.length));
    result.push(`${torn}${piece}`);
  }
  return result;
}
