import type { App, BlockAction } from '@slack/bolt';
import { changeFor, changeNotice } from '../../src/digest/changes.ts';
import type { DigestPlace, DigestService, ListedSubscription } from '../../src/digest/service.ts';
import type { Bilingual, Language } from '../../src/text/language.ts';
import { level } from '../../src/text/level.ts';
import { openDigestModal } from './digest-modal.ts';
import { slackPhrases } from './phrases.ts';
import { turnOf, uploadTimeline } from './pictures.ts';
import type { Target } from './post.ts';
import { type Block, button, plainText, type SlackMessage } from './render-blocks.ts';
import { renderDigest } from './render-card.ts';
import { changerIn, isIn } from './rights.ts';
import { isOurs, languageOf, notice, type Scene, type Service, say, tellOfFault, workspaceOf } from './service.ts';
import { escapeText } from './text.ts';

export const DIGEST_ACTIONS = {
  pause: 'kyogi.digest.pause',
  resume: 'kyogi.digest.resume',
  unsubscribe: 'kyogi.digest.unsubscribe',
  preview: 'kyogi.digest.preview',
  subscribe: 'kyogi.digest.subscribe',
} as const;

type Change = 'pause' | 'resume' | 'unsubscribe';
const changed = { pause: 'paused', resume: 'resumed', unsubscribe: 'unsubscribed' } as const;

const verbs: Readonly<Record<string, 'subscribe' | 'list' | 'preview' | Change>> = {
  '': 'subscribe',
  subscribe: 'subscribe',
  登録: 'subscribe',
  購読: 'subscribe',
  list: 'list',
  一覧: 'list',
  preview: 'preview',
  試し: 'preview',
  プレビュー: 'preview',
  pause: 'pause',
  停止: 'pause',
  一時停止: 'pause',
  resume: 'resume',
  再開: 'resume',
  unsubscribe: 'unsubscribe',
  解除: 'unsubscribe',
  配信停止: 'unsubscribe',
};

export type DigestAsking = Scene & {
  /** The person's name, to tell the channel who changed something. */
  readonly name: string;
  /** The channel that Slack says the person is in; `undefined` in the Home tab. What a button's value says may be made up. */
  readonly here: string | undefined;
  readonly triggerId: string;
  readonly target: Target;
  readonly responseUrl?: string | undefined;
};

/** `/alliance-digest [verb]`; a word it does not know gets the usage. Never rejects. */
export async function digestCommand(service: Service, asking: DigestAsking, typed: string): Promise<void> {
  const word = level(typed).trim();
  const verb = Object.hasOwn(verbs, word) ? verbs[word] : undefined;
  try {
    const language = await languageOf(service, asking);
    if (verb === 'subscribe') await openDigestModal(service, asking, language);
    else await respond(service, asking, await reply(service, asking, verb, language));
  } catch (error) {
    await tellOfFault(service, asking, error, asking.responseUrl);
  }
}

/** Buttons of lists, digests and the Home tab. */
export function listenToDigestActions(app: App, service: Service, refreshHome: (scene: Scene) => Promise<void>): void {
  for (const [verb, id] of Object.entries(DIGEST_ACTIONS)) {
    app.action<BlockAction>(id, async ({ ack, action, client, context, body }) => {
      await ack();
      if (verb in changed && !(await isOurs(service, body.trigger_id))) return;
      const value = 'value' in action && typeof action.value === 'string' ? action.value : '';
      const [subscription, channel = ''] = value.split('|');
      const here = body.channel?.id ?? channel;
      const scene = { client, team: workspaceOf(context, body), channel: channel || here, user: body.user.id };
      const target: Target =
        body.channel === undefined
          ? { to: 'channel', channel: scene.user }
          : { to: 'person', channel: here, user: scene.user };
      const asking = { ...scene, name: nameOf(body.user), here: body.channel?.id, triggerId: body.trigger_id, target };
      try {
        const language = await languageOf(service, scene);
        if (verb === 'subscribe') await openDigestModal(service, asking, language);
        else {
          // The keys of DIGEST_ACTIONS other than `subscribe`.
          await respond(
            service,
            asking,
            await reply(service, asking, verb as 'preview' | Change, language, subscription),
          );
        }
        if (body.view?.type === 'home') await refreshHome(scene);
      } catch (error) {
        await tellOfFault(service, scene, error);
      }
    });
  }
}

/** Rows for subscriptions: a line and its buttons each. */
export function subscriptionBlocks(listed: readonly ListedSubscription[], language: Language): Block[] {
  const said = slackPhrases(language);
  return listed.flatMap(({ subscription, describe }): Block[] => {
    const value = `${subscription.id}|${subscription.channel}`;
    const toggle =
      subscription.state === 'active'
        ? button(DIGEST_ACTIONS.pause, said.pause, value)
        : button(DIGEST_ACTIONS.resume, said.resume, value, 'primary');
    return [
      // A channel id inside our own token: never text from people.
      {
        type: 'section',
        text: {
          type: 'mrkdwn',
          text: `<#${subscription.channel}> ${escapeText(describe(language))}`.slice(0, 3_000),
          verbatim: true,
        },
      },
      {
        type: 'actions',
        elements: [
          toggle,
          button(DIGEST_ACTIONS.preview, said.preview, value),
          {
            ...button(DIGEST_ACTIONS.unsubscribe, said.unsubscribe, value, 'danger'),
            confirm: {
              title: plainText(said.unsubscribe),
              text: plainText(describe(language), 300),
              confirm: plainText(said.unsubscribe),
              deny: plainText(said.digestCancel),
            },
          },
        ],
      },
    ];
  });
}

/** The place of a scene, as the digest service knows it. */
export function placeOf(scene: Pick<Scene, 'team' | 'channel'>): DigestPlace {
  return { platform: 'slack', workspace: scene.team, channel: scene.channel };
}

async function reply(
  service: Service,
  asking: DigestAsking,
  verb: 'list' | 'preview' | Change | undefined,
  language: Language,
  id?: string,
): Promise<Reply> {
  const said = slackPhrases(language);
  const digests = service.config.digests;
  if (digests === undefined || verb === undefined) return { messages: [notice(said.digestUsage)] };
  const place = placeOf(asking);
  if (verb === 'list') return { messages: await list(digests, place, language) };
  const isThere = asking.channel === asking.here ? true : await isIn(asking, asking.channel);
  if (!(await mayReach(digests, asking, isThere, id))) return { messages: [notice(said.digestNone)] };
  if (verb === 'preview') {
    const result = await digests.preview(place, {}, id);
    if (!result.ok) return { messages: await refusal(digests, place, result.fault.message, language) };
    const messages = await Promise.all(
      result.value.map(async (digest, index) =>
        renderDigest(
          digest,
          index === 0
            ? await uploadTimeline(
                asking.client,
                digest.timeline,
                turnOf(asking),
                service.config.log,
                service.config.draw,
              )
            : undefined,
        ),
      ),
    );
    return { messages: messages.flat() };
  }
  const result = await changeFor(digests, verb, place, changerIn(asking, asking.channel, isThere), id);
  if (!result.ok) return { messages: await refusal(digests, place, result.fault.message, language) };
  const { subscription, isNew } = result.value;
  return {
    messages: [notice(said.digestChanged[changed[verb]])],
    toChannel: isNew ? escapeText(changeNotice(verb, asking.name, subscription, language)) : undefined,
  };
}

/** What the person is told, and then perhaps the channel. */
type Reply = { readonly messages: readonly SlackMessage[]; readonly toChannel?: string | undefined };

async function respond(service: Service, asking: DigestAsking, { messages, toChannel }: Reply): Promise<void> {
  await service.poster.post(asking.client, asking.target, messages);
  if (toChannel === undefined) return;
  await say(service, asking.client, { to: 'channel', channel: asking.channel }, toChannel);
}

/** Who is not in a channel reaches nothing of it; where Slack does not say, only what he subscribed himself. */
async function mayReach(
  digests: DigestService,
  asking: DigestAsking,
  isThere: boolean | undefined,
  id: string | undefined,
): Promise<boolean> {
  if (isThere !== undefined) return isThere;
  const listed = await digests.list(placeOf(asking));
  return listed.some(({ subscription }) => subscription.id === id && subscription.subscriber === asking.user);
}

/** As Slack shows a person; `…` where it does not say. */
export function nameOf(user: { readonly name?: unknown; readonly username?: unknown }): string {
  const name = user.name ?? user.username;
  return typeof name === 'string' && name !== '' ? name : '…';
}

async function list(digests: DigestService, place: DigestPlace, language: Language): Promise<readonly SlackMessage[]> {
  const listed = await digests.list(place);
  const said = slackPhrases(language);
  if (listed.length === 0) return [notice(said.digestNone)];
  const lines = listed.map(({ describe }) => escapeText(describe(language)));
  return [
    {
      text: said.digestTitle,
      blocks: [{ type: 'header', text: plainText(said.digestTitle) }, ...subscriptionBlocks(listed, language)],
      plain: () => [lines.join('\n')],
    },
  ];
}

/** Why it could not be done, and what there is to choose from. */
async function refusal(digests: DigestService, place: DigestPlace, why: Bilingual, language: Language) {
  const listed = await digests.list(place);
  const messages: SlackMessage[] = [notice(escapeText(why[language]))];
  return listed.length > 1 ? [...messages, ...(await list(digests, place, language))] : messages;
}
