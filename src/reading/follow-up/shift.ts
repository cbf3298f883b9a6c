import type { Period } from '../../time/period.ts';
import type { Annotated } from '../annotation.ts';

/** "The year after", 前月: how far the period of the turn before moves; 同じ年 widens it to its year. */
export type Shift = { readonly unit: 'years' | 'months'; readonly by: 1 | 0 | -1 };

export function shiftOf({ all }: Annotated): Shift | undefined {
  const id = all
    .flatMap((one) => (one.kind === 'cue' ? one.ids : []))
    .find((one) => one.startsWith('shift.') && one !== 'shift.since' && one !== 'shift.before');
  if (id === undefined) return undefined;
  return { unit: id.endsWith('year') ? 'years' : 'months', by: id.includes('=') ? 0 : id.includes('+') ? 1 : -1 };
}

/** The year or month after or before; whole months stay whole. */
export function shifted(period: Period | null, { unit, by }: Shift): Period | null {
  if (period?.from == null || period.to === null) return period;
  const first = Temporal.PlainDate.from(period.from);
  const last = Temporal.PlainDate.from(period.to);
  // 「翌年の首脳会談」 after one of April is of the whole year.
  const isPart = unit === 'years' && first.year === last.year;
  if (by === 0 || isPart) return { from: `${first.year + by}-01-01`, to: `${last.year + by}-12-31` };
  const from = first.add({ [unit]: by });
  const to = last.add({ [unit]: by });
  const isMonthEnd = last.day === last.daysInMonth;
  return { from: from.toString(), to: (isMonthEnd ? to.with({ day: to.daysInMonth }) : to).toString() };
}
