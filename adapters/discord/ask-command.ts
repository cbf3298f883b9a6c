import { performance } from 'node:perf_hooks';
import type { ChatInputCommandInteraction, MessageContextMenuCommandInteraction } from 'discord.js';
import { questionJson } from '../../src/answer/index.ts';
import type { AskResult } from '../../src/conversation/index.ts';
import { MOST_CHARACTERS, phrases } from '../../src/conversation/index.ts';
import { isAside } from '../chat/aside.ts';
import { readVerb } from '../chat/verbs.ts';
import { type Context, conversationKey, languageOf } from './context.ts';
import { renderHelp } from './help.ts';
import { textOf } from './message-text.ts';
import { askToForget } from './privacy.ts';
import { renderAnswer, renderPlain } from './render.ts';
import { type Answerable, respond, respondPlain } from './respond.ts';
import { channelSettings, settingsCommand } from './settings-command.ts';
import { isThreadLike } from './where.ts';

/** `/alliance question private`. */
export async function askCommand(context: Context, interaction: ChatInputCommandInteraction): Promise<void> {
  const started = performance.now();
  const text = interaction.options.getString('question', true);
  const { verb } = readVerb(text);
  if (verb === 'forget') return askToForget(context, interaction);
  if (verb === 'settings') return settingsCommand(context, interaction);
  const settings = await channelSettings(context, interaction);
  const asked = interaction.options.getBoolean('private');
  const result = await context.conversations.ask({
    platform: 'discord',
    actor: interaction.user.id,
    channel: interaction.channelId,
    keys: keysOf(interaction),
    carry: 'only-when-referring',
    text,
    language: settings.language,
    fallbackLanguage: languageOf(interaction.locale, context.fallbackLanguage),
    zone: settings.zone,
  });
  await answerInteraction(context, interaction, result, {
    started,
    private: asked ?? settings.visibility === 'private',
    question: text,
  });
}

/** "Find consultations" on a message: what people see of it is the question; only the person who asked sees the answer. */
export async function findInMessage(
  context: Context,
  interaction: MessageContextMenuCommandInteraction,
): Promise<void> {
  const started = performance.now();
  const language = languageOf(interaction.locale, context.fallbackLanguage);
  const seen = textOf(interaction.targetMessage);
  const text = [...seen].slice(0, MOST_CHARACTERS).join('');
  const unread = () => respondPlain(context, interaction, phrases(language).noConsultationsInMessage);
  if (text === '') return unread();
  const result = await context.conversations.ask({
    platform: 'discord',
    actor: interaction.user.id,
    channel: interaction.channelId,
    // A message of somebody's is not part of this person's conversation.
    keys: [],
    text,
    lines: seen.split('\n'),
    fallbackLanguage: language,
  });
  // Nobody asked how to ask: a message that says nothing of the record is told as such.
  if (result.kind === 'answer' && result.answer.question.ask === 'help') return unread();
  await answerInteraction(context, interaction, result, { started, private: true });
}

/** Renders what the conversation said. */
export async function answerInteraction(
  context: Context,
  interaction: Answerable,
  result: AskResult,
  options: { started: number; private: boolean; question?: string },
): Promise<void> {
  if (result.kind === 'hint') {
    // An interaction left without an answer shows an error: even the quiet verdict is told, to the asker alone.
    if (result.reason === 'throttled') context.metrics.onThrottled?.('discord');
    await respondPlain(context, interaction, result.text);
    return;
  }
  const { answer } = result;
  const alone = options.private || isAside(answer);
  const body =
    answer.question.ask === 'help'
      ? renderHelp(answer, context.commandIds())
      : renderAnswer(answer, { shareable: alone, pages: context.pages, question: options.question });
  const plain = () => renderPlain(answer)[0] ?? '';
  await respond(context, interaction, body, { private: alone, plain });
  context.metrics.onAsk?.({
    platform: 'discord',
    intent: questionJson(answer.question).intent,
    status: answer.status,
    ms: performance.now() - options.started,
  });
}

/** Where a command's follow-up is looked for. */
export function keysOf(interaction: Answerable): readonly string[] {
  const channel = interaction.channelId;
  if (channel === null) return [];
  if (interaction.guildId === null || isThreadLike(interaction.channel)) return [conversationKey.shared(channel)];
  return [conversationKey.person(interaction.user.id, channel)];
}
