import type { Language } from '../text/language.ts';
import type { DigestOrder } from './order.ts';
import { type DigestResult, done, refused } from './result.ts';
import type { DigestPlace, DigestService, ListedSubscription } from './service.ts';

/** Who changes a subscription. `manages` tells whether they manage the channel or all of the workspace; asked of those who did not subscribe. */
export type Changer = { readonly person: string; readonly manages: () => Promise<boolean> };

export type Change = 'subscribe' | 'change' | 'pause' | 'resume' | 'unsubscribe';

/** What is to be changed: `id` where the channel has several, `order` for new settings. */
export type Asked = {
  readonly change: Exclude<Change, 'subscribe'>;
  readonly place: DigestPlace;
  readonly id?: string | undefined;
  readonly order?: DigestOrder | undefined;
};

/** A change carried out. `isNew`: it was not so before, and the channel is to be told. */
export type Changed = { readonly listed: ListedSubscription; readonly isNew: boolean };

/**
 * Changes, pauses, resumes or removes a subscription of a place for somebody who may: whoever subscribed, and those who manage the channel.
 * Nobody else can, however the request came about; subscriptions of other places are never reached.
 */
export function changeFor(digests: DigestService, asked: Asked, by: Changer): Promise<DigestResult<Changed>> {
  const { platform, workspace, channel } = asked.place;
  // One after the other in a channel, so that of many presses at once one is new.
  const key = JSON.stringify([platform, workspace, channel]);
  const turn = (underWay.get(key) ?? Promise.resolve()).then(() => changed(digests, asked, by));
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

async function changed(digests: DigestService, asked: Asked, by: Changer): Promise<DigestResult<Changed>> {
  const { change, place, id, order = {} } = asked;
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
  const only = before !== undefined && others.length === 0 ? before.id : id;
  const result = change === 'change' ? await digests.change(place, order, only) : await digests[change](place, only);
  if (!result.ok) return result;
  const isNew = change === 'unsubscribe' || change === 'change' || before?.state !== result.value.subscription.state;
  return done({ listed: result.value, isNew });
}

/** What the channel is told of a change, in the digest's own language or, where it has both, in `language`. `who` as the platform writes a name. */
export function changeNotice(
  change: Change,
  who: string,
  { subscription, name }: ListedSubscription,
  language: Language,
): string {
  const written = subscription.language === 'both' ? language : subscription.language;
  return written === 'ja'
    ? `${who}さんが${JAPANESE[change]}：${name('ja')}`
    : `${who} ${ENGLISH[change]}: ${name('en')}`;
}

const JAPANESE: Readonly<Record<Change, string>> = {
  subscribe: 'このチャンネルに、日米同盟の協議の要約を登録しました',
  change: 'このチャンネルに届く要約の設定を変更しました',
  pause: 'このチャンネルに届く要約を休止しました',
  resume: 'このチャンネルに届く要約を再開しました',
  unsubscribe: 'このチャンネルに届く要約の登録を解除しました',
};
const ENGLISH: Readonly<Record<Change, string>> = {
  subscribe: 'set up a digest of Japan–U.S. alliance consultations for this channel',
  change: 'changed this channel’s digest',
  pause: 'paused this channel’s digest',
  resume: 'resumed this channel’s digest',
  unsubscribe: 'stopped this channel’s digest',
};
