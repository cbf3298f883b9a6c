import { afterEach, describe, expect, it } from 'vitest';
import { createClient } from '../../adapters/discord/client.ts';
import { createDiscordHarness, type DiscordHarness } from './harness.ts';
import { type Payload, payload, snowflake } from './server/payloads.ts';

let harness: DiscordHarness | undefined;
afterEach(async () => {
  await harness?.stop();
  harness = undefined;
});

describe('the client', () => {
  it('keeps few of the users, members and messages that pass by', () => {
    const client = createClient('http://127.0.0.1:9/api', 'auto');
    const guild = payload('guild-create');
    const base = payload('message-create-guild');
    const author = base.author as Payload;
    const channel = payload('guild-create').channels as Payload[];
    // `_add` is how discord.js itself takes in a payload; no gateway is needed to see what it keeps.
    const guilds = client.guilds as unknown as { _add(data: Payload): unknown };
    client.user = null;
    guilds._add({ ...guild, channels: channel, members: [] });
    const text = client.channels.cache.first();
    if (text === undefined || !text.isTextBased()) throw new Error('no channel');
    const messages = text.messages as unknown as { _add(data: Payload): unknown };
    const members = client.guilds.cache.first()?.members as unknown as { _add(data: Payload): unknown };
    for (let i = 0; i < 5_000; i += 1) {
      const user = { ...author, id: String(10n ** 17n + BigInt(i)) };
      messages._add({ ...base, id: snowflake(), author: user });
      members._add({ ...(base.member as Payload), user });
    }
    expect(client.users.cache.size).toBeLessThanOrEqual(500);
    expect(client.guilds.cache.first()?.members.cache.size).toBeLessThanOrEqual(50);
    expect(text.messages.cache.size).toBeLessThanOrEqual(5);
    return client.destroy();
  });

  it('does not grow with the people of a server, over thousands of messages not meant for it', async () => {
    harness = createDiscordHarness();
    await harness.start();
    const it = harness;
    const author = it.message('x').author as Payload;
    for (let i = 0; i < 3_000; i += 1) {
      const user = { ...author, id: String(10n ** 17n + BigInt(i)) };
      it.server().say(it.message('hello', { change: { author: user, mentions: [], content: 'hello' } }));
    }
    const shown = await it.mention('Who attended the defense ministerial in March 2025?');
    expect(shown.text).toContain('Hegseth');
    expect(it.posts()).toHaveLength(1);
  });
});
