import type { App, BlockAction, types } from '@slack/bolt';
import type { ChannelSettings } from '../../src/store/index.ts';
import type { Language } from '../../src/text/index.ts';
import { digestTexts } from '../chat/digest-texts.ts';
import { DEFAULT, SETTINGS, type SettingField, settingFields, settingsPhrases, withSetting } from '../chat/settings.ts';
import { nameOf } from './digest-command.ts';
import { ZONE } from './digest-modal.ts';
import { slackPhrases } from './phrases.ts';
import { plainText } from './render-blocks.ts';
import { isIn } from './rights.ts';
import { languageOf, logFault, type Scene, type Service, say, workspaceOf } from './service.ts';
import { escapeText } from './text.ts';
import { chosenValue, input, modal, option, select } from './views.ts';

export const SETTINGS_VIEW = 'kyogi.settings.view';
/** Buttons that open the form: for one channel, which is the button's value; and for a channel to be chosen in it. */
export const SETTINGS_ACTIONS = { open: 'kyogi.settings.open', choose: 'kyogi.settings.choose' } as const;
const CHANNEL = 'kyogi.settings.channel';

const PLACE = {
  visibleByDefault: {
    ja: '標準：コマンドは本人だけ、メンションは全員',
    en: 'Default: commands to the asker only, mentions to everyone',
  },
  zoneByDefault: { ja: '質問する人のSlackのタイムゾーン', en: 'The asker’s time zone in Slack' },
  // The list is loaded while somebody types.
  zones: [],
} as const;

/** With `choosing` the channel is chosen in the form; `home`: the direct messages that the Home tab, where it was opened, belongs to. */
type Opened = { readonly choosing?: boolean; readonly home?: string | undefined };

/** The settings of a channel in words and choices. */
export async function settingsOf(
  service: Service,
  scene: Pick<Scene, 'team' | 'channel'>,
  language: Language,
): Promise<readonly SettingField[]> {
  return settingFields(await service.settings.load(scene.team, scene.channel), PLACE, language);
}

/** Opens the settings of the scene's channel. @throws when Slack will not open it. */
export async function openSettings(
  service: Service,
  scene: Scene & { readonly triggerId: string },
  language: Language,
  opened: Opened = {},
): Promise<void> {
  const view = await settingsView(service, scene, language, opened);
  await scene.client.views.open({ trigger_id: scene.triggerId, view });
}

async function settingsView(
  service: Service,
  scene: Pick<Scene, 'team' | 'channel'>,
  language: Language,
  { choosing = false, home }: Opened,
): Promise<types.ModalView> {
  const said = slackPhrases(language);
  const known = scene.channel === '' ? [] : await settingsOf(service, scene, language);
  // Who sees an answer in direct messages is no question.
  const fields = known.filter(({ setting }) => setting !== 'visibility' || !scene.channel.startsWith('D'));
  return modal(
    SETTINGS_VIEW,
    { title: said.settingsTitle, submit: said.save, close: said.cancel },
    [...(choosing ? [channelSelect(language)] : []), ...fields.map((field) => fieldInput(field, scene.channel))],
    // Where it was opened is where the change is shown.
    [scene.channel, ...(home === undefined ? [] : [home])].join('|'),
  );
}

function channelSelect(language: Language): types.KnownBlock {
  return {
    ...input('channel', digestTexts(language).elsewhere, {
      type: 'conversations_select',
      action_id: CHANNEL,
      filter: { include: ['public', 'private'], exclude_bot_users: true },
    }),
    dispatch_action: true,
  };
}

/** Slack keeps what was chosen in a block of the same id: a form for another channel has others. */
const blockOf = (setting: string, channel: string) => `${setting}:${channel}`;

function fieldInput({ setting, label, options, value }: SettingField, channel: string): types.KnownBlock {
  const block = blockOf(setting, channel);
  if (setting !== 'zone') return input(block, label, select(setting, options, value));
  const zone: types.ExternalSelect = {
    type: 'external_select',
    action_id: ZONE,
    min_query_length: 0,
    placeholder: plainText(options[0]?.text ?? ''),
    ...(value === DEFAULT ? {} : { initial_option: option({ text: value, value }) }),
  };
  return input(block, label, zone, { optional: true });
}

/** The form's listeners and the buttons that open it; `refreshHome` shows what changed in the Home tab. */
export function listenToSettings(app: App, service: Service, refreshHome: (scene: Scene) => Promise<void>): void {
  for (const [how, id] of Object.entries(SETTINGS_ACTIONS)) {
    app.action<BlockAction>(id, async ({ ack, action, client, context, body }) => {
      await ack();
      const channel = 'value' in action && typeof action.value === 'string' ? action.value : '';
      const scene = {
        client,
        team: workspaceOf(context, body),
        channel: how === 'choose' ? '' : channel,
        user: body.user.id,
        triggerId: body.trigger_id,
      };
      try {
        await openSettings(service, scene, await languageOf(service, scene), {
          choosing: how === 'choose',
          home: channel,
        });
      } catch (error) {
        logFault(service, error, 'The settings could not be opened.');
      }
    });
  }

  app.action<BlockAction>(CHANNEL, async ({ ack, action, client, context, body }) => {
    await ack();
    const channel = 'selected_conversation' in action ? String(action.selected_conversation ?? '') : '';
    const scene = { client, team: workspaceOf(context, body), channel, user: body.user.id };
    if (body.view === undefined || channel === '') return;
    const [, home] = body.view.private_metadata.split('|');
    try {
      const view = await settingsView(service, scene, await languageOf(service, scene), {
        choosing: true,
        home,
      });
      await client.views.update({ view_id: body.view.id, hash: body.view.hash, view });
    } catch (error) {
      logFault(service, error, 'The settings of a channel could not be shown.');
    }
  });

  app.view(SETTINGS_VIEW, async ({ ack, view, body, client, context }) => {
    await ack();
    const { values } = view.state;
    const [opened = '', home] = view.private_metadata.split('|');
    const channel = chosenValue(values, 'channel') ?? opened;
    // Submitted before the settings of the channel chosen were there.
    if (!Object.hasOwn(values, blockOf('language', channel))) return;
    const scene = { client, team: workspaceOf(context, body), channel, user: body.user.id };
    const language = await languageOf(service, scene);
    const said = settingsPhrases(language);
    const direct = channel.startsWith('D');
    const target = direct
      ? ({ to: 'channel', channel } as const)
      : ({ to: 'person', channel, user: scene.user } as const);
    try {
      // The form was opened for that channel; whoever has left it since, or made the form up, changes nothing.
      if ((await isIn(scene, channel)) === false)
        return await say(service, client, target, slackPhrases(language).faults.restricted);
      const chosen = SETTINGS.map(
        (setting) => [setting, chosenValue(values, blockOf(setting, channel)) ?? DEFAULT] as const,
      );
      const settings = chosen.reduce<ChannelSettings>(
        (before, [setting, value]) => withSetting(before, setting, value) ?? before,
        await service.settings.load(scene.team, channel),
      );
      await service.settings.save(scene.team, channel, settings);
      if (home !== undefined) await refreshHome({ ...scene, channel: home });
      await say(service, client, target, said.saved);
      if (direct) return;
      const who = escapeText(slackPhrases(language).settingsChangedBy(nameOf(body.user)));
      await say(service, client, { to: 'channel', channel }, who);
    } catch (error) {
      service.log.error({ err: error }, 'Channel settings could not be saved.');
      await say(service, client, target, said.failed);
    }
  });
}
