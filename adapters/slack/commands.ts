import type { App, SlashCommand } from '@slack/bolt';
import type { Hint } from '../../src/conversation/index.ts';
import { timelineMessage } from '../chat/message.ts';
import { readVerb } from '../chat/verbs.ts';
import { actorOf, answerQuestion, conversationKey } from './ask.ts';
import { digestCommand, nameOf } from './digest-command.ts';
import { FIT } from './fit.ts';
import { showTimeline } from './pictures.ts';
import type { Client, Target } from './post.ts';
import { forget } from './privacy.ts';
import { renderAnswer } from './render.ts';
import { languageOf, notice, personOf, type Scene, type Service, tellOfFault, workspaceOf } from './service.ts';
import { openSettings } from './settings.ts';
import { escapeText, typedText } from './text.ts';

export const COMMANDS = ['/alliance', '/alliance-timeline', '/alliance-digest'] as const;

type Asking = Scene & {
  readonly name: string;
  readonly triggerId: string;
  readonly responseUrl: string;
  readonly target: (visible: 'asker' | 'everyone') => Target;
  readonly since: number;
};

export function listenToCommands(app: App, service: Service): void {
  for (const name of COMMANDS) {
    app.command(name, async ({ ack, command, client, context, body }) => {
      const since = performance.now();
      await ack();
      // Socket Mode may hand an envelope over twice.
      if (!(await service.first(`slack:command:${command.trigger_id}`))) {
        service.config.metrics?.onDuplicate?.('slack');
        return;
      }
      const asking = askingOf(command, client, workspaceOf(context, body), since);
      const text = typedText(command.text ?? '');
      if (name === '/alliance-timeline') await timeline(service, asking, text);
      else if (name === '/alliance-digest') await digest(service, asking, text);
      else await alliance(service, asking, text);
    });
  }
}

async function alliance(service: Service, asking: Asking, text: string): Promise<void> {
  const { verb, rest } = readVerb(text);
  if (verb === 'timeline') return timeline(service, asking, rest);
  if (verb === 'digest') return digest(service, asking, rest);
  if (verb === 'settings') return settings(service, asking);
  if (verb === 'forget') return forgetPerson(service, asking);
  return answerQuestion(service, {
    ...asking,
    // An empty question asks for help in the person's own language; a Japanese verb asks for it in Japanese.
    text: verb !== 'help' ? rest : /^[a-z]/i.test(text) || text === '' ? '' : '使い方',
    keys: [conversationKey.commands(asking)],
    carry: 'only-when-referring',
    visible: 'asker',
    echo: true,
  });
}

async function timeline(service: Service, asking: Asking, text: string): Promise<void> {
  const { conversations, poster } = service;
  try {
    const [person, settings] = await Promise.all([
      personOf(service, asking),
      service.settings.load(asking.team, asking.channel),
    ]);
    const asked = await conversations.timeline({
      platform: 'slack',
      actor: actorOf(asking),
      channel: `${asking.team}:${asking.channel}`,
      keys: [conversationKey.commands(asking)],
      words: { text },
      language: settings.language ?? person.language ?? service.fallbackLanguage,
      zone: settings.zone ?? person.zone,
    });
    if (asked.kind === 'hint') return await tellHint(service, asking, asked);
    const target = asking.target('asker');
    if (asked.kind === 'timeline' && asked.timeline.items.length > 0) {
      const message = timelineMessage(asked.timeline, asked.answer.id, FIT, { leaf: 0, pages: service.pages });
      return await showTimeline(service, asking, target, { ...message, picture: asked.timeline });
    }
    const told =
      asked.kind === 'unread'
        ? notice(escapeText(asked.text))
        : renderAnswer(asked.answer, { shareable: true, pages: service.pages });
    await poster.post(asking.client, target, [told]);
  } catch (error) {
    await tellOfFault(service, asking, error, asking.responseUrl);
  }
}

async function tellHint(service: Service, asking: Asking, hint: Hint): Promise<void> {
  if (hint.reason === 'throttled') service.config.metrics?.onThrottled?.('slack');
  if (!hint.speak) return;
  await service.poster.post(asking.client, asking.target('asker'), [notice(escapeText(hint.text))]);
}

function digest(service: Service, asking: Asking, text: string): Promise<void> {
  return digestCommand(service, { ...asking, here: asking.channel, target: asking.target('asker') }, text);
}

async function settings(service: Service, asking: Asking): Promise<void> {
  try {
    await openSettings(service, asking, await languageOf(service, asking));
  } catch (error) {
    await tellOfFault(service, asking, error, asking.responseUrl);
  }
}

async function forgetPerson(service: Service, asking: Asking): Promise<void> {
  try {
    await service.poster.post(asking.client, asking.target('asker'), [notice(await forget(service, asking))]);
  } catch (error) {
    await tellOfFault(service, asking, error, asking.responseUrl);
  }
}

function askingOf(command: SlashCommand, client: Client, team: string, since: number): Asking {
  return {
    client,
    team,
    channel: command.channel_id,
    user: command.user_id,
    name: nameOf({ name: command.user_name }),
    triggerId: command.trigger_id,
    responseUrl: command.response_url,
    // The answer travels by `response_url`, which works in channels that the app has not joined.
    target: (visible) => ({
      to: 'response',
      url: command.response_url,
      visible,
      channel: command.channel_id,
      otherwise: { to: 'person', channel: command.channel_id, user: command.user_id },
    }),
    since,
  };
}
