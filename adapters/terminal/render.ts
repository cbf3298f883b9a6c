import stringWidth from 'fast-string-width';
import type { Answer, Statement } from '../../src/answer/index.ts';
import { marksOf, sourcesOf } from '../../src/answer/index.ts';
import type { Language } from '../../src/text/index.ts';
import { followUpsOf } from './follow-ups.ts';
import { LIMITS } from './limits.ts';
import { printable, type Style } from './style.ts';
import { WORDS } from './words.ts';
import { wrap } from './wrap.ts';

/** Columns that lines may take. A terminal that tells of none (0) is taken for an ordinary one. */
function widthOf(columns: number | undefined): number {
  return Math.min(columns || LIMITS.columns, LIMITS.mostColumns);
}

/**
 * An answer as the terminal shows it: headline, statements, notes, sources, numbered follow-ups; after an answer to "help" also what can be
 * typed. Every line fits `columns`, but for addresses. Ends without a newline.
 */
export function renderAnswer(answer: Answer, style: Style, columns?: number): string {
  const w = WORDS[answer.language];
  const width = widthOf(columns);
  const blocks = [sentence('', answer.headline, style.bold, style, width)];

  const lines = answer.statements.flatMap((each, at) => [
    ...(each.heading === undefined || at === 0 ? [] : ['']),
    ...(each.heading === undefined ? [] : [styled(wrap(printable(each.heading), width), style.bold)]),
    sentence('• ', each, (text) => text, style, width),
  ]);
  if (lines.length > 0) blocks.push(lines.join('\n'));

  const notes = answer.notes.map(printable);
  if (answer.page.count > 1) notes.push(w.page(answer.page.index, answer.page.count));
  if (notes.length > 0) blocks.push(notes.map((note) => styled(wrap(note, width), style.dim)).join('\n'));

  if (answer.question.ask === 'help') blocks.push(renderKeys(answer.language, style, width));
  if (answer.citations.length > 0) blocks.push(renderSources(answer, style, width));

  const followUps = followUpsOf(answer).map(({ label }, at) =>
    styled(wrap(`  ${at + 1}. ${printable(label)}`, width, '     '), style.dim),
  );
  if (followUps.length > 0) blocks.push([style.dim(w.ask), ...followUps].join('\n'));
  return blocks.join('\n\n');
}

/** Lines of prose that fit `columns`. */
export function renderText(text: string, columns?: number): string {
  return wrap(printable(text), widthOf(columns)).join('\n');
}

function renderSources({ citations, language }: Answer, style: Style, width: number): string {
  const pages = sourcesOf(citations, language).flatMap((page) => {
    const lines = wrap(`${marksOf(page)} ${printable(page.title + page.details)}`, width, INDENT);
    return [accented(lines, (text) => text, style), `${INDENT}${printable(page.url)}`];
  });
  return [style.bold(WORDS[language].sources), ...pages].join('\n');
}

function renderKeys(language: Language, style: Style, width: number): string {
  const { keysTitle, keys } = WORDS[language];
  const column = Math.max(...keys.map(([typed]) => stringWidth(typed)));
  const rows = keys.flatMap(([typed, does]) => {
    const gap = ' '.repeat(column - stringWidth(typed) + 2);
    return wrap(`  ${typed}${gap}${does}`, width, ' '.repeat(column + 4));
  });
  return [style.bold(keysTitle), ...rows].join('\n');
}

const INDENT = '    ';

/** A sentence with its marks, which never begin a line. */
function sentence(
  bullet: string,
  { text, citations }: Statement,
  paint: (text: string) => string,
  style: Style,
  width: number,
): string {
  const marks = citations.map((n) => `[${n}]`).join(' ');
  const whole = `${bullet}${printable(text)}${marks === '' ? '' : `${HELD}${marks}`}`;
  return accented(wrap(whole, width, ' '.repeat(bullet.length)), paint, style);
}

/** A space that no line is broken at. */
const HELD = '\u00a0';

function styled(lines: readonly string[], paint: (text: string) => string): string {
  return lines.map(paint).join('\n');
}

/** Marks in the accent colour, the rest as `paint` has it. */
function accented(lines: readonly string[], paint: (text: string) => string, style: Style): string {
  return lines
    .map((line) =>
      line
        .replaceAll(HELD, ' ')
        .split(/(\[\d+\])/)
        .map((part, at) => (at % 2 === 1 ? style.accent(part) : paint(part)))
        .join(''),
    )
    .join('\n');
}
