import type { AllMiddlewareArgs, App, BlockAction } from '@slack/bolt';
import type { Press, Pressed } from '../../src/conversation/conversation.ts';
import { phrases } from '../../src/conversation/phrases.ts';
import { actorOf, answerQuestion, conversationKey, viewOf } from './ask.ts';
import { ACTIONS, type ButtonState, decodeState } from './buttons.ts';
import { showTimeline } from './pictures.ts';
import type { Target } from './post.ts';
import { renderAnswer } from './render.ts';
import type { SlackMessage } from './render-blocks.ts';
import { renderCard, renderSources } from './render-card.ts';
import { languageOf, notice, type Scene, type Service, say, tellOfFault, workspaceOf } from './service.ts';

type Args = Pick<AllMiddlewareArgs, 'client' | 'context'> & { readonly body: BlockAction };

/** Where a button was pressed. */
type Pressing = Scene & {
  /** The message was seen by this person alone. */
  readonly isPrivate: boolean;
  readonly direct: boolean;
  readonly thread: string | undefined;
  readonly responseUrl: string | undefined;
  readonly name: string;
};

export function listenToActions(app: App, service: Service): void {
  on(app, service, [ACTIONS.page, ACTIONS.pageBack], (state) => ({ view: 'answer', page: state.page }));
  on(app, service, [ACTIONS.language], (state) => ({ view: 'answer', language: state.extra === 'ja' ? 'ja' : 'en' }));
  on(app, service, [ACTIONS.sources], (state) => ({ view: 'sources', page: state.page }));
  on(app, service, [ACTIONS.details], () => ({ view: 'card' }));
  on(app, service, [ACTIONS.timeline], () => ({ view: 'timeline' }));

  // The browser opens the page; Slack only wants to hear that we know.
  app.action<BlockAction>(ACTIONS.web, async ({ ack }) => ack());

  app.action<BlockAction>(ACTIONS.card, async ({ ack, action, client, context, body }) => {
    await ack();
    const chosen =
      'selected_option' in action ? (action.selected_option as { value?: string } | null)?.value : undefined;
    const [ask = '', consultation = ''] = (chosen ?? '').split('|');
    await press(service, pressing({ client, context, body }), ask, { view: 'card', consultation });
  });

  app.action<BlockAction>(ACTIONS.share, async ({ ack, action, client, context, body }) => {
    await ack();
    await share(service, pressing({ client, context, body }), decodeState(buttonValue(action)));
  });

  app.action<BlockAction>(
    new RegExp(`^${ACTIONS.ask.replace('.', '\\.')}\\.`),
    async ({ ack, action, client, context, body }) => {
      await ack();
      await askAgain(service, pressing({ client, context, body }), buttonValue(action) ?? '');
    },
  );
}

function on(app: App, service: Service, ids: readonly string[], toPress: (state: ButtonState) => Press): void {
  for (const id of ids) {
    app.action<BlockAction>(id, async ({ ack, action, client, context, body }) => {
      await ack();
      const state = decodeState(buttonValue(action));
      const scene = pressing({ client, context, body });
      await press(service, scene, state?.ask ?? '', state === undefined ? { view: 'answer' } : toPress(state), state);
    });
  }
}

async function press(
  service: Service,
  scene: Pressing,
  ask: string,
  wanted: Press,
  state?: ButtonState,
): Promise<void> {
  try {
    const pressed = await service.conversations.press(ask, wanted, { actor: actorOf(scene), shown: state?.version });
    if (pressed.kind === 'timeline') {
      await showTimeline(service, scene, targetOf(scene, false), pressed.timeline);
      return;
    }
    const messages = await messagesOf(service, scene, wanted, pressed, state);
    // A page or the other language takes the place of a message only its reader sees; in a channel it must not change for all.
    const inPlace = wanted.view === 'answer' && pressed.kind === 'answer' && (scene.isPrivate || scene.direct);
    await service.poster.post(scene.client, targetOf(scene, inPlace), messages);
  } catch (error) {
    await tellOfFault(service, scene, error, scene.responseUrl);
  }
}

async function messagesOf(
  service: Service,
  scene: Pressing,
  wanted: Press,
  pressed: Exclude<Pressed, { kind: 'timeline' }>,
  state: ButtonState | undefined,
): Promise<readonly SlackMessage[]> {
  switch (pressed.kind) {
    case 'expired':
      return [notice(phrases(await languageOf(service, scene)).askAgain)];
    case 'nothing':
      return [notice(phrases(pressed.language).nothingThere)];
    case 'card':
      return renderCard(pressed.card, pressed.answer.language);
    case 'answer': {
      const { answer, changed } = pressed;
      if (wanted.view === 'sources') return renderSources(answer.language, answer.headline.text, answer.citations);
      return [
        renderAnswer(
          answer,
          viewOf(service, answer, {
            echo: scene.isPrivate ? answer.question.text : undefined,
            above: changed ? phrases(answer.language).knowledgeChanged : undefined,
            part: wanted.view === 'answer' && wanted.language === undefined ? state?.part : 1,
            visible: scene.direct && !scene.isPrivate ? 'everyone' : 'asker',
          }),
        ),
      ];
    }
  }
}

/** Shows a private answer to the channel, as the same page it was, without pinging the sharer. */
async function share(service: Service, scene: Pressing, state: ButtonState | undefined): Promise<void> {
  try {
    const pressed = await service.conversations.press(
      state?.ask ?? '',
      { view: 'answer', page: state?.page ?? 1 },
      { actor: actorOf(scene), shown: state?.version },
    );
    if (pressed.kind !== 'answer') {
      await service.poster.post(scene.client, targetOf(scene, false), [
        notice(phrases(await languageOf(service, scene)).askAgain),
      ]);
      return;
    }
    const { answer } = pressed;
    const message = renderAnswer(
      answer,
      viewOf(service, answer, {
        echo: answer.question.text,
        above: phrases(answer.language).sharedBy(scene.name),
        part: state?.part,
        visible: 'everyone',
      }),
    );
    const target: Target =
      scene.responseUrl === undefined
        ? { to: 'channel', channel: scene.channel, thread: scene.thread }
        : { to: 'response', url: scene.responseUrl, visible: 'everyone', thread: scene.thread, channel: scene.channel };
    // However often it is pressed, on whichever page: once a person, channel and answer.
    const key = `slack:share:${actorOf(scene)}:${scene.channel}:${answer.id}`;
    const isShared = await service.effects.once(key, async () => {
      await service.poster.post(scene.client, target, [message]);
      return true;
    });
    if (!isShared) await say(service, scene.client, targetOf(scene, false), phrases(answer.language).sharedAlready);
  } catch (error) {
    await tellOfFault(service, scene, error, scene.responseUrl);
  }
}

/** A suggestion or a choice of reading: asked as if typed, answered where it was offered. */
async function askAgain(service: Service, scene: Pressing, text: string): Promise<void> {
  await answerQuestion(service, {
    ...scene,
    text,
    keys: scene.direct
      ? [conversationKey.direct(scene)]
      : scene.thread !== undefined && !scene.isPrivate
        ? [conversationKey.thread(scene, scene.thread)]
        : [conversationKey.commands(scene)],
    carry: 'only-when-referring',
    visible: scene.isPrivate ? 'asker' : 'everyone',
    target: (visible) =>
      visible === 'asker' || scene.isPrivate
        ? targetOf(scene, false)
        : { to: 'channel', channel: scene.channel, thread: scene.thread },
    echo: true,
    responseUrl: scene.responseUrl,
    since: performance.now(),
  });
}

function targetOf(scene: Pressing, inPlace: boolean): Target {
  if (scene.responseUrl !== undefined && (scene.isPrivate || inPlace)) {
    const thread = inPlace ? undefined : scene.thread;
    const otherwise: Target = { to: 'person', channel: scene.channel, user: scene.user, thread: scene.thread };
    return { to: 'response', url: scene.responseUrl, visible: 'asker', replace: inPlace, thread, otherwise };
  }
  // A direct message is seen by its person alone as it is.
  if (scene.direct) return { to: 'channel', channel: scene.channel, thread: scene.thread };
  return { to: 'person', channel: scene.channel, user: scene.user, thread: scene.thread };
}

function pressing({ client, context, body }: Args): Pressing {
  const { container, channel, user, message } = body;
  const thread: unknown = container?.thread_ts ?? message?.thread_ts;
  const name: unknown = user.name ?? ('username' in user ? user.username : undefined);
  // The Home tab has no channel: what is asked there is answered in the direct messages with that person.
  const id = channel?.id ?? user.id;
  return {
    client,
    team: workspaceOf(context, body),
    channel: id,
    user: user.id,
    isPrivate: container?.is_ephemeral === true,
    direct: id.startsWith('D') || channel === undefined,
    thread: typeof thread === 'string' ? thread : undefined,
    responseUrl: body.response_url === '' ? undefined : body.response_url,
    name: typeof name === 'string' && name !== '' ? name : '…',
  };
}

function buttonValue(action: object): string | undefined {
  return 'value' in action && typeof action.value === 'string' ? action.value : undefined;
}
