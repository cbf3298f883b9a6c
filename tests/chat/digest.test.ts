import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changeDigest } from '../../adapters/chat/digest-changes.ts';
import { chosenOrder, DIGEST_FIELDS } from '../../adapters/chat/digest-fields.ts';
import { DIGEST_VERB_NAMES, DigestVerbs, digestVerb } from '../../adapters/chat/digest-verbs.ts';
import { composeDigest } from '../../src/digest/compose.ts';
import { createDigestService, type DigestService } from '../../src/digest/service.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { eventful } from '../digest/delivery-fixture.ts';

describe('a verb', () => {
  test.each(DigestVerbs)('%s is read under each name that people see', (verb) => {
    for (const name of Object.values(DIGEST_VERB_NAMES[verb])) expect(digestVerb(` ${name.toUpperCase()} `)).toBe(verb);
  });

  test('left out subscribes, and one that is none is no verb', () => {
    expect(digestVerb('')).toBe('subscribe');
    expect(digestVerb('constructor')).toBeUndefined();
  });
});

test('a value that is none of a field’s choices is left out', () => {
  expect(chosenOrder({ rhythm: 'monday', language: 'fr', quietDays: null })).toEqual({ rhythm: 'monday' });
  expect(DIGEST_FIELDS.rhythm.choices).toHaveLength(10);
});

describe('a change', () => {
  const place = { platform: 'elsewhere', workspace: 'w', channel: 'c' };
  const by = { person: 'user1', manages: async () => false };
  let store: Store;
  let digests: DigestService;
  beforeEach(async () => {
    store = await openStore('sqlite::memory:');
    digests = createDigestService({
      store,
      desk: () => ({ digest: (request) => composeDigest(eventful, request), knowledge: () => eventful }),
      clock: () => Temporal.Instant.from('2026-03-30T03:00:00Z'),
      zone: 'Asia/Tokyo',
    });
  });
  afterEach(() => store.close());
  const asked = (change: 'pause' | 'unsubscribe', language: 'ja' | 'en') => {
    const command = (verb: keyof typeof DIGEST_VERB_NAMES) => `!${DIGEST_VERB_NAMES[verb][language]}`;
    return changeDigest(digests, { language, command, literal: (text) => `‹${text}›` }, { change, place }, by);
  };

  test('says which digest it was, and how to undo it under the names of the platform', async () => {
    await digests.subscribe(place, 'user1', { rhythm: 'monday', filters: { people: ['yamada'] } });
    expect((await asked('pause', 'en')).text).toBe(
      'The digest is paused: ‹Every Monday at 09:00 (Asia/Tokyo), in English, about Yamada Taro›\nIts settings are kept. To resume it, use !resume.',
    );
    expect((await asked('unsubscribe', 'ja')).text).toBe(
      '要約の登録を解除しました：‹毎週月曜日の09:00（Asia/Tokyo）・英語・山田太郎›\nもう一度受け取るには !登録 を使います。',
    );
    expect(await store.listSubscriptions({})).toEqual([]);
  });

  test('of one among several that were not named changes nothing and offers them', async () => {
    await digests.subscribe(place, 'user1', {});
    await digests.subscribe(place, 'user1', { rhythm: 'changes' });
    const { changed, choices, text } = await asked('unsubscribe', 'en');
    expect(changed).toBeUndefined();
    expect(choices.map(({ name }) => name('en')).sort()).toEqual([
      'Every day at 09:00 (Asia/Tokyo), in English',
      'On days when the record changes at 09:00 (Asia/Tokyo), in English',
    ]);
    expect(text).toContain('choose one');
  });

  test('by somebody who neither subscribed nor manages the channel is refused', async () => {
    await digests.subscribe(place, 'user2', {});
    expect((await asked('unsubscribe', 'ja')).text).toContain('変更できるのは');
    expect(await store.listSubscriptions({})).toHaveLength(1);
  });
});
