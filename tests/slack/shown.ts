import type { Shown } from '../adapter-contract.ts';
import { elements } from './server/payloads.ts';
import type { Json, Post } from './server/slack-server.ts';

/** A message as a person sees it: blocks where there are any, else the text with Slack's markup read as Slack reads it. */
export function show(post: Post): Shown {
  const { body } = post;
  const seen = { text: [] as string[], links: [] as string[], pings: [] as string[], options: [] as string[] };
  if (body.blocks === undefined || body.blocks.length === 0) readMarkup(body.text, seen);
  else for (const block of body.blocks) readBlock(block, seen);
  // The fallback text notifies too.
  for (const [token] of String(body.text ?? '').matchAll(/<[!@][^>]*>/g)) seen.pings.push(token);
  return {
    id: post.ts,
    text: seen.text.join('\n'),
    links: seen.links,
    buttons: elements(post).map(({ label }) => label),
    options: seen.options,
    private: post.seenBy !== undefined,
    pings: seen.pings,
  };
}

type Seen = { text: string[]; links: string[]; pings: string[]; options: string[] };

function readBlock(block: Json, seen: Seen): void {
  if (block.type === 'actions' || block.type === 'context_actions') {
    for (const each of block.elements) for (const option of each.options ?? []) seen.options.push(option.value);
    return;
  }
  if (block.type === 'section' || block.type === 'header') readObject(block.text, seen);
  if (block.type === 'image') seen.text.push(block.alt_text);
  if (block.type === 'context') for (const each of block.elements) readObject(each, seen);
  if (block.type === 'rich_text') for (const each of block.elements) readRich(each, seen);
}

function readObject(text: Json, seen: Seen): void {
  if (text.type === 'mrkdwn') readMarkup(text.text, seen);
  else seen.text.push(text.text);
}

function readRich(element: Json, seen: Seen): void {
  if (element.type === 'rich_text_list') {
    for (const each of element.elements) readRich(each, seen);
    return;
  }
  let line = '';
  for (const each of element.elements) {
    if (each.type === 'link') seen.links.push(each.url);
    else if (each.type !== 'text') seen.pings.push(each.type);
    line += each.text ?? '';
  }
  seen.text.push(line);
}

function readMarkup(text: string, seen: Seen): void {
  for (const [, token = ''] of text.matchAll(/<([^<>]*)>/g)) {
    if (/^[!@]/.test(token)) seen.pings.push(token);
    if (/^https?:/.test(token)) seen.links.push(token.split('|')[0] ?? token);
  }
  for (const [url] of text.matchAll(/https?:\/\/[^\s<>|]+/g)) seen.links.push(url.replaceAll('&amp;', '&'));
  seen.text.push(text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'));
}
