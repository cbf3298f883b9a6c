import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { type Dialect, SqliteDialect } from 'kysely';

/** Statements kept compiled; our queries are a few dozen shapes. */
const compiledLimit = 200;

/** Kysely over `node:sqlite`: a thin match of names, with compiled statements kept by their text. */
export function nodeSqliteDialect(database: DatabaseSync): Dialect {
  const compiled = new Map<string, StatementSync>();
  const prepare = (text: string): StatementSync => {
    const known = compiled.get(text);
    if (known !== undefined) return known;
    // Lists of values (`in (?, ?)`) make ever new texts, so the store of statements is bounded.
    if (compiled.size >= compiledLimit) compiled.clear();
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
        const statement = prepare(text);
        return {
          reader: statement.columns().length > 0,
          all: (parameters) => statement.all(...values(parameters)),
          run: (parameters) => statement.run(...values(parameters)),
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
