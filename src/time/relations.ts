import { addDays } from './calendar.ts';
import { englishRelation } from './en/relations.ts';
import { japaneseRelation } from './ja/relations.ts';
import type { Period } from './period.ts';
import type { TimeMention } from './time-mention.ts';

export type Relation = TimeMention['relation'];

/** What the words around an expression say of it, and how many characters of them belong to it on either side. */
export type Surround = {
  readonly lead: number;
  readonly tail: number;
  readonly relation: Relation;
  readonly approximate: boolean;
};

/** What stands beside the dates named: the week around a day (side 0), the day after, the month before. */
export type Neighbour = { readonly unit: 'day' | 'week' | 'month' | 'year'; readonly side: -1 | 0 | 1 };

/** A stretch of the folded text with the words that open it to one side or step beside it. */
export type Opened = {
  readonly start: number;
  readonly end: number;
  readonly relation: Relation;
  readonly approximate: boolean;
  readonly neighbour: Neighbour | null;
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
  const step = stepBefore(before) ?? stepAfter(after);
  const [lead, tail] = [step?.lead ?? 0, step?.tail ?? 0];
  const around = surround(before.slice(0, before.length - lead), after.slice(tail));
  return {
    start: start - lead - around.lead,
    end: end + tail + around.tail,
    relation: around.relation === 'before' && isAnEnd(folded.slice(start, end)) ? 'until' : around.relation,
    approximate: around.approximate,
    neighbour: step?.neighbour ?? null,
  };
}

/** "Before the end of 2026", 2026年末より前: not over yet in its last month. */
function isAnEnd(expression: string): boolean {
  return /^(?:the )?end of /.test(expression) || expression.endsWith('末');
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

type Step = { readonly lead: number; readonly tail: number; readonly neighbour: Neighbour };

const WEEK_OF = /\b(?:the )?week (?:of|beginning|starting|commencing) (?:the )?$/;
const EVE_OF = /\b(?:the )?eve of (?:the )?$/;
const SIDES = 'after|following|before|preceding|prior to';
const STEP = new RegExp(`\\b(?:the )?(day|week|month|year) (${SIDES}) (?:the )?$`);
const STEP_AFTER = /^の?(?:(翌|次の|前)(日|週|月|年)(?![度比])|の週)/;
const UNITS = { 日: 'day', 週: 'week', 月: 'month', 年: 'year' } as const;

/** "The day after March 30", "the week of March 3". */
function stepBefore(before: string): Step | null {
  const eve = EVE_OF.exec(before);
  if (eve !== null) return { lead: eve[0].length, tail: 0, neighbour: { unit: 'day', side: -1 } };
  const week = WEEK_OF.exec(before);
  if (week !== null) return { lead: week[0].length, tail: 0, neighbour: { unit: 'week', side: 0 } };
  const [whole, name, side] = STEP.exec(before) ?? [];
  if (whole === undefined) return null;
  const unit = name === 'day' || name === 'week' || name === 'month' ? name : 'year';
  return { lead: whole.length, tail: 0, neighbour: { unit, side: side === 'after' || side === 'following' ? 1 : -1 } };
}

/** 3月30日の翌日, 2024年の前年, 3月3日の週. */
function stepAfter(after: string): Step | null {
  const [whole, side, name] = STEP_AFTER.exec(after) ?? [];
  if (whole === undefined) return null;
  if (name === undefined) return { lead: 0, tail: whole.length, neighbour: { unit: 'week', side: 0 } };
  const unit = name === '日' || name === '週' || name === '月' || name === '年' ? UNITS[name] : 'day';
  return { lead: 0, tail: whole.length, neighbour: { unit, side: side === '前' ? -1 : 1 } };
}

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
