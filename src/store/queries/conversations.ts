import type { Kysely } from 'kysely';
import type { Query } from '../../reading/query.ts';
import type { Tables } from '../schema.ts';
import type { Store } from '../store.ts';
import { storedQuery } from '../stored-question.ts';
import { reportQueries } from './reports.ts';

type Part = Pick<
  Store,
  'claim' | 'claimTogether' | 'loadConversation' | 'saveConversation' | 'loadAsk' | 'saveAsk' | 'saveTogether'
>;

/** Short-lived memory: what was already taken up, and what was last asked. */
export function conversationQueries(database: Kysely<Tables>): Part {
  return {
    claim: (key, now, expiresAt) => takeClaim(database, key, now, expiresAt),

    claimTogether: (keys, now, expiresAt) =>
      database.transaction().execute(async (transaction) => {
        const taken: boolean[] = [];
        for (const key of keys) taken.push(await takeClaim(transaction, key, now, expiresAt));
        return taken;
      }),

    async loadConversation(key, now) {
      const row = await database
        .selectFrom('conversations')
        .select('question')
        .where('key', '=', key)
        .where('expires_at', '>', now)
        .executeTakeFirst();
      return row && parseQuestion(row.question);
    },

    saveConversation: (key, actor, question, _now, expiresAt) =>
      putConversation(database, key, actor, question, expiresAt),

    async loadAsk(id, now) {
      const row = await database
        .selectFrom('asks')
        .select(['question', 'language', 'day'])
        .where('id', '=', id)
        .where('expires_at', '>', now)
        .executeTakeFirst();
      return row && { question: parseQuestion(row.question), language: parseLanguage(row.language), day: row.day };
    },

    saveAsk: (id, actor, ask, _now, expiresAt) =>
      database.transaction().execute((transaction) => putAsk(transaction, { id, actor, ask, expiresAt })),

    async saveTogether({ conversations, asks, gaps }) {
      await database.transaction().execute(async (transaction) => {
        for (const { key, actor, question, expiresAt } of conversations) {
          await putConversation(transaction, key, actor, question, expiresAt);
        }
        for (const each of asks) await putAsk(transaction, each);
        for (const gap of gaps) await reportQueries(transaction).addGap(gap);
      });
    },
  };
}

async function takeClaim(database: Kysely<Tables>, key: string, now: number, expiresAt: number): Promise<boolean> {
  const taken = await database
    .insertInto('claims')
    .values({ key, expires_at: expiresAt })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({ expires_at: expiresAt }).where('claims.expires_at', '<=', now),
    )
    .returning('key')
    .executeTakeFirst();
  return taken !== undefined;
}

async function putConversation(
  database: Kysely<Tables>,
  key: string,
  actor: string,
  question: Query,
  expiresAt: number,
): Promise<void> {
  const row = { actor, question: JSON.stringify(question), expires_at: expiresAt };
  await database
    .insertInto('conversations')
    .values({ key, ...row })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
    .execute();
}

type AskRow = Parameters<Store['saveTogether']>[0]['asks'][number];

async function putAsk(database: Kysely<Tables>, { id, actor, ask, expiresAt, from }: AskRow): Promise<void> {
  const row = {
    question: JSON.stringify(ask.question),
    language: ask.language,
    day: ask.day,
    expires_at: expiresAt,
  };
  await database
    .insertInto('asks')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
  if (from === undefined || !(await copyAskers(database, from, id))) {
    await database
      .insertInto('askers')
      .values({ ask: id, actor })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Whoever typed one ask typed the other; false where nobody is known to have. */
async function copyAskers(database: Kysely<Tables>, from: string, to: string): Promise<boolean> {
  const askers = await database.selectFrom('askers').select('actor').where('ask', '=', from).execute();
  if (askers.length === 0) return false;
  await database
    .insertInto('askers')
    .values(askers.map(({ actor }) => ({ ask: to, actor })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return true;
}

function parseQuestion(json: string): Query {
  return storedQuery(JSON.parse(json));
}

function parseLanguage(value: string): 'ja' | 'en' {
  return value === 'ja' ? 'ja' : 'en';
}
