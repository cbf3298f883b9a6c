import type { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';
import type { Store } from '../store.ts';

type Part = Pick<Store, 'saveRecordDates' | 'loadRecordDates'>;

/** What versions of the knowledge held. */
export function recordQueries(database: Kysely<Tables>): Part {
  return {
    async saveRecordDates(version, dates) {
      await database
        .insertInto('record_dates')
        .values({ version, dates: JSON.stringify([...dates]) })
        .onConflict((conflict) => conflict.column('version').doNothing())
        .execute();
    },

    async loadRecordDates(version) {
      const row = await database
        .selectFrom('record_dates')
        .select('dates')
        .where('version', '=', version)
        .executeTakeFirst();
      // Written by saveRecordDates alone, as the entries of a map.
      return row && new Map(JSON.parse(row.dates) as [string, string][]);
    },
  };
}
