import { phrases } from '../../src/conversation/index.ts';
import type { Digest, DigestSender, SendOutcome, Subscription } from '../../src/digest/index.ts';
import { pauseNotice, rhythmAt } from '../../src/digest/index.ts';
import type { Pages } from '../../src/record/index.ts';
import type { Language } from '../../src/text/index.ts';
import { digestTexts } from '../chat/digest-texts.ts';
import type { ChatLog } from '../chat/options.ts';
import type { DrawTimeline } from '../chat/pictures.ts';
import { ACTIONS } from './buttons.ts';
import { type Pace, realPace } from './channel-queue.ts';
import { DIGEST_ACTIONS, digestCommandName, stopButton } from './digest-command.ts';
import { faultOf } from './faults.ts';
import { findMessage } from './find-message.ts';
import { uploadTimeline } from './pictures.ts';
import { type Client, PostError, type Poster, type Target } from './post.ts';
import { type Block, button, linkButton, type SlackMessage } from './render-blocks.ts';
import { digestMessages } from './render-digest.ts';
import { notice } from './service.ts';
import { createSharedPictures } from './shared-pictures.ts';
import { escapeText } from './text.ts';

/** Message metadata type under which a digest's key travels. */
export const DIGEST_EVENT = 'kyogi_digest';

/** Clocks differ, and a request may be under way for as long as its timeout. */
const MARGIN_SECONDS = 60;

/**
 * Posts digests. The key of each message travels as its metadata, so that after a crash a channel can be asked whether it is there;
 * that needs `channels:history`, without which the outcome stays unknown and nothing is posted twice.
 */
export function createDigestSender(options: {
  /** A client for a workspace. @throws when the app is not installed there. */
  clientFor: (workspace: string) => Promise<Client>;
  poster: Poster;
  log: ChatLog;
  /** Default: real time. */
  pace?: Pace | undefined;
  draw?: DrawTimeline | undefined;
  /** Where the reading room is; absent: digests link to none. */
  pages?: Pages | undefined;
  /** For how long nothing is worth trying, milliseconds, as the token is refused. Default: 0. */
  tokenHeldMs?: (() => number) | undefined;
}): DigestSender<SlackMessage> {
  const { clientFor, poster, log } = options;
  const pace = options.pace ?? realPace;
  /** Until when Slack asked each workspace to be left alone: its limits count all of an app's messages there. */
  const heldUntil = new Map<string, number>();
  const shared = createSharedPictures(pace);

  return {
    platform: 'slack',

    heldMs(subscription) {
      const left = (heldUntil.get(subscription.workspace) ?? 0) - pace.now();
      if (left <= 0) heldUntil.delete(subscription.workspace);
      return Math.max(left, options.tokenHeldMs?.() ?? 0, 0);
    },

    async prepare(subscription, digests) {
      try {
        const parts = await messagesOf(await clientFor(subscription.workspace), subscription, digests);
        return parts.length === 0 ? { kind: 'refused', reason: 'nothing-to-say' } : { kind: 'ready', parts };
      } catch (error) {
        const outcome = outcomeOf(error, log);
        // Nothing was posted, whatever failed.
        return outcome.kind === 'refused' || outcome.kind === 'retry'
          ? outcome
          : { kind: 'retry', reason: outcome.kind };
      }
    },

    async post(subscription, part, key, first) {
      try {
        const client = await clientFor(subscription.workspace);
        const target: Target = { to: 'channel', channel: subscription.channel, thread: first };
        const ts = await poster.post(client, target, [part], {
          patience: 'digest',
          extra: { metadata: { event_type: DIGEST_EVENT, event_payload: { key } } },
        });
        return ts === undefined
          ? { kind: 'unknown', reason: 'Slack gave no message id' }
          : { kind: 'sent', messageId: ts };
      } catch (error) {
        const outcome = outcomeOf(error, log);
        if (outcome.kind === 'retry' && outcome.retryAfterMs !== undefined) {
          heldUntil.set(subscription.workspace, pace.now() + outcome.retryAfterMs);
        }
        return outcome;
      }
    },

    async find(subscription, key, window, first) {
      try {
        return await findMessage(await clientFor(subscription.workspace), {
          channel: subscription.channel,
          thread: first,
          event: DIGEST_EVENT,
          key,
          oldest: String(Math.floor(window.from / 1000) - MARGIN_SECONDS),
          latest: String(Math.ceil(window.to / 1000) + MARGIN_SECONDS),
        });
      } catch (error) {
        const { kind, code } = faultOf(error);
        // Asked again later it may well tell.
        if (kind === 'busy' || kind === 'unknown' || kind === 'token') throw error;
        log.info({ platform: 'slack', code }, 'The channel cannot be looked through for a digest.');
        return undefined;
      }
    },

    async notify(subscription, reason) {
      const resume = { ja: digestCommandName('ja')('resume'), en: digestCommandName('en')('resume') };
      const text = pauseNotice(reason, subscription, resume);
      try {
        const client = await clientFor(subscription.workspace);
        await poster.post(client, { to: 'channel', channel: subscription.subscriber }, [notice(escapeText(text))]);
      } catch (error) {
        log.warn(
          { platform: 'slack', code: faultOf(error).code },
          'A subscriber could not be told of a paused digest.',
        );
      }
    },
  };

  async function messagesOf(
    client: Client,
    subscription: Subscription,
    digests: readonly Digest[],
  ): Promise<readonly SlackMessage[]> {
    const [first] = digests;
    if (first === undefined) return [];
    const upload = () => uploadTimeline(client, first.timeline, 'digest', log, options.draw);
    const quiet = digests.every((digest) => digest.quiet);
    const picture = quiet ? undefined : await shared(subscription.workspace, first.timeline, upload);
    const language = digests.at(-1)?.language ?? first.language;
    const list = options.pages?.list(language, subscription.filters);
    return digestMessages(digests, picture, manageButtons(subscription, language, list));
  }
}

/** Stops the digest, changes it, opens the list behind it. */
function manageButtons(subscription: Subscription, language: Language, list: string | undefined): Block[] {
  const said = digestTexts(language);
  const open = linkButton(ACTIONS.web, phrases(language).openList, list);
  return [
    {
      type: 'actions',
      elements: [
        stopButton(said.stop, subscription, rhythmAt(subscription.rhythm, subscription, language), language),
        button(DIGEST_ACTIONS.change, said.verbs.change, `${subscription.id}|${subscription.channel}`),
        ...(open === undefined ? [] : [open]),
      ],
    },
  ];
}

/** What a failed post of the app's own accord comes to; `told` is the line in the log. */
export function outcomeOf(error: unknown, log: ChatLog, told = 'A digest was not delivered.'): SendOutcome {
  const fault = error instanceof PostError ? error.fault : faultOf(error);
  log.warn({ platform: 'slack', code: fault.code, fix: fault.fix }, told);
  if (fault.maybeDone) return { kind: 'unknown', reason: fault.code };
  // Faults of the app's own, not the channel's: the digest waits for them to be fixed, within its window.
  if (fault.kind === 'scope' || fault.kind === 'token' || fault.paused === undefined) {
    return { kind: 'retry', reason: fault.code, retryAfterMs: fault.retryAfterMs };
  }
  return { kind: 'refused', reason: fault.paused };
}
