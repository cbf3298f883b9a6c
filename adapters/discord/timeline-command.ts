import { performance } from 'node:perf_hooks';
import type { ChatInputCommandInteraction } from 'discord.js';
import { phrases } from '../../src/conversation/phrases.ts';
import { keysOf } from './ask-command.ts';
import { type Context, languageOf } from './context.ts';
import { readFilters } from './filters.ts';
import { escapeMarkdown } from './markdown.ts';
import { respondWithPicture } from './picture.ts';
import { renderTimeline } from './render-parts.ts';
import { respondPlain } from './respond.ts';

/** `/alliance-timeline`: the list and the picture, in one message. */
export async function timelineCommand(context: Context, interaction: ChatInputCommandInteraction): Promise<void> {
  const started = performance.now();
  const language = languageOf(interaction.locale, context.fallbackLanguage);
  const said = phrases(language);
  const read = readFilters(context.desk(), interaction);
  if ('unknown' in read) {
    await respondPlain(context, interaction, said.unknownFilter(escapeMarkdown(read.unknown)));
    return;
  }
  const period = interaction.options.getString('period')?.trim();
  const asked = context.conversations.timeline({
    platform: 'discord',
    actor: interaction.user.id,
    channel: interaction.channelId,
    keys: keysOf(interaction),
    language,
    filters: read.filters,
    ...(period ? { period } : {}),
  });
  if (asked.kind === 'hint') {
    context.metrics.onThrottled?.('discord');
    await respondPlain(context, interaction, asked.text);
    return;
  }
  const { timeline, answer } = asked;
  if (timeline.items.length === 0) {
    await respondPlain(context, interaction, said.noTimeline);
    return;
  }
  const body = renderTimeline(timeline, answer.id, 0, context.pages);
  await respondWithPicture(context, interaction, body, timeline, interaction.options.getBoolean('private') ?? false);
  context.metrics.onAsk?.({
    platform: 'discord',
    intent: 'timeline',
    status: answer.status,
    ms: performance.now() - started,
  });
}
