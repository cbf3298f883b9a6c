import { performance } from 'node:perf_hooks';
import type { ButtonInteraction, MessageComponentInteraction, StringSelectMenuInteraction } from 'discord.js';
import type { Pressed } from '../../src/conversation/conversation.ts';
import { phrases } from '../../src/conversation/phrases.ts';
import { titlesOf } from '../chat/titles.ts';
import { answerInteraction, keysOf } from './ask-command.ts';
import { actionsOn } from './carried.ts';
import { type Context, languageOf } from './context.ts';
import { type Action, decodeAction } from './custom-id.ts';
import { unsubscribeButton } from './digest-buttons.ts';
import { showFeedbackForm } from './feedback.ts';
import { respondWithPicture } from './picture.ts';
import { askToForget, forget } from './privacy.ts';
import { renderAnswer, renderPlain } from './render.ts';
import { renderCard, renderSources, renderTimeline } from './render-parts.ts';
import { respond, respondPlain } from './respond.ts';
import { channelSettings, chooseSetting } from './settings-command.ts';

/** A press of one of our buttons or menus, of this process or of one before a restart. */
export async function handleComponent(
  context: Context,
  interaction: ButtonInteraction | StringSelectMenuInteraction,
): Promise<void> {
  const action = decodeAction(interaction.customId);
  const said = phrases(languageOf(interaction.locale, context.fallbackLanguage));
  if (action === undefined) {
    await respondPlain(context, interaction, said.askAgain);
    return;
  }
  switch (action.kind) {
    case 'page':
    case 'language':
    case 'share':
      return turn(context, interaction, action);
    case 'sources':
      return sources(context, interaction, action.ask, action.leaf);
    case 'details':
      return card(context, interaction, action.ask, undefined, 0, false);
    case 'card':
      return card(context, interaction, action.ask, action.consultation, action.leaf, true);
    case 'open':
      return card(context, interaction, action.ask, chosen(interaction), 0, false);
    case 'timeline':
      return timeline(context, interaction, action.ask, action.leaf);
    case 'suggestion':
      return askOffered(context, interaction, action.ask, 'suggestions', Number(chosen(interaction)), action.page);
    case 'choice':
      return askOffered(context, interaction, action.ask, 'choices', action.index, 1);
    case 'feedback':
      return showFeedbackForm(context, interaction, action.ask);
    case 'part':
      // Shown disabled, so that nobody presses it; whoever does all the same sees nothing change.
      await interaction.deferUpdate();
      return;
    case 'help':
      return help(context, interaction);
    case 'forget':
      return action.sure ? forget(context, interaction) : askToForget(context, interaction);
    case 'setting':
      return chooseSetting(context, interaction, action.setting, chosen(interaction) ?? '');
    case 'unsubscribe':
      return unsubscribeButton(context, interaction, action.subscription);
  }
}

async function turn(
  context: Context,
  interaction: MessageComponentInteraction,
  action: Extract<Action, { kind: 'page' | 'language' | 'share' }>,
): Promise<void> {
  const shown = action.kind === 'share' ? undefined : action.version;
  const pressed = await context.conversations.press(
    action.ask,
    {
      view: 'answer',
      ...(action.kind === 'language' ? { language: action.language } : { page: action.page }),
    },
    { actor: interaction.user.id, shown },
  );
  if (pressed.kind !== 'answer') return excuse(context, interaction, pressed);
  const { answer } = pressed;
  const said = phrases(answer.language);
  const seenAlone = interaction.message.flags.has('Ephemeral');
  // The asker turns their own pages in place; others get a copy, so that nobody's answer moves under their eyes.
  const update = action.kind !== 'share' && (seenAlone || (action.kind === 'page' && ownMessage(interaction)));
  const isPrivate = action.kind === 'share' ? false : !update || seenAlone;
  const body = renderAnswer(answer, {
    leaf: action.kind === 'language' ? 0 : action.leaf,
    private: isPrivate,
    changed: pressed.changed,
    titleOf: titlesOf(context.desk(), answer.language),
    pages: context.pages,
    ...(action.kind === 'share' ? { lead: said.sharedBy(`<@${interaction.user.id}>`) } : questionAbove(interaction)),
  });
  const plain = () => renderPlain(answer)[0] ?? '';
  const show = () => respond(context, interaction, body, { private: isPrivate, update, plain });
  if (action.kind !== 'share') return show();
  // However often it is pressed, on whichever page: once a person, channel and answer.
  const key = `discord:share:${interaction.user.id}:${interaction.channelId}:${answer.id}`;
  const isShared = await context.effects.once(key, async () => {
    await show();
    return interaction.replied;
  });
  if (!isShared) await respondPlain(context, interaction, said.sharedAlready);
}

async function sources(context: Context, interaction: MessageComponentInteraction, ask: string, leaf: number) {
  const page = pageShown(interaction);
  const pressed = await context.conversations.press(
    ask,
    { view: 'sources', ...(page === undefined ? {} : { page }) },
    { actor: interaction.user.id },
  );
  if (pressed.kind !== 'answer') return excuse(context, interaction, pressed);
  const plain = () => renderPlain(pressed.answer)[0] ?? '';
  await show(context, interaction, renderSources(pressed.answer, leaf), plain, inPlace(interaction));
}

async function card(
  context: Context,
  interaction: MessageComponentInteraction,
  ask: string,
  consultation: string | undefined,
  leaf: number,
  turned: boolean,
) {
  const pressed = await context.conversations.press(
    ask,
    { view: 'card', ...(consultation === undefined ? {} : { consultation }) },
    { actor: interaction.user.id },
  );
  if (pressed.kind !== 'card') return excuse(context, interaction, pressed);
  const body = renderCard(pressed.card, ask, pressed.answer.language, leaf);
  await show(context, interaction, body, () => pressed.card.title, turned);
}

async function timeline(context: Context, interaction: MessageComponentInteraction, ask: string, leaf: number) {
  const pressed = await context.conversations.press(ask, { view: 'timeline' }, { actor: interaction.user.id });
  if (pressed.kind !== 'timeline') return excuse(context, interaction, pressed);
  const body = renderTimeline(pressed.timeline, ask, leaf, context.pages);
  if (inPlace(interaction)) {
    // The picture of the first leaf stays where it is.
    await show(context, interaction, body, () => pressed.timeline.title, true);
    return;
  }
  await respondWithPicture(context, interaction, body, pressed.timeline, true);
}

/** Help, in the language of whoever pressed. */
async function help(context: Context, interaction: MessageComponentInteraction): Promise<void> {
  const started = performance.now();
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

/** A suggestion or a reading chosen is a question of its own, in the same conversation. */
async function askOffered(
  context: Context,
  interaction: MessageComponentInteraction,
  ask: string,
  from: 'suggestions' | 'choices',
  index: number,
  page: number,
): Promise<void> {
  const started = performance.now();
  const text = await context.conversations.offered(ask, { from, index, page });
  if (text === undefined) return excuse(context, interaction, { kind: 'expired' });
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
    private: seenAlone || !ownMessage(interaction),
    question: text,
  });
}

async function show(
  context: Context,
  interaction: MessageComponentInteraction,
  body: ReturnType<typeof renderSources>,
  plain: () => string,
  update: boolean,
): Promise<void> {
  await respond(context, interaction, body, { private: true, update, plain });
}

async function excuse(context: Context, interaction: MessageComponentInteraction, pressed: Pressed): Promise<void> {
  const said = phrases(
    pressed.kind === 'nothing' ? pressed.language : languageOf(interaction.locale, context.fallbackLanguage),
  );
  await respondPlain(context, interaction, pressed.kind === 'nothing' ? said.nothingThere : said.askAgain);
}

function chosen(interaction: ButtonInteraction | StringSelectMenuInteraction): string | undefined {
  return interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
}

/** Whether the presser is the one whose question this message answers; in private there is nobody else. */
function ownMessage(interaction: MessageComponentInteraction): boolean {
  if (interaction.guildId === null) return true;
  const asker = interaction.message.interactionMetadata?.user.id ?? interaction.message.mentions.repliedUser?.id;
  return asker === interaction.user.id;
}

/** A part of sources or a timeline is turned in place by whoever sees it alone or asked for it; an answer never is. */
function inPlace(interaction: MessageComponentInteraction): boolean {
  const answer = actionsOn(interaction.message).some((action) => action.kind === 'feedback');
  return !answer && (interaction.message.flags.has('Ephemeral') || ownMessage(interaction));
}

/** The page of the answer that a button hangs on, read from its other buttons; `undefined` for the first. */
function pageShown(interaction: MessageComponentInteraction): number | undefined {
  for (const action of actionsOn(interaction.message)) {
    if (action.kind === 'share' || action.kind === 'suggestion') return action.page;
  }
  return undefined;
}

/** The line above the answer stays when its page or language turns. */
function questionAbove(interaction: MessageComponentInteraction): { question?: string } {
  const name = interaction.message.embeds[0]?.author?.name;
  return name === undefined ? {} : { question: name };
}
