import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Tables } from '../schema.ts';
import type { Store } from '../store.ts';

type Part = Pick<Store, 'forget' | 'sweep' | 'ping'>;

/** Deleting what must not be kept, and knowing that the database answers. */
export function upkeepQueries(database: Kysely<Tables>): Part {
  return {
    async forget(platform, actor) {
      const isTheirs = actorIs(platform, actor);
      return await database.transaction().execute(async (transaction) => {
        await dropQuestions(transaction, isTheirs);
        const { numDeletedRows: shares } = await transaction
          .deleteFrom('askers')
          .where(isTheirs)
          .executeTakeFirstOrThrow();
        // What somebody else typed, too, word for word, stays theirs.
        await deleteUnasked(transaction);
        let deleted = Number(shares);
        const conversations = await transaction.deleteFrom('conversations').where(isTheirs).executeTakeFirst();
        deleted += Number(conversations.numDeletedRows);
        for (const table of ['feedback', 'gaps'] as const) {
          const result = await transaction
            .deleteFrom(table)
            .where('platform', '=', platform)
            .where(isTheirs)
            .executeTakeFirst();
          deleted += Number(result.numDeletedRows);
        }
        return deleted;
      });
    },

    async sweep(now, retention) {
      let deleted = 0;
      for (const table of ['claims', 'conversations', 'asks'] as const) {
        const result = await database.deleteFrom(table).where('expires_at', '<=', now).executeTakeFirst();
        deleted += Number(result.numDeletedRows);
      }
      for (const [table, before] of [
        ['feedback', retention.feedbackBefore],
        ['gaps', retention.gapsBefore],
      ] as const) {
        const result = await database.deleteFrom(table).where('at', '<', before).executeTakeFirst();
        deleted += Number(result.numDeletedRows);
      }
      const old = await database
        .deleteFrom('deliveries')
        .where('local_date', '<', retention.deliveriesBefore)
        .executeTakeFirst();
      await database
        .deleteFrom('askers')
        .where('ask', 'not in', (select) => select.selectFrom('asks').select('id'))
        // A report holds its question for longer than buttons work: who typed it must stay known.
        .where('ask', 'not in', (select) => select.selectFrom('feedback').select('ask').where('about', 'is not', null))
        .execute();
      // A version stays while a subscription has seen it last, or a digest under way may make it so.
      const unused = await database
        .deleteFrom('record_dates')
        .where('version', 'not in', (select) =>
          select.selectFrom('subscriptions').select('seen_version').where('seen_version', 'is not', null),
        )
        .where('version', 'not in', (select) =>
          select.selectFrom('deliveries').select('seen_version').where('seen_version', 'is not', null),
        )
        .executeTakeFirst();
      return deleted + Number(old.numDeletedRows) + Number(unused.numDeletedRows);
    },

    async ping() {
      await sql`select 1`.execute(database);
    },
  };
}

/** Reports lose the questions that they hold of a person and of nobody else. */
async function dropQuestions(database: Kysely<Tables>, isTheirs: RawBuilder<SqlBool>): Promise<void> {
  await database
    .updateTable('feedback')
    .set({ about: null })
    .where('ask', 'in', (select) => select.selectFrom('askers').select('ask').where(isTheirs))
    .where('ask', 'not in', (select) => select.selectFrom('askers').select('ask').where(sql<SqlBool>`not ${isTheirs}`))
    .execute();
}

async function deleteUnasked(database: Kysely<Tables>): Promise<void> {
  await database
    .deleteFrom('asks')
    .where('id', 'not in', (select) => select.selectFrom('askers').select('ask'))
    .execute();
}

/**
 * Whether a row is of a person. Conversations and asks hold the actor alone, with or without the platform in front; ids never meet across
 * platforms. Where ids are unique in a workspace alone an actor is `workspace:user`, and an operator sees the user's id alone.
 */
function actorIs(platform: string, actor: string): RawBuilder<SqlBool> {
  const isBare = /^[A-Za-z0-9]+$/.test(actor);
  const named = sql<SqlBool>`actor in (${actor}, ${`${platform}:${actor}`})`;
  return isBare ? sql<SqlBool>`(${named} or actor like ${`%:${actor}`})` : named;
}
