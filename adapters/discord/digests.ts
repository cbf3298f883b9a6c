import { DiscordAPIError, RateLimitError, type RawFile, type REST, Routes } from 'discord.js';
import type { DigestSender, SendOutcome } from '../../src/digest/index.ts';
import { pauseNotice } from '../../src/digest/index.ts';
import type { Pages } from '../../src/record/index.ts';
import type { Turn } from '../../src/timeline/index.ts';
import type { ChatLog } from '../chat/options.ts';
import type { TokenWatch } from '../chat/token-watch.ts';
import { digestCommandName } from './commands.ts';
import { type Fault, factsOf, faultOf } from './faults.ts';
import { findDigest } from './find-digest.ts';
import { LIMITS } from './limits.ts';
import { pictureOf } from './pictures.ts';
import { type DigestMessage, plainOf, renderDigests } from './render-digest.ts';

/** For how long Discord surely knows a nonce: it says "a few minutes". Milliseconds. */
export const NONCE_KNOWN_MS = 120_000;

/** A message of a digest with its pictures drawn. */
type DigestPart = { readonly message: DigestMessage; readonly pictures: Pictures };
type Pictures = Awaited<ReturnType<typeof picturesOf>>;

const NO_PICTURES: Pictures = { files: [], attachments: [] };

/**
 * Posts digests by plain calls of the API, so that any process can send for any server, whichever shards it runs. Every message
 * carries its key as a nonce with `enforce_nonce`: within minutes Discord gives back the same message instead of a second one.
 * After that the key on its button tells whether it is in the channel, where its history may be read.
 */
export function createDigestSender(
  rest: REST,
  log: ChatLog,
  token: Pick<TokenWatch, 'refused' | 'heldMs'>,
  pages?: Pages,
): DigestSender<DigestPart> {
  let me: Promise<string> | undefined;

  function ownId(): Promise<string> {
    me ??= rest.get(Routes.user()).then(idOf);
    // A failed call is tried again by whoever asks next.
    me.catch(() => {
      me = undefined;
    });
    return me;
  }

  async function postOnce(channel: string, nonce: string, body: object, files: RawFile[]): Promise<SendOutcome> {
    const message = await rest.post(Routes.channelMessages(channel), {
      body: { ...body, nonce, enforce_nonce: true, allowed_mentions: { parse: [] } },
      files,
    });
    return { kind: 'sent', messageId: idOf(message) };
  }

  return {
    platform: 'discord',
    idempotentForMs: NONCE_KNOWN_MS,
    heldMs: () => token.heldMs(),

    async prepare(subscription, digests, key) {
      const messages = renderDigests(digests, { subscription: subscription.id, delivery: key }, pages);
      if (messages.length === 0) return { kind: 'refused', reason: 'nothing-to-say' };
      const parts: DigestPart[] = [];
      for (const message of messages) parts.push({ message, pictures: await picturesOf(message, 'digest', log) });
      return { kind: 'ready', parts };
    },

    async post(subscription, { message, pictures }, key): Promise<SendOutcome> {
      let failure: unknown;
      for (const { files, attachments } of [pictures, NO_PICTURES]) {
        const { embeds, components } = withoutMissing(message, files);
        try {
          return await postOnce(subscription.channel, key, { embeds, components, attachments }, files);
        } catch (error) {
          failure = error;
          const fault = faultOf(error);
          log.warn({ ...factsOf(error), fault, subscription: subscription.id }, 'A digest could not be posted.');
          if (fault === 'unauthorised') token.refused('401');
          // A channel that takes no files may take the same without its pictures.
          if (fault !== 'file') break;
        }
      }
      const outcome = outcomeOf(failure);
      if (outcome.reason !== 'invalid-message') return outcome;
      // Our own rendering was refused: the same text without any, rather than silence, and still in one message.
      const { content, whole } = plainOf(message);
      const file = content === whole ? [] : [{ name: 'digest.txt', data: Buffer.from(whole) }];
      try {
        return await postOnce(subscription.channel, key, { content, components: message.components }, file);
      } catch (error) {
        log.error({ ...factsOf(error), subscription: subscription.id }, 'The plain digest was refused too.');
        return outcomeOf(error);
      }
    },

    find: (subscription, key, between) => findDigest(rest, ownId, { channel: subscription.channel, key }, between),

    async notify(subscription, reason) {
      const resume = { ja: digestCommandName('ja')('resume'), en: digestCommandName('en')('resume') };
      const text = pauseNotice(reason, subscription, resume);
      try {
        const channel = await rest.post(Routes.userChannels(), {
          body: { recipient_id: subscription.subscriber },
        });
        await rest.post(Routes.channelMessages(idOf(channel)), {
          body: { content: text.slice(0, LIMITS.content), allowed_mentions: { parse: [] } },
        });
      } catch (error) {
        log.info({ ...factsOf(error), subscription: subscription.id }, 'The subscriber could not be told in private.');
      }
    },
  };
}

/** Why a digest is given up, by the names that `describePause` knows, or what is to become of it. */
const refusedFor: Readonly<Partial<Record<Fault, string>>> = {
  forbidden: 'missing-access',
  closed: 'archived',
  blocked: 'blocked',
  gone: 'channel-gone',
  invalid: 'invalid-message',
  file: 'invalid-message',
};

/** What a failed post of the bot's own accord comes to. */
export function outcomeOf(error: unknown): Exclude<SendOutcome, { kind: 'sent' }> {
  const fault = faultOf(error);
  const reason = refusedFor[fault];
  if (reason !== undefined) return { kind: 'refused', reason };
  return { kind: mayBeOut(error) ? 'unknown' : 'retry', reason: fault };
}

/** Pictures of a message as files with their text alternatives; one that cannot be drawn is left out. */
export async function picturesOf(
  message: DigestMessage,
  turn: Turn,
  log: ChatLog,
): Promise<{ files: RawFile[]; attachments: { id: string; filename: string; description: string }[] }> {
  const files: RawFile[] = [];
  const attachments: { id: string; filename: string; description: string }[] = [];
  for (const { name, digest } of message.pictures) {
    const picture = await pictureOf(digest.timeline, turn, log);
    if (picture === undefined || !Buffer.isBuffer(picture.attachment)) continue;
    attachments.push({ id: String(files.length), filename: name, description: picture.description ?? '' });
    files.push({ name, data: picture.attachment });
  }
  return { files, attachments };
}

/** An embed must not point at a picture that was not drawn. */
export function withoutMissing(
  message: DigestMessage,
  files: readonly RawFile[],
): Pick<DigestMessage, 'embeds' | 'components'> {
  const present = new Set(files.map((file) => `attachment://${file.name}`));
  const embeds = message.embeds.map(({ image, ...rest }) =>
    image !== undefined && present.has(image.url) ? { ...rest, image } : rest,
  );
  return { embeds, components: message.components };
}

function idOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? value.id : '';
}

/** Whether a failed request may have taken effect all the same: not when it was held back or never reached anybody. */
function mayBeOut(error: unknown): boolean {
  if (error instanceof RateLimitError || error instanceof DiscordAPIError) return false;
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') return false;
  return faultOf(error) === 'busy';
}
