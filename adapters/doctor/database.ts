import { existsSync } from 'node:fs';
import type { Subscription } from '../../src/digest/subscription.ts';
import { realFile, sqlitePath } from '../../src/store/address.ts';
import { newestBackup } from '../../src/store/backup.ts';
import { openStore } from '../../src/store/open.ts';
import { lostLog } from '../../src/store/sqlite/file-guard.ts';
import { isLocked } from '../../src/store/sqlite/process-lock.ts';
import { type Finding, fail, ok } from './finding.ts';

export type DatabaseCheck = { readonly findings: readonly Finding[]; readonly subscriptions: readonly Subscription[] };

/** Opens the database beside a bot that may hold it, reads the active subscriptions, and writes something that is nothing. */
export async function checkDatabase(databaseUrl: string): Promise<DatabaseCheck> {
  const path = sqlitePath(databaseUrl);
  const lost = path === undefined ? undefined : lostUnderBot(realFile(path));
  if (lost !== undefined) return { findings: [fail('database', lost, restoring(path))], subscriptions: [] };
  try {
    const store = await openStore(databaseUrl, { process: 'beside' });
    try {
      const subscriptions = await store.listSubscriptions({ state: 'active' });
      const digests = `${subscriptions.length} active digest${subscriptions.length === 1 ? '' : 's'}`;
      const written = await store.claim('kyogi:doctor', 0, 0).then(
        () => ok('database', `${store.driver}, ${digests}`),
        (error: unknown) => fail('database', messageOf(error), 'make room on the disk, or let this user write there'),
      );
      return { findings: [written], subscriptions };
    } finally {
      await store.close();
    }
  } catch (error) {
    return { findings: [fail('database', messageOf(error), fixOf(databaseUrl, error))], subscriptions: [] };
  }
}

/** What became of the file that a running bot has open; opening it here would make a new one. */
function lostUnderBot(file: string): string | undefined {
  if (!isLocked(file)) return undefined;
  if (!existsSync(file)) return `${file} was deleted while the bot is running on it`;
  if (existsSync(lostLog(file))) return `${file} was replaced or written over while the bot is running on it`;
  return undefined;
}

function restoring(path = ''): string {
  const newest = newestBackup(path);
  const from = newest ?? 'FILE';
  const which = newest === undefined ? ' with your newest backup as FILE (none is noted beside the database)' : '';
  return `stop the bot, run npm run restore -- --from ${from}${which}, and start it again`;
}

function fixOf(databaseUrl: string, error: unknown): string {
  if (!databaseUrl.startsWith('sqlite:')) {
    return 'start the PostgreSQL server, and check host, port, user, password and database name in DATABASE_URL';
  }
  if (/not a database|malformed/.test(messageOf(error))) return restoring(sqlitePath(databaseUrl));
  return 'set DATABASE_URL to a file in a folder that this user may write to, such as sqlite:data/kyogi.sqlite';
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
