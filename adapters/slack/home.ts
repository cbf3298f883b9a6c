import type { types } from '@slack/bolt';
import type { Language } from '../../src/text/index.ts';
import { formatDate } from '../../src/time/index.ts';
import { digestTexts } from '../chat/digest-texts.ts';
import { helpPhrases, privacyLines } from '../chat/help.ts';
import { settingsPhrases } from '../chat/settings.ts';
import { DIGEST_ACTIONS, placeOf, subscriptionBlocks } from './digest-command.ts';
import { exampleButtons, forgetButton, welcomeBlock } from './help.ts';
import { slackPhrases } from './phrases.ts';
import { type Block, bullets, button, context, plainText, richText, section, words } from './render-blocks.ts';
import { languageOf, logFault, type Scene, type Service } from './service.ts';
import { SETTINGS_ACTIONS, settingsOf } from './settings.ts';

const EXAMPLES = 5;
/** Rows of two blocks each must leave room for the rest of the tab. */
const MOST_SUBSCRIPTIONS = 30;

export type HomeView = {
  /** The person has never opened the tab before: it says hello. Default false. */
  readonly first?: boolean;
  /** What was just done, above everything else. */
  readonly above?: string | undefined;
};

/**
 * Puts the Home tab together for one person, in their language. The scene's channel is the direct messages with them, which the tab keeps
 * (`directIn`). Never rejects.
 */
export async function publishHome(service: Service, scene: Scene, shown: HomeView = {}): Promise<void> {
  try {
    const blocks = await homeBlocks(service, scene, shown);
    await scene.client.views.publish({
      user_id: scene.user,
      view: { type: 'home', blocks, private_metadata: scene.channel },
    });
  } catch (error) {
    logFault(service, error, 'The Home tab could not be published.');
  }
}

/** The direct messages that a Home tab of ours belongs to; empty for any other view. */
export function directIn(view: { readonly type: string; readonly private_metadata?: string } | undefined): string {
  const kept = view?.type === 'home' ? (view.private_metadata ?? '') : '';
  return isDirect(kept) ? kept : '';
}

function isDirect(channel: string): boolean {
  return channel.startsWith('D');
}

async function homeBlocks(service: Service, scene: Scene, { first = false, above }: HomeView): Promise<Block[]> {
  const language = await languageOf(service, scene);
  const said = slackPhrases(language);
  const desk = service.desk();
  const { coverage } = desk.knowledge();
  const day = (date: string) => formatDate(date, language);
  return [
    ...(above === undefined ? [] : context([above])),
    header(said.homeTitle),
    first ? welcomeBlock(language) : richText(section(...words(said.homeIntro))),
    ...context([said.coverage(day(coverage.from), day(coverage.to), coverage.consultations)]),
    header(helpPhrases(language).tryAsking),
    ...exampleButtons(desk.examples(language, EXAMPLES), 'home'),
    ...(await digestBlocks(service, scene, language)),
    ...(await settingsBlocks(service, scene, language)),
    header(said.homeData),
    richText(bullets(privacyLines(language).map((line) => words(line)))),
    { type: 'actions', elements: [forgetButton(language)] },
  ];
}

function header(text: string): types.HeaderBlock {
  return { type: 'header', text: plainText(text, 150) };
}

async function digestBlocks(service: Service, scene: Scene, language: Language): Promise<Block[]> {
  if (service.digests === undefined) return [];
  const said = slackPhrases(language);
  const subscriptions = await subscriptionsOf(service, scene);
  return [
    { type: 'divider' },
    header(said.homeSubscriptions),
    ...(subscriptions.length === 0
      ? context([said.homeNoSubscriptions])
      : subscriptionBlocks(subscriptions.slice(0, MOST_SUBSCRIPTIONS), language)),
    {
      type: 'actions',
      elements: [button(DIGEST_ACTIONS.subscribe, digestTexts(language).verbs.subscribe, '|', 'primary')],
    },
  ];
}

/** How the direct messages with the person are set, and the way to the settings of a channel. */
async function settingsBlocks(service: Service, scene: Scene, language: Language): Promise<Block[]> {
  const said = slackPhrases(language);
  const { line } = settingsPhrases(language);
  const choose = button(SETTINGS_ACTIONS.choose, said.homeChannelSettings, scene.channel);
  if (!isDirect(scene.channel)) {
    return [{ type: 'divider' }, header(said.homeSettings), { type: 'actions', elements: [choose] }];
  }
  // Who sees an answer in direct messages is no question.
  const fields = (await settingsOf(service, scene, language)).filter(({ setting }) => setting !== 'visibility');
  return [
    { type: 'divider' },
    header(said.homeSettings),
    richText(
      section(...words(said.homeDirect, { bold: true })),
      bullets(fields.map(({ label, shown }) => words(line(label, shown)))),
    ),
    {
      type: 'actions',
      elements: [button(SETTINGS_ACTIONS.open, said.homeChange, scene.channel), choose],
    },
  ];
}

async function subscriptionsOf(service: Service, scene: Scene) {
  const { digests, store, log } = service;
  if (digests === undefined) return [];
  try {
    const own = await store.listSubscriptions({ platform: 'slack', workspace: scene.team, subscriber: scene.user });
    const channels = [...new Set(own.map(({ channel }) => channel))];
    const listed = await Promise.all(channels.map((channel) => digests.list(placeOf({ team: scene.team, channel }))));
    return listed.flat().filter(({ subscription }) => subscription.subscriber === scene.user);
  } catch (error) {
    log.warn({ err: error }, 'Subscriptions could not be read for the Home tab.');
    return [];
  }
}
