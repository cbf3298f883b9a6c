import { LineBreaker } from 'css-line-break';
import stringWidth from 'fast-string-width';

/** An address is one piece: broken, it could be neither clicked nor copied. */
const ADDRESS = /(https?:\/\/[\x21-\x7e]+)/;

/**
 * Breaks `text` into lines of at most `columns`, full-width characters counting two, where the Unicode line breaking algorithm allows it: English
 * between words, Japanese between characters but not before closing marks. A word or an address wider than that stays whole. Lines after the
 * first start with `indent`.
 */
export function wrap(text: string, columns: number, indent = ''): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = lines.length === 0 ? '' : indent;
    let used = stringWidth(line);
    let isEmpty = true;
    for (const piece of piecesOf(paragraph)) {
      if (!isEmpty && used + stringWidth(piece.trimEnd()) > columns) {
        lines.push(line.trimEnd());
        line = indent;
        used = stringWidth(indent);
      }
      line += piece;
      used += stringWidth(piece);
      isEmpty = false;
    }
    lines.push(line.trimEnd());
  }
  return lines;
}

/** What must not be broken, one after the other, trailing spaces included. */
function piecesOf(text: string): readonly string[] {
  return text.split(ADDRESS).flatMap((part, at) => {
    if (at % 2 === 1) return [part];
    const breaker = LineBreaker(part, { lineBreak: 'strict', wordBreak: 'normal' });
    const pieces: string[] = [];
    for (let next = breaker.next(); !next.done; next = breaker.next()) {
      const last = pieces.at(-1) ?? '';
      // A dash between two names holds them together: Japan–U.S.
      if (last.endsWith('–')) pieces[pieces.length - 1] = last + next.value.slice();
      else pieces.push(next.value.slice());
    }
    return pieces;
  });
}
