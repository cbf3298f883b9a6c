import { parse } from 'discord-markdown-parser';
import { escapeHtml } from './stage.ts';

type Node = { readonly type: string; readonly [key: string]: unknown };

const around: Readonly<Record<string, readonly [open: string, close: string]>> = {
  strong: ['<discord-bold>', '</discord-bold>'],
  em: ['<discord-italic>', '</discord-italic>'],
  underline: ['<discord-underlined>', '</discord-underlined>'],
  strikethrough: ['<s>', '</s>'],
  blockQuote: ['<discord-quote>', '</discord-quote>'],
  subtext: ['<discord-subscript>', '</discord-subscript>'],
};

/** Discord's markdown as its components. What a message's field does not render (`plain`) stays as typed. */
export function renderMarkdown(text: string): string {
  return text.split('\n').reduce<string[]>(joinLists, []).map(renderPiece).join('');
}

/** The parser knows no lists: consecutive lines of one are a piece of their own. */
function joinLists(pieces: string[], line: string): string[] {
  const last = pieces.at(-1);
  const isItem = LIST_ITEM.test(line);
  if (last !== undefined && isItem === LIST_ITEM.test(last)) pieces[pieces.length - 1] = `${last}\n${line}`;
  else pieces.push(line);
  return pieces;
}

const LIST_ITEM = /^ *(?:[-*]|\d+\.) /;

function renderPiece(piece: string): string {
  if (!LIST_ITEM.test(piece)) return renderInline(piece);
  const items = piece.split('\n').map((line) => {
    const ordered = /^ *(\d+)\. /.exec(line);
    const value = ordered === null ? '' : ` value="${ordered[1]}" style="list-style:decimal"`;
    return `<li${value}>${renderInline(line.replace(LIST_ITEM, ''))}</li>`;
  });
  return `<ul class="list">${items.join('')}</ul>`;
}

function renderInline(text: string): string {
  // Mentions of commands, which the parser does not know either.
  return text
    .split(/(<\/[^:>]+:\d+>)/)
    .map((part) => {
      const command = /^<\/([^:>]+):\d+>$/.exec(part);
      if (command !== null) return `<discord-mention type="slash">${escapeHtml(command[1] ?? '')}</discord-mention>`;
      return renderNodes(parse(part, 'extended') as unknown as Node[]);
    })
    .join('');
}

function renderNodes(nodes: unknown): string {
  if (typeof nodes === 'string') return escapeHtml(nodes);
  return (nodes as Node[]).map(renderNode).join('');
}

function renderNode(node: Node): string {
  const wrapping = around[node.type];
  if (wrapping !== undefined) return `${wrapping[0]}${renderNodes(node.content)}${wrapping[1]}`;
  switch (node.type) {
    case 'text':
      return escapeHtml(String(node.content));
    case 'br':
    case 'newline':
      return '<br>';
    case 'link':
    case 'url':
    case 'autolink':
      return `<discord-link href="${escapeHtml(String(node.target))}">${renderNodes(node.content)}</discord-link>`;
    case 'heading':
      return `<discord-header level="${String(node.level)}">${renderNodes(node.content)}</discord-header>`;
    case 'inlineCode':
      return `<discord-code>${escapeHtml(String(node.content))}</discord-code>`;
    case 'codeBlock':
      return `<discord-code multiline>${escapeHtml(String(node.content))}</discord-code>`;
    case 'timestamp':
      return `<discord-time>${new Date(Number(node.timestamp) * 1000).toUTCString()}</discord-time>`;
    case 'user':
      return '<discord-mention type="user">somebody</discord-mention>';
    case 'channel':
      return '<discord-mention type="channel">alliance</discord-mention>';
    default:
      throw new Error(`No picture is known of Discord's markdown "${node.type}".`);
  }
}
