import type { App, BlockAction } from '@slack/bolt';
import type { DigestPlace, DigestService, ListedSubscription, Subscription } from '../../src/digest/index.ts';
import { changeNotice } from '../../src/digest/index.ts';
import type { Language } from '../../src/text/index.ts';
import { changeDigest } from '../chat/digest-changes.ts';
import { type DigestCommandName, digestTexts } from '../chat/digest-texts.ts';
import { DIGEST_VERB_NAMES, type DigestVerb, digestVerb } from '../chat/digest-verbs.ts';
import { openDigestModal } from './digest-modal.ts';
import { directIn } from './home.ts';
import { slackPhrases } from './phrases.ts';
import { turnOf, uploadTimeline } from './pictures.ts';
import type { Target } from './post.ts';
import { type Block, button, plainText, type SlackMessage } from './render-blocks.ts';
import { digestMessages } from './render-digest.ts';
import { changerIn, isIn } from './rights.ts';
import { isOurs, languageOf, notice, type Scene, type Service, say, tellOfFault, workspaceOf } from './service.ts';
import { escapeText } from './text.ts';

export const DIGEST_ACTIONS = {
  pause: 'kyogi.digest.pause',
  resume: 'kyogi.digest.resume',
  unsubscribe: 'kyogi.digest.unsubscribe',
  preview: 'kyogi.digest.preview',
  change: 'kyogi.digest.change',
  subscribe: 'kyogi.digest.subscribe',
} as const satisfies Partial<Record<DigestVerb, string>>;

/** Verbs that open the form; the others are carried out at once. */
const OPENS: ReadonlySet<DigestVerb> = new Set(['subscribe', 'change']);
const LOOKS: ReadonlySet<DigestVerb> = new Set(['list', 'preview']);

/** As people type it: `/alliance-digest 一覧`. */
export function digestCommandName(language: Language): DigestCommandName {
  return (verb) => `/alliance-digest ${DIGEST_VERB_NAMES[verb][language]}`;
}

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
  try {
    await carryOut(service, asking, digestVerb(typed), await languageOf(service, asking));
  } catch (error) {
    await tellOfFault(service, asking, error, asking.responseUrl);
  }
}

/** Opens the form, or does what the verb says and tells the person, and perhaps the channel. */
async function carryOut(
  service: Service,
  asking: DigestAsking,
  verb: DigestVerb | undefined,
  language: Language,
  id?: string,
): Promise<void> {
  const { digests } = service.config;
  if (verb === 'subscribe' || digests === undefined || verb === undefined || !OPENS.has(verb)) {
    if (verb === 'subscribe') return await openDigestModal(service, asking, language);
    return await respond(service, asking, await reply(service, asking, verb, language, id));
  }
  const listed = (await digests.list(placeOf(asking))).filter(
    ({ subscription }) => id === undefined || subscription.id === id,
  );
  const [only] = listed;
  const isThere = asking.channel === asking.here ? true : await isIn(asking, asking.channel);
  if (only === undefined || !(await mayReach(digests, asking, isThere, id))) {
    return await respond(service, asking, {
      messages: [notice(digestTexts(language).none(digestCommandName(language)))],
    });
  }
  if (listed.length === 1) return await openDigestModal(service, asking, language, only);
  await respond(service, asking, { messages: await list(digests, placeOf(asking), language) });
}

/** Buttons of lists, digests and the Home tab. */
export function listenToDigestActions(app: App, service: Service, refreshHome: (scene: Scene) => Promise<void>): void {
  for (const [verb, id] of Object.entries(DIGEST_ACTIONS)) {
    app.action<BlockAction>(id, async ({ ack, action, client, context, body }) => {
      await ack();
      // The keys of DIGEST_ACTIONS.
      const pressed = verb as keyof typeof DIGEST_ACTIONS;
      if (!OPENS.has(pressed) && !LOOKS.has(pressed) && !(await isOurs(service, body.trigger_id))) return;
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
        await carryOut(service, asking, pressed, language, subscription === '' ? undefined : subscription);
        if (body.view?.type === 'home') await refreshHome({ ...scene, channel: directIn(body.view) });
      } catch (error) {
        await tellOfFault(service, scene, error);
      }
    });
  }
}

/** Rows for subscriptions: a line and its buttons each. */
export function subscriptionBlocks(listed: readonly ListedSubscription[], language: Language): Block[] {
  const { verbs } = digestTexts(language);
  return listed.flatMap((each): Block[] => {
    const { subscription, describe } = each;
    const value = `${subscription.id}|${subscription.channel}`;
    const toggle =
      subscription.state === 'active'
        ? button(DIGEST_ACTIONS.pause, verbs.pause, value)
        : button(DIGEST_ACTIONS.resume, verbs.resume, value, 'primary');
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
          button(DIGEST_ACTIONS.preview, verbs.preview, value),
          button(DIGEST_ACTIONS.change, verbs.change, value),
          stopButton(verbs.unsubscribe, each.subscription, each.name(language), language, 'danger'),
        ],
      },
    ];
  });
}

/** Stops a digest once the person has confirmed that it is this one. */
export function stopButton(
  label: string,
  { id, channel }: Pick<Subscription, 'id' | 'channel'>,
  name: string,
  language: Language,
  style?: 'danger',
) {
  const said = digestTexts(language);
  return {
    ...button(DIGEST_ACTIONS.unsubscribe, label, `${id}|${channel}`, style),
    confirm: {
      title: plainText(said.verbs.unsubscribe),
      text: plainText(said.stopQuestion(name), 300),
      confirm: plainText(said.verbs.unsubscribe),
      deny: plainText(slackPhrases(language).cancel),
    },
  };
}

/** The place of a scene, as the digest service knows it. */
export function placeOf(scene: Pick<Scene, 'team' | 'channel'>): DigestPlace {
  return { platform: 'slack', workspace: scene.team, channel: scene.channel };
}

async function reply(
  service: Service,
  asking: DigestAsking,
  verb: DigestVerb | undefined,
  language: Language,
  id?: string,
): Promise<Reply> {
  const said = digestTexts(language);
  const command = digestCommandName(language);
  const digests = service.config.digests;
  if (digests === undefined || verb === undefined || verb === 'subscribe') {
    return { messages: [notice(said.usage(command))] };
  }
  const place = placeOf(asking);
  if (verb === 'list') return { messages: await list(digests, place, language) };
  const isThere = asking.channel === asking.here ? true : await isIn(asking, asking.channel);
  if (!(await mayReach(digests, asking, isThere, id))) return { messages: [notice(said.none(command))] };
  if (verb === 'preview') return { messages: await preview(service, asking, digests, language, id) };
  const voice = { language, command, literal: escapeText };
  const by = changerIn(asking, asking.channel, isThere);
  const { text, changed, choices } = await changeDigest(digests, voice, { change: verb, place, id }, by);
  return {
    messages: [notice(text), ...(choices.length === 0 ? [] : await list(digests, place, language))],
    toChannel: changed?.isNew ? escapeText(changeNotice(verb, asking.name, changed.listed, language)) : undefined,
  };
}

/** The next digest as it would be posted, or why there is none. */
async function preview(
  service: Service,
  asking: DigestAsking,
  digests: DigestService,
  language: Language,
  id: string | undefined,
): Promise<readonly SlackMessage[]> {
  const place = placeOf(asking);
  const result = await digests.preview(place, { reader: language }, id);
  if (!result.ok) {
    const { code, message } = result.fault;
    const choices = code === 'which' ? await list(digests, place, language) : [];
    return [notice(escapeText(message[language])), ...choices];
  }
  const [first] = result.value;
  if (first === undefined) return [];
  const { log, draw } = service.config;
  const picture = first.quiet
    ? undefined
    : await uploadTimeline(asking.client, first.timeline, turnOf(asking), log, draw);
  return digestMessages(result.value, picture);
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
  const said = digestTexts(language);
  if (listed.length === 0) return [notice(said.none(digestCommandName(language)))];
  const lines = listed.map(({ describe }) => escapeText(describe(language)));
  return [
    {
      text: said.listTitle,
      blocks: [{ type: 'header', text: plainText(said.listTitle) }, ...subscriptionBlocks(listed, language)],
      plain: () => [lines.join('\n')],
    },
  ];
}
