import { type HTMLElement, NodeType, parse } from 'node-html-parser';
import type { Language } from '../../text/language.ts';

/** A paragraph of running text. `number` counts such paragraphs from 1; captions, menus and cross-references are not counted. */
export type Paragraph = { readonly number: number; readonly text: string };

export type SourceDocument = {
  /** The page title or first heading, when the document has one. */
  readonly title: string | null;
  readonly language: Language;
  /** Short lines that are no running text: headings, captions, the date line of a release. */
  readonly headings: readonly string[];
  readonly paragraphs: readonly Paragraph[];
};

/** Reads a public document, HTML or plain text (told apart by its first tag), into numbered paragraphs. Never throws. */
export function readDocument(content: string): SourceDocument {
  const html = /^\s*<(?:!doctype|html|head|body|div|article|p)\b/i.test(content);
  const { title, blocks } = html ? readHtml(content) : { title: null, blocks: content.split(/\r?\n/) };
  const lines = blocks.map((block) => block.replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
  const texts = lines.filter(isRunningText);
  return {
    title,
    language: texts.some((text) => /[\u3040-\u30ff]/.test(text)) ? 'ja' : 'en',
    headings: lines.filter((line) => !isRunningText(line)),
    paragraphs: texts.map((text, index) => ({ number: index + 1, text })),
  };
}

/** Running text has a finished sentence; a caption, a heading or a list of references has none. */
function isRunningText(text: string): boolean {
  if (/^(?:参照|図表|See also|Figure|Source)/.test(text)) return false;
  return /[\u3040-\u30ff]/.test(text) ? text.includes('。') : /\w[.!?]["”’)]*(?:\s|$)/.test(text) && text.includes(' ');
}

const BLOCKS = new Set(
  'P DIV LI TD TH H1 H2 H3 H4 H5 H6 SECTION ARTICLE MAIN BODY HTML BR DD DT BLOCKQUOTE TR UL OL TABLE'.split(' '),
);
const SKIPPED = new Set(['SCRIPT', 'STYLE', 'NAV', 'HEADER', 'FOOTER', 'NOSCRIPT', 'FORM', 'HEAD']);

function readHtml(content: string): { title: string | null; blocks: string[] } {
  const root = parse(content);
  const title = root.querySelector('title') ?? root.querySelector('h1');
  const blocks: string[] = [''];
  collect(root, blocks);
  return { title: title?.text.trim() || null, blocks };
}

function collect(element: HTMLElement, blocks: string[]): void {
  for (const node of element.childNodes) {
    if (node.nodeType === NodeType.TEXT_NODE) {
      blocks[blocks.length - 1] += node.text;
      continue;
    }
    if (node.nodeType !== NodeType.ELEMENT_NODE) continue;
    // An element node of this parser is always an HTMLElement.
    const child = node as HTMLElement;
    if (SKIPPED.has(child.tagName)) continue;
    const block = BLOCKS.has(child.tagName);
    if (block) blocks.push('');
    collect(child, blocks);
    if (block) blocks.push('');
  }
}
