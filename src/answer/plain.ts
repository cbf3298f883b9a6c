import type { Answer } from './answer.ts';
import { phrases } from './phrases/phrases.ts';
import { sourceLine, sourcesOf } from './sources.ts';

/** An answer as plain text with [n] marks: first line, statements, choices, notes, sources. Ends without a newline. */
export function toPlainText(answer: Answer): string {
  const say = phrases(answer.language);
  const blocks = [marked(answer.headline)];
  const lines = answer.statements.flatMap((statement) => [
    ...(statement.heading === undefined ? [] : [statement.heading]),
    `${say.bullet}${marked(statement)}`,
  ]);
  lines.push(...answer.choices.map(({ label }, index) => `${index + 1}. ${label}`));
  if (lines.length > 0) blocks.push(lines.join('\n'));

  const { index, count } = answer.page;
  const notes = count > 1 ? [...answer.notes, say.page(index, count)] : answer.notes;
  if (notes.length > 0) blocks.push(notes.join('\n'));

  if (answer.citations.length > 0) {
    blocks.push(
      [
        say.sources,
        ...sourcesOf(answer.citations, answer.language).map((each) => sourceLine(each, answer.language)),
      ].join('\n'),
    );
  }
  return blocks.join('\n\n');
}

function marked({ text, citations }: Answer['headline']): string {
  return citations.length === 0 ? text : `${text} ${citations.map((n) => `[${n}]`).join('')}`;
}
