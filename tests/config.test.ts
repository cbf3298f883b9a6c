import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { VARIABLES } from '../src/config/variables.ts';
import { inspectConfig, parseConfig } from '../src/config.ts';
import { KyogiError } from '../src/errors.ts';

function issuesOf(env: Record<string, string>): readonly string[] {
  try {
    parseConfig(env);
  } catch (error) {
    if (error instanceof KyogiError) return error.issues;
    throw error;
  }
  return [];
}

describe('parseConfig', () => {
  test('an empty environment starts neither platform and takes the documented defaults', () => {
    expect(parseConfig({})).toMatchObject({
      discord: undefined,
      slack: undefined,
      port: undefined,
      databaseUrl: 'sqlite:data/kyogi.sqlite',
      knowledgeDir: expect.stringMatching(/knowledge$/),
      language: 'en',
      zone: 'Asia/Tokyo',
      keepText: false,
    });
  });

  test('an empty value counts as absent', () => {
    expect(parseConfig({ DISCORD_TOKEN: '', PORT: ' ' })).toMatchObject({ discord: undefined, port: undefined });
  });

  test('all faults are reported at once, each by variable name with the fix', () => {
    const issues = issuesOf({
      DEFAULT_LANGUAGE: 'fr',
      DEFAULT_TIMEZONE: 'Tokyo',
      PORT: '99999',
      SLACK_APP_TOKEN: 'xapp-1',
    });
    expect(issues).toEqual([
      'PORT is not valid — set a port number such as 3000',
      'DEFAULT_LANGUAGE is not valid — set ja or en',
      'DEFAULT_TIMEZONE is not valid — set an IANA zone such as Asia/Tokyo',
      'SLACK_BOT_TOKEN is missing — set a bot token that starts with xoxb- (OAuth & Permissions)',
    ]);
  });

  test('a wrong secret is never quoted', () => {
    expect(issuesOf({ SLACK_BOT_TOKEN: 'hunter2', SLACK_APP_TOKEN: 'xapp-1' }).join()).not.toContain('hunter2');
  });

  test('an invalid secret is told once, and not as missing besides', () => {
    const { issues } = inspectConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'nonsense' });
    expect(issues).toEqual([expect.stringMatching(/^SLACK_APP_TOKEN is not valid — /)]);
  });

  test('swapped tokens of Slack are told as swapped', () => {
    const { issues } = inspectConfig({ SLACK_BOT_TOKEN: 'xapp-1', SLACK_APP_TOKEN: 'xoxb-1' });
    expect(issues).toEqual([
      expect.stringMatching(/^SLACK_BOT_TOKEN and SLACK_APP_TOKEN are swapped: this one holds the xapp- token — /),
      expect.stringMatching(/^SLACK_APP_TOKEN and SLACK_BOT_TOKEN are swapped: this one holds the xoxb- token — /),
    ]);
  });

  test('a token in the wrong variable is told where it belongs', () => {
    const { issues } = inspectConfig({ SLACK_BOT_TOKEN: 'xapp-1' });
    expect(issues).toEqual([expect.stringContaining('move it to SLACK_APP_TOKEN')]);
  });

  test('what can be used is there beside what cannot', () => {
    const { config, wrong } = inspectConfig({ DEFAULT_LANGUAGE: 'fr', PORT: '3000', DISCORD_TOKEN: 't' });
    expect(config).toMatchObject({ language: 'en', port: 3000, discord: { token: 't' } });
    expect([...wrong]).toEqual(['DEFAULT_LANGUAGE']);
  });

  test('Slack without a transport says which variables give one', () => {
    expect(issuesOf({ SLACK_BOT_TOKEN: 'xoxb-1' })).toEqual([
      'SLACK_APP_TOKEN is missing — set it for Socket Mode, or SLACK_SIGNING_SECRET and PORT for HTTP',
    ]);
  });

  test.each([
    ['alone, or with Discord', { PORT: '3000', DISCORD_TOKEN: 'x' }, '127.0.0.1'],
    ['with Slack in Socket Mode', { PORT: '3000', SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }, '127.0.0.1'],
    ['with Slack over HTTP', { PORT: '3000', SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' }, '0.0.0.0'],
    ['with the reading room', { PORT: '3000', WEB: 'on' }, '0.0.0.0'],
    ['where HOST says so', { PORT: '3000', WEB: 'on', HOST: '192.0.2.1' }, '192.0.2.1'],
  ])('the port %s listens on its own address', (_, env, host) => {
    expect(parseConfig(env).host).toBe(host);
  });

  test('metrics have a port of their own that is not PORT, on this machine alone unless told otherwise', () => {
    const { metrics } = parseConfig({ PORT: '3000', KYOGI_METRICS_PORT: '9090' });
    expect(metrics).toEqual({ port: 9090, host: '127.0.0.1', token: undefined });
    expect(issuesOf({ PORT: '3000', KYOGI_METRICS_PORT: '3000' })).toEqual([
      'KYOGI_METRICS_PORT is the same as PORT — set another one',
    ]);
  });

  test('the reading room is off unless WEB says on, and needs PORT', () => {
    expect(parseConfig({ PORT: '3000' }).web).toBeUndefined();
    expect(issuesOf({ WEB: 'on' })).toEqual(['PORT is missing — the reading room (WEB=on) listens on it']);
    expect(parseConfig({ WEB: 'on', PORT: '3000', PUBLIC_URL: 'https://example.org/kyogi/' })).toMatchObject({
      web: { perMinute: 120, proxies: 0 },
      contact: undefined,
      publicUrl: 'https://example.org/kyogi',
    });
  });

  test.each([
    ['PUBLIC_URL', 'example.org'],
    ['PUBLIC_URL', 'https://example.org/?x'],
    ['WEB_CONTACT', 'javascript:alert(1)'],
    ['WEB_PER_MINUTE', '0'],
    ['WEB_PROXIES', '99'],
  ])('%s=%s is refused with the fix', (name, value) => {
    expect(issuesOf({ [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name} is not valid — set `))]);
  });

  test('HTTP mode without a port names PORT', () => {
    expect(issuesOf({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' })).toEqual([
      'PORT is missing — HTTP mode (SLACK_SIGNING_SECRET) listens on it',
    ]);
  });

  test('installing from many workspaces without a key names ENCRYPTION_KEY', () => {
    const issues = issuesOf({
      SLACK_CLIENT_ID: '1',
      SLACK_CLIENT_SECRET: '2',
      SLACK_STATE_SECRET: 'a-long-enough-secret',
      SLACK_SIGNING_SECRET: 's',
      PORT: '3000',
    });
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatch(/^ENCRYPTION_KEY is missing/);
  });

  test.each([
    ['auto', 'auto'],
    ['0-3/8', { first: 0, last: 3, total: 8 }],
    ['2/4', { first: 2, last: 2, total: 4 }],
  ])('DISCORD_SHARDS %s is read', (value, expected) => {
    expect(parseConfig({ DISCORD_TOKEN: 't', DISCORD_SHARDS: value }).discord?.shards).toEqual(expected);
  });

  test.each(['3-1/8', '0-8/8', 'many'])('DISCORD_SHARDS %s is refused', (value) => {
    expect(issuesOf({ DISCORD_TOKEN: 't', DISCORD_SHARDS: value })[0]).toMatch(/^DISCORD_SHARDS is not valid/);
  });

  test('variables with our prefixes that nothing reads are listed', () => {
    expect(parseConfig({ KYOGI_KEEPTEXT: 'on', SLACK_TOKEN: 'x', PATH: '/bin' }).unknown).toEqual([
      'KYOGI_KEEPTEXT',
      'SLACK_TOKEN',
    ]);
  });

  test('.env.example names every setting once', () => {
    const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
    const names = [...example.matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]);
    expect([...names].sort()).toEqual(Object.keys(VARIABLES).sort());
  });
});

describe('CURATOR_CHANNEL', () => {
  const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };

  test.each([
    ['discord:1300000000000000001', { platform: 'discord', workspace: '', channel: '1300000000000000001' }],
    ['slack:T0123ABCD/C0123ABCD', { platform: 'slack', workspace: 'T0123ABCD', channel: 'C0123ABCD' }],
  ])('%s names a channel', (value, channel) => {
    const config = parseConfig({ ...slack, DISCORD_TOKEN: 'x', CURATOR_CHANNEL: value });
    expect(config.curators).toEqual(channel);
  });

  test.each(['C0123ABCD', 'slack:C0123ABCD', 'discord:#reports', 'teams:1', 'slack:T0123ABCD/D0123ABCD'])(
    '%s is refused with the form it takes',
    async (value) => {
      expect(issuesOf({ ...slack, DISCORD_TOKEN: 'x', CURATOR_CHANNEL: value })).toEqual([
        'CURATOR_CHANNEL is not valid — set discord:CHANNEL_ID or slack:WORKSPACE_ID/CHANNEL_ID, such as slack:T0123ABCD/C0123ABCD',
      ]);
    },
  );

  test('on a platform that is not configured is refused', () => {
    expect(issuesOf({ ...slack, CURATOR_CHANNEL: 'discord:1300000000000000001' })).toEqual([
      'CURATOR_CHANNEL is on Discord, and DISCORD_TOKEN is missing — set it, or name a channel on Slack',
    ]);
    expect(issuesOf({ DISCORD_TOKEN: 'x', CURATOR_CHANNEL: 'slack:T0123ABCD/C0123ABCD' })).toEqual([
      'CURATOR_CHANNEL is on Slack, and SLACK_BOT_TOKEN is missing — set it, or name a channel on Discord',
    ]);
  });
});
