const OPENING = '「『“"';
const CLOSING = '」』”"';

/** What stands between quotation marks, as offsets into the text, outermost marks first; a mark without its like opens nothing. */
export function quotationsIn(text: string): readonly (readonly [from: number, to: number])[] {
  const found: [number, number][] = [];
  for (let at = 0; at < text.length; at += 1) {
    const mark = OPENING.indexOf(text.charAt(at));
    if (mark < 0) continue;
    const end = text.indexOf(CLOSING.charAt(mark), at + 1);
    if (end < 0) continue;
    found.push([at + 1, end]);
    at = end;
  }
  return found;
}
