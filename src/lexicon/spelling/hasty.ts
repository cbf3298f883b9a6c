import { slips } from './slips.ts';
import { type Edit, editAt, type Typed } from './typed.ts';

/** Ordinary words typed in haste ("wen", "mny", "govt"), where nothing else accounts for them and no capital makes them a name. Too small to be told. */
export function hastyEdits(typed: Typed): readonly Edit[] {
  const { hasty } = slips();
  return typed.words.flatMap(({ key, from, to, isUnknown, isProper }) => {
    const read = isUnknown && !isProper ? hasty.get(key) : undefined;
    return read === undefined ? [] : [editAt(typed, from, to, read, false)];
  });
}
