import type { types } from '@slack/bolt';
import { LIMITS } from './limits.ts';
import { cut, literal } from './text.ts';

export type Block = types.KnownBlock;
export type RichTextElement = types.RichTextElement;

/**
 * What goes to Slack. `plain` says the same without blocks, in one or more messages: made only when Slack refuses the blocks.
 */
export type SlackMessage = {
  /** Notification, screen readers, search: escaped. */
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly plain: () => readonly string[];
};

/** Literal text; `undefined` for nothing, since Slack refuses an empty element. */
export function words(text: string, style?: { bold?: boolean; italic?: boolean }): RichTextElement[] {
  const shown = literal(text);
  if (shown === '') return [];
  return [style === undefined ? { type: 'text', text: shown } : { type: 'text', text: shown, style }];
}

/** A link; addresses that are not http(s) are shown as words. */
export function link(url: string, text: string): RichTextElement[] {
  if (!/^https?:\/\//.test(url)) return words(text);
  return [{ type: 'link', url, text: literal(text) || url }];
}

export function section(...elements: RichTextElement[]): types.RichTextSection {
  return { type: 'rich_text_section', elements };
}

export function quote(text: string): types.RichTextQuote {
  return { type: 'rich_text_quote', elements: words(text) };
}

export function bullets(items: readonly RichTextElement[][]): types.RichTextList {
  return { type: 'rich_text_list', style: 'bullet', elements: items.map((elements) => section(...elements)) };
}

/** A rich_text block: bold and links in it need no spaces around them, so it reads well in Japanese. */
export function richText(
  ...elements: (types.RichTextSection | types.RichTextList | types.RichTextQuote)[]
): types.RichTextBlock {
  return { type: 'rich_text', elements };
}

/** Small grey lines; several blocks when there are more than one block takes. */
export function context(lines: readonly string[]): types.ContextBlock[] {
  const elements = lines.filter((line) => line.trim() !== '').map((line) => plainText(line, LIMITS.contextText));
  const blocks: types.ContextBlock[] = [];
  for (let at = 0; at < elements.length; at += LIMITS.contextElements) {
    blocks.push({ type: 'context', elements: elements.slice(at, at + LIMITS.contextElements) });
  }
  return blocks;
}

export function button(actionId: string, text: string, value: string, style?: 'primary' | 'danger'): types.Button {
  return {
    type: 'button',
    action_id: actionId,
    text: plainText(text, LIMITS.buttonText),
    value,
    ...(style === undefined ? {} : { style }),
  };
}

/** A button that opens a page; Slack tells us of the press all the same. `undefined` for none, or for an address too long. */
export function linkButton(actionId: string, text: string, url: string | undefined): types.Button | undefined {
  if (url === undefined || url.length > LIMITS.buttonUrl) return undefined;
  return { type: 'button', action_id: actionId, text: plainText(text, LIMITS.buttonText), url };
}

/** A plain_text object of at most `most` characters, cut after everything that may lengthen it; never blank. */
export function plainText(text: string, most: number = LIMITS.sectionText) {
  const shown = cut(literal(text), most);
  return { type: 'plain_text' as const, text: shown.trim() === '' ? '…' : shown, emoji: false };
}

const unmeasured = new Set(['type', 'style', 'action_id', 'block_id']);

/** All text of blocks together, in UTF-16 units, addresses and button values included: what the message budget counts. */
export function measure(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + measure(each), 0);
  if (value === null || typeof value !== 'object') return 0;
  return Object.entries(value).reduce((sum, [key, each]) => sum + (unmeasured.has(key) ? 0 : measure(each)), 0);
}
