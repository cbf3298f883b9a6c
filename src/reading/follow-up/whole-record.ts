import { type Annotated, hasCue } from '../annotation.ts';
import type { Candidate } from '../candidates.ts';
import { listed } from '../patterns.ts';
import type { Query, Role } from '../query.ts';
import { isWhetherSo } from './among.ts';
import { asksSubject, leanOf } from './turn.ts';

/** Frames that look at a part of the record because of the turn before. */
const LEANING: ReadonlySet<Query['frame']> = new Set(['among', 'inherits']);

/** How something was done or a meeting was held says nothing by itself. */
const OF_MANNER: ReadonlySet<Role> = new Set(['act', 'verb', 'format']);

/**
 * The best candidate; `left` is one that leant on the turn before and was given up, because the whole record holds what it does not. What no
 * record holds is missed in the whole record, and not only among those just shown.
 */
export function wherever(candidates: readonly Candidate[]): { readonly best: Candidate; readonly left?: Candidate } {
  const [top] = candidates;
  if (top === undefined) throw new RangeError('A question has no reading.');
  const { annotated, reading, found } = top;
  const there = candidates.find((each) => isWhetherSo(each.reading.query, annotated));
  if (there !== undefined && there.reading.prior > reading.prior) return { best: there };
  if (reading.query.frame === 'alone') return withLeft(top, candidates);
  const alone = candidates.find((each) => each.reading.query.frame === 'alone');
  if (alone === undefined || !LEANING.has(reading.query.frame) || isYesOfThen(top)) return { best: top };
  const isEmpty = found.findings.length === 0;
  if (alone.found.findings.length === 0)
    return isEmpty && reading.query.frame === 'among' ? { best: alone, left: top } : { best: top };
  const isLeft = saysItself(alone) && isEmpty && !(isOnSubject(top) && leansOn(annotated));
  return isLeft ? { best: alone, left: top } : { best: top };
}

/** What was asked by itself, with what would have narrowed it to those shown and holds nothing. */
function withLeft(top: Candidate, candidates: readonly Candidate[]): ReturnType<typeof wherever> {
  const isNarrowed = ({ annotated, reading }: Candidate) =>
    reading.query.frame === 'among' && annotated === top.annotated;
  const left = candidates.find(isNarrowed);
  const isLeft = left !== undefined && left.found.findings.length === 0 && left.reading.prior > top.reading.prior;
  return isLeft ? { best: top, left } : { best: top };
}

/** "Where is it held?", "and at the defense ministerial?": without what it points to or goes on from it would be another question. */
function leansOn(annotated: Annotated): boolean {
  const { opens, hasWh } = leanOf(annotated, []);
  return hasCue(annotated, 'deixis', 'pronoun') || annotated.all.some(isIt) || (opens && !hasWh);
}
const isIt = listed('it');
/** 「そのとき国防長官にも会った？」: a yes of some other day is none. */
const isYesOfThen = ({ annotated, reading }: Candidate) =>
  reading.query.yesNo && hasCue(annotated, 'deixis.time', 'deixis.held');
/** What it is about stands in the turn before alone. */
const isOnSubject = ({ reading }: Candidate) =>
  reading.query.constraints.some(({ subject, origin }) => subject && origin === 'carried');

/**
 * It names something of its own or asks for it ("what was agreed in 2025?"), so that it can be asked without the turn before. "And in 2025?"
 * does not: there, none is the answer.
 */
const saysItself = ({ annotated, reading: { query } }: Candidate) =>
  query.constraints.some(({ role }) => !OF_MANNER.has(role)) || asksSubject(annotated, leanOf(annotated, []));

/** Whether the turn, which leans on the one before, is also a question by itself that the record answers. */
export function isAskedAlone(best: Candidate, candidates: readonly Candidate[]): boolean {
  if (!LEANING.has(best.reading.query.frame)) return false;
  const alone = candidates.find(({ reading }) => reading.query.frame === 'alone');
  if (alone === undefined || alone.found.findings.length === 0) return false;
  return alone.reading.query.period !== null || saysItself(alone);
}
