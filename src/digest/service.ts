import { randomBytes } from 'node:crypto';
import type { Desk } from '../desk.ts';
import type { Store } from '../store/store.ts';
import type { Language } from '../text/language.ts';
import { addDays } from '../time/calendar.ts';
import type { PlainDate } from '../time/period.ts';
import { describeSubscription, nameSubscription } from './describe.ts';
import type { Digest } from './digest.ts';
import { followsTooSoon, isSettled, neighbourDays } from './ledger.ts';
import { newestChange } from './news.ts';
import { type DigestOrder, type ParsedOrder, parseOrder } from './order.ts';
import { requestFor, toldSince } from './request.ts';
import { type DigestResult, done, refused } from './result.ts';
import { type Due, due, nextRun } from './schedule.ts';
import { seenRecords } from './seen.ts';
import { fingerprintOf, languagesOf, type Platform, type Subscription } from './subscription.ts';

/** Subscriptions a channel may have; they differ by time, language or filters. */
export const mostPerChannel = 10;

/** The channel that a command was given in. */
export type DigestPlace = { readonly platform: Platform; readonly workspace: string; readonly channel: string };

/** A subscription with when it runs next; `null` while paused. */
export type ListedSubscription = {
  readonly subscription: Subscription;
  readonly nextRun: Temporal.ZonedDateTime | null;
  /** All of it in one line. */
  describe(language: Language): string;
  /** What tells it from the channel's others, in one line. */
  name(language: Language): string;
};

/**
 * The commands over subscriptions, the same on every platform. Adapters check permissions and that the bot can post before
 * they call. `id` may be left out while the channel has one subscription; subscriptions of other channels are never reached.
 */
export type DigestService = {
  subscribe(place: DigestPlace, subscriber: string, order: DigestOrder): Promise<DigestResult<ListedSubscription>>;
  /** Oldest first. */
  list(place: DigestPlace): Promise<readonly ListedSubscription[]>;
  /**
   * What the next digest says, one a language, by what is on record now; nothing is recorded. Without a subscription, what today's
   * would say by the defaults.
   */
  preview(place: DigestPlace, order: DigestOrder, id?: string): Promise<DigestResult<readonly Digest[]>>;
  change(place: DigestPlace, order: DigestOrder, id?: string): Promise<DigestResult<ListedSubscription>>;
  pause(place: DigestPlace, id?: string): Promise<DigestResult<ListedSubscription>>;
  /** Runs again, from today's digest on while that is in its grace window; what was due on earlier days is not sent. */
  resume(place: DigestPlace, id?: string): Promise<DigestResult<ListedSubscription>>;
  unsubscribe(place: DigestPlace, id?: string): Promise<DigestResult<ListedSubscription>>;
};

export type DigestServiceOptions = {
  readonly store: Store;
  /** The desk in service; asked each time, as knowledge may be renewed. */
  readonly desk: () => Pick<Desk, 'digest' | 'knowledge'>;
  readonly clock: () => Temporal.Instant;
  /** Zone of a subscription where neither order nor channel name one. */
  readonly zone: string;
  /** Language of a subscription where neither order, channel nor reader tell. Default English. */
  readonly language?: Language | undefined;
  /** Wall time of a subscription that names none. Default 09:00. */
  readonly time?: string | undefined;
};

/** Makes the service. */
export function createDigestService(options: DigestServiceOptions): DigestService {
  const { store, desk, clock } = options;
  const now = () => clock().epochMilliseconds;

  async function listed(subscription: Subscription): Promise<ListedSubscription> {
    const next = subscription.state === 'active' ? (await nextUndelivered(store, subscription, now())).at : null;
    return {
      subscription,
      nextRun: next,
      describe: (language) =>
        describeSubscription(subscription, { knowledge: desk().knowledge(), language, nextRun: next }),
      name: (language) => nameSubscription(subscription, { knowledge: desk().knowledge(), language }),
    };
  }

  async function choose(place: DigestPlace, id: string | undefined): Promise<DigestResult<Subscription>> {
    const all = await store.listSubscriptions(place);
    const found = id === undefined ? all : all.filter((subscription) => subscription.id === id);
    const only = found[0];
    if (only === undefined)
      return refused('none', 'このチャンネルに、その要約は登録されていません。', 'This channel has no such digest.');
    if (found.length > 1) {
      return refused(
        'which',
        'このチャンネルには要約が複数あります。一覧から選んでください。',
        'This channel has several digests. Please choose one from the list.',
      );
    }
    return done(only);
  }

  /** The date of the digest that a subscription gets next under these changes; today's without one, or while it is paused. */
  async function dateOfNext(base: Subscription | undefined, order: ParsedOrder, zoneElse: string): Promise<string> {
    const { time, zone, rhythm } = order;
    if (base?.state !== 'active') return dateIn(zone ?? base?.zone ?? zoneElse, clock());
    const changed = { ...base, ...(time && { time }), ...(zone && { zone }), ...(rhythm && { rhythm }) };
    const asChanged = isMoved(order) ? { ...changed, changedAt: clock().toString() } : base;
    return (await nextUndelivered(store, asChanged, now())).localDate;
  }

  /** What a digest gets whose order names neither: the channel's settings, else the language of whoever orders it, and our zone. */
  async function defaultsOf({ platform, workspace, channel }: DigestPlace, { reader }: DigestOrder) {
    const { language, zone } = await store.loadChannelSettings(platform, workspace, channel);
    return { language: language ?? reader ?? options.language ?? 'en', zone: zone ?? options.zone };
  }

  async function changeChosen(
    place: DigestPlace,
    id: string | undefined,
    change: Parameters<Store['updateSubscription']>[1],
  ): Promise<DigestResult<ListedSubscription>> {
    const chosen = await choose(place, id);
    if (!chosen.ok) return chosen;
    const changed = { ...chosen.value, ...change };
    const others = (await store.listSubscriptions(place)).filter(({ id }) => id !== changed.id);
    if (others.some((other) => fingerprintOf(other) === fingerprintOf(changed))) return alreadyThere();
    await store.updateSubscription(changed.id, change);
    return done(await listed(changed));
  }

  return {
    async subscribe(place, subscriber, order) {
      const knowledge = desk().knowledge();
      const parsed = parseOrder(order, knowledge);
      if (!parsed.ok) return parsed;
      const defaults = await defaultsOf(place, order);
      const zone = parsed.value.zone ?? defaults.zone;
      const subscription: Subscription = {
        id: randomBytes(8).toString('hex'),
        ...place,
        subscriber,
        time: parsed.value.time ?? options.time ?? '09:00',
        zone,
        rhythm: parsed.value.rhythm ?? 'daily',
        language: parsed.value.language ?? defaults.language,
        filters: parsed.value.filters ?? {},
        quietDays: parsed.value.quietDays ?? 'skip',
        state: 'active',
        pausedFor: null,
        seenThrough: startingPoint(knowledge, dateIn(zone, clock()), order.backfillDays ?? 0),
        seenVersion: knowledge.version,
        createdAt: clock().toString(),
      };
      await store.saveSeenRecords(knowledge.version, seenRecords(knowledge));
      const added = await store.addSubscription(subscription, mostPerChannel);
      if (added === 'exists') return alreadyThere();
      if (added === 'full') {
        return refused(
          'too-many',
          `一つのチャンネルに登録できる要約は${mostPerChannel}件までです。`,
          `A channel may have at most ${mostPerChannel} digests.`,
        );
      }
      return done(await listed(subscription));
    },

    async list(place) {
      return await Promise.all((await store.listSubscriptions(place)).map(listed));
    },

    async preview(place, order, id) {
      const parsed = parseOrder(order, desk().knowledge());
      if (!parsed.ok) return parsed;
      const chosen = await choose(place, id);
      if (!chosen.ok && (id !== undefined || chosen.fault.code === 'which')) return chosen;
      const base = chosen.ok ? chosen.value : undefined;
      const defaults = await defaultsOf(place, order);
      const date = await dateOfNext(base, parsed.value, defaults.zone);
      const language = parsed.value.language ?? base?.language ?? defaults.language;
      const asked = {
        rhythm: parsed.value.rhythm ?? base?.rhythm ?? 'daily',
        filters: parsed.value.filters ?? base?.filters ?? {},
        seenThrough: base?.seenThrough ?? startingPoint(desk().knowledge(), date, order.backfillDays ?? 0),
      };
      const shown = base?.seenVersion === undefined ? undefined : await store.loadSeenRecords(base.seenVersion);
      const rows =
        base === undefined ? [] : await store.listDeliveries({ subscription: base.id, since: toldSince(date) });
      const request = requestFor(asked, date, { shown, rows });
      return done(languagesOf(language).map((each) => desk().digest({ ...request, language: each })));
    },

    async change(place, order, id) {
      const parsed = parseOrder(order, desk().knowledge());
      if (!parsed.ok) return parsed;
      if (Object.keys(parsed.value).length === 0) return nothingToChange();
      return await changeChosen(place, id, {
        ...parsed.value,
        ...(isMoved(parsed.value) ? { changedAt: clock().toString() } : {}),
      });
    },

    pause: (place, id) => changeChosen(place, id, { state: 'paused', pausedFor: 'by-user' }),

    resume: (place, id) => changeChosen(place, id, { state: 'active', pausedFor: null, changedAt: clock().toString() }),

    async unsubscribe(place, id) {
      const chosen = await choose(place, id);
      if (!chosen.ok) return chosen;
      const stopped = await listed(chosen.value);
      await store.removeSubscription(chosen.value.id);
      return done(stopped);
    },
  };
}

/**
 * The next digest that will be sent and when: at once where one is owed, else the next occurrence that the ledger leaves free, for
 * after a change of time or zone today's may have gone out already.
 */
async function nextUndelivered(
  store: Store,
  subscription: Subscription,
  now: number,
): Promise<{ readonly at: Temporal.ZonedDateTime; readonly localDate: PlainDate }> {
  const last = due(subscription, now);
  const rows = await store.listDeliveries({
    subscription: subscription.id,
    since: addDays(last.localDate, -neighbourDays),
  });
  const isFree = (occurrence: Due) => {
    const row = rows.find(({ localDate }) => localDate === occurrence.localDate);
    return !(row !== undefined && isSettled(row, now)) && !followsTooSoon(subscription, occurrence, rows);
  };
  if (last.state === 'due' && isFree(last)) {
    const row = rows.find(({ localDate }) => localDate === last.localDate);
    const look = Temporal.Instant.fromEpochMilliseconds(Math.max(now, row?.nextAttemptAt ?? 0));
    // Digests are looked at every full minute.
    const at = look.toZonedDateTimeISO(subscription.zone).round({ smallestUnit: 'minute', roundingMode: 'ceil' });
    return { at, localDate: last.localDate };
  }
  // Rows reach at most two days on, so this ends.
  for (let next = nextRun(subscription, now); ; next = nextRun(subscription, next.epochMilliseconds)) {
    const occurrence = due(subscription, next.epochMilliseconds);
    if (isFree(occurrence)) return { at: next, localDate: occurrence.localDate };
  }
}

function startingPoint(knowledge: Parameters<typeof newestChange>[0], date: string, backfillDays: number): string {
  return backfillDays > 0 ? addDays(date, -backfillDays) : (newestChange(knowledge, date) ?? date);
}

function dateIn(zone: string, at: Temporal.Instant): string {
  return at.toZonedDateTimeISO(zone).toPlainDate().toString();
}

function nothingToChange(): DigestResult<never> {
  return refused(
    'nothing',
    '変更する項目を指定してください。',
    'Please say what to change, such as the time or how often it comes.',
  );
}

/** Whether an order changes when the digest comes. */
function isMoved({ time, zone, rhythm }: ParsedOrder): boolean {
  return [time, zone, rhythm].some((each) => each !== undefined);
}

function alreadyThere(): DigestResult<never> {
  return refused(
    'exists',
    '日時・言語・絞り込みが同じ要約が、このチャンネルに登録済みです。',
    'This channel already has a digest with this schedule, language and filters.',
  );
}
