import type { Kysely } from 'kysely';
import type { RecordFacts } from '../../digest/seen.ts';
import type { PlainDate } from '../../time/period.ts';
import type { Tables } from '../schema.ts';
import type { Store } from '../store.ts';

type Part = Pick<Store, 'saveSeenRecords' | 'loadSeenRecords'>;

/** What versions of the knowledge held. */
export function recordQueries(database: Kysely<Tables>): Part {
  return {
    async saveSeenRecords(version, records) {
      const dates = JSON.stringify([...records].map(([id, { changed }]) => [id, changed]));
      const facts = JSON.stringify([...records].map(([id, record]) => [id, record.facts]));
      await database
        .insertInto('record_dates')
        .values({ version, dates, facts })
        .onConflict((conflict) =>
          // A version kept before facts were: it is the same record, and can be told in full from now on.
          conflict.column('version').doUpdateSet({ facts }).where('record_dates.facts', 'is', null),
        )
        .execute();
    },

    async loadSeenRecords(version) {
      const row = await database
        .selectFrom('record_dates')
        .select(['dates', 'facts'])
        .where('version', '=', version)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      // Both written by saveSeenRecords alone, as the entries of a map.
      const facts = new Map(JSON.parse(row.facts ?? '[]') as [string, RecordFacts | undefined][]);
      return new Map(
        (JSON.parse(row.dates) as [string, PlainDate][]).map(([id, changed]) => {
          const known = facts.get(id);
          return [id, known === undefined ? { changed } : { changed, facts: known }];
        }),
      );
    },
  };
}
