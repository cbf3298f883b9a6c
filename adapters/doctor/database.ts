import type { Subscription } from '../../src/digest/subscription.ts';
import { openStore } from '../../src/store/open.ts';
import { type Finding, fail, ok } from './finding.ts';

export type DatabaseCheck = { readonly findings: readonly Finding[]; readonly subscriptions: readonly Subscription[] };

/** Opens the database beside a bot that may hold it, reads the active subscriptions, and writes something that is nothing. */
export async function checkDatabase(databaseUrl: string): Promise<DatabaseCheck> {
  const fix = fixOf(databaseUrl);
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
    return { findings: [fail('database', messageOf(error), fix)], subscriptions: [] };
  }
}

function fixOf(databaseUrl: string): string {
  return databaseUrl.startsWith('sqlite:')
    ? 'set DATABASE_URL to a file in a folder that this user may write to, such as sqlite:data/kyogi.sqlite'
    : 'start the PostgreSQL server, and check host, port, user, password and database name in DATABASE_URL';
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
