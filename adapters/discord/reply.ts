import { DiscordAPIError, type Message, PermissionFlagsBits } from 'discord.js';
import type { Language } from '../../src/text/index.ts';
import type { Context } from './context.ts';
import { factsOf, faultOf } from './faults.ts';
import { LIMITS } from './limits.ts';
import { patiently } from './patience.ts';
import { type Form, type PermissionName, type Refusal, refusalOf, whyPrivate } from './refusals.ts';
import type { renderAnswer } from './render.ts';
import { missingIn } from './where.ts';

/** A message of an answer, without what makes it a reply. */
export type Sendable = { content: string } & Partial<Pick<ReturnType<typeof renderAnswer>, 'embeds' | 'components'>>;

/** What is said in reply to a message. */
export type Said = {
  readonly bodies: readonly Sendable[];
  /** Makes one text of at most 2,000 characters for where the bodies are refused. */
  readonly plain: () => string;
  readonly language: Language;
};

/**
 * Replies under the message. Where Discord refuses that, it is tried in the forms that Discord may take: not as a reply, as text alone,
 * to the asker in private with the reason. While Discord fails it is tried again for ten minutes; the nonce, and then the channel's
 * history, make one reply of however many tries. Never rejects.
 */
export async function reply(context: Context, message: Message, said: Said): Promise<void> {
  let posting: Posting = { bodies: said.bodies, referenced: true, posted: undefined };
  const tried = new Set<Form>(message.guildId === null ? ['private'] : []);
  for (;;) {
    const outcome = await postAll(context, message, posting);
    if (outcome === undefined) return;
    const { error, posted } = outcome;
    const refusal = refusalOf(error);
    context.log.warn({ ...factsOf(error), fault: faultOf(error), channel: message.channelId }, 'A reply was refused.');
    const form = refusal?.instead.find((each) => each !== 'without-files' && !tried.has(each));
    if (refusal === undefined || form === undefined) {
      if (refusal === undefined || refusal.instead.length > 0) {
        context.metrics.onReply?.('discord', 'given-up');
        context.log.error(
          { ...factsOf(error), channel: message.channelId },
          'A reply could not be posted in any form.',
        );
      }
      return;
    }
    tried.add(form);
    if (form === 'private') return answerInPrivate(context, message, said, refusal, error);
    posting =
      form === 'plain'
        ? { ...posting, bodies: [{ content: said.plain() }], posted }
        : { ...posting, referenced: false, posted };
  }
}

type Posting = {
  readonly bodies: readonly Sendable[];
  readonly referenced: boolean;
  /** The last part that is out: it makes the nonce of the next. */
  readonly posted: string | undefined;
};

/** Posts every part; resolves to what a part was refused with, and the last one that is out. */
async function postAll(
  context: Context,
  message: Message,
  { bodies, referenced, posted }: Posting,
): Promise<{ error: unknown; posted: string | undefined } | undefined> {
  let last = posted;
  try {
    for (const [index, body] of bodies.entries()) {
      // With the nonce of a part that failed: if Discord took it after all, this gives it back instead of a second one.
      const nonce = nonceOf(message.id, last);
      const look = () => replyTo(context, message, body, index);
      const sent = await patiently(context, () => post(message, body, referenced, nonce), { look });
      last = sent.id;
    }
    return undefined;
  } catch (error) {
    return { error, posted: last };
  }
}

function post(message: Message, body: Sendable, referenced: boolean, nonce: string): Promise<Message> {
  const payload = {
    embeds: [...(body.embeds ?? [])],
    components: [...(body.components ?? [])],
    // Two processes on one shard, or a retry after a lost response, still make one message.
    nonce,
    enforceNonce: true,
  };
  if (referenced || !message.channel.isSendable()) return message.reply({ ...payload, content: body.content });
  // What does not hang on the question names its asker; nobody is pinged.
  const content = `<@${message.author.id}> ${body.content}`.slice(0, LIMITS.content);
  return message.channel.send({ ...payload, content });
}

/**
 * The reply to a message that an earlier try left behind, in the order in which they were posted; `undefined` where the channel's
 * history may not be read.
 */
async function replyTo(
  context: Context,
  message: Message,
  body: Sendable,
  index: number,
): Promise<Message | null | undefined> {
  const { channel } = message;
  const me = context.me();
  if (me === undefined) return undefined;
  if (message.inGuild() && !message.channel.permissionsFor(me)?.has(PermissionFlagsBits.ReadMessageHistory))
    return undefined;
  const since = await channel.messages.fetch({ after: message.id, limit: 100, cache: false });
  const ours = [...since.values()]
    .filter(
      ({ author, reference, content }) => author.id === me && isAbout(reference?.messageId, content, message, body),
    )
    .sort((a, b) => a.createdTimestamp - b.createdTimestamp);
  return ours[index] ?? (since.size < 100 ? null : undefined);
}

/** A reply refers to its question; what does not hang on it names the asker before the same text. */
function isAbout(refersTo: string | undefined, content: string, { id, author }: Message, body: Sendable): boolean {
  return (
    refersTo === id || (refersTo === undefined && content.startsWith(`<@${author.id}> ${body.content}`.slice(0, 200)))
  );
}

/** The answer by direct message, with why it comes there; a closed inbox is the asker's choice. */
async function answerInPrivate(
  context: Context,
  message: Message,
  said: Said,
  refusal: Refusal,
  error: unknown,
): Promise<void> {
  const missing = refusal.because === 'permission' ? missingIn(message.channel, lacking(error)) : [];
  const why = whyPrivate(refusal, said.language, `<#${message.channelId}>`, missing);
  const [first = { content: '' }, ...rest] = said.bodies;
  try {
    for (const [index, body] of [{ ...first, content: `${why}\n${first.content}` }, ...rest].entries()) {
      const nonce = nonceOf(message.id, `p${index}`);
      const payload = {
        content: body.content,
        embeds: [...(body.embeds ?? [])],
        components: [...(body.components ?? [])],
      };
      await patiently(context, () => message.author.send({ ...payload, nonce, enforceNonce: true }));
    }
  } catch (failure) {
    if (faultOf(failure) === 'forbidden') {
      context.log.info(factsOf(failure), 'The asker takes no direct messages.');
      return;
    }
    // The refused body may be what fails here as well: the reason and the text alone.
    const content = `${why}\n${said.plain()}`.slice(0, LIMITS.content);
    await message.author.send({ content }).catch((last: unknown) => {
      context.log.error(factsOf(last), 'An answer could not be given in private either.');
    });
  }
}

/** The permission that a refusal points to where the cache shows none missing. */
function lacking(error: unknown): PermissionName {
  return error instanceof DiscordAPIError && Number(error.code) === 50_001 ? 'ViewChannel' : 'SendMessages';
}

/** At most 25 characters: a snowflake has up to 20. */
function nonceOf(message: string, part: string | undefined): string {
  return part === undefined ? message : `${message}.${part.slice(-4)}`;
}
