import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { Intents } from '../../src/question/question.ts';

const Ids = z.array(z.string().min(1));

/** What an answer to a golden question must show; only what is given is checked. */
const Expectation = z.strictObject({
  status: z.enum(['answered', 'not-found', 'clarify']).default('answered'),
  intent: z.enum(Intents).optional(),
  /** `[from, to]`, an open end `null`; `null` for no period. */
  period: z.tuple([z.iso.date().nullable(), z.iso.date().nullable()]).nullable().optional(),
  people: Ids.optional(),
  frameworks: Ids.optional(),
  topics: Ids.optional(),
  countries: Ids.optional(),
  /** Ids that the answer must rest on, in any place. */
  consultations: Ids.optional(),
  /** The id that must come first. */
  first: z.string().optional(),
  /** How many consultations the answer rests on. */
  count: z.int().nonnegative().optional(),
  /** Texts that the whole answer must contain. */
  says: z.array(z.string().min(1)).optional(),
  /** Texts that it must not. */
  omits: z.array(z.string().min(1)).optional(),
  /** The headline alone must contain these. */
  headline: z.array(z.string().min(1)).optional(),
});

const Case = z.strictObject({
  ask: z.union([z.string(), z.array(z.string()).min(2)]),
  /** Groups cases in the table: an intent, or `refusal`, `hostile`, `follow-up`. */
  kind: z.string().min(1),
  /** Default `2026-11-25T09:00:00+09:00`. */
  now: z.string().default('2026-11-25T09:00:00+09:00'),
  language: z.enum(['ja', 'en']).optional(),
  expect: Expectation,
});
export type GoldenCase = z.infer<typeof Case> & { readonly file: string };

/** Reads every `*.yaml` in `folder`. @throws Error naming the file and the case. */
export function loadCases(folder: string): GoldenCase[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => {
      const document = parseDocument(readFileSync(join(folder, name), 'utf8'));
      if (document.errors[0] !== undefined) throw new Error(`${name}: ${document.errors[0].message}`);
      const parsed = z.array(Case).safeParse(document.toJS());
      if (!parsed.success) throw new Error(`${name}: ${z.prettifyError(parsed.error)}`);
      return parsed.data.map((each) => ({ ...each, file: name }));
    });
}
