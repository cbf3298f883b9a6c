import { createHash, randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../schema.ts';
import type { Feedback, Gap, ReportedAnswer, Store, StoredFeedback } from '../store.ts';

type Part = Pick<
  Store,
  'addFeedback' | 'listFeedback' | 'listUntold' | 'markTold' | 'listTold' | 'addGap' | 'listGaps' | 'countGaps'
>;

/** Kinds of unanswered questions that are counted for one list; far more than anybody reads. */
const MOST_KINDS = 200;

/** What readers reported, what could not be answered, and what curators were told of it. */
export function reportQueries(database: Kysely<Tables>): Part {
  return {
    async addFeedback(feedback) {
      const { knowledgeVersion, about, ...columns } = feedback;
      const row = { ...columns, about: about && JSON.stringify(about), knowledge_version: knowledgeVersion };
      await database
        .insertInto('feedback')
        .values({ id: feedbackId(feedback), ...row, told: null })
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet({
            ...row,
            told: sql<
              string | null
            >`case when coalesce(feedback.text, '') = ${feedback.text ?? ''} then feedback.told end`,
          }),
        )
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
      return rows.map(fromRow);
    },

    async listUntold(from, to, limit) {
      const rows = await database
        .selectFrom('feedback')
        .selectAll()
        .where('told', 'is', null)
        .where('kind', '<>', 'helpful')
        .where('at', '>=', from)
        .where('at', '<', to)
        .orderBy('at')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(fromRow);
    },

    async markTold(ids, told) {
      if (ids.length === 0) return;
      await database
        .updateTable('feedback')
        .set({ told })
        .where('id', 'in', [...ids])
        .where('told', 'is', null)
        .execute();
    },

    async listTold(prefix) {
      const rows = await database
        .selectFrom('feedback')
        .selectAll()
        .where('told', 'like', `${prefix}%`)
        .orderBy('at')
        .orderBy('id')
        .execute();
      return rows.map((row) => ({ ...fromRow(row), told: row.told ?? '' }));
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
          language: parseLanguage(row.language),
          intent: row.intent,
          reason: row.reason,
          text: row.text,
          knowledgeVersion: row.knowledge_version,
        }),
      );
    },

    async countGaps(from, to) {
      const rows = await database
        .selectFrom('gaps')
        .select(['language', 'reason', 'text'])
        .select((select) => select.fn.countAll<number | string>().as('count'))
        .where('at', '>=', from)
        .where('at', '<', to)
        .groupBy(['language', 'reason', 'text'])
        .orderBy('count', 'desc')
        .orderBy('language')
        .orderBy('reason')
        .limit(MOST_KINDS)
        .execute();
      return rows.map(({ language, count, ...row }) => ({
        ...row,
        language: parseLanguage(language),
        count: Number(count),
      }));
    },
  };
}

/** One row a person, answer and kind, however often it is said: the last word counts. */
function feedbackId({ platform, actor, ask, kind }: Feedback): string {
  return createHash('sha256')
    .update(JSON.stringify([platform, actor, ask, kind]))
    .digest('base64url');
}

function fromRow(row: Tables['feedback']): StoredFeedback {
  return {
    id: row.id,
    at: row.at,
    platform: row.platform,
    actor: row.actor,
    ask: row.ask,
    kind: parseKind(row.kind),
    text: row.text,
    // Written from a ReportedAnswer by addFeedback alone.
    about: row.about === null ? null : (JSON.parse(row.about) as ReportedAnswer),
    knowledgeVersion: row.knowledge_version,
  };
}

function parseKind(kind: string): Feedback['kind'] {
  return kind === 'wrong-date' || kind === 'wrong-person' || kind === 'missing-record' || kind === 'helpful'
    ? kind
    : 'other';
}

function parseLanguage(language: string): Gap['language'] {
  return language === 'ja' ? 'ja' : 'en';
}
