import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { z } from 'zod';

/** Letters put otherwise, and none of the words. */
const CHANGES = {
  lower: (text: string) => text.toLowerCase(),
  unpunctuated: (text: string) => text.replaceAll(/[?!,;:"“”？！、。「」]|\.(?!\d)|'(?=\s|$)/gu, ' ').trim(),
  spaced: (text: string) => text.replaceAll(' ', '  '),
  slipped,
};

const Manner = z.strictObject({
  name: z.string(),
  language: z.enum(['en', 'ja']),
  least: z.number(),
  of: z.enum(['wh', 'any']).default('any'),
  ways: z.array(z.string().includes('{')).default([]),
  change: z.enum(Object.keys(CHANGES) as (keyof typeof CHANGES)[]).optional(),
});

export type Manner = z.infer<typeof Manner>;

/** The manners of `manners.yaml`. */
export function loadManners(): readonly Manner[] {
  return z.array(Manner).parse(load(readFileSync(join(import.meta.dirname, 'manners.yaml'), 'utf8')));
}

const ASKING = /^(?:who|whom|whose|what|when|where|which|why|how)\b/iu;

/** Whether a question can be put in a manner. */
export const suits = ({ of, language }: Manner, text: string): boolean =>
  of === 'any' || language === 'ja' || ASKING.test(text);

/** A question in each way of a manner. */
export function inManner({ ways, change }: Manner, text: string): readonly string[] {
  if (change !== undefined) return [CHANGES[change](text)];
  const bare = text.replace(/[?!.？！。\s]+$/u, '');
  // "US" and "Ishiba" keep their letters: only a word of asking or a verb begins small.
  const lower = /^(?:US|I|[A-Z][a-z]+[ ’'][A-Z]|[A-Z]{2})/u.test(text)
    ? text
    : text.charAt(0).toLowerCase() + text.slice(1);
  const ended = /[?!.？！。]$/u.test(text) ? text : `${text}${/[぀-ヿ]/u.test(text) ? '。' : '.'}`;
  const forms: Readonly<Record<string, string>> = { lower, bare, ended, '': text };
  return ways.map((way) => way.replace(/\{([a-z]*)\}/u, (_, form: string) => forms[form] ?? text));
}

/** Two letters of the longest small word change places: a slip that leaves its first and last letter. */
function slipped(text: string): string {
  const words = [...text.matchAll(/\b[a-z]{5,}\b/gu)];
  const [longest] = words.sort((a, b) => b[0].length - a[0].length);
  if (longest === undefined) return text;
  const at = longest.index + Math.floor(longest[0].length / 2) - 1;
  return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
}
