import type { Statement } from '../answer/answer.ts';
import { sourceLine, sourcesOf } from '../answer/sources.ts';
import type { Digest } from './digest.ts';

/** A digest as plain text with [n] markers, its sources beneath; no markup of any platform. */
export function digestToPlainText(digest: Digest): string {
  const blocks = [
    digest.title,
    ...(digest.note === null ? [] : [digest.note]),
    ...digest.sections.map(({ heading, statements }) => [heading, ...statements.flatMap(lines)].join('\n')),
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

/** A sentence, under its meeting's name where it is the first of one. */
function lines({ text, citations, heading }: Statement): readonly string[] {
  const markers = citations.map((n) => `[${n}]`).join('');
  return [...(heading === undefined ? [] : [heading]), `- ${text}${markers === '' ? '' : ` ${markers}`}`];
}
