import type { SeenRecord } from '../digest/seen.ts';
import type { Subscription } from '../digest/subscription.ts';
import type { Query } from '../reading/query.ts';
import type { Language } from '../text/language.ts';
import type { PlainDate } from '../time/period.ts';

/** Epoch milliseconds, UTC. Passed in by the caller: a store never reads the clock. */
export type EpochMs = number;

export type DeliveryState = 'claimed' | 'rendered' | 'sending' | 'sent' | 'skipped' | 'failed' | 'unknown';

/** A ledger row: one per (subscription, local date). */
export type Delivery = {
  readonly subscription: string;
  readonly localDate: PlainDate;
  readonly state: DeliveryState;
  /** Process that holds the lease, and until when. */
  readonly owner: string;
  readonly leaseUntil: EpochMs;
  readonly attempts: number;
  readonly nextAttemptAt: EpochMs;
  readonly messageId: string | null;
  readonly reason: string | null;
  /** The instant this date's digest was due when the row was made; keeps a changed zone from sending twice in a day. */
  readonly dueAt: EpochMs;
  /** How many messages the digest takes, and the ids of those that are out, in order; `null` until it was first handed over. */
  readonly parts: number | null;
  readonly posted: readonly string[];
  /** When the message after those was first handed to the platform; set while `sending`, `null` whenever it is known not to have gone out. */
  readonly sendingSince: EpochMs | null;
  /** When it was last known to be under way, `null` before. */
  readonly underWayAt: EpochMs | null;
  /** What the subscription's `seenThrough` becomes once this is `sent`: fixed by the record it was rendered from. */
  readonly seenThrough: PlainDate | null;
  /** Likewise for its `seenVersion`. */
  readonly seenVersion: string | null;
  /** Ids of the consultations that it tells of; empty until it is rendered. */
  readonly told: readonly string[];
  readonly updatedAt: EpochMs;
};

/** What a button needs to ask again after a restart. */
export type SavedAsk = { readonly question: Query; readonly language: Language; readonly day: PlainDate };

export type Feedback = {
  readonly at: EpochMs;
  readonly platform: string;
  readonly actor: string;
  readonly ask: string;
  readonly kind: 'wrong-date' | 'wrong-person' | 'missing-record' | 'helpful' | 'other';
  /** What the person wrote to the curators. */
  readonly text: string | null;
  /** What was reported; `null` for praise, where the answer is no longer known, and once nobody who typed the question is kept. */
  readonly about: ReportedAnswer | null;
  readonly knowledgeVersion: string;
};

/** The question that a report is about, and how it was answered. */
export type ReportedAnswer = {
  readonly question: string;
  readonly headline: string;
  readonly language: Language;
  /** Ids the answer rests on, best first. */
  readonly consultations: readonly string[];
};

/** A report as stored: `id` is the same for the same person, answer and kind. */
export type StoredFeedback = Feedback & { readonly id: string };

/** A report in the curators' channel: `told` names the message that it is in. */
export type ToldFeedback = StoredFeedback & { readonly told: string };

/** Unanswered questions that are alike. */
export type GapCount = Pick<Gap, 'language' | 'reason' | 'text'> & { readonly count: number };

export type Gap = {
  readonly at: EpochMs;
  readonly platform: string;
  readonly actor: string;
  readonly language: Language;
  readonly intent: string;
  readonly reason: string;
  /** Only when the operator opted in to keeping text. */
  readonly text: string | null;
  readonly knowledgeVersion: string;
};

/** A channel's answer settings; absent fields take the defaults. */
export type ChannelSettings = {
  readonly visibility?: 'public' | 'private';
  readonly language?: Language;
  /** IANA time zone. */
  readonly zone?: string;
};

/**
 * All durable state. Two drivers (SQLite, PostgreSQL) pass the same tests. Every method is atomic; `claim*` methods are
 * how several processes share work without doing it twice.
 */
export type Store = {
  readonly driver: 'sqlite' | 'postgres';

  /** True for exactly one caller per key until `expiresAt`; keys of events and messages. */
  claim(key: string, now: EpochMs, expiresAt: EpochMs): Promise<boolean>;

  /** Several claims in one transaction, in order: one wait for the disk. Absent: the caller claims them one by one. */
  claimTogether?(keys: readonly string[], now: EpochMs, expiresAt: EpochMs): Promise<boolean[]>;

  /** The last understood question of a conversation (thread, DM, reply chain). `undefined` once expired. */
  loadConversation(key: string, now: EpochMs): Promise<Query | undefined>;
  saveConversation(key: string, actor: string, question: Query, now: EpochMs, expiresAt: EpochMs): Promise<void>;

  loadAsk(id: string, now: EpochMs): Promise<SavedAsk | undefined>;
  /** Several people may save one ask: it is kept until each of them is forgotten. */
  saveAsk(id: string, actor: string, ask: SavedAsk, now: EpochMs, expiresAt: EpochMs): Promise<void>;

  /** Many conversations, asks and gaps in one transaction: one wait for the disk. */
  saveTogether(rows: {
    readonly conversations: readonly {
      readonly key: string;
      readonly actor: string;
      readonly question: Query;
      readonly expiresAt: EpochMs;
    }[];
    readonly asks: readonly {
      readonly id: string;
      readonly actor: string;
      /** The ask whose button led to this one: it is of the people who typed that, not of who pressed. */
      readonly from?: string | undefined;
      readonly ask: SavedAsk;
      readonly expiresAt: EpochMs;
    }[];
    readonly gaps: readonly Gap[];
  }): Promise<void>;

  /**
   * Adds a subscription unless its channel has the same one (`exists`: same time, zone, rhythm, language and filters) or `most` already
   * (`full`; default: no limit). The database itself keeps both, whoever adds at the same moment.
   */
  addSubscription(subscription: Subscription, most?: number): Promise<'added' | 'exists' | 'full'>;
  /** False when there is none of that id. @throws when it would become the same as another of its channel. */
  updateSubscription(
    id: string,
    change: Partial<Omit<Subscription, 'id' | 'platform' | 'createdAt'>>,
  ): Promise<boolean>;
  removeSubscription(id: string): Promise<boolean>;
  loadSubscription(id: string): Promise<Subscription | undefined>;
  listSubscriptions(where: {
    platform?: string;
    workspace?: string;
    channel?: string;
    subscriber?: string;
    state?: 'active' | 'paused';
  }): Promise<Subscription[]>;

  /**
   * Takes the row of (subscription, localDate) for `owner` until `leaseUntil`: makes it when absent, takes it over when its lease
   * ran out and it is not finished (`sent`, `skipped`, `unknown`). Returns the row as it now is with the state it had before
   * (`claimed` when new), or `undefined` when another owner holds it, its next attempt is not due yet, or it is finished.
   * An owner may claim again what it already holds. `dueAt` defaults to `now` and is kept from the first claim on.
   */
  claimDelivery(
    subscription: string,
    localDate: PlainDate,
    owner: string,
    now: EpochMs,
    leaseUntil: EpochMs,
    dueAt?: EpochMs,
  ): Promise<Delivery | undefined>;
  /**
   * Moves a row on; false when `owner` no longer holds it (lost to another, or finished). With `posted`, `sending` means the hand-over of
   * the next message. Reaching `sent` also moves the
   * subscription's `seenThrough` and `seenVersion` on to the row's, in the same transaction.
   */
  updateDelivery(
    subscription: string,
    localDate: PlainDate,
    owner: string,
    change: Partial<
      Pick<
        Delivery,
        | 'state'
        | 'leaseUntil'
        | 'attempts'
        | 'nextAttemptAt'
        | 'messageId'
        | 'reason'
        | 'seenThrough'
        | 'seenVersion'
        | 'told'
        | 'parts'
        | 'posted'
        | 'underWayAt'
      >
    >,
    now: EpochMs,
  ): Promise<boolean>;
  loadDelivery(subscription: string, localDate: PlainDate): Promise<Delivery | undefined>;
  /** Newest local date first. `since` is the earliest local date wanted. */
  listDeliveries(where: {
    subscription?: string;
    localDate?: PlainDate;
    state?: DeliveryState;
    since?: PlainDate;
  }): Promise<Delivery[]>;

  /**
   * Keeps the records that a version of the knowledge held, by id, so that it can later be told what is new and what changed. A
   * version saved before stays as it is.
   */
  saveSeenRecords(version: string, records: ReadonlyMap<string, SeenRecord>): Promise<void>;
  /** `undefined` for a version never saved, or swept because no subscription has it as its last. */
  loadSeenRecords(version: string): Promise<ReadonlyMap<string, SeenRecord> | undefined>;

  loadChannelSettings(platform: string, workspace: string, channel: string): Promise<ChannelSettings>;
  saveChannelSettings(platform: string, workspace: string, channel: string, settings: ChannelSettings): Promise<void>;

  /** One row a person, answer and kind, with what was said last; said otherwise than before, it is to be told to curators again. */
  addFeedback(feedback: Feedback): Promise<void>;
  /** Newest first. */
  listFeedback(limit: number): Promise<StoredFeedback[]>;
  /** Reports of `from ≤ at < to` that no message to the curators has yet, oldest first; praise is not among them. */
  listUntold(from: EpochMs, to: EpochMs, limit: number): Promise<StoredFeedback[]>;
  /** Gives reports that no message has to one; those that another has stay there. */
  markTold(ids: readonly string[], told: string): Promise<void>;
  /** Reports that were given to messages whose names begin with `prefix` (letters, digits, `-`, `/`; none: to any), oldest first. */
  listTold(prefix: string): Promise<ToldFeedback[]>;
  addGap(gap: Gap): Promise<void>;
  listGaps(limit: number): Promise<Gap[]>;
  /** Unanswered questions of `from ≤ at < to`, those alike together, the most frequent first. */
  countGaps(from: EpochMs, to: EpochMs): Promise<GapCount[]>;

  /** Opaque (already encrypted) installation blobs by workspace or enterprise id. */
  saveInstallation(id: string, blob: string, now: EpochMs): Promise<void>;
  loadInstallation(id: string): Promise<string | undefined>;
  removeInstallation(id: string): Promise<void>;

  /**
   * Deletes everything kept about one person: conversations, asks that nobody else typed, feedback, gaps; returns rows deleted. Other people's
   * feedback loses the question that this person typed. A bare
   * user id stands for that person in every workspace. Subscriptions stay: they say who may change them.
   */
  forget(platform: string, actor: string): Promise<number>;
  /** Deletes expired rows and what is older than the retention; returns rows deleted. */
  sweep(
    now: EpochMs,
    retention: { feedbackBefore: EpochMs; gapsBefore: EpochMs; deliveriesBefore: PlainDate },
  ): Promise<number>;

  /** Cheap round trip for readiness; rejects when the database is gone. */
  ping(): Promise<void>;
  close(): Promise<void>;
};
