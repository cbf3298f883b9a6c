import { describe, expect, test } from 'vitest';
import type { Adapter } from '../../adapters/adapter.ts';
import { curatorsIn } from '../../adapters/service/curators.ts';
import { parseConfig } from '../../src/config.ts';
import { openStore } from '../../src/store/open.ts';
import { fakeChannel, reportOf } from '../curators/fixture.ts';

const tokens = { DISCORD_TOKEN: 'x', SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
const log = { info: () => {}, warn: () => {}, error: () => {} };

/** A service on both platforms with one report, looked after once; what each platform's channel then holds. */
async function told(env: Record<string, string>) {
  const store = await openStore('sqlite::memory:');
  const { id: _, ...report } = reportOf({});
  await store.addFeedback(report);
  const channels = { discord: fakeChannel(), slack: fakeChannel({ platform: 'slack' }) };
  const adapters = (['discord', 'slack'] as const).map(
    (name): Adapter => ({ name, curators: channels[name].channel, start: async () => {}, stop: async () => {} }),
  );
  const clock = () => Temporal.Instant.fromEpochMilliseconds(report.at + 1_000);
  const curators = curatorsIn(await parseConfig({ ...tokens, ...env }), adapters, { store, clock, owner: 'me', log });
  await curators?.tick();
  await store.close();
  return { discord: channels.discord.posts, slack: channels.slack.posts };
}

describe('a service', () => {
  test.each([
    ['slack:T0123ABCD/C0123ABCD', 'slack', 'discord'],
    ['discord:1300000000000000001', 'discord', 'slack'],
  ] as const)(
    'with %s tells curators there alone, in its own language and with links to its pages',
    async (channel, there, elsewhere) => {
      const posts = await told({
        CURATOR_CHANNEL: channel,
        DEFAULT_LANGUAGE: 'ja',
        PUBLIC_URL: 'https://example.org',
      });
      expect(posts[elsewhere]).toEqual([]);
      expect(posts[there].map(({ note }) => [note.heading, note.records[0]?.url])).toEqual([
        ['日付が違う', 'https://example.org/ja/consultations/2025-03-30-defense-ministerial'],
      ]);
    },
  );

  test('without CURATOR_CHANNEL tells nobody', async () => {
    expect(await told({})).toEqual({ discord: [], slack: [] });
  });
});
