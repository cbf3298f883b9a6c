import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { complete } from '../lexicon/complete.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Language } from '../text/language.ts';
import { level } from '../text/level.ts';
import { monthOf, periodOfEventDate, yearOf } from '../time/calendar.ts';
import { formatPeriod } from '../time/format.ts';

/** A completion for a partly typed question or filter. `value` is what is submitted, at most 100 characters. */
export type Suggestion = { readonly label: string; readonly value: string };

export type SuggestRequest = {
  readonly kind: 'question' | 'person' | 'topic' | 'framework' | 'period' | 'country';
  readonly typed: string;
  readonly language: Language;
  readonly limit: number;
};
export type FilterRequest = SuggestRequest & { readonly kind: Exclude<SuggestRequest['kind'], 'question'> };

/** Completions of a filter, at most `limit`. */
export function suggest(knowledge: KnowledgeBase, lexicon: Lexicon, request: FilterRequest): readonly Suggestion[] {
  const { kind, typed, language, limit } = request;
  return kind === 'period' ? periods(knowledge, request) : complete(lexicon, typed, kind, language, limit);
}

/** Years and months that have records, newest first, by what their label or ISO form begins with. */
function periods(knowledge: KnowledgeBase, { typed, language, limit }: FilterRequest): readonly Suggestion[] {
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
