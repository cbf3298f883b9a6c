import type { AllMiddlewareArgs, App, BlockAction } from '@slack/bolt';
import type { Action } from '../chat/actions.ts';
import { type Outcome, type Pressing, press } from '../chat/press.ts';
import { actorOf, answerQuestion, conversationKey } from './ask.ts';
import { ACTING, ACTIONS, actionOf } from './buttons.ts';
import { openFeedbackForm } from './feedback.ts';
import { FIT } from './fit.ts';
import { showTimeline } from './pictures.ts';
import type { Target } from './post.ts';
import { render } from './render.ts';
import { isOurs, languageOf, notice, type Scene, type Service, say, tellOfFault, workspaceOf } from './service.ts';

type Args = Pick<AllMiddlewareArgs, 'client' | 'context'> & { readonly body: BlockAction };

/** Where a control was pressed. */
type Place = Scene & {
  /** The message was seen by this person alone. */
  readonly isPrivate: boolean;
  readonly direct: boolean;
  readonly thread: string | undefined;
  readonly responseUrl: string | undefined;
  readonly triggerId: string;
  readonly name: string;
};

export function listenToActions(app: App, service: Service): void {
  // The browser opens the page; Slack only wants to hear that we know.
  app.action<BlockAction>(new RegExp(`^${ACTIONS.web.replace('.', '\\.')}`), async ({ ack }) => ack());

  app.action<BlockAction>(ACTING, async ({ ack, action, client, context, body }) => {
    await ack();
    const place = placeOf({ client, context, body });
    await act(service, place, actionOf(action.action_id, chosenValue(action)));
  });
}

async function act(service: Service, place: Place, action: Action | undefined): Promise<void> {
  try {
    if (action?.kind === 'helpful' && !(await isOurs(service, place.triggerId))) return;
    await carryOut(service, place, await press(service, action, pressingOf(service, place), FIT));
  } catch (error) {
    await tellOfFault(service, place, error, place.responseUrl);
  }
}

async function carryOut(service: Service, place: Place, outcome: Outcome): Promise<void> {
  switch (outcome.kind) {
    case 'notice':
      await service.poster.post(place.client, targetOf(place, false), [notice(outcome.text)]);
      return;
    case 'show': {
      const { message } = outcome;
      const target = targetOf(place, outcome.where === 'in-place');
      if (message.picture !== undefined && outcome.where === 'private') {
        return showTimeline(service, place, target, { ...message, picture: message.picture });
      }
      await service.poster.post(place.client, target, [render(message)]);
      return;
    }
    case 'share':
      return share(service, place, outcome);
    case 'ask':
      return ask(service, place, outcome.text);
    case 'form':
      return openFeedbackForm(service, place, outcome.ask);
    case 'own':
    case 'nothing':
      return;
  }
}

/** Shows a private answer to the channel, as the same page it was, without pinging the sharer. */
async function share(
  service: Service,
  place: Place,
  { message, key, again }: Extract<Outcome, { kind: 'share' }>,
): Promise<void> {
  const { client, channel, thread, responseUrl } = place;
  const target: Target =
    responseUrl === undefined
      ? { to: 'channel', channel, thread }
      : { to: 'response', url: responseUrl, visible: 'everyone', thread };
  const isShared = await service.effects.once(key, async () => {
    await service.poster.post(client, target, [render(message)]);
    return true;
  });
  if (!isShared) await say(service, client, targetOf(place, false), again);
}

/** A suggestion or a choice of reading: asked as if typed, answered where it was offered. */
async function ask(service: Service, place: Place, text: string): Promise<void> {
  await answerQuestion(service, {
    ...place,
    text,
    keys: place.direct
      ? [conversationKey.direct(place)]
      : place.thread !== undefined && !place.isPrivate
        ? [conversationKey.thread(place, place.thread)]
        : [conversationKey.commands(place)],
    carry: 'only-when-referring',
    visible: place.isPrivate ? 'asker' : 'everyone',
    target: (visible) =>
      visible === 'asker' || place.isPrivate
        ? targetOf(place, false)
        : { to: 'channel', channel: place.channel, thread: place.thread },
    echo: true,
    responseUrl: place.responseUrl,
    since: performance.now(),
  });
}

function pressingOf(service: Service, place: Place): Pressing {
  return {
    actor: actorOf(place),
    channel: place.channel,
    name: place.name,
    language: () => languageOf(service, place),
    alone: place.isPrivate || place.direct,
    // Slack does not tell whose question a message answers.
    own: false,
    direct: place.direct && !place.isPrivate,
    question: (answer) => (place.isPrivate ? answer.question.text : undefined),
  };
}

function targetOf(place: Place, inPlace: boolean): Target {
  const { channel, user, thread } = place;
  const otherwise: Target = { to: 'person', channel, user, thread };
  if (place.responseUrl !== undefined && (place.isPrivate || inPlace)) {
    return {
      to: 'response',
      url: place.responseUrl,
      visible: 'asker',
      replace: inPlace,
      thread: inPlace ? undefined : thread,
      otherwise,
    };
  }
  // A direct message is seen by its person alone as it is.
  return place.direct ? { to: 'channel', channel, thread } : otherwise;
}

function placeOf({ client, context, body }: Args): Place {
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
    triggerId: body.trigger_id,
    name: typeof name === 'string' && name !== '' ? name : '…',
  };
}

/** The value of a button, or of the option chosen. */
function chosenValue(action: object): string {
  const option: unknown = 'selected_option' in action ? action.selected_option : undefined;
  const chosen = typeof option === 'object' && option !== null && 'value' in option ? option.value : undefined;
  const value: unknown = chosen ?? ('value' in action ? action.value : undefined);
  return typeof value === 'string' ? value : '';
}
