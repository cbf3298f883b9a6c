import type { App, types, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import type { DigestOrder, ListedSubscription, Subscription } from '../../src/digest/index.ts';
import { changeFor, changeNotice } from '../../src/digest/index.ts';
import { filterNames as filterNamesOf } from '../../src/knowledge/index.ts';
import type { ChannelSettings } from '../../src/store/index.ts';
import type { Language } from '../../src/text/index.ts';
import { chosenOrder, DIGEST_FIELDS, DIGEST_FILTERS, type DigestFieldName } from '../chat/digest-fields.ts';
import { digestTexts } from '../chat/digest-texts.ts';
import { within } from '../chat/within.ts';
import { zonesLike } from '../chat/zones.ts';
import { nameOf, placeOf } from './digest-command.ts';
import { LIMITS } from './limits.ts';
import { slackPhrases } from './phrases.ts';
import type { Because } from './refusals.ts';
import { plainText } from './render-blocks.ts';
import { changerIn, isIn } from './rights.ts';
import { isOurs, languageOf, logFault, notice, type Scene, type Service, say, workspaceOf } from './service.ts';
import { cut, escapeText } from './text.ts';
import { chosenValue, chosenValues, input, modal, option, select, type Values } from './views.ts';

export const DIGEST_VIEW = 'kyogi.digest.view';
/** A select of time zones, here and in the settings. */
export const ZONE = 'kyogi.digest.zone';

const filterNames = ['frameworks', 'topics', 'people', 'countries'] as const;
const filterAction = (name: (typeof filterNames)[number]) => `kyogi.digest.${name}`;
const ANNOUNCE_WITHIN_MS = 1_500;
const LOOK_WITHIN_MS = 1_000;

/** Opens the form of a new digest, or of one to be changed. @throws when Slack will not open it. */
export async function openDigestModal(
  service: Service,
  scene: Scene & { readonly triggerId: string },
  language: Language,
  changed?: ListedSubscription,
): Promise<void> {
  const usual = await service.settings.load(scene.team, scene.channel);
  const view = digestView(service, language, { channel: scene.channel, usual, now: changed?.subscription });
  await scene.client.views.open({ trigger_id: scene.triggerId, view });
}

export function listenToDigestModal(app: App, service: Service): void {
  for (const name of filterNames) {
    const { kind } = DIGEST_FILTERS[name];
    app.options(filterAction(name), async ({ ack, options, client, context, body }) => {
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
    const changed = ChangedDigest.safeParse(parseJson(view.private_metadata)).data;
    const channel = changed?.channel ?? chosenValue(values, 'channel') ?? '';
    const scene = { client, team: workspaceOf(context, body), channel, user: body.user.id };
    const language = await languageOf(service, scene);
    const said = slackPhrases(language);
    const texts = digestTexts(language);
    const firstField = changed === undefined ? 'channel' : 'rhythm';
    const refuse = (blockId: string, line: string) =>
      ack({ response_action: 'errors', errors: { [blockId]: cut(line, 150) } });
    const digests = service.config.digests;
    if (digests === undefined) return refuse(firstField, texts.failed);

    const place = placeOf(scene);
    let told: string;
    try {
      // Slack waits three seconds for the form's answer.
      const isThere = await within(LOOK_WITHIN_MS, isIn(scene, channel), undefined);
      if (isThere === false) return refuse(firstField, texts.elsewhere);
      const order = orderIn(values, language, changed === undefined ? service.config.zone : undefined);
      const result =
        changed === undefined
          ? await digests.subscribe(place, scene.user, order)
          : await changeFor(
              digests,
              { change: 'change', place, id: changed.id, order },
              changerIn(scene, channel, isThere),
            );
      if (!result.ok) return refuse(faultBlock[result.fault.code] ?? firstField, result.fault.message[language]);
      const listed = 'listed' in result.value ? result.value.listed : result.value;
      const notice = changeNotice(changed === undefined ? 'subscribe' : 'change', nameOf(body.user), listed, language);
      const refused = await announce(service, scene, escapeText(notice));
      if (refused !== undefined && changed === undefined) {
        await digests.unsubscribe(place, listed.subscription.id);
        return refuse(firstField, said.faults[refused]);
      }
      const which = escapeText(listed.describe(language));
      told = changed === undefined ? texts.subscribed(`<#${channel}>`, which) : texts.changed(which);
    } catch (error) {
      service.config.log.error({ err: error }, 'A subscription could not be saved.');
      return refuse(firstField, texts.failed);
    }
    await ack();
    await say(service, client, { to: 'person', channel, user: scene.user }, told);
  });
}

/** What the form was opened for, where that is a digest there is. */
const ChangedDigest = z.strictObject({ id: z.string(), channel: z.string() });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function orderIn(values: Values, reader: Language, zone: string | undefined): DigestOrder {
  return {
    time: chosenValue(values, 'time'),
    zone: chosenValue(values, 'zone') ?? zone,
    ...chosenOrder({
      rhythm: chosenValue(values, 'rhythm'),
      language: chosenValue(values, 'language'),
      quietDays: chosenValue(values, 'quiet'),
    }),
    reader,
    filters: Object.fromEntries(filterNames.map((name) => [name, chosenValues(values, name)])),
  };
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

/** The form; of a digest to be changed it holds what is set now, and its channel stays. */
function digestView(
  service: Service,
  language: Language,
  { channel, usual, now }: { channel: string; usual: ChannelSettings; now: Subscription | undefined },
): types.ModalView {
  const said = digestTexts(language);
  const direct = channel.startsWith('D') || channel === '';
  const chooseChannel: types.ConversationsSelect = {
    type: 'conversations_select',
    action_id: 'channel',
    filter: { include: ['public', 'private'], exclude_bot_users: true },
    ...(direct ? {} : { initial_conversation: channel }),
  };
  const zoneNow = now?.zone ?? usual.zone ?? service.zone;
  const zone: types.ExternalSelect = {
    type: 'external_select',
    action_id: ZONE,
    min_query_length: 0,
    initial_option: option({ text: zoneNow, value: zoneNow }),
  };
  const choice = (name: DigestFieldName, blockId: string, initial: string) => {
    const { label, choices } = DIGEST_FIELDS[name];
    const options = choices.map(({ value, label: text }) => ({ value, text: text[language] }));
    return input(blockId, label[language], select(blockId, options, initial));
  };
  const { save, cancel } = slackPhrases(language);
  const labels = { title: said.title, submit: save, close: cancel };
  const metadata = now === undefined ? '' : JSON.stringify({ id: now.id, channel: now.channel });
  return modal(
    DIGEST_VIEW,
    labels,
    [
      ...(now === undefined ? [input('channel', said.channel, chooseChannel)] : []),
      choice('rhythm', 'rhythm', now?.rhythm ?? 'daily'),
      input('time', said.time, { type: 'timepicker', action_id: 'time', initial_time: now?.time ?? '09:00' }),
      input('zone', said.zone, zone),
      choice('language', 'language', now?.language ?? usual.language ?? language),
      ...filterNames.map((name) => filterInput(service, name, now?.filters[name] ?? [], language)),
      choice('quietDays', 'quiet', now?.quietDays ?? 'skip'),
    ],
    metadata,
  );
}

function filterInput(
  service: Service,
  name: (typeof filterNames)[number],
  chosen: readonly string[],
  language: Language,
): types.InputBlock {
  const said = digestTexts(language);
  const names = filterNamesOf(service.config.desk().knowledge(), { [name]: chosen }, language);
  const initial = chosen.map((value, at) => option({ text: names[at] ?? value, value }));
  const element: types.MultiExternalSelect = {
    type: 'multi_external_select',
    action_id: filterAction(name),
    min_query_length: 0,
    placeholder: plainText(said.all),
    ...(initial.length === 0 ? {} : { initial_options: initial }),
  };
  const hint = name === 'frameworks' ? { hint: said.optional } : {};
  return input(name, DIGEST_FILTERS[name].label[language], element, { optional: true, ...hint });
}
