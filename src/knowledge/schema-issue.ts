import { z } from 'zod';
import { nearestWord } from '../text/nearest.ts';

/** The parts of a zod issue that we explain. */
export type SchemaIssue = z.core.$ZodIssue;

export type ExplainedIssue = { readonly path: readonly PropertyKey[]; readonly message: string; readonly fix: string };

/**
 * Says a schema issue in a curator's words: what is wrong and what to do. `root` is the value that was held against `schema`.
 * One issue may name several keys.
 */
export function explainIssue(issue: SchemaIssue, schema: z.ZodType, root: unknown): readonly ExplainedIssue[] {
  const path = issue.path;
  const name = nameOf(path);
  const input = valueAt(root, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], ...unknownKey(key, keysAt(schema, path)) }));
    case 'invalid_type':
      return [{ path, ...wrongType(name, issue, input) }];
    case 'invalid_value': {
      if (input === undefined) return [{ path, message: `${name} is missing`, fix: addIt(path) }];
      const values = issue.values.map(String).join(', ');
      return [{ path, message: `${name} is ${show(input)}, which is not known`, fix: `use one of: ${values}` }];
    }
    case 'too_small':
      return [{ path, message: `${name} is empty`, fix: 'fill it in, or take the key out if it may be left out' }];
    default:
      return [{ path, message: `${name} is ${show(input)}`, fix: fixOf(issue) }];
  }
}

function unknownKey(key: string, known: readonly string[]): { message: string; fix: string } {
  const near = nearestWord(key, known);
  const fix = near === undefined ? `the keys here are ${known.join(', ')}` : `did you mean "${near}"?`;
  return { message: `has an unknown key "${key}"`, fix };
}

function wrongType(name: string, issue: z.core.$ZodIssueInvalidType, input: unknown): { message: string; fix: string } {
  if (input === undefined) return { message: `${name} is missing`, fix: addIt(issue.path) };
  const expected = typeNames[issue.expected] ?? issue.expected;
  return { message: `${name} is ${show(input)}`, fix: `it must be ${expected}` };
}

/** Names the missing key alone, as it is to be written. */
const addIt = (path: readonly PropertyKey[]): string => `add "${String(path.at(-1))}:"`;

const typeNames: Readonly<Record<string, string>> = {
  string: 'text (put quotes around it if it looks like a number or a date)',
  object: 'a group of keys',
  array: 'a list',
  int: 'a whole number',
  number: 'a number',
};

function fixOf(issue: SchemaIssue): string {
  if (issue.code === 'invalid_format' && issue.format === 'url') return 'give a full http(s) address';
  if (issue.code === 'invalid_format' && issue.format === 'date') return 'give a real day as YYYY-MM-DD';
  return issue.message;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let at = root;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Reflect.get(at, step);
  }
  return at;
}

/** The last named step of a path, so that "participants.0.office.en" is called office.en. */
function nameOf(path: readonly PropertyKey[]): string {
  const names = path.filter((step) => typeof step === 'string');
  if (names.length === 0) return 'the record';
  const last = names.at(-1) ?? '';
  return (last === 'ja' || last === 'en') && names.length > 1 ? `${names.at(-2)}.${last}` : last;
}

/** The keys that the schema allows at `path`. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  let at: unknown = schema;
  for (const step of [...path, null]) {
    while (at instanceof z.ZodOptional || at instanceof z.ZodDefault) at = at.unwrap();
    if (step === null) break;
    if (at instanceof z.ZodArray) at = at.element;
    else if (at instanceof z.ZodObject && typeof step === 'string') at = at.shape[step];
  }
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

function show(input: unknown): string {
  if (input === undefined) return 'missing';
  if (input === null) return 'empty';
  if (typeof input === 'string') return `"${input.length > 60 ? `${input.slice(0, 60)}…` : input}"`;
  if (Array.isArray(input)) return 'a list';
  return typeof input === 'object' ? 'a group of keys' : String(input);
}
