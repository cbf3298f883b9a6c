import { PermissionFlagsBits } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { answeredBy, createFixtureDesk, samples } from '../adapters-fixture.ts';
import { createDiscordHarness, type DiscordHarness, type HarnessOptions } from './harness.ts';
import { ids, type Payload, payload } from './server/payloads.ts';

let harness: DiscordHarness;

async function start(options: HarnessOptions = {}): Promise<DiscordHarness> {
  harness = createDiscordHarness(options);
  await harness.start();
  return harness;
}

afterEach(() => harness.stop());

const MANAGER = PermissionFlagsBits.ManageChannels;
const MEMBER = PermissionFlagsBits.SendMessages;

function allowed(permissions: bigint): Payload {
  const { member } = payload('interaction-slash');
  return { member: { ...(member as Payload), permissions: permissions.toString() } };
}

/** `/alliance-settings` with options, as somebody with these permissions. */
function settings(options: Readonly<Record<string, string>> = {}, permissions: bigint = MANAGER, change: Payload = {}) {
  const { data } = payload('interaction-slash');
  const given = Object.entries(options).map(([name, value]) => ({ name, type: 3, value }));
  return harness.server().interact(
    harness.slash({
      change: {
        ...allowed(permissions),
        ...change,
        data: { ...(data as Payload), name: 'alliance-settings', options: given },
      },
    }),
  );
}

const isPrivate = (data: Payload) => (Number(data.flags ?? 0) & 64) !== 0;
const ask = (options: Parameters<DiscordHarness['slash']>[0] = {}) => harness.server().interact(harness.slash(options));

describe('/alliance-settings', () => {
  it('shows how the channel is set, to the person alone', async () => {
    await start();
    const { data } = await settings();
    expect(isPrivate(data)).toBe(true);
    expect(String(data.content).split('\n').slice(0, 4)).toEqual([
      `**Settings for <#${ids.channel}>**`,
      '• Who sees answers: Default (everyone)',
      '• Language of answers: Same as the question',
      '• Time zone: Default (Asia/Tokyo)',
    ]);
    expect((data.components as Payload[]).length).toBe(3);
  });

  it('speaks the language of the reader', async () => {
    await start();
    const { data } = await settings({}, MANAGER, { locale: 'ja' });
    expect(data.content).toContain('• 回答の公開範囲：標準（全員に表示）');
  });

  it('makes answers private at once, and after a restart', async () => {
    await start();
    expect(isPrivate((await ask()).data)).toBe(false);
    expect((await settings({ visibility: 'private' })).data.content).toContain('Only the person who asks');
    expect(isPrivate((await ask()).data)).toBe(true);
    expect(isPrivate((await ask({ private: false })).data)).toBe(false);
    await harness.restart();
    expect(isPrivate((await ask()).data)).toBe(true);
    await settings({ visibility: 'default' });
    expect(isPrivate((await ask()).data)).toBe(false);
  });

  it('makes every answer come in one language, and after a restart', async () => {
    await start();
    await settings({ language: 'ja' });
    expect((await ask({ question: samples.who.en })).data.content).toContain('国防長官');
    await harness.restart();
    expect((await ask({ question: samples.who.en })).data.content).toContain('国防長官');
    await settings({ language: 'default' });
    expect((await ask({ question: samples.who.en })).data.content).toContain('Hegseth');
  });

  it('reckons days in the time zone of the channel, and after a restart', async () => {
    const zones: string[] = [];
    const desk = createFixtureDesk();
    const listening = answeredBy(desk, (request) => {
      zones.push(request.clock.zone);
      return desk.ask(request);
    });
    await start({ adapter: { desk: () => listening } });
    zones.length = 0;
    await ask({ question: 'who met last month' });
    await settings({ zone: 'America/New_York' });
    await ask({ question: 'who met last month?' });
    await harness.restart();
    zones.push('restarted');
    await ask({ question: 'who met last month, then?' });
    expect(zones.filter((zone) => zone !== 'Asia/Tokyo')).toEqual([
      'America/New_York',
      'restarted',
      'America/New_York',
    ]);
  });

  it('is the time zone of new digests too', async () => {
    const zones: (string | undefined)[] = [];
    await start({
      adapter: {
        // Only what subscribing takes.
        digests: {
          subscribe: async (_place: unknown, _person: string, order: { zone?: string }) => {
            zones.push(order.zone);
            return { ok: false, fault: { code: 'full', message: { ja: '', en: 'no' } } };
          },
        } as unknown as NonNullable<NonNullable<HarnessOptions['adapter']>['digests']>,
      },
    });
    await settings({ zone: 'Europe/London' });
    const { data } = payload('interaction-slash');
    const subscribe = {
      ...(data as Payload),
      name: 'alliance-digest',
      options: [{ name: 'subscribe', type: 1, options: [] }],
    };
    await harness
      .server()
      .interact(harness.slash({ change: { ...allowed(PermissionFlagsBits.ManageGuild), data: subscribe } }));
    expect(zones).toEqual(['Europe/London']);
  });

  it('says which time zones there are when one is unknown, and changes nothing', async () => {
    await start();
    const { data } = await settings({ visibility: 'private', zone: 'Tokyo time' });
    expect(data.content).toBe('Please choose a time zone from the list, such as Asia/Tokyo.');
    expect((await settings()).data.content).toContain('Default (everyone)');
  });

  it('is for those who manage the channel or the server', async () => {
    await start();
    for (const permissions of [MANAGER, PermissionFlagsBits.ManageGuild, PermissionFlagsBits.Administrator]) {
      expect((await settings({}, permissions)).data.content).toContain('Settings for');
    }
    const { data } = await settings({ visibility: 'private' }, MEMBER);
    expect(data.content).toBe('This needs the Manage Channels or the Manage Server permission.');
    expect(await harness.store.loadChannelSettings('discord', ids.guild, ids.channel)).toEqual({});
  });

  it('changes by its menus in place, as long as the person may', async () => {
    await start();
    const { post } = await settings();
    const menu = (setting: string, value: string, permissions: bigint) =>
      harness
        .server()
        .interact(harness.component({ id: String(post?.id) }, `k1|e|${setting}`, [value], allowed(permissions)));
    const changed = await menu('language', 'en', MANAGER);
    expect(changed.type).toBe(7);
    expect(changed.data.content).toContain('• Language of answers: English');
    expect((await menu('language', 'ja', MEMBER)).data.content).toContain('This needs');
    expect(await harness.store.loadChannelSettings('discord', ids.guild, ids.channel)).toEqual({ language: 'en' });
  });

  it('keeps the settings last known while the store fails, and says that they were not saved', async () => {
    await start();
    await settings({ visibility: 'private' });
    harness.store.saveChannelSettings = async () => {
      throw new Error('disk full');
    };
    expect((await settings({ visibility: 'public' })).data.content).toContain('could not be saved');
    expect(isPrivate((await ask()).data)).toBe(true);
  });

  it('of a channel apply in its threads', async () => {
    const thread = {
      id: '1300000000000000555',
      type: 11,
      guild_id: ids.guild,
      parent_id: ids.channel,
      name: 'thread',
      thread_metadata: { archived: false, auto_archive_duration: 60, locked: false },
    };
    await start({ server: { guild: { ...payload('guild-create'), threads: [thread] } } });
    await settings({ visibility: 'private' });
    const { data } = await ask({ change: { channel_id: thread.id, channel: thread } });
    expect(isPrivate(data)).toBe(true);
  });
});
