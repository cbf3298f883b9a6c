import {
  type ChatInputCommandInteraction,
  ComponentType,
  type Interaction,
  type MessageComponentInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import type { ChannelSettings } from '../../src/store/index.ts';
import type { Language } from '../../src/text/index.ts';
import { encodeAction } from '../chat/actions.ts';
import {
  SETTINGS,
  type Setting,
  type SettingField,
  serviceZone,
  settingFields,
  settingsPhrases,
  withSetting,
} from '../chat/settings.ts';
import { zonesLike } from '../chat/zones.ts';
import { type Row, row } from './components.ts';
import { type Context, isOurs, languageOf } from './context.ts';
import { factsOf } from './faults.ts';
import { clip, LIMITS } from './limits.ts';
import type { Body } from './render.ts';
import { respond, respondPlain } from './respond.ts';

type Acting = ChatInputCommandInteraction | MessageComponentInteraction;

const VISIBLE_BY_DEFAULT = { ja: '標準（全員に表示）', en: 'Default (everyone)' } as const;

/** Where a channel is set: a thread is set by the channel that it belongs to. `undefined` outside a server. */
function placeOf(interaction: Pick<Interaction, 'guildId' | 'channelId' | 'channel'>) {
  const { guildId, channelId, channel } = interaction;
  if (guildId === null || channelId === null) return undefined;
  return { guild: guildId, channel: (channel?.isThread() ? channel.parentId : null) ?? channelId };
}

/** How the channel of an interaction or message is set; the defaults outside a server. */
export async function channelSettings(
  context: Context,
  where: Pick<Interaction, 'guildId' | 'channelId' | 'channel'>,
): Promise<ChannelSettings> {
  const place = placeOf(where);
  return place === undefined ? {} : context.settings.load(place.guild, place.channel);
}

/** `/alliance-settings visibility language zone`: sets what was given, and shows all with a menu for each, to the person alone. */
export async function settingsCommand(context: Context, interaction: ChatInputCommandInteraction): Promise<void> {
  const given = SETTINGS.flatMap((setting) => {
    const value = interaction.options.getString(setting)?.trim();
    return value ? [[setting, value] as const] : [];
  });
  await change(context, interaction, given);
}

/** A choice in one of the menus. */
export async function chooseSetting(
  context: Context,
  interaction: MessageComponentInteraction,
  setting: Setting,
  value: string,
): Promise<void> {
  await change(context, interaction, [[setting, value]]);
}

async function change(
  context: Context,
  interaction: Acting,
  given: readonly (readonly [Setting, string])[],
): Promise<void> {
  const language = languageOf(interaction.locale, context.fallbackLanguage);
  const said = settingsPhrases(language);
  const place = placeOf(interaction);
  if (place === undefined) return respondPlain(context, interaction, said.onlyInServers);
  // Whoever kept the menus open may have lost the right since.
  if (!maySet(interaction)) return respondPlain(context, interaction, said.notAllowed);
  let settings = await context.settings.load(place.guild, place.channel);
  for (const [setting, value] of given) {
    const changed = withSetting(settings, setting, value);
    if (changed === undefined) return respondPlain(context, interaction, said.zoneUnknown);
    settings = changed;
  }
  if (given.length > 0) {
    if (!(await isOurs(context, interaction))) return;
    try {
      await context.settings.save(place.guild, place.channel, settings);
    } catch (error) {
      context.log.error(factsOf(error), 'Channel settings could not be saved.');
      return respondPlain(context, interaction, said.failed);
    }
  }
  const body = panel(context, settings, `<#${place.channel}>`, language, given.length > 0);
  await respond(context, interaction, body, {
    private: true,
    update: interaction.isMessageComponent(),
    plain: () => body.content,
  });
}

/** Whether Discord says that the person may manage the channel or the server, in this very interaction. */
function maySet({ memberPermissions }: Acting): boolean {
  return memberPermissions?.any([PermissionFlagsBits.ManageChannels, PermissionFlagsBits.ManageGuild]) === true;
}

function panel(
  context: Context,
  settings: ChannelSettings,
  channel: string,
  language: Language,
  changed: boolean,
): Body {
  const said = settingsPhrases(language);
  const fields = settingFields(
    settings,
    {
      visibleByDefault: VISIBLE_BY_DEFAULT,
      zoneByDefault: serviceZone(context.zone),
      // With the default there must be room for the one in force.
      zones: zonesLike('', context.zone).slice(0, LIMITS.selectOptions - 2),
    },
    language,
  );
  const lines = fields.map(({ label, shown }) => `• ${said.line(label, shown)}`);
  const notes = [...(changed ? [said.saved] : []), said.atOnce, said.mentionsArePublic];
  return {
    content: [`**${said.title(channel)}**`, ...lines, ...notes.map((note) => `-# ${note}`)].join('\n'),
    embeds: [],
    components: fields.map((field) => menuOf(field, said.line)).filter((each) => each !== undefined),
  };
}

function menuOf(
  { setting, label, options, value }: SettingField,
  line: (label: string, shown: string) => string,
): Row | undefined {
  return row([
    {
      type: ComponentType.StringSelect,
      custom_id: encodeAction({ kind: 'setting', setting }, LIMITS.customId) ?? '',
      placeholder: clip(label, LIMITS.selectPlaceholder),
      options: options.slice(0, LIMITS.selectOptions).map((option) => ({
        label: clip(line(label, option.text), LIMITS.selectLabel),
        value: option.value,
        default: option.value === value,
      })),
    },
  ]);
}
