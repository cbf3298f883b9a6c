import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Adapter } from '../../adapters/adapter.ts';
import { decodeAction, encodeAction } from '../../adapters/chat/actions.ts';
import { isAside } from '../../adapters/chat/aside.ts';
import { type Chat, createChat, languageOfLocale } from '../../adapters/chat/chat.ts';
import type { Control, Controls } from '../../adapters/chat/controls.ts';
import { conversationKeys } from '../../adapters/chat/conversation-keys.ts';
import { answerMessage, type ChatMessage, type Fitting, noticeMessage } from '../../adapters/chat/message.ts';
import type { ChatOptions } from '../../adapters/chat/options.ts';
import type { Urls } from '../../adapters/chat/pack.ts';
import { press } from '../../adapters/chat/press.ts';
import type { Unit } from '../../adapters/chat/text.ts';
import { createUnderWay } from '../../adapters/chat/under-way.ts';
import { marksOf, type SourcePage } from '../../src/answer/sources.ts';

/** What the platform sends to our webhook. */
export type Event = {
  readonly id: string;
  readonly user: string;
  readonly channel: string;
  readonly locale?: string;
} & (
  | { readonly type: 'command'; readonly text: string; readonly private: boolean }
  | {
      readonly type: 'post';
      readonly text: string;
      readonly bot: boolean;
      readonly direct: boolean;
      readonly root?: string;
    }
  | { readonly type: 'press'; readonly value: string; readonly post: { id: string; private: boolean; asker?: string } }
);

export type Button = { readonly name: string; readonly value: string };
/** What we send to the platform: markdown, buttons, a menu, and what is behind ⋯; `to` is the one person who sees it. */
export type Post = {
  readonly channel: string;
  readonly text: string;
  readonly buttons: readonly Button[];
  readonly menu: readonly Button[];
  readonly more: readonly Button[];
  readonly asker: string;
  readonly to?: string | undefined;
  readonly root?: string | undefined;
};

const keys = conversationKeys('mattermost');
const MOST_VALUE = 1_000;

/** The limits of the platform: one text of 16,383 characters. */
const FIT: Fitting = {
  room: 14_000,
  notes: 1_000,
  units: 100,
  unit: (unit, urls) => written(unit, urls).length + 2,
  source: (page) => sourceLine(page).length + 1,
  controls: () => 0,
};

/** A third chat platform: events by webhook, posts by its web API. What it does not hold is in `adapters/chat/`. */
export function createMattermostAdapter(config: ChatOptions & { readonly apiUrl: string }) {
  const chat = createChat('mattermost', config);
  const underWay = createUnderWay((error) => config.log.error({ err: error }, 'An event could not be handled.'));
  const server = createServer(async (request, response) => {
    const event = JSON.parse(await bodyOf(request)) as Event;
    response.end();
    underWay.add(handle(chat, config.apiUrl, event));
  });
  const idle = async () => {
    await underWay.idle();
    await chat.conversations.settled();
  };
  return {
    name: chat.platform,
    start: () => listening(server),
    address: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    idle,
    async stop() {
      await new Promise((resolve) => server.close(resolve));
      await idle();
      chat.conversations.close();
    },
  } satisfies Adapter & { idle(): Promise<void>; address(): string };
}

async function handle(chat: Chat, api: string, event: Event): Promise<void> {
  if (event.type === 'press') return pressed(chat, api, event);
  if (event.type === 'post' && (event.bot || !(await chat.first(`mattermost:${event.id}`)))) return;
  const root = event.type === 'post' ? (event.root ?? event.id) : undefined;
  const own =
    root === undefined || (event.type === 'post' && event.direct)
      ? keys.person(event.user, event.channel)
      : keys.shared(event.channel, root);
  await ask(chat, api, event, event.text, [own], { alone: event.type === 'command' && event.private, root });
}

type Shown = { readonly alone: boolean; readonly root?: string | undefined };

async function ask(chat: Chat, api: string, event: Event, text: string, under: readonly string[], shown: Shown) {
  const result = await chat.conversations.ask({
    platform: chat.platform,
    actor: event.user,
    channel: event.channel,
    keys: under,
    text,
    fallbackLanguage: languageOfLocale(event.locale) ?? chat.fallbackLanguage,
  });
  if (result.kind === 'hint') {
    const message = noticeMessage(result.text, result.language);
    if (result.speak) await post(api, postOf(message, event, { ...shown, alone: true }));
    return;
  }
  const { answer } = result;
  const alone = shown.alone || isAside(answer);
  await post(api, postOf(answerMessage(answer, FIT, { shareable: alone }), event, { ...shown, alone }));
}

async function pressed(chat: Chat, api: string, event: Extract<Event, { type: 'press' }>): Promise<void> {
  const language = languageOfLocale(event.locale) ?? chat.fallbackLanguage;
  const own = event.post.asker === event.user;
  const outcome = await press(
    chat,
    decodeAction(event.value),
    {
      actor: event.user,
      channel: event.channel,
      name: `@\u200b${event.user}`,
      language: () => language,
      alone: event.post.private,
      own,
      direct: false,
      question: () => undefined,
    },
    FIT,
  );
  switch (outcome.kind) {
    case 'notice':
      return post(api, postOf(noticeMessage(outcome.text, language), event, { alone: true }));
    case 'show': {
      const inPlace = outcome.where === 'in-place';
      const shown = postOf(outcome.message, event, { alone: !inPlace || event.post.private });
      return inPlace ? post(api, shown, event.post.id) : post(api, shown);
    }
    case 'share': {
      const share = async () => {
        await post(api, postOf(outcome.message, event, { alone: false }));
        return true;
      };
      if (await chat.effects.once(outcome.key, share)) return;
      return post(api, postOf(noticeMessage(outcome.again, language), event, { alone: true }));
    }
    case 'ask':
      return ask(chat, api, event, outcome.text, [keys.person(event.user, event.channel)], {
        alone: event.post.private,
      });
    case 'form': {
      // Without forms, a press is the report.
      const report = { platform: chat.platform, actor: event.user, ask: outcome.ask, kind: 'other' as const };
      await chat.conversations.feedback(report);
      return;
    }
    case 'own':
    case 'nothing':
      return;
  }
}

function postOf(message: ChatMessage, event: Event, { alone, root }: Shown): Post {
  const { above, headline, units, sources, notes, where, urls, controls } = message;
  const small = [...notes.map(escaped), where ?? ''].filter((line) => line !== '');
  const lines = [...above, written(headline, urls), ...units.map((unit) => written(unit, urls))];
  return {
    channel: event.channel,
    text: [...lines, '', ...sources.map(sourceLine), ...small].join('\n'),
    ...buttonsOf(controls),
    asker: event.user,
    to: alone ? event.user : undefined,
    root,
  };
}

function buttonsOf({ choices, buttons, menus, more }: Controls): Pick<Post, 'buttons' | 'menu' | 'more'> {
  return {
    buttons: [...choices, ...buttons].flatMap(buttonOf),
    menu: menus.flatMap(({ options }) => options).flatMap(buttonOf),
    more: more.flatMap(buttonOf),
  };
}

function buttonOf(control: Control): Button[] {
  const value = 'action' in control ? encodeAction(control.action, MOST_VALUE) : undefined;
  return value === undefined ? [] : [{ name: control.label, value }];
}

function written({ kind, text, citations, label }: Unit, urls: Urls): string {
  const marks = citations.map((n) => ` [\\[${n}\\]](${addressOf(urls.get(n) ?? '')})`).join('');
  if (kind === 'statement') return `- ${label === undefined ? '' : `**${escaped(label)}** `}${escaped(text)}${marks}`;
  return kind === 'line' ? `${escaped(text)}${marks}` : `**${escaped(text)}**${marks}`;
}

function sourceLine(page: SourcePage): string {
  return `${marksOf(page)} [${escaped(page.title)}](${addressOf(page.url)})${escaped(page.details)}`;
}

/** Text of people and records, shown as it is: it neither formats, links nor pings. */
function escaped(text: string): string {
  const marked = text.replace(/[\\`*_{}[\]()#|<>~]/g, '\\$&').replace(/[\r\n]+/g, ' ');
  return marked.replaceAll('@', '@\u200b').replaceAll('://', ':\u200b//');
}

function addressOf(url: string): string {
  return url.replace(/[()\s]/g, (sign) => encodeURIComponent(sign));
}

async function post(api: string, body: Post, replaces?: string): Promise<void> {
  const path = replaces === undefined ? '/posts' : `/posts/${replaces}`;
  await fetch(`${api}${path}`, { method: replaces === undefined ? 'POST' : 'PUT', body: JSON.stringify(body) });
}

export async function listening(server: Server): Promise<void> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
