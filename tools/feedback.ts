import { printable } from '../adapters/terminal/style.ts';
import { type CuratorNote, reportNote } from '../src/curators/index.ts';
import { runReport } from './report.ts';

await runReport({
  script: 'feedback',
  description:
    'Lists what people reported about answers: the question, the answer, what they wrote, and the records the answer rests on.',
  list: (store, limit) => store.listFeedback(limit),
  text: (rows) => `${rows.map((row) => block(reportNote(row, { language: 'en' }))).join('\n\n')}\n`,
});

/** A report as a paragraph: a heading, then named passages, their lines indented. */
function block({ heading, footer, passages, recordsName, records }: CuratorNote): string {
  const named = [
    ...passages,
    ...records.slice(0, 1).map(() => ({ name: recordsName, text: records.map(({ id }) => id).join('\n') })),
  ];
  const width = Math.max(...named.map(({ name }) => name.length)) + 2;
  const lines = named.map(({ name, text }) => {
    const [first = '', ...more] = text.split(/\r\n|\r|\n/).map(printable);
    return [`  ${name.padEnd(width)}${first}`, ...more.map((line) => `  ${''.padEnd(width)}${line}`)].join('\n');
  });
  return [`${heading} · ${footer}`, ...lines].join('\n');
}
