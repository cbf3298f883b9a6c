import type { SourcePage } from '../../src/answer/index.ts';
import type { Urls } from '../chat/pack.ts';
import type { Unit } from '../chat/text.ts';
import { shortTitle } from '../chat/text.ts';
import { escapeMarkdown, maskedLink } from './markdown.ts';

/** Longer links stand once, in the list of sources, and not again at each [n]. */
const MARK = 300;

/** A unit in Discord's markup, its numbers linked. */
export function unitMarkup(unit: Unit, urls: Urls): string {
  const text = unit.url === undefined ? escapeMarkdown(unit.text) : linked(unit.text, unit.url);
  const marks = unit.citations.map((n) => mark(n, urls)).join('');
  switch (unit.kind) {
    case 'section':
      return `### ${text}${marks}`;
    case 'headline':
    case 'heading':
      return `${text === '' ? '' : `**${text}**`}${marks}`;
    case 'line':
      return `${text}${marks}`.trim();
    case 'statement': {
      const label = unit.label === undefined ? '' : `**${escapeMarkdown(unit.label)}** `;
      return `${unit.number === undefined ? '•' : `**${unit.number}.**`} ${label}${text}${marks}`;
    }
  }
}

/** A page in small print: `-# [1][3] title (in Japanese), publisher, date – places`, the title being the link. At most `most` characters. */
export function sourceMarkup(page: SourcePage, most: number): string {
  const numbers = page.numbers.map((n) => `[${n}]`).join('');
  const name = shortTitle(page.title);
  for (const length of [300, 120, 40]) {
    const title = linked(shortened(name, length), page.url);
    const line = `-# ${numbers} ${title}${escapeMarkdown(shortened(page.details, length))}`;
    if (line.length <= most) return line;
  }
  // An address that long leaves room for nothing but itself; past that the page is named without a link.
  const bare = `-# ${numbers} ${linked(shortened(page.title, 20), page.url)}`;
  return bare.length <= most ? bare : `-# ${numbers} ${escapeMarkdown(shortened(page.title, 20))}`;
}

function mark(n: number, urls: Urls): string {
  const url = urls.get(n);
  const link = url === undefined ? undefined : maskedLink(`[${n}]`, url);
  return ` ${link === undefined || link.length > MARK ? `[${n}]` : link}`;
}

function linked(label: string, url: string): string {
  return maskedLink(label, url) ?? `${escapeMarkdown(label)} (${escapeMarkdown(url.slice(0, 200))})`;
}

function shortened(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
