import type { Kysely } from 'kysely';
import { z } from 'zod';
import { KyogiError } from '../errors.ts';
import { migrations } from './migrations.ts';
import { stateTables, type Tables } from './schema.ts';

/** First line of a portable backup. */
const Header = z.strictObject({ kyogi: z.literal('backup'), schema: z.int() });
/** Every other line: one row. */
const Line = z.strictObject({
  table: z.enum(stateTables),
  row: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});

/** Rows written with one statement; well below the parameters that either database takes. */
const chunk = 50;

/** How many rows were written or read. */
export type RowCount = number;

/** Every row as JSON lines that either database can take in again, as of one moment. */
export async function exportLines(
  database: Kysely<Tables>,
  write: (line: string) => Promise<void> | void,
): Promise<RowCount> {
  return await database
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (snapshot) => await writeAll(snapshot, write));
}

/** As `exportLines`, for a database with one connection, whose transactions are serial anyhow. */
export async function exportLinesAlone(
  database: Kysely<Tables>,
  write: (line: string) => Promise<void> | void,
): Promise<RowCount> {
  return await database.transaction().execute(async (snapshot) => await writeAll(snapshot, write));
}

/**
 * Puts a portable backup in place of everything the database holds, all or nothing.
 * @throws KyogiError `store` when the lines are no backup, or one of another schema version.
 */
export async function importLines(database: Kysely<Tables>, lines: AsyncIterable<string>): Promise<RowCount> {
  return await database.transaction().execute(async (transaction) => {
    let number = 0;
    let rows = 0;
    let waiting: z.infer<typeof Line>[] = [];
    const flush = async () => {
      const [first] = waiting;
      if (first === undefined) return;
      // The database itself checks columns; a row that does not fit undoes the whole.
      const values = waiting.map(({ row }) => row) as never;
      await transaction.insertInto(first.table).values(values).execute();
      waiting = [];
    };
    for await (const text of lines) {
      number += 1;
      if (text === '') continue;
      if (number === 1) {
        checkHeader(parse(text, number, Header).schema);
        for (const table of stateTables) await transaction.deleteFrom(table).execute();
        continue;
      }
      const line = parse(text, number, Line);
      if (waiting.length >= chunk || (waiting[0] !== undefined && waiting[0].table !== line.table)) await flush();
      waiting.push(line);
      rows += 1;
    }
    if (number === 0) throw new KyogiError('store', 'The backup is empty.');
    await flush();
    return rows;
  });
}

/** Whether any table holds a row. */
export async function holdsState(database: Kysely<Tables>): Promise<boolean> {
  for (const table of stateTables) {
    const found = await database
      .selectFrom(table)
      .select((select) => select.lit(1).as('one'))
      .limit(1)
      .executeTakeFirst();
    if (found !== undefined) return true;
  }
  return false;
}

async function writeAll(snapshot: Kysely<Tables>, write: (line: string) => Promise<void> | void): Promise<RowCount> {
  let rows = 0;
  await write(JSON.stringify({ kyogi: 'backup', schema: migrations.length } satisfies z.infer<typeof Header>));
  for (const table of stateTables) {
    for (const row of await snapshot.selectFrom(table).selectAll().execute()) {
      await write(JSON.stringify({ table, row }));
      rows += 1;
    }
  }
  return rows;
}

function checkHeader(schema: number): void {
  if (schema === migrations.length) return;
  throw new KyogiError(
    'store',
    `The backup has schema version ${schema} and this program ${migrations.length}. Restore it with the release that made it, then upgrade.`,
  );
}

function parse<T>(text: string, number: number, schema: z.ZodType<T>): T {
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new KyogiError('store', `Line ${number} of the backup is not one of ours; nothing was changed.`);
}
