import type { Answer, Statement } from '../../src/answer/answer.ts';
import { marksOf, sourcesOf } from '../../src/answer/sources.ts';
import { LIMITS } from './limits.ts';
import { printable, type Style } from './style.ts';

const words = {
  ja: {
    sources: '出典',
    more: (n: number) => `続きは「次」(全${n}ページ)`,
    ask: '続けて聞くなら',
  },
  en: {
    sources: 'Sources',
    more: (n: number) => `type "next" for more (${n} pages)`,
    ask: 'You could ask',
  },
} as const;

/** An answer as the terminal shows it: headline, statements, notes, numbered sources, suggestions. Ends without a newline. */
export function renderAnswer(answer: Answer, style: Style, columns: number = LIMITS.columns): string {
  const w = words[answer.language];
  const width = Math.min(columns, LIMITS.mostColumns);
  const blocks = [wrapText(style.bold(printable(answer.headline.text)) + marks(answer.headline, style), width, '')];

  const lines = answer.statements.flatMap((each) => [
    ...(each.heading === undefined ? [] : [wrapText(style.bold(printable(each.heading)), width, '')]),
    wrapText(`• ${printable(each.text)}${marks(each, style)}`, width, '  '),
  ]);
  lines.push(...answer.choices.map((choice, i) => `  ${i + 1}. ${printable(choice.label)}`));
  if (lines.length > 0) blocks.push(lines.join('\n'));

  const notes = answer.notes.map((note) => style.dim(wrapText(printable(note), width, '')));
  if (answer.page.count > answer.page.index) notes.push(style.dim(w.more(answer.page.count)));
  if (notes.length > 0) blocks.push(notes.join('\n'));

  if (answer.citations.length > 0) {
    const list = sourcesOf(answer.citations, answer.language).map(
      (page) => `${style.accent(marksOf(page))} ${style.link(printable(`${page.title}${page.details}`), page.url)}`,
    );
    blocks.push([style.bold(w.sources), ...list].join('\n'));
  }
  if (answer.suggestions.length > 0) {
    blocks.push(style.dim([`${w.ask}:`, ...answer.suggestions.map((each) => `  ${printable(each)}`)].join('\n')));
  }
  return blocks.join('\n\n');
}

function marks(statement: Statement, style: Style): string {
  return statement.citations.map((n) => ` ${style.accent(`[${n}]`)}`).join('');
}

/**
 * Breaks at `width` columns, full-width characters counting two; continuation lines start with `indent`.
 * Latin words stay whole; Japanese breaks anywhere but before closing punctuation.
 */
export function wrapText(text: string, width: number, indent: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences take no columns
  const pieces = text.match(/\u001b\[[0-9;]*m|\s+|[\u0021-\u024f]+|[^\s][、。」』)〕】]*/gu) ?? [];
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of pieces) {
    const size = piece.startsWith('\u001b') ? 0 : columnsOf(piece);
    if (used + size > width && used > 0) {
      lines.push(line.trimEnd());
      line = indent;
      used = indent.length;
      if (piece.trim() === '') continue;
    }
    line += piece;
    used += size;
  }
  return [...lines, line].join('\n');
}

function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    columns += code >= 0x1100 && (code <= 0x115f || (code >= 0x2e80 && code <= 0xffdc) || code >= 0x1f000) ? 2 : 1;
  }
  return columns;
}
