import { performance } from 'node:perf_hooks';
import type { ButtonInteraction, MessageComponentInteraction, StringSelectMenuInteraction } from 'discord.js';
import { type Action, decodeAction } from '../chat/actions.ts';
import { type Outcome, type Pressing, press } from '../chat/press.ts';
import { answerInteraction, keysOf } from './ask-command.ts';
import { actionsOn } from './carried.ts';
import { type Context, languageOf } from './context.ts';
import { unsubscribeButton } from './digest-buttons.ts';
import { showFeedbackForm } from './feedback.ts';
import { FIT } from './fit.ts';
import { respondWithPicture } from './pictures.ts';
import { askToForget, forget } from './privacy.ts';
import { render } from './render.ts';
import { respond, respondPlain } from './respond.ts';
import { channelSettings, chooseSetting } from './settings-command.ts';

type Component = ButtonInteraction | StringSelectMenuInteraction;

/** A press of one of our buttons or menus, of this process or of one before a restart. */
export async function handleComponent(context: Context, interaction: Component): Promise<void> {
  const started = performance.now();
  const action = actionOf(interaction);
  // A form must be the first response, so nothing is awaited before it.
  if (action?.kind === 'feedback') return showFeedbackForm(context, interaction, action.ask);
  const outcome = await press(context, action, pressingOf(context, interaction), FIT);
  switch (outcome.kind) {
    case 'notice':
      return respondPlain(context, interaction, outcome.text);
    case 'show':
      return show(context, interaction, outcome);
    case 'share':
      return share(context, interaction, outcome);
    case 'ask':
      return ask(context, interaction, outcome.text, started);
    case 'form':
      return showFeedbackForm(context, interaction, outcome.ask);
    case 'own':
      return carryOut(context, interaction, outcome.action, started);
    case 'nothing':
      // Shown disabled, so that nobody presses it; whoever does all the same sees nothing change.
      await interaction.deferUpdate();
      return;
  }
}

/** What is not of an answer. */
function carryOut(
  context: Context,
  interaction: Component,
  action: Extract<Outcome, { kind: 'own' }>['action'],
  started: number,
): Promise<void> {
  switch (action.kind) {
    case 'unsubscribe':
      return unsubscribeButton(context, interaction, action.subscription);
    case 'setting':
      return chooseSetting(context, interaction, action.setting, chosen(interaction) ?? '');
    case 'help':
      return help(context, interaction, started);
    case 'forget':
      return action.sure ? forget(context, interaction) : askToForget(context, interaction);
  }
}

/** Help, in the language of whoever pressed. */
async function help(context: Context, interaction: Component, started: number): Promise<void> {
  const result = await context.conversations.ask({
    platform: 'discord',
    actor: interaction.user.id,
    channel: interaction.channelId,
    keys: [],
    carry: 'never',
    text: '',
    fallbackLanguage: languageOf(interaction.locale, context.fallbackLanguage),
  });
  await answerInteraction(context, interaction, result, { started, private: true });
}

/** What a component asks for: itself, or the option chosen. Menus of version 0.1 say in their own id what the choice means. */
function actionOf(interaction: Component): Action | undefined {
  if (!interaction.isStringSelectMenu()) return pagedSources(interaction, decodeAction(interaction.customId));
  const own = decodeAction(interaction.customId);
  if (own?.kind === 'setting') return own;
  const value = chosen(interaction) ?? '';
  const [mark, letter, ask = '', page] = interaction.customId.split('|');
  if (mark === 'k1' && letter === 'o') return { kind: 'details', ask, consultation: value };
  if (mark === 'k1' && letter === 'n') return decodeAction(`k1|n|${ask}|${page}|${value}`);
  return decodeAction(value);
}

/** Version 0.1's button for sources does not say of which page; others on its message do. */
function pagedSources(interaction: ButtonInteraction, action: Action | undefined): Action | undefined {
  if (action?.kind !== 'sources' || action.page !== undefined) return action;
  const other = actionsOn(interaction.message).find(({ kind }) => kind === 'share' || kind === 'suggestion');
  return other === undefined || !('page' in other) || other.page === undefined
    ? action
    : { ...action, page: other.page };
}

function pressingOf(context: Context, interaction: MessageComponentInteraction): Pressing {
  const question = interaction.message.embeds[0]?.author?.name;
  return {
    actor: interaction.user.id,
    channel: interaction.channelId,
    name: `<@${interaction.user.id}>`,
    language: () => languageOf(interaction.locale, context.fallbackLanguage),
    alone: interaction.message.flags.has('Ephemeral'),
    own: isOwn(interaction),
    direct: false,
    question: () => question,
  };
}

/** Whether the presser is the one whose question this message answers; in private there is nobody else. */
function isOwn(interaction: MessageComponentInteraction): boolean {
  if (interaction.guildId === null) return true;
  const asker = interaction.message.interactionMetadata?.user.id ?? interaction.message.mentions.repliedUser?.id;
  return asker === interaction.user.id;
}

async function show(
  context: Context,
  interaction: Component,
  { message, where }: Extract<Outcome, { kind: 'show' }>,
): Promise<void> {
  const body = render(message);
  const update = where === 'in-place';
  const isPrivate = !update || interaction.message.flags.has('Ephemeral');
  const plain = () => message.headline.text;
  if (message.picture !== undefined && !update) {
    return respondWithPicture(context, interaction, body, message.picture, isPrivate);
  }
  return respond(context, interaction, body, { private: isPrivate, update, plain });
}

async function share(
  context: Context,
  interaction: Component,
  { message, key, again }: Extract<Outcome, { kind: 'share' }>,
): Promise<void> {
  const isShared = await context.effects.once(key, async () => {
    await respond(context, interaction, render(message), { private: false, plain: () => message.headline.text });
    return interaction.replied;
  });
  if (!isShared) await respondPlain(context, interaction, again);
}

/** A suggestion or a reading chosen is a question of its own, in the same conversation. */
async function ask(context: Context, interaction: Component, text: string, started: number): Promise<void> {
  const settings = await channelSettings(context, interaction);
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
  const seenAlone = interaction.message.flags.has('Ephemeral');
  await answerInteraction(context, interaction, result, {
    started,
    private: seenAlone || !isOwn(interaction),
    question: text,
  });
}

function chosen(interaction: Component): string | undefined {
  return interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
}
