import type { AllMiddlewareArgs, App, SlackEventMiddlewareArgs } from '@slack/bolt';
import { detectLanguage } from '../../src/text/index.ts';
import { readVerb } from '../chat/verbs.ts';
import { answerQuestion, conversationKey } from './ask.ts';
import { publishHome } from './home.ts';
import type { Installations } from './installations.ts';
import { LIMITS } from './limits.ts';
import { slackPhrases } from './phrases.ts';
import { offerToForget } from './privacy.ts';
import { languageOf, logFault, type Scene, type Service, workspaceOf } from './service.ts';
import { cut, literal, mentions, typedText } from './text.ts';

type Args = Pick<AllMiddlewareArgs, 'client' | 'context'> & Pick<SlackEventMiddlewareArgs, 'body'>;

/** A message as far as it concerns us; Slack's own union has a member per subtype. */
type Message = {
  readonly channel: string;
  readonly ts: string;
  readonly user?: string;
  readonly text?: string;
  readonly thread_ts?: string;
  readonly channel_type?: string;
  readonly subtype?: string;
  readonly bot_id?: string;
  readonly edited?: object;
  readonly hidden?: boolean;
};

export function listenToEvents(app: App, service: Service, installations: Installations | undefined): void {
  // Both carry the fields of `Message`; which of the two comes first is not known.
  app.event('app_mention', (args) => takeMessage(service, args, args.event as Message));
  app.event('message', (args) => takeMessage(service, args, args.event as Message));
  app.event('app_home_opened', async ({ event, client, context, body }) => {
    const [key] = eventKey(body);
    if (key !== undefined && !(await service.first(key))) return;
    const scene = { client, team: workspaceOf(context, body), channel: event.channel, user: event.user };
    if (event.tab === 'messages') await suggestPrompts(service, scene);
    // Slack tells the view that is there: somebody who has none opens the tab for the first time.
    else await publishHome(service, scene, { first: event.view === undefined });
  });
  app.event('app_uninstalled', async ({ context, body }) =>
    forgetInstallation(service, installations, { context, body }),
  );
  app.event('tokens_revoked', async ({ event, context, body }) => {
    if ((event.tokens.bot ?? []).length > 0) await forgetInstallation(service, installations, { context, body });
  });
}

/** The thread a reply belongs to: every path uses this one. */
export function replyThread(message: { ts: string; thread_ts?: string | undefined }): string {
  return message.thread_ts ?? message.ts;
}

const ordinary = new Set([undefined, 'file_share', 'thread_broadcast']);

async function takeMessage(service: Service, { client, context, body }: Args, message: Message): Promise<void> {
  const since = performance.now();
  if ((context.retryNum ?? 0) > 0) service.config.metrics?.onRetry?.('slack');
  const { user, text = '', channel, ts } = message;
  const own = context.botUserId ?? '';
  if (user === undefined || user === own || user === 'USLACKBOT' || message.bot_id !== undefined) return;
  if (!ordinary.has(message.subtype) || message.edited !== undefined || message.hidden === true) return;

  const scene: Scene = { client, team: workspaceOf(context, body), channel, user };
  const direct = message.channel_type === 'im';
  const addressed = direct || message.channel_type === undefined || mentions(text, own);
  if (!addressed && !(await isFollowed(service, scene, message.thread_ts))) return;
  // One mention comes as `app_mention` and as `message`, in either order and each perhaps several times: the message's own
  // key decides, and the event's goes with it.
  const begun = service.first.begin(`slack:message:${scene.team}:${channel}:${ts}`, ...eventKey(body));
  if (begun === undefined) {
    service.config.metrics?.onDuplicate?.('slack');
    return;
  }
  const thread = replyThread(message);
  const typed = typedText(text);
  if (addressed && readVerb(typed).verb === 'forget') {
    if (await begun.take())
      await offerToForget(
        service,
        scene,
        direct ? { to: 'channel', channel, thread } : { to: 'person', channel, user },
        detectLanguage(typed),
      );
    return;
  }
  const threadKey = conversationKey.thread(scene, thread);
  await answerQuestion(service, {
    ...scene,
    text: typed,
    // In a direct message every question is a thread of its own; what follows it up may stand in the thread or below.
    keys: !direct
      ? [threadKey]
      : message.thread_ts === undefined
        ? [conversationKey.direct(scene), threadKey]
        : [threadKey, conversationKey.direct(scene)],
    visible: 'everyone',
    target: (visible) =>
      visible === 'everyone' || direct
        ? { to: 'channel', channel, thread }
        : { to: 'person', channel, user, thread: message.thread_ts },
    echo: false,
    onlyIfAnswered: !addressed,
    take: begun.take,
    since,
  });
}

/** Whether a thread is one that we answered in: only there is a message without a mention taken for a follow-up. */
async function isFollowed(service: Service, scene: Scene, thread: string | undefined): Promise<boolean> {
  return thread !== undefined && service.conversations.underWay([conversationKey.thread(scene, thread)]);
}

/** The event's own id, the same however often it is sent. */
function eventKey(body: Args['body']): string[] {
  return body.event_id === undefined ? [] : [`slack:event:${body.event_id}`];
}

async function suggestPrompts(service: Service, scene: Scene): Promise<void> {
  try {
    const language = await languageOf(service, scene);
    const examples = service.config.desk().examples(language, LIMITS.suggestedPrompts);
    if (examples.length === 0) return;
    await scene.client.assistant.threads.setSuggestedPrompts({
      channel_id: scene.channel,
      title: slackPhrases(language).promptsTitle,
      prompts: examples.map((example) => ({ title: cut(literal(example), LIMITS.buttonText), message: example })),
    });
  } catch (error) {
    logFault(service, error, 'Suggested prompts could not be set.');
  }
}

async function forgetInstallation(
  service: Service,
  installations: Installations | undefined,
  { context, body }: Pick<Args, 'context' | 'body'>,
): Promise<void> {
  const workspace = context.isEnterpriseInstall ? (context.enterpriseId ?? '') : workspaceOf(context, body);
  service.config.log.warn({ platform: 'slack', workspace }, 'The app was uninstalled or its token revoked.');
  await installations?.forget(workspace);
}
