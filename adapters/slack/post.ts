import { randomUUID } from 'node:crypto';
import type { webApi } from '@slack/bolt';
import type { ChatLog } from '../chat/options.ts';
import type { ChannelQueue, Pace } from './channel-queue.ts';
import { type Fault, faultDetails, faultFromBody, faultOf, isPassing } from './faults.ts';
import { findMessage, type Sought } from './find-message.ts';
import type { Block, SlackMessage } from './render-blocks.ts';

export type Client = webApi.WebClient;
type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Where a message goes. */
export type Target =
  | { readonly to: 'channel'; readonly channel: string; readonly thread?: string | undefined }
  /** Seen by one person in the channel. */
  | { readonly to: 'person'; readonly channel: string; readonly user: string; readonly thread?: string | undefined }
  /** A `response_url`: works where the app is not a member, for 30 minutes. */
  | {
      readonly to: 'response';
      readonly url: string;
      readonly visible: 'asker' | 'everyone';
      readonly replace?: boolean | undefined;
      readonly thread?: string | undefined;
      /** Where everyone sees it: looked through for an answer of which a fault leaves open whether it was posted. */
      readonly channel?: string | undefined;
      /** Where to go once the address is used up (5 messages, 30 minutes). */
      readonly otherwise?: Target | undefined;
    };

export type Extra = { readonly metadata?: { event_type: string; event_payload: Record<string, string> } };

/** Thrown when a message could not be delivered, with what to make of it. */
export class PostError extends Error {
  override readonly name = 'PostError';
  readonly fault: Fault;

  constructor(fault: Fault, cause: unknown) {
    super(`Slack refused a message: ${fault.code}`, { cause });
    this.fault = fault;
  }
}

/** Message metadata type under which a reply's key travels. */
const REPLY_EVENT = 'kyogi_reply';

/**
 * How patient a delivery is. `reply`: somebody is waiting, so it is tried again for ten minutes as long as it surely was not delivered:
 * where that is open, the channel is looked through, and where it may not be, it is not tried again. `notice`: as long, and
 * rather twice than not at all. `digest`: one message and one
 * try, for its own schedule tries again and must know what became of this one.
 */
export type Patience = 'reply' | 'notice' | 'digest';

type Marking = { readonly marked: Extra; readonly look?: () => Promise<{ ok: true; ts: string } | null | undefined> };
const unmarked: Marking = { marked: {} };
const usedUpCodes = new Set(['expired_url', 'used_url', 'no_active_hooks', 'http_404', 'http_403', 'http_410']);
/** An answer in ten minutes is worth more than none; a `response_url` lives for thirty. */
const REPLY_MS = 600_000;
const LATE_MS = 10_000;
const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 15_000;
const PICTURE_WAIT_MS = 1_500;

export type Poster = {
  /**
   * Delivers messages in order and resolves with the id of the first. Refused blocks are sent as plain text.
   * @throws PostError when a message could not be delivered.
   */
  post(
    client: Client,
    target: Target,
    messages: readonly SlackMessage[],
    how?: { patience?: Patience; extra?: Extra },
  ): Promise<string | undefined>;
  /** Tries nothing again from now on: the process is about to end. */
  close(): void;
};

export function createPoster(options: {
  queue: ChannelQueue;
  pace: Pace;
  log: ChatLog;
  fetch?: Fetch;
  /** Hears whether calls that need the token succeed, and of their faults. */
  watch?: { done(): void; failed(fault: Fault): void } | undefined;
  /** Hears of each reply that took more than ten seconds. */
  onLate?: (() => void) | undefined;
}): Poster {
  const { queue, pace, log } = options;
  const fetcher: Fetch = options.fetch ?? fetch;
  let closing = false;

  /**
   * Tries again while the fault is one of the moment. Where a try may have been carried out, `look` decides what became of it before
   * the next; without it there is no next.
   */
  async function withRetries<T>(
    lane: string | undefined,
    patience: Patience,
    work: () => Promise<T>,
    look?: () => Promise<T | null | undefined>,
  ): Promise<T> {
    const began = pace.now();
    let open: PostError | undefined;
    for (let attempt = 0; ; attempt += 1) {
      try {
        const found = open === undefined || look === undefined ? null : await look();
        if (found === undefined && open?.fault.maybeDone) throw open;
        open = undefined;
        const result = found ?? (lane === undefined ? await work() : await queue.run(lane, work));
        if (patience === 'reply' && pace.now() - began > LATE_MS) options.onLate?.();
        return result;
      } catch (error) {
        const fault = faultIn(error);
        if (error === open) throw error;
        const failure = error instanceof PostError ? error : new PostError(fault, error);
        if (open === undefined && (fault.maybeDone || /^http_5/.test(fault.code))) open = failure;
        const wait = fault.retryAfterMs ?? Math.min(FIRST_WAIT_MS * 2 ** Math.min(attempt, 10), LONGEST_WAIT_MS);
        const safe = patience === 'notice' || !fault.maybeDone || look !== undefined;
        if (lane !== undefined && fault.retryAfterMs !== undefined) queue.hold(lane, fault.retryAfterMs);
        const late = pace.now() + wait > began + REPLY_MS;
        if (patience === 'digest' || !isPassing(fault) || !safe || closing || late) throw open ?? failure;
        await pace.sleep(wait);
      }
    }
  }

  /** A call that needs the token. */
  async function call<T>(work: () => Promise<T>): Promise<T> {
    try {
      const result = await work();
      options.watch?.done();
      return result;
    } catch (error) {
      options.watch?.failed(faultIn(error));
      throw error;
    }
  }

  async function deliver(client: Client, target: Target, body: Body, patience: Patience): Promise<string | undefined> {
    if (target.to === 'response') {
      const { channel, visible, thread } = target;
      const { marked, look } =
        channel === undefined || visible === 'asker' ? unmarked : marking(client, { channel, thread }, body, patience);
      try {
        await withRetries<unknown>(undefined, patience, () => respond(target, { ...body, ...marked }), look);
        return undefined;
      } catch (error) {
        const elsewhere =
          error instanceof PostError && (usedUpCodes.has(error.fault.code) || error.fault.instead.includes('private'));
        if (target.otherwise === undefined || !elsewhere) throw error;
        return deliver(client, target.otherwise, body, patience);
      }
    }
    if (target.to === 'person') {
      try {
        await withRetries(undefined, patience, () =>
          call(() =>
            client.chat.postEphemeral({
              channel: target.channel,
              user: target.user,
              ...threaded(target),
              ...body,
            } as never),
          ),
        );
        return undefined;
      } catch (error) {
        // Who is not in the channel, or where nothing may be posted, sees it in the direct messages with the app.
        if (!(error instanceof PostError) || !error.fault.instead.includes('private')) throw error;
        return deliver(client, { to: 'channel', channel: target.user }, body, patience);
      }
    }
    return postInto(client, target, body, patience);
  }

  async function postInto(
    client: Client,
    target: Extract<Target, { to: 'channel' }>,
    body: Body,
    patience: Patience,
  ): Promise<string | undefined> {
    const { channel, thread } = target;
    const { marked, look } = marking(client, { channel, thread }, body, patience);
    const posted = await withRetries(
      channel,
      patience,
      () =>
        call(() =>
          client.chat.postMessage({
            channel,
            unfurl_links: false,
            unfurl_media: false,
            ...threaded(target),
            ...body,
            ...marked,
            // The declared type is a union that no plain object literal satisfies; the fields are those of chat.postMessage.
          } as never),
        ),
      look,
    );
    return posted.ts;
  }

  /** What somebody waits for carries a key, by which it is found where a fault leaves open whether it was posted. */
  function marking(client: Client, where: Pick<Sought, 'channel' | 'thread'>, body: Body, patience: Patience): Marking {
    if (patience !== 'reply' || body.metadata !== undefined) return unmarked;
    const key = randomUUID();
    return {
      marked: { metadata: { event_type: REPLY_EVENT, event_payload: { key } } },
      look: () => lookFor(client, { ...where, event: REPLY_EVENT, key }),
    };
  }

  /** `undefined` also where the app may not read what is said there. */
  async function lookFor(client: Client, sought: Sought) {
    try {
      const found = await findMessage(client, sought);
      return found && { ok: true as const, ts: found.messageId };
    } catch (error) {
      if (isPassing(faultOf(error))) throw error;
      return undefined;
    }
  }

  async function respond(target: Extract<Target, { to: 'response' }>, body: Body): Promise<void> {
    let response: Response;
    try {
      response = await fetcher(target.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          response_type: target.visible === 'everyone' ? 'in_channel' : 'ephemeral',
          replace_original: target.replace === true,
          unfurl_links: false,
          unfurl_media: false,
          ...threaded(target),
          ...body,
        }),
        signal: AbortSignal.timeout(10_000),
      });
    } catch (error) {
      throw new PostError(faultOf(error), error);
    }
    const fault = faultFromBody(response.status, await response.text(), response.headers.get('retry-after'));
    if (fault !== undefined) throw new PostError(fault, undefined);
  }

  async function one(
    client: Client,
    target: Target,
    message: SlackMessage,
    patience: Patience,
    extra: Extra,
  ): Promise<string | undefined> {
    try {
      return await deliver(client, target, bodyOf(message.text, message.blocks, extra), patience);
    } catch (error) {
      if (!(error instanceof PostError)) throw error;
      if (error.fault.instead.includes('top-level') && target.to !== 'response' && target.thread !== undefined) {
        log.warn({ code: error.fault.code, fix: error.fault.fix }, 'Slack takes no reply in a thread there.');
        return one(client, { ...target, thread: undefined }, message, patience, extra);
      }
      if (error.fault.kind !== 'blocks') throw error;
      log.warn(
        { code: error.fault.code, details: faultDetails(error.cause), fix: error.fault.fix },
        'Slack refused the blocks of a message.',
      );
    }
    return withoutPicture(client, target, message, patience, extra);
  }

  /** A picture just uploaded may not be ready: once more in a moment, then without it, then as plain text. */
  async function withoutPicture(
    client: Client,
    target: Target,
    message: SlackMessage,
    patience: Patience,
    extra: Extra,
  ): Promise<string | undefined> {
    const rest = message.blocks.filter(({ type }) => type !== 'image');
    if (rest.length < message.blocks.length) {
      await pace.sleep(PICTURE_WAIT_MS);
      for (const blocks of [message.blocks, rest]) {
        try {
          return await deliver(client, target, bodyOf(message.text, blocks, extra), patience);
        } catch (error) {
          if (!(error instanceof PostError) || error.fault.kind !== 'blocks') throw error;
        }
      }
    }
    const plain = patience === 'digest' ? [message.plain().join('\n\n')] : message.plain();
    return inOrder(plain, target, patience, (text, where, how, isFirst) =>
      deliver(client, where, bodyOf(text, undefined, isFirst ? extra : {}), how),
    );
  }

  /** Delivers parts one after another and resolves with the id of the first. */
  async function inOrder<T>(
    parts: readonly T[],
    target: Target,
    patience: Patience,
    send: (part: T, where: Target, patience: Patience, isFirst: boolean) => Promise<string | undefined>,
  ): Promise<string | undefined> {
    let first: string | undefined;
    for (const [index, part] of parts.entries()) {
      const where = index === 0 ? target : following(target, first);
      const ts = await send(part, where, index === 0 ? patience : 'reply', index === 0);
      first ??= ts;
    }
    return first;
  }

  return {
    post: (client, target, messages, how = {}) =>
      inOrder(messages, target, how.patience ?? 'reply', (message, where, patience, isFirst) =>
        one(client, where, message, patience, isFirst ? (how.extra ?? {}) : {}),
      ),
    close() {
      closing = true;
    },
  };
}

function faultIn(error: unknown): Fault {
  return error instanceof PostError ? error.fault : faultOf(error);
}

type Body = { text: string; blocks?: readonly Block[]; mrkdwn?: false } & Extra;

function bodyOf(text: string, blocks: readonly Block[] | undefined, extra: Extra): Body {
  return blocks === undefined ? { text, mrkdwn: false, ...extra } : { text, blocks, ...extra };
}

/** Further messages go into the thread of the first, and never replace anything. */
function following(target: Target, first: string | undefined): Target {
  if (target.to === 'response') return { ...target, replace: false };
  return target.thread === undefined && target.to === 'channel' && first !== undefined
    ? { ...target, thread: first }
    : target;
}

function threaded(target: Target): { thread_ts?: string } {
  return target.thread === undefined ? {} : { thread_ts: target.thread };
}
