import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type ComponentProps, createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Message } from 'slack-blocks-to-jsx';
import type { Json } from '../slack/server/slack-server.ts';
import { avatar, dataUrl, escapeHtml, type Theme } from './stage.ts';

type Blocks = ComponentProps<typeof Message>['blocks'];

export const SLACK_STYLE = `<style>${readFileSync(
  createRequire(import.meta.url).resolve('slack-blocks-to-jsx/dist/style.css'),
  'utf8',
)}
  body { margin: 0; padding: 12px; overflow-x: hidden; font-family: "Segoe UI", Arial, sans-serif; }
  body:has([data-theme=dark]) { background: #1a1d21; }
  .asked, .only { font-size: 12px; color: #616061; margin: 0 0 6px 46px; }
  .slack_blocks_to_jsx { max-width: 680px; }
  .slack_blocks_to_jsx > div:last-child { min-width: 0; }
  .slack_blocks_to_jsx__actions, .slack_blocks_to_jsx__actions div { min-width: 0; max-width: 100%; }
  .slack_blocks_to_jsx button { max-width: 100%; overflow: hidden; text-overflow: ellipsis; }
  .view { max-width: 680px; }
  .slack_blocks_to_jsx__image img { max-width: min(100%, 500px); max-height: 500px; }
  .view { border: 1px solid #ccc; border-radius: 8px; padding: 16px; }
  .view h2, .view > button { font-weight: 700; margin-right: 8px; }
  .view > button { font: inherit; padding: 4px 12px; border: 1px solid #bbb; border-radius: 6px; background: none; }
  .view .slack_blocks_to_jsx > .shrink-0, .view .slack_blocks_to_jsx--header { display: none; }
  .view h2 { font-size: 18px; margin: 0 0 8px; }
</style>`;

/** A message as Slack shows it. `files`: uploads by their id. */
export function messageHtml(
  body: Json,
  files: ReadonlyMap<string, Buffer>,
  seenBy: string | undefined,
  theme: Theme,
): string {
  const blocks = body.blocks ?? [{ type: 'section', text: { type: 'mrkdwn', text: body.text } }];
  const only = seenBy === undefined ? '' : '<p class="only">Only visible to you</p>';
  return `<div class="said">${only}${blocksHtml(blocks, files, theme)}</div>`;
}

/** A form or the Home tab. */
export function viewHtml(view: Json, files: ReadonlyMap<string, Buffer>, theme: Theme): string {
  const buttons = [view.close, view.submit]
    .filter(Boolean)
    .map((each: Json) => `<button>${escapeHtml(each.text)}</button>`);
  const title = view.title === undefined ? '' : `<h2>${escapeHtml(view.title.text)}</h2>`;
  return `<div class="said view">${title}${blocksHtml(view.blocks, files, theme)}${buttons.join(' ')}</div>`;
}

function blocksHtml(blocks: Json[], files: ReadonlyMap<string, Buffer>, theme: Theme): string {
  const shown = blocks.map((block) => {
    const file = block.type === 'image' ? files.get(block.slack_file?.id) : undefined;
    return literal(file === undefined ? block : { ...block, image_url: dataUrl(file) });
  });
  return renderToStaticMarkup(
    // The payloads are Slack's own; the local server has checked them.
    createElement(Message, {
      blocks: withLinks(shown) as Blocks,
      logo: avatar,
      name: 'Kyōgi',
      time: new Date(0),
      theme,
    }),
  );
}

/** The renderer reads markup in plain text, which Slack does not: a character reference keeps each mark as typed. */
function literal(value: Json): Json {
  if (Array.isArray(value)) return value.map(literal);
  if (value === null || typeof value !== 'object') return value;
  const whole = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, literal(each)]));
  if (whole.initial_option !== undefined) whole.placeholder = whole.initial_option.text;
  return value.type === 'plain_text'
    ? { ...whole, text: value.text.replaceAll(/[*_~`<>&\\]/g, (mark: string) => `&#${mark.charCodeAt(0)};`) }
    : whole;
}

/** Slack reads `<address|words>` in verbatim text too; the library shows it as it is typed. */
function withLinks(blocks: readonly unknown[]): unknown {
  return JSON.parse(JSON.stringify(blocks, (key, value: unknown) => (key === 'verbatim' ? undefined : value)));
}
