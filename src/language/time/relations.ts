import type { Period } from '../period.ts';
import { addDays } from './calendar.ts';
import { englishRelation } from './en/relations.ts';
import { japaneseRelation } from './ja/relations.ts';
import type { TimeMention } from './time-mention.ts';

export type Relation = TimeMention['relation'];

/** What the words around an expression say of it, and how many characters of them belong to it on either side. */
export type Surround = {
  readonly lead: number;
  readonly tail: number;
  readonly relation: Relation;
  readonly approximate: boolean;
};

/** A stretch of the folded text with the words that open it to one side; `week` when they make the week of a day. */
export type Opened = {
  readonly start: number;
  readonly end: number;
  readonly relation: Relation;
  readonly approximate: boolean;
  readonly week: boolean;
};

/** How far the words that open an expression may reach on either side. */
const REACH = 40;

/** Reads the words around an expression, no further than `floor` and `ceiling`, where its neighbours stand. */
export function relationAround(
  folded: string,
  { start, end }: { readonly start: number; readonly end: number },
  { floor, ceiling }: { readonly floor: number; readonly ceiling: number },
): Opened {
  const before = folded.slice(Math.max(floor, start - REACH), start);
  const after = folded.slice(end, Math.min(ceiling, end + REACH));
  const opening = WEEK_OF.exec(before)?.[0].length ?? 0;
  const closing = opening === 0 ? (WEEK_AFTER.exec(after)?.[0].length ?? 0) : 0;
  const { lead, tail, relation, approximate } = surround(
    before.slice(0, before.length - opening),
    after.slice(closing),
  );
  return {
    start: start - opening - lead,
    end: end + closing + tail,
    relation,
    approximate,
    week: opening + closing > 0,
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

const WEEK_OF = /\b(?:the )?week (?:of|beginning|starting|commencing) (?:the )?$/;
const WEEK_AFTER = /^の週/;

/** Japanese puts the relation after, English mostly before; where both stand ("since 2024年から") the Japanese one is nearer. */
function surround(before: string, after: string): Surround {
  const english = englishRelation(before, after);
  const japanese = english === null || english.relation === 'in' ? japaneseRelation(after) : null;
  return {
    lead: english?.lead ?? 0,
    tail: Math.max(english?.tail ?? 0, japanese?.tail ?? 0),
    relation: japanese?.relation ?? english?.relation ?? 'in',
    approximate: (english?.approximate ?? false) || (japanese?.approximate ?? false),
  };
}
