import type { Filters } from '../knowledge/filter.ts';
import type { Language } from '../text/language.ts';
import type { Period, PlainDate } from '../time/period.ts';

/** Where the reading room's pages are, for whoever links to them without serving them. */
export type Pages = {
  consultation(language: Language, id: string): string;
  /** The answer to a question as asked on a day. */
  answer(language: Language, question: string, day: PlainDate): string;
  /** The consultations of a period that fit the filters. */
  list(language: Language, filters: Filters, period?: Period | null): string;
};

/** `publicUrl`: the address of the reading room, with or without a slash at its end. */
export function pagesAt(publicUrl: string): Pages {
  const base = publicUrl.replace(/\/$/, '');
  const at = (path: string, pairs: readonly (readonly [string, string])[] = []) =>
    `${base}/${path}${pairs.length === 0 ? '' : `?${new URLSearchParams(pairs.map(([name, value]) => [name, value]))}`}`;
  return {
    consultation: (language, id) => at(`${language}/consultations/${id}`),
    answer: (language, question, day) =>
      at(`${language}/ask`, [
        ['q', question],
        ['day', day],
      ]),
    list(language, { frameworks = [], topics = [], people = [], countries = [] }, period) {
      const named = (name: string, ids: readonly string[]) => ids.map((id) => [name, id] as const);
      return at(`${language}/consultations`, [
        ...named('framework', frameworks),
        ...named('topic', topics),
        ...named('person', people),
        ...named('country', countries),
        ...(period?.from ? [['from', period.from] as const] : []),
        ...(period?.to ? [['to', period.to] as const] : []),
      ]);
    },
  };
}
