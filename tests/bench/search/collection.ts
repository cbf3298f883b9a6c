import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { KyogiError } from '../../../src/errors.ts';
import type { Passage } from '../../../src/search/passages.ts';

/** A question and the ids of the passages that answer it. */
export type Query = { readonly text: string; readonly relevant: readonly string[] };

const Id = z.union([z.string().min(1), z.number()]).transform(String);
const PassageLine = z.object({ id: Id, title: z.string().nullish(), text: z.string() });
const QueryLine = z.object({ text: z.string(), relevant: z.array(Id).min(1) });

/**
 * Reads passages, one JSON object a line; blank lines are passed over. `option` is the one that named the file.
 * @throws KyogiError `usage` naming file and line, or the option when there is no such file.
 */
export function readPassages(file: string, option: string): Passage[] {
  const seen = new Map<string, number>();
  return readLines(file, option, PassageLine).map(({ line, value: { id, title, text } }) => {
    const before = seen.get(id);
    if (before !== undefined) throw fault(file, line, `the id "${id}" is taken by line ${before}; ids must differ.`);
    seen.set(id, line);
    return { id, title: title ?? '', text };
  });
}

/** Reads queries as `readPassages` reads passages. */
export function readQueries(file: string, option: string): Query[] {
  return readLines(file, option, QueryLine).map(({ value }) => value);
}

function readLines<T>(file: string, option: string, schema: z.ZodType<T>): { line: number; value: T }[] {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch (error) {
    throw new KyogiError('usage', `${option} ${file}: the file cannot be read (${codeOf(error)}).`, { cause: error });
  }
  const lines = content.replace(/^\ufeff/, '').split(/\r?\n/);
  const values = lines.flatMap((text, index) => {
    if (text.trim() === '') return [];
    const parsed = schema.safeParse(parseJson(text, file, index + 1));
    if (parsed.success) return [{ line: index + 1, value: parsed.data }];
    const issue = parsed.error.issues[0];
    const field = issue?.path.join('.') ?? '';
    throw fault(
      file,
      index + 1,
      `${field === '' ? 'the line' : `"${field}"`}: ${issue?.message ?? 'is not as expected'}.`,
    );
  });
  if (values.length === 0) throw new KyogiError('usage', `${option} ${file}: the file holds no line.`);
  return values;
}

function parseJson(text: string, file: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw fault(file, line, `not JSON (${error instanceof Error ? error.message : String(error)}).`);
  }
}

function fault(file: string, line: number, problem: string): KyogiError {
  return new KyogiError('usage', `${file}, line ${line}: ${problem}`);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
