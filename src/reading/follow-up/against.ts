import { ahead } from '../../lists.ts';
import { OF_POSTS } from '../neighbours.ts';
import { type Constraint, Explains, isOfStatement, type Query, type Side } from '../query.ts';
import type { Reading } from '../readings.ts';
import { bare, carried, consultations, scopeOf } from './scope.ts';
import { steps } from './steps.ts';
import { kept } from './table.ts';
import type { Turn } from './turn.ts';

/**
 * "Which was more?", "were they the same people as at the one in January?": what was asked before is set against what the turn names, or where it
 * names nothing against what the turn before that asked of.
 */
export function against(turn: Turn): readonly Reading[] {
  const { readings, previous, lean } = turn;
  const isOfOthers = Explains.has(previous.ask) || OF_POSTS.has(previous.ask) || previous.otherPeriod !== null;
  if (isOfOthers || lean.names > 1) return [];
  return readings.flatMap((one) => {
    const { ask, direction, measure, otherPeriod, parts } = one.query;
    // Of whoever holds a post no two meetings tell.
    if (measure === 'participants' && previous.constraints.some(({ role }) => role === 'post')) return [];
    const isOfTwo = ask === 'compare' || (ask === 'duration' && direction !== undefined);
    if (!isOfTwo || otherPeriod !== null || parts !== undefined) return [];
    const other = named(one, turn) ?? previous.before;
    const sides = [other, { ...turn.scope, answered: previous.answered }].flatMap((side) =>
      side === undefined ? [] : [meant(side, one.query)],
    );
    const query = apart(sides, one.query, previous);
    return query === undefined ? [] : [{ query, prior: one.prior + 3, why: [...one.why, 'against'] }];
  });
}

/** What the turn before asked of, where this one asked of something else; "where was it?" leaves it as it was. */
export function sideBefore(next: Query, before: Query | undefined): Query['before'] {
  if (before === undefined || Explains.has(before.ask)) return undefined;
  const answered = before.answered ?? [];
  const isSame = answered.length > 0 && answered.join() === next.answered?.join();
  return isSame ? before.before : { ...scopeOf(before), answered };
}

type Asked = Side & { readonly answered?: readonly string[] | undefined };

/** What the turn names to set the other against, as the meeting before; what it does not name is as it was. */
function named(one: Reading, turn: Turn): Asked | undefined {
  const { constraints, period, order, nths } = one.query;
  const isOrdered = (order ?? nths) !== undefined;
  const [step] = steps({ ...turn, readings: [one] });
  const { constraints: before, period: time } = turn.scope;
  if (step !== undefined)
    return { ...step.query, constraints: [...step.query.constraints, ...before.filter(isOfStatement).map(carried)] };
  if (constraints.length === 0 && period === null && !isOrdered) return undefined;
  return {
    constraints: [...kept('against', before, constraints, one.query, turn), ...constraints],
    period: period ?? (isOrdered ? null : time),
    order,
    nths,
  };
}

/** Meetings are counted by what they were found by; else the one that was shown is meant. */
function meant({ constraints, period, order, nths, answered = [] }: Asked, { measure }: Query): Side {
  const isShown = measure !== 'count' && answered.length === 1;
  const shown = [consultations(answered), ...constraints.filter(isOfStatement)];
  return isShown ? { constraints: shown, period: null } : { constraints, period, order, nths };
}

/** What both are asked of holds for the whole; `undefined` where they are one and the same. */
function apart(sides: readonly Side[], { ask, measure, direction, yesNo, reason }: Query, previous: Query) {
  const keyOf = ({ role, anyOf, negated }: Constraint) => [role, negated, ...anyOf].join();
  const keys = sides.map(({ constraints }) => constraints.map(keyOf));
  const isCommon = (one: Constraint) => keys.every((each) => each.includes(keyOf(one)));
  const others = new Set(
    sides.flatMap(({ constraints }) => constraints.filter((one) => !isCommon(one))).map(({ role }) => role),
  );
  // Whom both met stands beside each of them.
  const isShared = (one: Constraint) => isCommon(one) && !others.has(one.role);
  const [first, second] = sides;
  const isOneTime = first?.period?.from === second?.period?.from && first?.period?.to === second?.period?.to;
  const parts = sides.map(({ constraints, period, order, nths }) => ({
    ...{ order, nths },
    constraints: [...ahead(constraints, (one) => !isCommon(one))].filter((one) => !isShared(one)),
    period: isOneTime ? null : period,
  }));
  const isApart = !isOneTime || others.size > 0 || sides.some(({ order, nths }) => (order ?? nths) !== undefined);
  if (first === undefined || second === undefined || !isApart) return undefined;
  const shared = { constraints: first.constraints.filter(isShared), period: isOneTime ? first.period : null };
  return { ...bare(previous), ask, measure, direction, yesNo, reason, ...shared, parts, frame: 'inherits' as const };
}
