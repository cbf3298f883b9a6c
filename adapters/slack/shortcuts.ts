import type { App, MessageShortcut } from '@slack/bolt';
import { MOST_CHARACTERS, phrases } from '../../src/conversation/index.ts';
import { answerQuestion, conversationKey } from './ask.ts';
import { textOf } from './message-text.ts';
import { type Service, workspaceOf } from './service.ts';
import { cut } from './text.ts';

/** Callback id of the message shortcut "Find consultations". */
export const SHORTCUT = 'kyogi_find_consultations';

/** Looks up what a message mentions; only the person who asked sees the answer. */
export function listenToShortcuts(app: App, service: Service): void {
  app.shortcut<MessageShortcut>({ callback_id: SHORTCUT, type: 'message_action' }, async (args) => {
    const { ack, shortcut, client, context, body } = args;
    const since = performance.now();
    await ack();
    if (!(await service.first(`slack:shortcut:${shortcut.trigger_id}`))) return;
    const scene = {
      client,
      team: workspaceOf(context, body),
      channel: shortcut.channel.id,
      user: shortcut.user.id,
    };
    // Dates and names stand early in most messages; a question may be no longer than this.
    const seen = textOf(shortcut.message);
    const text = cut(seen, MOST_CHARACTERS - 1);
    await answerQuestion(service, {
      ...scene,
      text,
      lines: seen.split('\n'),
      keys: [conversationKey.commands(scene)],
      carry: 'never',
      visible: 'asker',
      target: (visible) => ({ to: 'response', url: shortcut.response_url, visible, channel: scene.channel }),
      echo: true,
      // Nobody asked how to ask: a message that says nothing of the record is told as such.
      insteadOfHelp: (language) => phrases(language).noConsultationsInMessage,
      responseUrl: shortcut.response_url,
      since,
    });
  });
}
