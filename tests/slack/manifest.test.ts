import { readFileSync } from 'node:fs';
import { App, SocketModeReceiver } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { boltLogger } from '../../adapters/slack/bolt-logger.ts';
import { listenToCommands } from '../../adapters/slack/commands.ts';
import { listenToEvents } from '../../adapters/slack/events.ts';
import { newAppLink, slackManifest } from '../../adapters/slack/manifest.ts';
import { OPTIONAL_SCOPES, SCOPES } from '../../adapters/slack/scopes.ts';
import type { Service } from '../../adapters/slack/service.ts';
import { listenToShortcuts } from '../../adapters/slack/shortcuts.ts';
import { createTestLog } from './harness.ts';

const manifest = JSON.parse(readFileSync(new URL('../../slack-manifest.json', import.meta.url), 'utf8'));

/** What the listeners register on a real App, noted as they do. */
function registered() {
  const seen = { events: [] as string[], commands: [] as string[], shortcuts: [] as unknown[] };
  const logger = boltLogger(createTestLog());
  const receiver = new SocketModeReceiver({ appToken: 'xapp-fake', logger });
  const app = new App({ receiver, logger, authorize: async () => ({}) });
  const noted = new Proxy(app, {
    get(target, key, self) {
      if (key === 'event') return (name: string) => void seen.events.push(name);
      if (key === 'command') return (name: string) => void seen.commands.push(name);
      if (key === 'shortcut') return (constraints: unknown) => void seen.shortcuts.push(constraints);
      return Reflect.get(target, key, self);
    },
  });
  // Registration touches nothing of the service.
  const service = {} as Service;
  listenToEvents(noted, service, undefined);
  listenToCommands(noted, service);
  listenToShortcuts(noted, service);
  return seen;
}

describe('slack-manifest.json', () => {
  test('is what npm run slack:manifest prints', () => {
    expect(manifest).toEqual(JSON.parse(JSON.stringify(slackManifest())));
  });

  test('asks for the scopes that the code names, and no more', () => {
    expect(manifest.oauth_config.scopes.bot).toEqual(SCOPES);
    expect(manifest.oauth_config.scopes.bot_optional).toEqual(OPTIONAL_SCOPES);
    expect(manifest.oauth_config.scopes.user).toBeUndefined();
  });

  test('subscribes the events that the code listens to', () => {
    const events = manifest.settings.event_subscriptions.bot_events.map((name: string) => name.split('.')[0]);
    expect([...events].sort()).toEqual(registered().events.sort());
  });

  test('declares the commands that the code answers', () => {
    const commands = manifest.features.slash_commands.map(({ command }: { command: string }) => command);
    expect(commands).toEqual(registered().commands);
  });

  test('declares the shortcuts that the code answers', () => {
    const shortcuts = manifest.features.shortcuts.map((each: { callback_id: string; type: string }) => ({
      callback_id: each.callback_id,
      type: `${each.type}_action`,
    }));
    expect(shortcuts).toEqual(registered().shortcuts);
  });

  test('leaves typed text as typed, for the code takes mentions apart itself', () => {
    for (const { should_escape } of manifest.features.slash_commands) expect(should_escape).toBe(false);
  });

  test('uses the agent view, which replaced the assistant view', () => {
    expect(manifest.features.agent_view.agent_description.length).toBeLessThanOrEqual(300);
    expect(manifest.features.assistant_view).toBeUndefined();
  });

  test('keeps within the limits of the manifest schema', () => {
    const { display_information: about, features } = manifest;
    expect(about.name.length).toBeLessThanOrEqual(35);
    expect(about.description.length).toBeLessThanOrEqual(140);
    expect(about.long_description.length).toBeGreaterThanOrEqual(174);
    expect(about.long_description.length).toBeLessThanOrEqual(4000);
    expect(about.background_color).toMatch(/^#[0-9a-f]{6}$/);
    expect(features.bot_user.display_name).toMatch(/^[a-z0-9._-]{1,80}$/);
    expect(features.slash_commands.length).toBeLessThanOrEqual(50);
    for (const each of features.slash_commands) {
      expect(each.command).toMatch(/^\/[a-z0-9_-]{1,31}$/);
      expect(each.description.length).toBeLessThanOrEqual(2000);
      expect(each.usage_hint.length).toBeLessThanOrEqual(1000);
    }
    expect(features.shortcuts.length).toBeLessThanOrEqual(10);
    for (const each of features.shortcuts) {
      expect(each.name.length).toBeLessThanOrEqual(24);
      expect(each.description.length).toBeLessThanOrEqual(150);
      expect(each.callback_id.length).toBeLessThanOrEqual(255);
    }
  });
});

describe('the manifest for HTTP', () => {
  const url = 'https://kyogi.example.org';
  const http = slackManifest(url);

  test('gives every address that Slack calls, and no Socket Mode', () => {
    const requests = `${url}/slack/events`;
    expect(http.settings).toMatchObject({
      event_subscriptions: { request_url: requests },
      interactivity: { request_url: requests, message_menu_options_url: requests },
      socket_mode_enabled: false,
    });
    expect(http.features.slash_commands.map((each) => 'url' in each && each.url)).toEqual([
      requests,
      requests,
      requests,
    ]);
    expect(http.oauth_config).toMatchObject({ redirect_urls: [`${url}/slack/oauth_redirect`] });
  });

  test('differs from the one for Socket Mode in nothing else', () => {
    const without = (value: unknown): unknown =>
      JSON.parse(
        JSON.stringify(value, (key, each) =>
          /^(?:url|request_url|message_menu_options_url|redirect_urls|socket_mode_enabled)$/.test(key)
            ? undefined
            : each,
        ),
      );
    expect(without(http)).toEqual(without(slackManifest()));
  });

  test('makes a link that a browser opens, with the whole manifest in it', () => {
    const link = newAppLink(http);
    expect(JSON.parse(new URL(link).searchParams.get('manifest_json') ?? '')).toEqual(JSON.parse(JSON.stringify(http)));
    // What servers and browsers commonly take.
    expect(link.length).toBeLessThan(8_000);
  });
});
