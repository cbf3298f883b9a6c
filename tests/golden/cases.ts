import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { Intents } from '../../src/answer/json.ts';

const Ids = z.array(z.string().min(1));
const Texts = z.array(z.string().min(1));

/** What an answer to a golden question must show; only what is given is checked. */
const Expectation = z.strictObject({
  status: z.enum(['answered', 'not-found', 'clarify']).default('answered'),
  /** How the question was understood, as the contract tells it; for where the answer alone would not show it. */
  intent: z.enum(Intents).optional(),
  /** `[from, to]`, an open end `null`; `null` for no period. */
  period: z.tuple([z.iso.date().nullable(), z.iso.date().nullable()]).nullable().optional(),
  people: Ids.optional(),
  frameworks: Ids.optional(),
  topics: Ids.optional(),
  countries: Ids.optional(),
  /** The id that must come first. */
  first: z.string().optional(),
  /** Ids that the answer must rest on, in any place. */
  consultations: Ids.optional(),
  /** How many consultations the answer rests on. */
  count: z.int().nonnegative().optional(),
  /** The headline alone must contain these. */
  headline: Texts.optional(),
  /** Texts that the whole answer must contain; of a list any one. */
  says: z.array(z.union([z.string().min(1), Texts.min(2)])).optional(),
  /** Texts that it must not. */
  omits: Texts.optional(),
});

const Case = z.strictObject({
  /** Shared with the same question in the other language of the same kind. */
  id: z
    .string()
    .regex(/^[a-z0-9-]+$/u)
    .optional(),
  /** What is typed; a list is one conversation, of which the last answer is judged. */
  ask: z.union([z.string(), z.array(z.string()).min(2)]),
  /** What makes the expectation right, where the question does not show it. */
  why: z.string().optional(),
  now: z.string().default('2026-11-25T09:00:00+09:00'),
  /** Default: the language of the file. */
  language: z.enum(['ja', 'en']).optional(),
  expect: Expectation,
});

/** A case with the kind and language that its path gives: `tests/golden/<kind>/<language>.yaml`. */
export type GoldenCase = z.infer<typeof Case> & { readonly kind: string; readonly language: 'ja' | 'en' };

const LANGUAGES = ['en', 'ja'] as const;

/** The kinds, by name: the folders of `root`. */
export function kindsIn(root: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Every case of `root`, by kind and language. @throws Error naming the file and the case. */
export function loadCases(root: string): GoldenCase[] {
  return kindsIn(root).flatMap((kind) =>
    LANGUAGES.flatMap((language) =>
      readCases(join(root, kind, `${language}.yaml`)).map((each) => ({
        ...each,
        kind,
        language: each.language ?? language,
      })),
    ),
  );
}

function readCases(file: string): z.infer<typeof Case>[] {
  const document = parseDocument(readFileSync(file, 'utf8'));
  if (document.errors[0] !== undefined) throw new Error(`${file}: ${document.errors[0].message}`);
  const parsed = z.array(Case).safeParse(document.toJS());
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** A case as a line shows it. */
export function shown({ ask }: Pick<GoldenCase, 'ask'>): string {
  return [ask].flat().join(' ⏎ ');
}
