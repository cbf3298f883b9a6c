import type { Grammar } from '../grammar.ts';

const OF = /^. ?の? ?$/;
const ADJACENT = /^. ?$/;

/** Japanese order: year, month, day, each optionally joined by の (2025年の3月の上旬). */
export const japaneseGrammar: Grammar = {
  year: { month: OF, part: OF, quarter: OF, half: OF, season: OF, named: OF, number: /^[年度] ?$/ },
  'short-year': { month: ADJACENT, named: OF, quarter: OF, half: OF, season: OF, part: OF },
  month: { day: OF, part: OF, number: /^月$/ },
  week: { weekday: OF },
  decade: { part: OF, half: OF },
  day: { weekday: /^. ?\(?$/ },
};
