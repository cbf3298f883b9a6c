import { existsSync } from 'node:fs';
import type { Subscription } from '../../src/digest/index.ts';
import { isLocked, lostLog, newestBackup, openStore, realFile, sqlitePath } from '../../src/store/index.ts';
import { type Finding, fail, ok } from './finding.ts';

export type DatabaseCheck = { readonly findings: readonly Finding[]; readonly subscriptions: readonly Subscription[] };

/** Opens the database beside a bot that may hold it, reads the active subscriptions, and writes something that is nothing. */
export async function checkDatabase(databaseUrl: string): Promise<DatabaseCheck> {
  const path = sqlitePath(databaseUrl);
  const file = path === undefined || path === '' || path === ':memory:' ? undefined : realFile(path);
  try {
    const running = file !== undefined && isLocked(file);
    const lost = running ? lostUnderBot(file) : undefined;
    if (lost !== undefined) return { findings: [fail('database', lost, restoring(path))], subscriptions: [] };
    const store = await openStore(databaseUrl, { process: 'beside' });
    try {
      const subscriptions = await store.listSubscriptions({ state: 'active' });
      await store.claim('kyogi:doctor', 0, 0);
      const digests = `${subscriptions.length} active digest${subscriptions.length === 1 ? '' : 's'}`;
      const inUse = running ? ', in use by a running bot' : '';
      return { findings: [ok('database', `${store.driver}, ${digests}${inUse}`)], subscriptions };
    } finally {
      await store.close();
    }
  } catch (error) {
    const [detail, fix] = faultAndFix(error);
    const damaged = file !== undefined && detail.startsWith(file) && /not a SQLite database|is damaged/.test(detail);
    return { findings: [fail('database', detail, damaged ? restoring(path) : fix)], subscriptions: [] };
  }
}

/** What became of the file that a running bot has open; opening it here would make a new one. */
function lostUnderBot(file: string): string | undefined {
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

/** Faults of the store and of its address hold their fix behind a dash. */
function faultAndFix(error: unknown): [detail: string, fix: string] {
  const [detail = '', fix = 'make room on the disk, or let this user write there'] = (
    error instanceof Error ? error.message : String(error)
  ).split(' — ');
  return [detail, fix.replace(/\.$/, '')];
}
