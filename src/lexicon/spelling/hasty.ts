import { distance, reachOf } from './distance.ts';
import { slips } from './slips.ts';
import { type Edit, editAt, type Typed } from './typed.ts';

/** Ordinary words typed in haste ("wen", "mny") or cut short ("ammo", "intel"), where nothing else accounts for them and no capital makes them a name. Too small to be told. */
export function hastyEdits(typed: Typed): readonly Edit[] {
  const { hasty, short } = slips();
  return typed.words.flatMap(({ key, from, to, isUnknown, isProper }) => {
    const read = isUnknown && !isProper ? (hasty.get(key) ?? short.get(key)) : undefined;
    return read === undefined ? [] : [editAt(typed, from, to, read, false)];
  });
}

const DAYS_AND_MONTHS = [
  ...['January', 'February', 'August', 'September', 'October', 'November', 'December'],
  ...['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
].map((name) => ({ name, key: name.toLowerCase() }));

/** Months and days of the week, the long ones, that nothing else accounts for: "febuary", "Wendesday". */
export function calendarEdits(typed: Typed): readonly Edit[] {
  return typed.words.flatMap(({ key, from, to, isUnknown }) => {
    if (!isUnknown) return [];
    const near = DAYS_AND_MONTHS.filter((each) => {
      const reach = reachOf(each.key.length);
      return each.key[0] === key[0] && distance(key, each.key, reach) <= reach;
    });
    const [read] = near;
    return read === undefined || near.length > 1 ? [] : [editAt(typed, from, to, read.name)];
  });
}
