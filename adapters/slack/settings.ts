import type { App } from '@slack/bolt';
import type { Language } from '../../src/text/language.ts';
import { nameOf } from './digest-command.ts';
import { slackPhrases } from './phrases.ts';
import { isIn } from './rights.ts';
import { languageOf, type Scene, type Service, say, workspaceOf } from './service.ts';
import { escapeText } from './text.ts';
import { chosenValue, input, modal, select } from './views.ts';

export const SETTINGS_VIEW = 'kyogi.settings.view';

/** Opens the settings of the channel that the command was given in. @throws when Slack will not open it. */
export async function openSettings(
  service: Service,
  scene: Scene & { readonly triggerId: string },
  language: Language,
): Promise<void> {
  const said = slackPhrases(language);
  const now = await service.settings.load(scene.team, scene.channel);
  const view = modal(
    SETTINGS_VIEW,
    { title: said.settingsTitle, submit: said.save, close: said.digestCancel },
    [
      input(
        'visibility',
        said.settingsVisibility,
        select(
          'visibility',
          [
            { value: 'default', text: said.settingsDefault },
            { value: 'public', text: said.settingsPublic },
            { value: 'private', text: said.settingsPrivate },
          ],
          now.visibility ?? 'default',
        ),
      ),
      input(
        'language',
        said.settingsLanguage,
        select(
          'language',
          [
            { value: 'auto', text: said.settingsLanguageAuto },
            { value: 'ja', text: '日本語' },
            { value: 'en', text: 'English' },
          ],
          now.language ?? 'auto',
        ),
      ),
    ],
    scene.channel,
  );
  await scene.client.views.open({ trigger_id: scene.triggerId, view });
}

export function listenToSettings(app: App, service: Service): void {
  app.view(SETTINGS_VIEW, async ({ ack, view, body, client, context }) => {
    await ack();
    const scene = { client, team: workspaceOf(context, body), channel: view.private_metadata, user: body.user.id };
    const visibility = chosenValue(view.state.values, 'visibility');
    const language = chosenValue(view.state.values, 'language');
    const said = slackPhrases(await languageOf(service, scene));
    const target = { to: 'person', channel: scene.channel, user: scene.user } as const;
    try {
      // The command was given in that channel; whoever has left it since, or made the form up, changes nothing.
      if ((await isIn(scene, scene.channel)) === false)
        return await say(service, client, target, said.faults.restricted);
      await service.settings.save(scene.team, scene.channel, {
        ...(visibility === 'public' || visibility === 'private' ? { visibility } : {}),
        ...(language === 'ja' || language === 'en' ? { language } : {}),
      });
      await say(service, client, target, said.settingsSaved);
      const who = escapeText(said.settingsChangedBy(nameOf(body.user)));
      await say(service, client, { to: 'channel', channel: scene.channel }, who);
    } catch (error) {
      service.config.log.error({ err: error }, 'Channel settings could not be saved.');
      await say(service, client, target, said.faults.unknown);
    }
  });
}
