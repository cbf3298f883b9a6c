import type { Language } from '../text/language.ts';
import { formatDate } from '../time/format.ts';
import type { Answer, Citation } from './answer.ts';
import { phrases } from './phrases/phrases.ts';

/** An answer as plain text with [n] marks: first line, statements, choices, notes, numbered sources. Ends without a newline. */
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
    blocks.push([say.sources, ...answer.citations.map((each) => sourceLine(each, answer.language))].join('\n'));
  }
  return blocks.join('\n\n');
}

/** `[1] “title”, publisher, date, locator (news report) address`. */
export function sourceLine({ n, url, published, ...rest }: Citation, language: Language): string {
  const date = published && formatDate(published, language);
  return `[${n}] ${phrases(language).sourceLine({ ...rest, published: date })} ${url}`;
}

function marked({ text, citations }: Answer['headline']): string {
  return citations.length === 0 ? text : `${text} ${citations.map((n) => `[${n}]`).join('')}`;
}
