import type { Answer } from '../../src/answer/index.ts';
import { questionJson } from '../../src/answer/index.ts';
import type { Carry } from '../../src/reading/index.ts';
import type { Language } from '../../src/text/index.ts';
import { isAside, isSmallTalk } from '../chat/aside.ts';
import { conversationKeys } from '../chat/conversation-keys.ts';
import { renderHelp } from './help.ts';
import type { Target } from './post.ts';
import { renderAnswer } from './render.ts';
import { notice, personOf, postOrSendInPrivate, type Scene, type Service, tellOfFault } from './service.ts';
import { escapeText } from './text.ts';

export type Asking = Scene & {
  /** Plain words, our own mention taken out. */
  readonly text: string;
  /** The lines of a message that nobody wrote as a question. */
  readonly lines?: readonly string[] | undefined;
  /** Conversations it belongs to: where the question before is looked for, in order. */
  readonly keys: readonly string[];
  /** What the question may take from the one before. Default: whatever it does not say itself, as in a thread. */
  readonly carry?: Carry | undefined;
  /** Who sees the answer unless the channel is set otherwise. */
  readonly visible: 'asker' | 'everyone';
  readonly target: (visible: 'asker' | 'everyone') => Target;
  /** Shows the question above the answer. */
  readonly echo: boolean;
  readonly responseUrl?: string | undefined;
  /** Said where the answer would be how to ask. Absent: that is the answer. */
  readonly insteadOfHelp?: ((language: Language) => string) | undefined;
  /** Keeps quiet unless the record answers: for messages that did not address us. */
  readonly onlyIfAnswered?: boolean | undefined;
  /** Decides just before something is said whether it is ours to say. Absent: it is. */
  readonly take?: (() => Promise<boolean>) | undefined;
  /** `performance.now()` when the event came in. */
  readonly since: number;
};

/** Takes a question to the desk and its answer to Slack; never rejects. */
export async function answerQuestion(service: Service, asking: Asking): Promise<void> {
  const { conversations, poster, config } = service;
  let given: Answer | undefined;
  try {
    const [person, settings] = await Promise.all([
      personOf(service, asking),
      service.settings.load(asking.team, asking.channel),
    ]);
    const visible =
      settings.visibility === undefined ? asking.visible : settings.visibility === 'private' ? 'asker' : 'everyone';
    const result = await conversations.ask({
      platform: 'slack',
      actor: actorOf(asking),
      channel: `${asking.team}:${asking.channel}`,
      keys: asking.keys,
      carry: asking.carry,
      text: asking.text,
      lines: asking.lines,
      language: settings.language,
      fallbackLanguage: person.language,
      zone: settings.zone ?? person.zone,
    });
    if (result.kind === 'hint') {
      if (result.reason === 'throttled') config.metrics?.onThrottled?.('slack');
      if (result.speak && asking.onlyIfAnswered !== true && (await isOurs(service, asking))) {
        const told = result.toChannel === true ? visible : 'asker';
        await poster.post(asking.client, asking.target(told), [notice(escapeText(result.text))]);
      }
      return;
    }
    const { answer } = result;
    if (asking.onlyIfAnswered === true && (answer.status !== 'answered' || isSmallTalk(answer))) return;
    if (!(await isOurs(service, asking))) return;
    if (asking.insteadOfHelp !== undefined && answer.question.ask === 'help') {
      const language = person.language ?? config.fallbackLanguage;
      await poster.post(asking.client, asking.target('asker'), [notice(asking.insteadOfHelp(language))]);
      return;
    }
    given = answer;
    const seenBy = isAside(answer) ? 'asker' : visible;
    await postOrSendInPrivate(service, asking, asking.target(seenBy), (above) => {
      if (answer.question.ask === 'help') return renderHelp(answer);
      // In private nobody sees the question that it answers.
      const question = asking.echo || above !== undefined ? asking.text : undefined;
      const lines = above === undefined ? [] : [above];
      return renderAnswer(answer, { question, above: lines, shareable: seenBy === 'asker', pages: service.pages });
    });
    const ms = performance.now() - asking.since;
    config.metrics?.onAsk?.({
      platform: 'slack',
      intent: questionJson(answer.question).intent,
      status: answer.status,
      ms,
    });
  } catch (error) {
    await tellOfFault(service, asking, error, asking.responseUrl, given);
  }
}

/** Another process, or this one before it was started anew, may have answered already. */
async function isOurs(service: Service, { take }: Asking): Promise<boolean> {
  if (take === undefined || (await take())) return true;
  service.config.metrics?.onDuplicate?.('slack');
  return false;
}

/** The person as conversations, feedback and `forget` know them: a user id is unique within its workspace only. */
export function actorOf(scene: Pick<Scene, 'team' | 'user'>): string {
  return `${scene.team}:${scene.user}`;
}

const keys = conversationKeys('slack');

/** Conversation keys: a thread's own, a direct message channel's, or one person's commands in a channel. */
export const conversationKey = {
  thread: (scene: Pick<Scene, 'team' | 'channel'>, ts: string) => keys.shared(scene.team, scene.channel, ts),
  direct: (scene: Pick<Scene, 'team' | 'channel'>) => keys.shared(scene.team, scene.channel),
  commands: (scene: Pick<Scene, 'team' | 'channel' | 'user'>) => keys.person(scene.user, scene.team, scene.channel),
};
