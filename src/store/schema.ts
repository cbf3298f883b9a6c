import type { DeliveryState } from './store.ts';

/**
 * The tables as queries see them, the same in both drivers. Instants are epoch milliseconds, dates `YYYY-MM-DD`, and
 * compound values JSON text; migrations make them so.
 */
export type Tables = {
  schema_version: { version: number };
  claims: { key: string; expires_at: number };
  conversations: { key: string; actor: string; question: string; expires_at: number };
  asks: { id: string; question: string; language: string; day: string; expires_at: number };
  /** Who typed the question behind an ask: several may have, word for word. */
  askers: { ask: string; actor: string };
  subscriptions: SubscriptionRow;
  deliveries: DeliveryRow;
  /** `facts`: what each record said; `null` for a version kept before there was this column. */
  record_dates: { version: string; dates: string; facts: string | null };
  channel_settings: { platform: string; workspace: string; channel: string; settings: string };
  feedback: {
    id: string;
    at: number;
    platform: string;
    actor: string;
    ask: string;
    kind: string;
    text: string | null;
    /** JSON of a `ReportedAnswer`. */
    about: string | null;
    /** Which message to the curators has it; null: none yet. */
    told: string | null;
    knowledge_version: string;
  };
  gaps: {
    id: string;
    at: number;
    platform: string;
    actor: string;
    language: string;
    intent: string;
    reason: string;
    text: string | null;
    knowledge_version: string;
  };
  installations: { id: string; blob: string; updated_at: number };
};

/** Every table with state in it, in the order in which backups hold them. */
export const stateTables = [
  'subscriptions',
  'deliveries',
  'record_dates',
  'channel_settings',
  'installations',
  'feedback',
  'gaps',
  'conversations',
  'asks',
  'askers',
  'claims',
] as const satisfies readonly Exclude<keyof Tables, 'schema_version'>[];

export type SubscriptionRow = {
  id: string;
  platform: string;
  workspace: string;
  channel: string;
  subscriber: string;
  time: string;
  zone: string;
  rhythm: string;
  language: string;
  filters: string;
  quiet_days: string;
  state: string;
  paused_for: string | null;
  seen_through: string;
  seen_version: string | null;
  created_at: string;
  changed_at: string | null;
  /** `fingerprintOf` the subscription: unique in its channel. */
  fingerprint: string;
  /** Its place among the channel's subscriptions, from 0 and unique there: the database keeps the limit by it. */
  slot: number;
};

export type DeliveryRow = {
  subscription: string;
  local_date: string;
  state: DeliveryState;
  owner: string;
  lease_until: number;
  attempts: number;
  next_attempt_at: number;
  message_id: string | null;
  reason: string | null;
  due_at: number;
  parts: number | null;
  /** JSON array of message ids. */
  posted: string | null;
  sending_since: number | null;
  under_way_at: number | null;
  seen_through: string | null;
  seen_version: string | null;
  /** JSON array of ids. */
  told: string | null;
  updated_at: number;
};
