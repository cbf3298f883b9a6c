import type { EntityKind } from '../lexicon/lexicon.ts';
import type { MaskedText } from './intent/cues.ts';

/** A stretch that a mask letter stands for. `kind` is an entity's, or `time`. */
export type Span = { readonly start: number; readonly end: number; readonly kind: EntityKind | 'time' };

const LETTERS: Readonly<Record<Span['kind'], string>> = {
  person: 'P',
  framework: 'F',
  topic: 'T',
  country: 'C',
  members: 'C',
  document: 'D',
  administration: 'A',
  office: 'O',
  place: 'L',
  visit: 'V',
  format: 'M',
  level: 'K',
  time: 'X',
};

/** `text` in lower case with a capital letter for each span (see `MaskedText`). Spans are in order and do not overlap. */
export function maskText(text: string, spans: readonly Span[]): MaskedText {
  let masked = '';
  let at = 0;
  for (const span of spans) {
    masked += plain(text.slice(at, span.start)) + LETTERS[span.kind];
    at = span.end;
  }
  return (masked + plain(text.slice(at))).replace(/\s+/g, ' ').trim();
}

/** What is left of `text` when every span is taken out. */
export function withoutSpans(text: string, spans: readonly Span[]): string {
  let left = '';
  let at = 0;
  for (const span of spans) {
    left += `${text.slice(at, span.start)} `;
    at = span.end;
  }
  return left + text.slice(at);
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[‘’`´]/gu, "'");
}
