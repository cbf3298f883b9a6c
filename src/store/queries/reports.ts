import { createHash, randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';
import type { Feedback, Gap, Store } from '../store.ts';

type Part = Pick<Store, 'addFeedback' | 'listFeedback' | 'addGap' | 'listGaps'>;

/** What readers reported and what could not be answered, newest first. */
export function reportQueries(database: Kysely<Tables>): Part {
  return {
    async addFeedback(feedback) {
      const { knowledgeVersion, ...columns } = feedback;
      const row = { ...columns, knowledge_version: knowledgeVersion };
      await database
        .insertInto('feedback')
        .values({ id: feedbackId(feedback), ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    },

    async listFeedback(limit) {
      const rows = await database
        .selectFrom('feedback')
        .selectAll()
        .orderBy('at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        at: row.at,
        platform: row.platform,
        actor: row.actor,
        ask: row.ask,
        kind: parseKind(row.kind),
        text: row.text,
        knowledgeVersion: row.knowledge_version,
      }));
    },

    async addGap(gap) {
      const { knowledgeVersion, ...columns } = gap;
      await database
        .insertInto('gaps')
        .values({ id: randomUUID(), ...columns, knowledge_version: knowledgeVersion })
        .execute();
    },

    async listGaps(limit) {
      const rows = await database
        .selectFrom('gaps')
        .selectAll()
        .orderBy('at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(
        (row): Gap => ({
          at: row.at,
          platform: row.platform,
          actor: row.actor,
          language: row.language === 'ja' ? 'ja' : 'en',
          intent: row.intent,
          reason: row.reason,
          text: row.text,
          knowledgeVersion: row.knowledge_version,
        }),
      );
    },
  };
}

/** One row a person, answer and kind, however often it is said: the last word counts. */
function feedbackId({ platform, actor, ask, kind }: Feedback): string {
  return createHash('sha256')
    .update(JSON.stringify([platform, actor, ask, kind]))
    .digest('base64url');
}

function parseKind(kind: string): Feedback['kind'] {
  return kind === 'wrong-date' || kind === 'wrong-person' || kind === 'missing-record' || kind === 'helpful'
    ? kind
    : 'other';
}
