import type { Kysely } from 'kysely';
import { numberSubscriptions } from './migrations/number-subscriptions.ts';
import type { Tables } from './schema.ts';

/** One step forward: statements that run on both SQLite and PostgreSQL, and work on rows that SQL cannot do on both. */
export type Migration = readonly (string | ((connection: Kysely<Tables>) => Promise<void>))[];

/**
 * Every schema there has been, oldest first; the version is the number of steps run. A step once released never changes:
 * a correction is another step. There is no way back: restore a backup instead.
 */
export const migrations: readonly Migration[] = [
  [
    'create table claims (key text primary key, expires_at bigint not null)',
    'create index claims_expiry on claims (expires_at)',
    `create table conversations (
      key text primary key, actor text not null, question text not null, expires_at bigint not null)`,
    'create index conversations_expiry on conversations (expires_at)',
    'create index conversations_actor on conversations (actor)',
    `create table asks (
      id text primary key, actor text not null, question text not null, language text not null, day text not null,
      expires_at bigint not null)`,
    'create index asks_expiry on asks (expires_at)',
    'create index asks_actor on asks (actor)',
    `create table subscriptions (
      id text primary key, platform text not null, workspace text not null, channel text not null,
      subscriber text not null, time text not null, zone text not null, language text not null, filters text not null,
      quiet_days text not null, state text not null, paused_for text, seen_through text not null,
      seen_version text, created_at text not null, changed_at text)`,
    'create index subscriptions_channel on subscriptions (platform, workspace, channel)',
    'create index subscriptions_state on subscriptions (state)',
    `create table deliveries (
      subscription text not null, local_date text not null, state text not null, owner text not null,
      lease_until bigint not null, attempts bigint not null, next_attempt_at bigint not null, message_id text,
      reason text, due_at bigint not null, sending_since bigint, seen_through text, seen_version text,
      updated_at bigint not null,
      primary key (subscription, local_date))`,
    'create index deliveries_date on deliveries (local_date, state)',
    'create table record_dates (version text primary key, dates text not null)',
    `create table channel_settings (
      platform text not null, workspace text not null, channel text not null, settings text not null,
      primary key (platform, workspace, channel))`,
    `create table feedback (
      id text primary key, at bigint not null, platform text not null, actor text not null, ask text not null,
      kind text not null, text text, knowledge_version text not null)`,
    'create index feedback_at on feedback (at)',
    'create index feedback_actor on feedback (platform, actor)',
    `create table gaps (
      id text primary key, at bigint not null, platform text not null, actor text not null, language text not null,
      intent text not null, reason text not null, text text, knowledge_version text not null)`,
    'create index gaps_at on gaps (at)',
    'create index gaps_actor on gaps (platform, actor)',
    'create table installations (id text primary key, blob text not null, updated_at bigint not null)',
  ],
  [
    "alter table subscriptions add column fingerprint text not null default ''",
    'alter table subscriptions add column slot bigint not null default -1',
    numberSubscriptions,
    'drop index subscriptions_channel',
    'create unique index subscriptions_same on subscriptions (platform, workspace, channel, fingerprint)',
    'create unique index subscriptions_slot on subscriptions (platform, workspace, channel, slot)',
  ],
  [
    'create table askers (ask text not null, actor text not null, primary key (ask, actor))',
    'create index askers_actor on askers (actor)',
    'insert into askers (ask, actor) select id, actor from asks',
    'drop index asks_actor',
    'alter table asks drop column actor',
  ],
  [
    'alter table deliveries add column parts bigint',
    'alter table deliveries add column posted text',
    'alter table deliveries add column under_way_at bigint',
  ],
  [
    'alter table feedback add column about text',
    'alter table feedback add column told text',
    'create index feedback_told on feedback (told)',
  ],
  [
    "alter table subscriptions add column rhythm text not null default 'daily'",
    'alter table deliveries add column told text',
    'alter table record_dates add column facts text',
  ],
];
