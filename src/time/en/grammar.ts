import type { Grammar } from '../grammar.ts';

const SPACE = /^. $/;
const TIGHT = /^. ?$/;
const OF_YEAR = /^.(?:[,.]? |, ?|[-/]|)(?:of |in )?(?:the )?$/;
const OF = /^.,? ?(?:of |in )?(?:the )?$/;
const OF_DAY = /^.,? ?(?:of |in )?(?:the )?$/;
const PART = /^.(?:[ -]|)(?:in |of )?(?:the )?$/;

/** English orders: March 30, 2025 · 30 March 2025 · early March 2025 · Q1 of 2025 · 2025 Q1 · March last year. */
export const englishGrammar: Grammar = {
  weekday: { month: /^.,? $/, number: /^.,? (?:the )?$/, day: /^.,? (?:the )?$/, week: /^. (?:of )?$/ },
  week: { weekday: /^.(?:'s)? $/ },
  which: { month: SPACE, season: SPACE, weekday: SPACE, named: SPACE },
  part: { month: PART, year: PART, decade: PART, season: PART, 'short-year': PART },
  month: {
    day: /^(?:[a-z.] ?|[a-z][-/])(?:the )?$/,
    number: /^(?:[a-z.] |\.)$/,
    year: OF_YEAR,
    'short-year': /^.,? $/,
  },
  day: { month: /^.[ -](?:of )?$/, year: OF_YEAR, 'short-year': OF_YEAR },
  number: { month: /^.(?:[ -]|\. ?)(?:of )?$/, year: OF_YEAR, 'short-year': OF_YEAR },
  year: {
    month: /^.(?:(?:'s)?,? |[./-])$/,
    quarter: /^.(?:'s)?[ -]?$/,
    half: /^.(?:'s)?[ -]?$/,
    season: /^.(?:'s)? $/,
    named: /^.(?:'s)? $/,
  },
  named: { year: OF_DAY, 'short-year': SPACE },
  quarter: { year: OF, 'short-year': TIGHT },
  half: { year: OF, month: OF, decade: OF, 'short-year': TIGHT },
  season: { year: OF, 'short-year': SPACE },
};
