import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Message, MessageType } from 'discord.js';
import type { Answer } from '../../src/answer/answer.ts';
import { questionJson } from '../../src/answer/json.ts';
import { phrases } from '../../src/phrases.ts';
import { askOn } from './carried.ts';
import { type Context, languageOf, titlesOf } from './context.ts';
import { factsOf, faultOf } from './faults.ts';
import { conversationKey } from './keys.ts';
import { renderAnswer, renderPlain } from './render.ts';
import { accessTo, isThreadLike } from './where.ts';

/** Answers a message that mentions the bot, replies to it, or comes in private; everything else is left alone. Never rejects. */
export async function handleMessage(context: Context, message: Message): Promise<void> {
  const started = performance.now();
  if (!isForUs(context, message)) return;
  if (!(await context.first(`discord:message:${message.id}`))) {
    context.metrics.onDuplicate?.('discord');
    return;
  }
  const settings = message.guildId === null ? {} : await context.settings(message.guildId, message.channelId);
  // A server's locale is en-US unless somebody chose another: only a Japanese one tells something.
  const locale = message.guild?.preferredLocale === 'ja' ? 'ja' : undefined;
  const result = await context.conversations.ask({
    platform: 'discord',
    actor: message.author.id,
    channel: message.channelId,
    keys: keysOf(message),
    follows: answerRepliedTo(message),
    text: withoutMention(message.content, context.me() ?? ''),
    fallbackLanguage: settings.language ?? languageOf(locale, context.fallbackLanguage),
  });
  if (result.kind === 'hint') {
    if (result.reason === 'throttled') context.metrics.onThrottled?.('discord');
    if (result.speak) await reply(context, message, [{ content: result.text }], () => result.text);
    return;
  }
  const { answer } = result;
  await reply(context, message, messagesOf(context, message, answer), () => renderPlain(answer)[0] ?? '');
  context.metrics.onAsk?.({
    platform: 'discord',
    intent: questionJson(answer.question).intent,
    status: answer.status,
    ms: performance.now() - started,
  });
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

function keysOf(message: Message): readonly string[] {
  if (message.guildId === null || isThreadLike(message.channel)) return [conversationKey.channel(message.channelId)];
  return [conversationKey.person(message.channelId, message.author.id)];
}

/** The message replied to comes with the reply; the buttons under an answer of ours name it, whenever it was given. */
function answerRepliedTo(message: Message): string | undefined {
  const id = message.reference?.messageId;
  const replied = id === undefined ? undefined : message.channel.messages.cache.get(id);
  return replied === undefined || replied.author.id !== message.client.user.id ? undefined : askOn(replied);
}

type Sendable = { content: string } & Partial<Pick<ReturnType<typeof renderAnswer>, 'embeds' | 'components'>>;

/** One message, or several plain ones where the channel does not let us embed. */
function messagesOf(context: Context, message: Message, answer: Answer): readonly Sendable[] {
  if (message.inGuild() && accessTo(message.channel) === 'no-embeds') {
    return renderPlain(answer).map((content) => ({ content }));
  }
  return [renderAnswer(answer, { titleOf: titlesOf(context.desk(), answer.language) })];
}

/**
 * Replies under the message; resolves to the id of the (last) answer, `undefined` when none could be posted. While Discord fails
 * it is tried again for as long as Discord surely knows a nonce, so that however often it is tried there is one reply.
 */
async function reply(
  context: Context,
  message: Message,
  bodies: readonly Sendable[],
  plain: () => string,
): Promise<string | undefined> {
  let id: string | undefined;
  try {
    for (const body of bodies) {
      const nonce = nonceOf(message.id, id);
      const sent = await patiently(context, () =>
        message.reply({
          content: body.content,
          embeds: [...(body.embeds ?? [])],
          components: [...(body.components ?? [])],
          // Two processes on one shard, or a retry after a lost response, still make one message.
          nonce,
          enforceNonce: true,
        }),
      );
      id = sent.id;
    }
    return id;
  } catch (error) {
    const fault = faultOf(error);
    context.log.warn({ ...factsOf(error), fault, channel: message.channelId }, 'A reply could not be posted.');
    if (fault === 'unauthorised') context.token.refused('401');
    if (fault === 'forbidden') await tellInPrivate(context, message);
    // With the nonce of the part that failed: if Discord took it after all, this gives it back instead of a second one.
    if (fault === 'invalid') return replyPlain(context, message, plain(), nonceOf(message.id, id));
    return id;
  }
}

/** No try begins later than this after the first, milliseconds: one may last 20 s, and a nonce is known for two minutes. */
const LAST_TRY_MS = 90_000;

/** Tries again, with growing pauses, while Discord is busy. */
async function patiently<T>(context: Context, post: () => Promise<T>): Promise<T> {
  const until = performance.now() + LAST_TRY_MS;
  for (const pause of context.retryPausesMs) {
    try {
      return await post();
    } catch (error) {
      if (faultOf(error) !== 'busy' || performance.now() + pause > until) throw error;
      context.metrics.onRetry?.('discord');
      context.log.debug({ ...factsOf(error), againInMs: pause }, 'Discord is busy; a reply is tried again.');
      await sleep(pause);
    }
  }
  return post();
}

async function replyPlain(
  context: Context,
  message: Message,
  plain: string,
  nonce: string,
): Promise<string | undefined> {
  try {
    const sent = await message.reply({ content: plain, nonce, enforceNonce: true });
    return sent.id;
  } catch (error) {
    context.log.error({ ...factsOf(error), fault: faultOf(error) }, 'The plain reply could not be posted either.');
    return undefined;
  }
}

/** The asker learns why nothing came, once a day and channel; a closed inbox is their choice. */
async function tellInPrivate(context: Context, message: Message): Promise<void> {
  if (!(await context.first(`discord:forbidden:${message.channelId}`))) return;
  const locale = message.guild?.preferredLocale === 'ja' ? 'ja' : undefined;
  const said = phrases(languageOf(locale, context.fallbackLanguage));
  const text = isThreadLike(message.channel) ? said.cannotReadThread : said.cannotPostHere;
  await message.author.send({ content: text }).catch((error: unknown) => {
    context.log.debug(factsOf(error), 'The asker takes no direct messages.');
  });
}

/** At most 25 characters: a snowflake has up to 20. */
function nonceOf(message: string, part: string | undefined): string {
  return part === undefined ? message : `${message}.${part.slice(-4)}`;
}
