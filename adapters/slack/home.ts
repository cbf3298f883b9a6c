import { phrases } from '../../src/conversation/phrases.ts';
import { digestTexts } from '../chat/digest-texts.ts';
import { ACTIONS } from './buttons.ts';
import { DIGEST_ACTIONS, placeOf, subscriptionBlocks } from './digest-command.ts';
import { LIMITS } from './limits.ts';
import { slackPhrases } from './phrases.ts';
import { type Block, button, context, plainText, richText, section, words } from './render-blocks.ts';
import { languageOf, logFault, type Scene, type Service } from './service.ts';

const EXAMPLES = 5;
/** Rows of two blocks each must leave room for the rest of the tab. */
const MOST_SUBSCRIPTIONS = 30;

/** Puts the Home tab together for one person, in their language. Never rejects. */
export async function publishHome(service: Service, scene: Scene): Promise<void> {
  try {
    const blocks = await homeBlocks(service, scene);
    await scene.client.views.publish({ user_id: scene.user, view: { type: 'home', blocks } });
  } catch (error) {
    logFault(service, error, 'The Home tab could not be published.');
  }
}

async function homeBlocks(service: Service, scene: Scene): Promise<Block[]> {
  const language = await languageOf(service, scene);
  const said = slackPhrases(language);
  const desk = service.config.desk();
  const { coverage, version } = desk.knowledge();
  const examples = desk.examples(language, EXAMPLES).filter((example) => example.length <= LIMITS.buttonValue);
  const subscriptions = await subscriptionsOf(service, scene);
  return [
    { type: 'header', text: plainText(said.homeTitle) },
    richText(section(...words(said.homeIntro))),
    ...context([said.coverage(coverage.from, coverage.to, coverage.consultations, version)]),
    { type: 'divider' },
    { type: 'header', text: plainText(phrases(language).tryAsking) },
    ...(examples.length === 0
      ? []
      : [
          {
            type: 'actions' as const,
            elements: examples.map((example, index) => button(`${ACTIONS.ask}.home.${index}`, example, example)),
          },
        ]),
    { type: 'divider' },
    { type: 'header', text: plainText(said.homeSubscriptions) },
    ...(subscriptions.length === 0
      ? context([said.homeNoSubscriptions])
      : subscriptionBlocks(subscriptions.slice(0, MOST_SUBSCRIPTIONS), language)),
    ...(service.config.digests === undefined
      ? []
      : [
          {
            type: 'actions' as const,
            elements: [button(DIGEST_ACTIONS.subscribe, digestTexts(language).verbs.subscribe, '|', 'primary')],
          },
        ]),
    { type: 'divider' },
    { type: 'header', text: plainText(said.homeSettings) },
    ...context([said.homeHow]),
  ];
}

async function subscriptionsOf(service: Service, scene: Scene) {
  const { digests, store, log } = service.config;
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
