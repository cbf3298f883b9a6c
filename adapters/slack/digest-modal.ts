import type { App, types, ViewSubmitAction } from '@slack/bolt';
import type { SuggestRequest } from '../../src/answer/suggest.ts';
import { changeNotice } from '../../src/digest/changes.ts';
import type { Language } from '../../src/text/language.ts';
import { within } from '../chat/within.ts';
import { zonesLike } from '../chat/zones.ts';
import { nameOf } from './digest-command.ts';
import { LIMITS } from './limits.ts';
import { slackPhrases } from './phrases.ts';
import type { Because } from './refusals.ts';
import { plainText } from './render-blocks.ts';
import { isIn } from './rights.ts';
import { isOurs, languageOf, logFault, notice, type Scene, type Service, say, workspaceOf } from './service.ts';
import { cut, escapeText } from './text.ts';
import { chosenValue, chosenValues, input, modal, option, select, type Values } from './views.ts';

export const DIGEST_VIEW = 'kyogi.digest.view';
/** A select of time zones, here and in the settings. */
export const ZONE = 'kyogi.digest.zone';

/** Multiple choices filled in from the record as one types: block, and what it suggests. */
const filters = {
  frameworks: { actionId: 'kyogi.digest.frameworks', kind: 'framework', label: 'digestFrameworks' },
  topics: { actionId: 'kyogi.digest.topics', kind: 'topic', label: 'digestTopics' },
  people: { actionId: 'kyogi.digest.people', kind: 'person', label: 'digestPeople' },
  countries: { actionId: 'kyogi.digest.countries', kind: 'country', label: 'digestCountries' },
} as const satisfies Record<string, { actionId: string; kind: SuggestRequest['kind']; label: string }>;

const filterNames = ['frameworks', 'topics', 'people', 'countries'] as const;
const ANNOUNCE_WITHIN_MS = 1_500;
const LOOK_WITHIN_MS = 1_000;

/** Opens the subscribe form. @throws when Slack will not open it. */
export async function openDigestModal(
  service: Service,
  scene: Scene & { readonly triggerId: string },
  language: Language,
): Promise<void> {
  const view = digestView(service, language, scene.channel);
  await scene.client.views.open({ trigger_id: scene.triggerId, view });
}

export function listenToDigestModal(app: App, service: Service): void {
  for (const { actionId, kind } of Object.values(filters)) {
    app.options(actionId, async ({ ack, options, client, context, body }) => {
      // Answered from memory: Slack waits three seconds and shows nothing on failure.
      const language = await languageOf(service, { client, team: workspaceOf(context, body), user: body.user.id });
      const found = service.config.desk().suggest({ kind, typed: options.value, language, limit: LIMITS.options });
      await ack({
        options: found
          .filter(({ value }) => value.length <= LIMITS.optionText)
          .map(({ label, value }) => option({ text: label, value })),
      });
    });
  }
  app.options(ZONE, async ({ ack, options }) => {
    await ack({
      options: zonesLike(options.value, service.zone)
        .slice(0, LIMITS.options)
        .map((zone) => option({ text: zone, value: zone })),
    });
  });

  app.view<ViewSubmitAction>(DIGEST_VIEW, async ({ ack, view, body, client, context }) => {
    if (!(await isOurs(service, body.trigger_id))) return ack();
    const values: Values = view.state.values;
    const channel = chosenValue(values, 'channel') ?? '';
    const scene = { client, team: workspaceOf(context, body), channel, user: body.user.id };
    const language = await languageOf(service, scene);
    const said = slackPhrases(language);
    const refuse = (blockId: string, line: string) =>
      ack({ response_action: 'errors', errors: { [blockId]: cut(line, 150) } });
    const digests = service.config.digests;
    if (digests === undefined) return refuse('channel', said.digestFailed);

    const time = chosenValue(values, 'time') ?? '09:00';
    const zone = chosenValue(values, 'zone') ?? service.config.zone;
    const place = { platform: 'slack' as const, workspace: scene.team, channel };
    try {
      // Slack waits three seconds for the form's answer.
      if ((await within(LOOK_WITHIN_MS, isIn(scene, channel), undefined)) === false)
        return refuse('channel', said.digestElsewhere);
      const result = await digests.subscribe(place, scene.user, {
        time,
        zone,
        language: oneOf(chosenValue(values, 'language'), ['ja', 'en', 'both'] as const),
        quietDays: oneOf(chosenValue(values, 'quiet'), ['skip', 'say'] as const),
        filters: Object.fromEntries(filterNames.map((name) => [name, chosenValues(values, name)])),
      });
      if (!result.ok) return refuse(faultBlock[result.fault.code] ?? 'channel', result.fault.message[language]);
      const told = changeNotice('subscribe', nameOf(body.user), result.value.subscription, language);
      const refused = await announce(service, scene, escapeText(said.digestAnnounced(told)));
      if (refused !== undefined) {
        await digests.unsubscribe(place, result.value.subscription.id);
        return refuse('channel', said.faults[refused]);
      }
    } catch (error) {
      service.config.log.error({ err: error }, 'A subscription could not be saved.');
      return refuse('channel', said.digestFailed);
    }
    await ack();
    const line = said.digestSaved(`<#${channel}>`, time, zone);
    await say(service, client, { to: 'person', channel, user: scene.user }, line);
  });
}

const faultBlock: Readonly<Record<string, string>> = { time: 'time', zone: 'zone', filter: 'frameworks' };

/**
 * Says in the channel that a digest will come, so the people there know; a channel that we cannot post to is refused while the
 * form is still open. Resolves with what it was refused for.
 */
async function announce(service: Service, scene: Scene, text: string): Promise<Because | undefined> {
  const posted = service.poster.post(scene.client, { to: 'channel', channel: scene.channel }, [notice(text)]).then(
    () => undefined,
    (error: unknown) => logFault(service, error, 'A channel chosen for digests cannot be posted to.').because,
  );
  // Slack waits three seconds for the form's answer; a slow post goes on, and the form does not wait for it.
  return within(ANNOUNCE_WITHIN_MS, posted, undefined);
}

function digestView(service: Service, language: Language, channel: string): types.ModalView {
  const said = slackPhrases(language);
  const direct = channel.startsWith('D') || channel === '';
  const chooseChannel: types.ConversationsSelect = {
    type: 'conversations_select',
    action_id: 'channel',
    filter: { include: ['public', 'private'], exclude_bot_users: true },
    ...(direct ? {} : { initial_conversation: channel }),
  };
  const zone: types.ExternalSelect = {
    type: 'external_select',
    action_id: ZONE,
    min_query_length: 0,
    initial_option: option({ text: service.config.zone, value: service.config.zone }),
  };
  return modal(DIGEST_VIEW, { title: said.digestTitle, submit: said.digestSubmit, close: said.digestCancel }, [
    input('channel', said.digestChannel, chooseChannel),
    input('time', said.digestTime, { type: 'timepicker', action_id: 'time', initial_time: '09:00' }),
    input('zone', said.digestZone, zone),
    input(
      'language',
      said.digestLanguage,
      select(
        'language',
        [
          { value: 'ja', text: '日本語' },
          { value: 'en', text: 'English' },
          { value: 'both', text: said.digestBoth },
        ],
        language,
      ),
    ),
    ...filterNames.map((name) =>
      input(
        name,
        said[filters[name].label],
        {
          type: 'multi_external_select',
          action_id: filters[name].actionId,
          min_query_length: 0,
          placeholder: plainText(said.digestAll),
        },
        { optional: true, ...(name === 'frameworks' ? { hint: said.digestOptional } : {}) },
      ),
    ),
    input(
      'quiet',
      said.digestQuiet,
      select(
        'quiet',
        [
          { value: 'skip', text: said.digestQuietSkip },
          { value: 'say', text: said.digestQuietSay },
        ],
        'skip',
      ),
    ),
  ]);
}

function oneOf<T extends string>(value: string | undefined, allowed: readonly T[]): T | undefined {
  return allowed.find((each) => each === value);
}
