import { type ChatInputCommandInteraction, MessageFlags } from 'discord.js';
import type { Suggestion } from '../../src/answer/index.ts';
import { phrases } from '../../src/conversation/index.ts';
import type { DigestOrder, DigestPlace, ListedSubscription } from '../../src/digest/index.ts';
import type { Language } from '../../src/text/index.ts';
import { changeDigest } from '../chat/digest-changes.ts';
import { chosenOrder } from '../chat/digest-fields.ts';
import { digestTexts } from '../chat/digest-texts.ts';
import { type DigestVerb, digestVerb } from '../chat/digest-verbs.ts';
import { splitText } from '../chat/pack.ts';
import { digestCommandName } from './commands.ts';
import { type Context, isOurs, languageOf } from './context.ts';
import { changerOf, managesServer, seesChosen, tellChannel } from './digest-rights.ts';
import { picturesOf, withoutMissing } from './digests.ts';
import { factsOf, faultOf } from './faults.ts';
import { typedFilters } from './filters.ts';
import { clip, LIMITS } from './limits.ts';
import { escapeMarkdown } from './markdown.ts';
import { patiently } from './patience.ts';
import { turnOf } from './pictures.ts';
import { type PermissionName, permissionNames } from './refusals.ts';
import { type DigestMessage, renderDigests } from './render-digest.ts';
import { respondPlain } from './respond.ts';
import { missingFrom, missingTo } from './where.ts';

/** What only looks; every other subcommand changes something. */
const looks = new Set<DigestVerb>(['list', 'preview']);

/** `/alliance-digest …`: every answer is for the person who gave the command alone. */
export async function digestCommand(context: Context, interaction: ChatInputCommandInteraction): Promise<void> {
  const language = languageOf(interaction.locale, context.fallbackLanguage);
  const said = phrases(language);
  const texts = digestTexts(language);
  const { digests } = context;
  const channel = interaction.options.getChannel('channel');
  const place = placeOf(interaction.guildId, channel?.id ?? interaction.channelId);
  if (digests === undefined || place === undefined) {
    await respondPlain(context, interaction, said.digestsOnlyInServers);
    return;
  }
  const verb = digestVerb(interaction.options.getSubcommand());
  if (verb === undefined || (!looks.has(verb) && !(await isOurs(context, interaction)))) return;
  const id = interaction.options.getString('subscription')?.trim() || undefined;
  const tell = (text: string) => respondPlain(context, interaction, text);
  if (!seesChosen(interaction)) return await tell(said.channelUnseen);
  const voice = { language, command: digestCommandName(language, interaction.commandId), literal: escapeMarkdown };
  try {
    switch (verb) {
      case 'subscribe': {
        if (!managesServer(interaction)) return await tell(said.notAllowed);
        const missing = missingAt(interaction);
        if (missing.length > 0) {
          return await tell(said.cannotPostThere(`<#${place.channel}>`, permissionNames(missing, language)));
        }
        const order = orderOf(interaction, language);
        const { zone } = await context.settings.load(place.workspace, place.channel);
        const result = await digests.subscribe(place, interaction.user.id, { ...order, zone: order.zone ?? zone });
        if (!result.ok) return await tell(escapeMarkdown(result.fault.message[language]));
        await tell(texts.subscribed(`<#${place.channel}>`, escapeMarkdown(result.value.describe(language))));
        return await tellChannel(context, interaction, 'subscribe', result.value);
      }
      case 'list': {
        const listed = managesServer(interaction) ? await listServer(context, place) : await digests.list(place);
        return await tell(listed.length === 0 ? texts.none(voice.command) : listLines(listed, language));
      }
      case 'preview':
        return await preview(context, interaction, place, id, language);
      default: {
        const asked = { change: verb, place, id, order: orderOf(interaction, language) };
        const reply = await changeDigest(digests, voice, asked, changerOf(interaction));
        await tell(reply.choices.length === 0 ? reply.text : `${reply.text}\n${listLines(reply.choices, language)}`);
        if (reply.changed?.isNew) await tellChannel(context, interaction, verb, reply.changed.listed);
        return;
      }
    }
  } catch (error) {
    context.log.error(factsOf(error), 'A digest command failed.');
    await tell(said.failed);
  }
}

/** Subscriptions of the channel as completions; none when the store fails. */
export async function subscriptionChoices(
  context: Context,
  guild: string | null,
  channel: string | null,
  language: Language,
): Promise<readonly Suggestion[]> {
  const place = placeOf(guild, channel);
  if (context.digests === undefined || place === undefined) return [];
  try {
    const listed = await context.digests.list(place);
    return listed.map((each) => ({ label: each.describe(language), value: each.subscription.id }));
  } catch (error) {
    context.log.warn(factsOf(error), 'Subscriptions could not be listed.');
    return [];
  }
}

/** The channel of a command as the digest service names it; `undefined` outside a server. */
export function placeOf(guild: string | null, channel: string | null): DigestPlace | undefined {
  return guild === null || channel === null ? undefined : { platform: 'discord', workspace: guild, channel };
}

async function preview(
  context: Context,
  interaction: ChatInputCommandInteraction,
  place: DigestPlace,
  id: string | undefined,
  language: Language,
): Promise<void> {
  const result = await context.digests?.preview(place, orderOf(interaction, language), id);
  if (result === undefined || !result.ok) {
    await respondPlain(context, interaction, escapeMarkdown(result?.fault.message[language] ?? ''));
    return;
  }
  const messages = renderDigests(result.value);
  try {
    // Pictures take longer than a first response may: this is the one answer that says first that it is coming.
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    for (const [index, message] of messages.entries()) await showPreview(context, interaction, message, index === 0);
  } catch (error) {
    context.log.warn({ ...factsOf(error), fault: faultOf(error) }, 'A digest preview could not be shown.');
    if (!interaction.deferred) return;
    await interaction.editReply({ content: phrases(language).notTaken }).catch((last: unknown) => {
      context.log.error(factsOf(last), 'Nothing at all could be said to an asker.');
    });
  }
}

/** One message of a preview: without its pictures where Discord takes no files. */
async function showPreview(
  context: Context,
  interaction: ChatInputCommandInteraction,
  message: DigestMessage,
  isFirst: boolean,
): Promise<void> {
  const { files, attachments } = await picturesOf(message, turnOf(interaction), context.log);
  const show = async (shown: typeof files) => {
    const body = {
      embeds: [...withoutMissing(message, shown).embeds],
      files: shown.map((file, n) => ({
        name: file.name,
        // `picturesOf` makes buffers only.
        attachment: file.data as Buffer,
        description: attachments[n]?.description ?? '',
      })),
    };
    // An edit is one however often it is tried, and the token is good for fifteen minutes.
    if (isFirst) await patiently(context, () => interaction.editReply(body), { same: true });
    else await interaction.followUp({ ...body, flags: MessageFlags.Ephemeral });
  };
  try {
    await show(files);
  } catch (error) {
    if (faultOf(error) !== 'file' || files.length === 0) throw error;
    await show([]);
  }
}

function orderOf(interaction: ChatInputCommandInteraction, reader: Language): DigestOrder {
  const { options } = interaction;
  const filters = typedFilters(interaction);
  const filtered = Object.values(filters).some((names) => names !== undefined && names.length > 0);
  return {
    time: options.getString('time')?.trim() || undefined,
    zone: options.getString('zone')?.trim() || undefined,
    ...chosenOrder({
      rhythm: options.getString('rhythm'),
      language: options.getString('language'),
      quietDays: options.getString('quiet'),
    }),
    reader,
    backfillDays: options.getInteger('backfill') ?? undefined,
    filters: filtered ? filters : undefined,
  };
}

/** What a digest lacks there. Checked before anything is saved: a subscription that cannot be delivered is a trap. */
function missingAt(interaction: ChatInputCommandInteraction): readonly PermissionName[] {
  const chosen = interaction.options.getChannel('channel');
  if (chosen === null || chosen.id === interaction.channelId) {
    return missingFrom(interaction.appPermissions.bitfield, interaction.channel?.isThread() ?? false);
  }
  return 'guild' in chosen && chosen.isTextBased() ? (missingTo(chosen) ?? []) : [];
}

/** Every channel's subscriptions of a server. */
async function listServer(context: Context, place: DigestPlace): Promise<readonly ListedSubscription[]> {
  const all = await context.store.listSubscriptions({ platform: 'discord', workspace: place.workspace });
  const channels = [...new Set(all.map((each) => each.channel))];
  const lists = await Promise.all(channels.map((channel) => context.digests?.list({ ...place, channel }) ?? []));
  return lists.flat();
}

function listLines(listed: readonly ListedSubscription[], language: Language): string {
  const lines = listed.map(
    (each) => `• <#${each.subscription.channel}> ${escapeMarkdown(clip(each.describe(language), 300))}`,
  );
  return splitText(lines.join('\n'), (piece) => piece.length <= LIMITS.content)[0] ?? '';
}
