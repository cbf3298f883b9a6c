import type { Kysely } from 'kysely';
import type { MigrationLock } from './migrate.ts';
import type { Tables } from './schema.ts';

/** What a database engine gives the store: a connection for typed queries and the few things that differ. */
export type Driver = {
  readonly name: 'sqlite' | 'postgres';
  readonly database: Kysely<Tables>;
  readonly migrationLock: MigrationLock;
  /** Called once the connection is closed. */
  afterClose(): void;
};
