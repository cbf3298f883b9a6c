import {
  ComponentType,
  type MessageComponentInteraction,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import { phrases } from '../../src/conversation/index.ts';
import { decodeAction, encodeAction } from '../chat/actions.ts';
import { type Context, isOurs, languageOf } from './context.ts';
import { factsOf, faultOf } from './faults.ts';
import { clip, LIMITS } from './limits.ts';
import { respondPlain } from './respond.ts';

const KIND = 'kind';
const TEXT = 'text';
const kinds = ['wrong-date', 'wrong-person', 'missing-record', 'other'] as const;

/** "Something wrong?": a form must be the first response, so nothing is awaited before it. */
export async function showFeedbackForm(
  context: Context,
  interaction: MessageComponentInteraction,
  ask: string,
): Promise<void> {
  const said = phrases(languageOf(interaction.locale, context.fallbackLanguage));
  try {
    await interaction.showModal({
      custom_id: encodeAction({ kind: 'feedback', ask }, LIMITS.customId) ?? '',
      title: clip(said.notRight, LIMITS.modalTitle),
      components: [
        {
          type: ComponentType.Label,
          label: clip(said.feedbackKind, LIMITS.labelText),
          component: {
            type: ComponentType.StringSelect,
            custom_id: KIND,
            required: true,
            options: kinds.map((kind) => ({ label: said.feedbackKinds[kind], value: kind })),
          },
        },
        {
          type: ComponentType.Label,
          label: clip(said.feedbackText, LIMITS.labelText),
          description: clip(said.feedbackReaders, LIMITS.labelDescription),
          component: {
            type: ComponentType.TextInput,
            custom_id: TEXT,
            style: TextInputStyle.Paragraph,
            required: false,
            max_length: 1_000,
          },
        },
      ],
    });
  } catch (error) {
    context.log.warn({ ...factsOf(error), fault: faultOf(error) }, 'The feedback form could not be opened.');
  }
}

/** Stores what the form says; its thanks are seen by the sender alone. */
export async function handleFeedback(context: Context, interaction: ModalSubmitInteraction): Promise<void> {
  const said = phrases(languageOf(interaction.locale, context.fallbackLanguage));
  const action = decodeAction(interaction.customId);
  if (action?.kind !== 'feedback') {
    await respondPlain(context, interaction, said.askAgain);
    return;
  }
  if (!(await isOurs(context, interaction))) return;
  const [value] = interaction.fields.getStringSelectValues(KIND);
  const stored = await context.conversations.feedback({
    platform: 'discord',
    actor: interaction.user.id,
    ask: action.ask,
    kind: kinds.find((kind) => kind === value) ?? 'other',
    text: interaction.fields.getTextInputValue(TEXT),
  });
  await respondPlain(context, interaction, stored ? said.feedbackThanks : said.failed);
}
