import { marksOf, type SourcePage } from '../../src/answer/index.ts';
import type { Urls } from '../chat/pack.ts';
import { shortTitle, type Unit } from '../chat/text.ts';
import { LIMITS, MARKER_URL_CHARACTERS } from './limits.ts';
import { link, type RichTextElement, words } from './render-blocks.ts';
import { escapeText, literal } from './text.ts';

/** A unit as rich text, its numbers linked; empty for one that shows nothing. */
export function unitElements(unit: Unit, urls: Urls): RichTextElement[] {
  const isBold = unit.kind !== 'statement' && unit.kind !== 'line';
  const text =
    unit.url === undefined ? words(unit.text, isBold ? { bold: true } : undefined) : link(unit.url, unit.text);
  return [
    ...words(`${unit.number === undefined ? '' : `${unit.number}. `}${unit.label ?? ''}`.trim(), { bold: true }),
    ...(unit.label === undefined ? [] : words(' ')),
    ...text,
    ...unit.citations.flatMap((n) => [...words(' '), ...mark(n, urls)]),
  ];
}

/** The same in mrkdwn, without emphasis; `undefined` where a text holds what mrkdwn would take for marks of its own. */
export function unitMrkdwn(unit: Unit, urls: Urls): string | undefined {
  if (isMarked(unit.text)) return undefined;
  const marks = unit.citations.map((n) => {
    const url = urls.get(n);
    return url === undefined || url.length > MARKER_URL_CHARACTERS ? ` [${n}]` : ` <${addressOf(url)}|[${n}]>`;
  });
  return `${unit.kind === 'statement' ? '• ' : ''}${escapeText(literal(unit.text))}${marks.join('')}`;
}

/** A page as a small line of mrkdwn: numbers, the title as a link, what follows. `undefined` where only rich text shows it as it is. */
export function sourceMrkdwn(page: SourcePage): string | undefined {
  const title = literal(shortTitle(page.title));
  const details = literal(page.details);
  if (isMarked(title) || isMarked(details) || title.trim() === '' || !/^https?:\/\//.test(page.url)) return undefined;
  const line = `${marksOf(page)} <${addressOf(page.url)}|${escapeText(title)}>${escapeText(details)}`;
  return line.length <= LIMITS.contextText ? line : undefined;
}

/** The same line as rich text, which takes any text and any address. */
export function sourceElements(page: SourcePage): RichTextElement[] {
  return [...link(page.url, `${marksOf(page)} ${shortTitle(page.title)}`), ...words(page.details)];
}

function mark(n: number, urls: Urls): RichTextElement[] {
  const url = urls.get(n);
  return url === undefined || url.length > MARKER_URL_CHARACTERS ? words(`[${n}]`) : link(url, `[${n}]`);
}

/** Whether mrkdwn would see emphasis, code or an emoji in it. */
function isMarked(text: string): boolean {
  return /[*_~`\n]|:[\w+-]+:/.test(text);
}

function addressOf(url: string): string {
  return escapeText(url.replaceAll('|', '%7C').replaceAll('<', '%3C').replaceAll('>', '%3E'));
}
