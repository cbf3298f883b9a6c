import { performance } from 'node:perf_hooks';
import { type Message, MessageType } from 'discord.js';
import type { Answer } from '../../src/answer/index.ts';
import { questionJson } from '../../src/answer/index.ts';
import { detectLanguage } from '../../src/text/index.ts';
import { readVerb } from '../chat/verbs.ts';
import { askOn } from './carried.ts';
import { type Context, conversationKey, languageOf } from './context.ts';
import { renderForget, renderHelp } from './help.ts';
import { renderAnswer, renderPlain } from './render.ts';
import { reply, type Sendable } from './reply.ts';
import { channelSettings } from './settings-command.ts';
import { accessTo, isThreadLike } from './where.ts';

/** Answers a message that mentions the bot, replies to it, or comes in private; everything else is left alone. Never rejects. */
export async function handleMessage(context: Context, message: Message): Promise<void> {
  const started = performance.now();
  if (!isForUs(context, message)) return;
  if (!(await context.first(`discord:message:${message.id}`))) {
    context.metrics.onDuplicate?.('discord');
    return;
  }
  const typed = withoutMention(message.content, context.me() ?? '');
  if (readVerb(typed).verb === 'forget') {
    const language = detectLanguage(typed) ?? context.fallbackLanguage;
    const body = renderForget(language);
    return reply(context, message, { bodies: [body], plain: () => body.content, language });
  }
  const settings = await channelSettings(context, message);
  const fallbackLanguage = languageOf(localeOf(message), context.fallbackLanguage);
  const result = await context.conversations.ask({
    platform: 'discord',
    actor: message.author.id,
    channel: message.channelId,
    keys: keysOf(message),
    carry: isOneConversation(message) ? 'freely' : 'only-when-referring',
    follows: answerRepliedTo(message),
    text: typed,
    language: settings.language,
    fallbackLanguage,
    zone: settings.zone,
  });
  if (result.kind === 'hint') {
    if (result.reason === 'throttled') context.metrics.onThrottled?.('discord');
    const said = { bodies: [{ content: result.text }], plain: () => result.text, language: result.language };
    if (result.speak) await reply(context, message, said);
    return;
  }
  const { answer } = result;
  await reply(context, message, {
    bodies: messagesOf(context, message, answer),
    plain: () => renderPlain(answer)[0] ?? '',
    language: answer.language,
  });
  context.metrics.onAsk?.({
    platform: 'discord',
    intent: questionJson(answer.question).intent,
    status: answer.status,
    ms: performance.now() - started,
  });
}

/** A server's locale is en-US unless somebody chose another: only a Japanese one tells something. */
function localeOf(message: Message): string | undefined {
  return message.guild?.preferredLocale === 'ja' ? 'ja' : undefined;
}

function isForUs(context: Context, message: Message): boolean {
  const me = context.me();
  if (me === undefined || message.author.id === me || message.author.bot || message.webhookId !== null) return false;
  if (message.type !== MessageType.Default && message.type !== MessageType.Reply) return false;
  // A role or @everyone does not call us; a reply that pings us does.
  return message.guildId === null || message.mentions.users.has(me);
}

/** Takes out our own mention alone; other mentions stay text. */
function withoutMention(content: string, me: string): string {
  return content.replaceAll(`<@${me}>`, ' ').replaceAll(`<@!${me}>`, ' ').replace(/\s+/g, ' ').trim();
}

/** In a thread or a direct message people talk on; in a channel every mention looks like a question of its own. */
function isOneConversation(message: Message): boolean {
  return message.guildId === null || isThreadLike(message.channel);
}

function keysOf(message: Message): readonly string[] {
  if (isOneConversation(message)) return [conversationKey.shared(message.channelId)];
  return [conversationKey.person(message.author.id, message.channelId)];
}

/** The message replied to comes with the reply; the buttons under an answer of ours name it, whenever it was given. */
function answerRepliedTo(message: Message): string | undefined {
  const id = message.reference?.messageId;
  const replied = id === undefined ? undefined : message.channel.messages.cache.get(id);
  return replied === undefined || replied.author.id !== message.client.user.id ? undefined : askOn(replied);
}

/** One message, or several plain ones where the channel does not let us embed. */
function messagesOf(context: Context, message: Message, answer: Answer): readonly Sendable[] {
  if (message.inGuild() && accessTo(message.channel) === 'no-embeds') {
    return renderPlain(answer).map((content) => ({ content }));
  }
  if (answer.question.ask === 'help') return [renderHelp(answer, context.commandIds())];
  return [renderAnswer(answer, { pages: context.pages })];
}
