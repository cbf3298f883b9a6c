import { decodeAction } from '../../adapters/chat/actions.ts';
import type { AnswerView } from '../../adapters/chat/message.ts';
import { renderAnswer } from '../../adapters/slack/render.ts';
import type { Answer } from '../../src/answer/answer.ts';
import type { Shown } from '../adapter-contract.ts';
import { elements } from './server/payloads.ts';
import type { Json, Post } from './server/slack-server.ts';

/** A message as a person sees it: blocks where there are any, else the text with Slack's markup read as Slack reads it. */
export function show(post: Post): Shown {
  const { body } = post;
  const seen = { text: [] as string[], links: [] as string[], pings: [] as string[] };
  if (body.blocks === undefined || body.blocks.length === 0) readMarkup(body.text, seen);
  else for (const block of body.blocks) readBlock(block, seen);
  // The fallback text notifies too.
  for (const [token] of String(body.text ?? '').matchAll(/<[!@][^>]*>/g)) seen.pings.push(token);
  return {
    id: post.ts,
    text: seen.text.join('\n'),
    links: seen.links,
    buttons: labels(post, 'button'),
    options: labels(post, 'option'),
    private: post.seenBy !== undefined,
    pings: seen.pings,
  };
}

/** Labels of what can be pressed or chosen, of one kind. */
export function labels(post: Post, wanted: 'button' | 'more' | 'option'): string[] {
  return elements(post).flatMap(({ kind, label }) => (kind === wanted ? [label] : []));
}

type Seen = { text: string[]; links: string[]; pings: string[] };

function readBlock(block: Json, seen: Seen): void {
  if (block.type === 'section' || block.type === 'header') {
    for (const each of [block.text, ...(block.fields ?? [])]) if (each !== undefined) readObject(each, seen);
  }
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
    if (/^https?:/.test(token)) seen.links.push((token.split('|')[0] ?? token).replaceAll('&amp;', '&'));
  }
  const bare = text.replace(/<https?:[^<>|]*\|([^<>]*)>/g, '$1');
  for (const [url] of bare.matchAll(/https?:\/\/[^\s<>|]+/g)) seen.links.push(url.replaceAll('&amp;', '&'));
  seen.text.push(bare.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'));
}

/** All messages of an answer's page, by pressing More as a person would. */
export function leavesOf(answer: Answer, view: AnswerView): ReturnType<typeof renderAnswer>[] {
  const leaves: ReturnType<typeof renderAnswer>[] = [];
  for (let leaf = 0; leaf < 200; leaf += 1) {
    const message = renderAnswer(answer, { ...view, leaf });
    leaves.push(message);
    const post = { ts: '', channel: '', thread: undefined, seenBy: undefined, via: '', body: message };
    const turns = elements(post).map(({ element }) => decodeAction(element.value ?? ''));
    const isMore = turns.some(
      (action) => action?.kind === 'page' && action.page === answer.page.index && action.leaf === leaf + 1,
    );
    if (!isMore) break;
  }
  return leaves;
}
