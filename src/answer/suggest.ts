import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { complete } from '../lexicon/complete.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Language } from '../text/language.ts';
import { level } from '../text/level.ts';
import { monthOf, periodOfEventDate, yearOf } from '../time/calendar.ts';
import { formatPeriod } from '../time/format.ts';
import { examples } from './examples.ts';

/** A completion for a partly typed question or filter. `value` is what is submitted, at most 100 characters. */
export type Suggestion = { readonly label: string; readonly value: string };

export type SuggestRequest = {
  readonly kind: 'question' | 'person' | 'topic' | 'framework' | 'period' | 'country';
  readonly typed: string;
  readonly language: Language;
  readonly limit: number;
};

/** Longest value that a platform submits. */
const longest = 100;

/** Completions of what is typed, at most `limit`. With nothing typed a question is completed by examples from the record. */
export function suggest(knowledge: KnowledgeBase, lexicon: Lexicon, request: SuggestRequest): readonly Suggestion[] {
  const { kind, typed, language, limit } = request;
  if (kind === 'period') return periods(knowledge, request);
  if (kind === 'question' && typed.trim() === '') return exampleSuggestions(knowledge, request);
  const found = complete(lexicon, typed, kind, language, limit);
  if (kind !== 'question') return found;
  const own = typed.trim();
  // What was typed stays submittable as it is: completion helps and never forces.
  const asTyped = own === '' || own.length > longest ? [] : [{ label: own, value: own }];
  const seen = new Set<string>();
  return [...asTyped, ...found].filter(({ value }) => !seen.has(value) && seen.add(value)).slice(0, limit);
}

function exampleSuggestions(knowledge: KnowledgeBase, { language, limit }: SuggestRequest): readonly Suggestion[] {
  // A meeting with a long title makes a question that no platform submits: others take its place.
  return examples(knowledge, language, 2 * limit)
    .filter((question) => question.length <= longest)
    .slice(0, limit)
    .map((question) => ({ label: question, value: question }));
}

/** Years and months that have records, newest first, by what their label or ISO form begins with. */
function periods(knowledge: KnowledgeBase, { typed, language, limit }: SuggestRequest): readonly Suggestion[] {
  const years = new Set<string>();
  const months = new Set<string>();
  for (const { date } of knowledge.consultations) {
    const { from } = periodOfEventDate(date);
    years.add(from.slice(0, 4));
    months.add(from.slice(0, 7));
  }
  const label = (iso: string) => {
    const [year = 0, month] = iso.split('-').map(Number);
    return formatPeriod(month === undefined ? yearOf(year) : monthOf(year, month), language);
  };
  const start = level(typed).trim();
  const newest = (items: ReadonlySet<string>) => [...items].sort().reverse();
  return [...newest(years), ...newest(months)]
    .map((iso) => ({ iso, label: label(iso) }))
    .filter((each) => each.iso.startsWith(start) || level(each.label).startsWith(start))
    .slice(0, limit)
    .map((each) => ({ label: each.label, value: each.label }));
}
