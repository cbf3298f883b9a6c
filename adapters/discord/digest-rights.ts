import {
  type ChatInputCommandInteraction,
  type MessageComponentInteraction,
  MessageFlags,
  PermissionFlagsBits,
  Routes,
} from 'discord.js';
import type { ListedSubscription } from '../../src/digest/index.ts';
import { type Change, type Changer, changeNotice } from '../../src/digest/index.ts';
import { type Context, languageOf } from './context.ts';
import { factsOf } from './faults.ts';
import { escapeMarkdown } from './markdown.ts';

type Acting = ChatInputCommandInteraction | MessageComponentInteraction;

/** Whether Discord says that the person may manage the server, in this very interaction. */
export function managesServer({ memberPermissions }: Acting): boolean {
  return memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true;
}

/** Who changes a digest: besides whoever subscribed, those who manage the server. */
export function changerOf(interaction: Acting): Changer {
  return { person: interaction.user.id, manages: async () => managesServer(interaction) };
}

/** Whether the person sees the channel chosen for a command; the one it is given in they do. */
export function seesChosen(interaction: ChatInputCommandInteraction): boolean {
  const chosen = interaction.options.getChannel('channel');
  if (chosen === null || chosen.id === interaction.channelId) return true;
  if ('permissionsFor' in chosen) {
    const allowed = chosen.permissionsFor(interaction.user.id) ?? interaction.memberPermissions;
    return allowed?.has(PermissionFlagsBits.ViewChannel) === true;
  }
  // Not in our memory: what Discord resolved says what the person may do there.
  const bits = BigInt(chosen.permissions ?? '0');
  return (bits & (PermissionFlagsBits.ViewChannel | PermissionFlagsBits.Administrator)) !== 0n;
}

/** Tells the channel of a digest who changed what, without a ping or a sound. Never rejects. */
export async function tellChannel(
  context: Context,
  interaction: Acting,
  change: Change,
  listed: ListedSubscription,
): Promise<void> {
  const language = languageOf(interaction.guildLocale ?? undefined, context.fallbackLanguage);
  try {
    await interaction.client.rest.post(Routes.channelMessages(listed.subscription.channel), {
      body: {
        content: changeNotice(change, `<@${interaction.user.id}>`, literal(listed), language),
        allowed_mentions: { parse: [] },
        flags: MessageFlags.SuppressNotifications,
      },
    });
  } catch (error) {
    context.log.warn(factsOf(error), 'A channel could not be told of a change to its digest.');
  }
}

/** The same, its line as Discord shows it literally: names on record are data. */
function literal(listed: ListedSubscription): ListedSubscription {
  return { ...listed, name: (language) => escapeMarkdown(listed.name(language)) };
}
