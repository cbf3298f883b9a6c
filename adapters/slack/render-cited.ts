import { phrases } from '../../src/conversation/phrases.ts';
import { LIMITS } from './limits.ts';
import {
  type Block,
  bullets,
  context,
  measure,
  type RichTextElement,
  richText,
  type SlackMessage,
  section,
  words,
} from './render-blocks.ts';
import { type CitedText, type Part, parts } from './render-parts.ts';
import { plainChunks } from './render-plain.ts';
import { citationMap, cited, type Piece, plainCited, plainSourceLine, sourceLine } from './render-sources.ts';
import { cut, escapeText, literal } from './text.ts';

/** Which message of several; counts from 1. */
export type Where = { readonly part: number; readonly partCount: number };

export type Frame = {
  readonly above?: readonly Block[];
  /** Blocks under the text, by part: buttons, a picture. */
  readonly below?: (where: Where) => readonly Block[];
  /** A grey line that says where in the whole this is; default: only the part, when there are several. */
  readonly place?: (where: Where) => string;
};

/**
 * A cited text as the Slack messages that hold it, each within every limit. Room for sources and for the frame is taken first;
 * what does not fit one message goes to the next.
 */
export function renderCited(text: CitedText, frame: Frame = {}): readonly SlackMessage[] {
  const above = frame.above ?? [];
  const taken = measure(above) + measure(frame.below?.({ part: 99, partCount: 100 }) ?? []);
  const all = parts(text, LIMITS.messageCharacters - taken);
  return all.map((part, index) => {
    const where = { part: index + 1, partCount: all.length };
    const place = frame.place?.(where) ?? partOf(text, where);
    return {
      text: firstLine(text),
      blocks: [
        ...(index === 0 ? above : above.slice(0, 1)),
        ...partBlocks(text, part),
        ...context(place === '' ? [] : [place]),
        ...(frame.below?.(where) ?? []),
      ],
      plain: () => plainChunks(plainPart(text, part)),
    };
  });
}

/** The first line, for notifications and screen readers: escaped. */
export function firstLine(text: Pick<CitedText, 'headline'>): string {
  return escapeText(cut(literal(text.headline.text).trim(), LIMITS.fallbackText / 2)) || '…';
}

/** "continued 2/3", or nothing when there is one part only. */
export function partOf(text: Pick<CitedText, 'language'>, where: Where): string {
  return where.partCount > 1 ? `${phrases(text.language).continued} ${where.part}/${where.partCount}` : '';
}

/** A text as lines, escaped: what goes out when Slack refuses blocks. */
export function plainLines(text: CitedText): string[] {
  return [
    plainCited(text.headline),
    ...text.statements.map((each) => (each.heading === true ? `\n${escapeText(each.text)}` : `• ${plainCited(each)}`)),
    ...text.notes.map(escapeText),
    ...text.citations.map((citation) => plainSourceLine(citation, text.language)),
  ];
}

function plainPart(text: CitedText, part: Part): string[] {
  const citations = citationMap(text.citations);
  return plainLines({
    language: text.language,
    headline: part.head ?? { text: text.headline.text, citations: [] },
    statements: part.statements,
    notes: part.notes,
    citations: part.sources.flatMap((n) => citations.get(n) ?? []),
  });
}

function partBlocks(text: CitedText, part: Part): Block[] {
  const said = phrases(text.language);
  const citations = citationMap(text.citations);
  const head =
    part.head === null
      ? words(`${cut(literal(text.headline.text), 150)} (${said.continued})`, { bold: true })
      : cited(part.head.text, part.head.citations, citations, true);
  const lines = (each: Piece) => cited(each.text, each.citations, citations);
  const blocks: Block[] = [
    richText(section(...(head.length === 0 ? words('…') : head)), ...grouped(part.statements, lines)),
  ];
  const sources = part.sources.flatMap((n) => citations.get(n) ?? []);
  if (sources.length > 0) {
    const list = bullets(sources.map((source) => sourceLine(source, text.language)));
    blocks.push(richText(section(...words(said.sources, { bold: true })), list));
  }
  return [...blocks, ...context(part.notes)];
}

/** Runs of lines as lists, headings between them. */
function grouped(statements: readonly Piece[], lines: (each: Piece) => RichTextElement[]) {
  const elements = [];
  let run: RichTextElement[][] = [];
  const flush = () => {
    if (run.length > 0) elements.push(bullets(run));
    run = [];
  };
  for (const each of statements) {
    if (each.heading === true) {
      flush();
      elements.push(section(...words(`\n${each.text}`, { bold: true })));
    } else {
      const line = lines(each);
      // Slack refuses an empty element.
      if (line.length > 0) run.push(line);
    }
  }
  flush();
  return elements;
}
