import type { Period } from '../period.ts';
import { addDays } from './calendar.ts';
import { englishRelation } from './en/relations.ts';
import { japaneseRelation } from './ja/relations.ts';
import type { TimeMention } from './time-mention.ts';

export type Relation = TimeMention['relation'];

/** The words around an expression that open it to one side, and how far they reach in the folded text. */
export function relationAround(
  folded: string,
  start: number,
  end: number,
): { start: number; end: number; relation: Relation; approximate: boolean; week: boolean } {
  const opening = WEEK_OF.exec(folded.slice(Math.max(0, start - 32), start));
  const closing = opening === null ? /^の週/.exec(folded.slice(end, end + 2)) : null;
  const unit = { start: start - (opening?.[0].length ?? 0), end: end + (closing?.[0].length ?? 0) };
  return { ...openingOf(folded, unit.start, unit.end), week: opening !== null || closing !== null };
}

const WEEK_OF = /\b(?:the )?week (?:of|beginning|starting|commencing) (?:the )?$/;

function openingOf(
  folded: string,
  start: number,
  end: number,
): { start: number; end: number; relation: Relation; approximate: boolean } {
  const english = englishRelation(folded, start, end);
  const japanese = english === null || english.relation === 'in' ? japaneseRelation(folded, end) : null;
  return {
    start: english?.start ?? start,
    end: Math.max(english?.end ?? end, japanese?.end ?? end),
    relation: japanese?.relation ?? english?.relation ?? 'in',
    approximate: (english?.approximate ?? false) || (japanese?.approximate ?? false),
  };
}

/** What a relation makes of the unit's own dates: `since` and `until` include them, `after` and `before` leave them out. */
export function bounded(period: Period, relation: Relation): Period {
  switch (relation) {
    case 'since':
      return { from: period.from, to: null };
    case 'until':
      return { from: null, to: period.to };
    case 'after':
      return { from: period.to === null ? null : addDays(period.to, 1), to: null };
    case 'before':
      return { from: null, to: period.from === null ? null : addDays(period.from, -1) };
    case 'in':
      return period;
  }
}
