import type { App, ViewSubmitAction } from '@slack/bolt';
import { phrases } from '../../src/conversation/index.ts';
import type { Feedback } from '../../src/store/index.ts';
import type { Language } from '../../src/text/index.ts';
import { actorOf } from './ask.ts';
import { slackPhrases } from './phrases.ts';
import type { Target } from './post.ts';
import { isOurs, languageOf, logFault, type Scene, type Service, say, workspaceOf } from './service.ts';
import { chosenValue, input, modal, select } from './views.ts';

export const FEEDBACK_VIEW = 'kyogi.feedback.view';

const kinds = ['wrong-date', 'wrong-person', 'missing-record', 'other'] as const;

/** Opens the form about an answer. */
export async function openFeedbackForm(
  service: Service,
  scene: Scene & { readonly triggerId: string },
  ask: string,
): Promise<void> {
  const view = feedbackView(await languageOf(service, scene), `${ask}|${scene.channel}`);
  try {
    await scene.client.views.open({ trigger_id: scene.triggerId, view });
  } catch (error) {
    logFault(service, error, 'The feedback form could not be opened.');
  }
}

/** What the form says is stored with the answer it is about. */
export function listenToFeedback(app: App, service: Service): void {
  app.view<ViewSubmitAction>(FEEDBACK_VIEW, async ({ ack, view, body, client, context }) => {
    await ack();
    if (!(await isOurs(service, body.trigger_id))) return;
    const [ask = '', channel = ''] = view.private_metadata.split('|');
    const scene = { client, team: workspaceOf(context, body), user: body.user.id };
    const kind = kinds.find((each) => each === chosenValue(view.state.values, 'kind')) ?? 'other';
    await service.conversations.feedback({
      platform: 'slack',
      actor: actorOf(scene),
      ask,
      kind: kind satisfies Feedback['kind'],
      text: chosenValue(view.state.values, 'text'),
    });
    if (channel === '') return;
    await thank(service, client, await languageOf(service, scene), { to: 'person', channel, user: scene.user });
  });
}

function feedbackView(language: Language, metadata: string) {
  const said = phrases(language);
  const own = slackPhrases(language);
  return modal(
    FEEDBACK_VIEW,
    { title: said.notRight, submit: own.send, close: own.cancel },
    [
      input(
        'kind',
        said.feedbackKind,
        select(
          'kind',
          kinds.map((value) => ({ value, text: said.feedbackKinds[value] })),
          'wrong-date',
        ),
      ),
      input(
        'text',
        said.feedbackText,
        { type: 'plain_text_input', action_id: 'text', multiline: true, max_length: 2000 },
        { optional: true, hint: said.feedbackReaders },
      ),
    ],
    metadata,
  );
}

function thank(service: Service, client: Parameters<typeof say>[1], language: Language, target: Target) {
  return say(service, client, target, phrases(language).feedbackThanks);
}
