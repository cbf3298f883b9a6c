import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { type Dialect, SqliteDialect } from 'kysely';
import { LRUCache } from 'lru-cache';

/** Statements kept compiled; our queries are a few dozen shapes. */
const compiledLimit = 200;

/** Called around every statement; `before` may throw. */
export type StatementWatch = { before(): void; afterWrite(): void };

/** Kysely over `node:sqlite`: a thin match of names, with compiled statements kept by their text. */
export function nodeSqliteDialect(database: DatabaseSync, watch: StatementWatch): Dialect {
  const compiled = new LRUCache<string, StatementSync>({ max: compiledLimit });
  const prepare = (text: string): StatementSync => {
    const known = compiled.get(text);
    if (known !== undefined) return known;
    // Lists of values (`in (?, ?)`) make ever new texts, so the store of statements is bounded.
    const statement = database.prepare(text);
    compiled.set(text, statement);
    return statement;
  };
  return new SqliteDialect({
    database: {
      close: () => {
        compiled.clear();
        database.close();
      },
      prepare: (text) => {
        watch.before();
        const statement = prepare(text);
        const isWrite = /^(?:insert|update|delete|commit)/i.test(text);
        const done = <T>(result: T): T => {
          if (isWrite) watch.afterWrite();
          return result;
        };
        return {
          reader: statement.columns().length > 0,
          all: (parameters) => done(statement.all(...values(parameters))),
          run: (parameters) => done(statement.run(...values(parameters))),
          iterate: (parameters) => statement.iterate(...values(parameters)),
        };
      },
    },
  });
}

function values(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters.map((value) => {
    if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') {
      return value;
    }
    throw new TypeError(`SQLite takes no ${typeof value} value`);
  });
}
