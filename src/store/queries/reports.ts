import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';
import type { Feedback, Gap, Store } from '../store.ts';

type Part = Pick<Store, 'addFeedback' | 'listFeedback' | 'addGap' | 'listGaps'>;

/** What readers reported and what could not be answered, newest first. */
export function reportQueries(database: Kysely<Tables>): Part {
  return {
    async addFeedback(feedback) {
      const { knowledgeVersion, ...columns } = feedback;
      await database
        .insertInto('feedback')
        .values({ id: randomUUID(), ...columns, knowledge_version: knowledgeVersion })
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

function parseKind(kind: string): Feedback['kind'] {
  return kind === 'wrong-date' || kind === 'wrong-person' || kind === 'missing-record' || kind === 'helpful'
    ? kind
    : 'other';
}
