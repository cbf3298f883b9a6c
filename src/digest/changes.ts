import type { Language } from '../text/language.ts';
import { type DigestResult, done, refused } from './result.ts';
import type { DigestPlace, DigestService } from './service.ts';
import type { Subscription } from './subscription.ts';

/** Who changes a subscription. `manages` tells whether they manage the channel or all of the workspace; asked of those who did not subscribe. */
export type Changer = { readonly person: string; readonly manages: () => Promise<boolean> };

export type Change = 'subscribe' | 'pause' | 'resume' | 'unsubscribe';

/** A change carried out. `isNew`: it was not so before, and the channel is to be told. */
export type Changed = { readonly subscription: Subscription; readonly isNew: boolean };

/**
 * Pauses, resumes or removes a subscription of a place for somebody who may: whoever subscribed, and those who manage the channel. Nobody
 * else can, however the request came about; subscriptions of other places are never reached.
 */
export function changeFor(
  digests: DigestService,
  change: Exclude<Change, 'subscribe'>,
  place: DigestPlace,
  by: Changer,
  id?: string,
): Promise<DigestResult<Changed>> {
  // One after the other in a channel, so that of many presses at once one is new.
  const key = JSON.stringify([place.platform, place.workspace, place.channel]);
  const turn = (underWay.get(key) ?? Promise.resolve()).then(() => changed(digests, change, place, by, id));
  const ended = turn.then(
    () => {},
    () => {},
  );
  underWay.set(key, ended);
  ended.then(() => {
    if (underWay.get(key) === ended) underWay.delete(key);
  });
  return turn;
}

const underWay = new Map<string, Promise<void>>();

async function changed(
  digests: DigestService,
  change: Exclude<Change, 'subscribe'>,
  place: DigestPlace,
  by: Changer,
  id: string | undefined,
): Promise<DigestResult<Changed>> {
  const all = (await digests.list(place)).map(({ subscription }) => subscription);
  const [before, ...others] = id === undefined ? all : all.filter((each) => each.id === id);
  if (before !== undefined && others.length === 0 && before.subscriber !== by.person && !(await by.manages())) {
    return refused(
      'not-yours',
      'この要約を変更できるのは、登録した人と、チャンネルやサーバーを管理する人だけです。',
      'Only the person who set up this digest, or somebody who manages the channel or server, may change it.',
    );
  }
  // Where there is none, or several, the service says so and changes nothing.
  const result = await digests[change](place, before?.id !== undefined && others.length === 0 ? before.id : id);
  if (!result.ok) return result;
  const subscription = 'subscription' in result.value ? result.value.subscription : result.value;
  return done({ subscription, isNew: change === 'unsubscribe' || before?.state !== subscription.state });
}

/** What the channel is told of a change, in the digest's own language or, where it has both, in `language`. `who` as the platform writes a name. */
export function changeNotice(change: Change, who: string, subscription: Subscription, language: Language): string {
  const { time, zone } = subscription;
  return subscription.language === 'ja' || (subscription.language === 'both' && language === 'ja')
    ? `${who}さんが${JAPANESE[change]}（毎日${time}、${zone}）。`
    : `${who} ${ENGLISH[change]} (every day at ${time}, ${zone}).`;
}

const JAPANESE: Readonly<Record<Change, string>> = {
  subscribe: 'このチャンネルに、日米同盟の協議の要約を登録しました',
  pause: 'このチャンネルに届く要約を休止しました',
  resume: 'このチャンネルに届く要約を再開しました',
  unsubscribe: 'このチャンネルに届く要約の登録を解除しました',
};
const ENGLISH: Readonly<Record<Change, string>> = {
  subscribe: 'set up a digest of Japan–U.S. alliance consultations for this channel',
  pause: 'paused this channel’s digest',
  resume: 'resumed this channel’s digest',
  unsubscribe: 'removed this channel’s digest',
};
