import type { Statement } from '../answer/answer.ts';
import { sourceLine, sourcesOf } from '../answer/sources.ts';
import type { Digest } from './digest.ts';
import { wording } from './wording/index.ts';

/** A digest as plain text with [n] markers, its sources beneath; no markup of any platform. */
export function digestToPlainText(digest: Digest): string {
  const blocks = [
    digest.title,
    ...(digest.quiet ? [wording(digest.language).quiet] : []),
    ...digest.sections.map(({ heading, statements }) =>
      [heading, ...statements.map((statement, index) => line(statement, statements[index - 1]))].join('\n'),
    ),
    ...(digest.citations.length > 0
      ? [
          sourcesOf(digest.citations, digest.language)
            .map((each) => sourceLine(each, digest.language))
            .join('\n'),
        ]
      : []),
    digest.closing,
  ];
  return blocks.join('\n\n');
}

/** A further sentence about the consultation of the line above stands beneath it, set in. */
function line(statement: Statement, above: Statement | undefined): string {
  const markers = statement.citations.map((n) => `[${n}]`).join('');
  const follows =
    above !== undefined && statement.consultation !== null && above.consultation === statement.consultation;
  return `${follows ? '  ' : '- '}${statement.text}${markers === '' ? '' : ` ${markers}`}`;
}
