import { performance } from 'node:perf_hooks';
import type { ChatInputCommandInteraction } from 'discord.js';
import { timelineMessage } from '../chat/message.ts';
import { answerInteraction, keysOf } from './ask-command.ts';
import { type Context, languageOf } from './context.ts';
import { typedFilters } from './filters.ts';
import { FIT } from './fit.ts';
import { escapeMarkdown } from './markdown.ts';
import { respondWithPicture } from './pictures.ts';
import { render } from './render.ts';
import { respondPlain } from './respond.ts';
import { channelSettings } from './settings-command.ts';

/** `/alliance-timeline`: the list and the picture, in one message. What could not be read or is not on record is told to the asker alone. */
export async function timelineCommand(context: Context, interaction: ChatInputCommandInteraction): Promise<void> {
  const started = performance.now();
  const settings = await channelSettings(context, interaction);
  const asked = await context.conversations.timeline({
    platform: 'discord',
    actor: interaction.user.id,
    channel: interaction.channelId,
    keys: keysOf(interaction),
    words: { text: interaction.options.getString('period') ?? '', named: typedFilters(interaction) },
    language: settings.language ?? languageOf(interaction.locale, context.fallbackLanguage),
    zone: settings.zone,
  });
  if (asked.kind === 'unread') return respondPlain(context, interaction, escapeMarkdown(asked.text));
  if (asked.kind === 'hint') return answerInteraction(context, interaction, asked, { started, private: true });
  const { timeline, answer } = asked;
  if (timeline.items.length === 0) {
    return answerInteraction(context, interaction, { ...asked, kind: 'answer' }, { started, private: true });
  }
  const body = render(timelineMessage(timeline, answer.id, FIT, { leaf: 0, pages: context.pages }));
  await respondWithPicture(
    context,
    interaction,
    body,
    timeline,
    interaction.options.getBoolean('private') ?? settings.visibility === 'private',
  );
  context.metrics.onAsk?.({
    platform: 'discord',
    intent: 'timeline',
    status: answer.status,
    ms: performance.now() - started,
  });
}
