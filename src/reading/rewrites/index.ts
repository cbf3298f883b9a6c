import { type Annotation, asWord, isCue } from '../annotation.ts';
import { withoutAppositions } from './appositions.ts';
import { withContentTimes } from './content-times.ts';
import { withoutCorrected } from './corrections.ts';
import { withDescribedTables, withSizedTables } from './described-tables.ts';
import { withFigures } from './figures.ts';
import { withStrangers } from './given-names.ts';
import { withCounterparts, withHolders, withJoinedAdministrations, withSharedMeetings } from './holders.ts';
import { withJoinedTables, withPairs } from './joined-tables.ts';
import { withNamesakes, withQualifiedNames } from './qualified-names.ts';
import type { Rewrite, Written } from './rewrite.ts';
import { withRivalDays } from './rival-days.ts';
import { byRows } from './rows.ts';

/** Number words ("three", "second", 三つ目) are numbers. */
const withNumbers: Rewrite = (all) => all.map(asNumber);

function asNumber(one: Annotation): Annotation {
  if (one.kind !== 'cue') return one;
  const id = one.ids.find((each) => each.startsWith('ordinal.') || each.startsWith('number.'));
  if (id === undefined) return one;
  const [unit, value] = id.split('.');
  const counted = one.ids.includes('unit.times') ? 'times' : null;
  return { ...one, kind: 'number', value: Number(value), unit: unit === 'ordinal' ? 'ordinal' : counted };
}

/** Words of everyday things, where they are to be words like any other. */
const withThings: Rewrite = (all, { takesThings }) =>
  takesThings ? all.map((one) => (isCue(one, 'unsupported.thing') ? asWord(one) : one)) : all;

/** Each takes what the one before it left. */
const REWRITES: readonly Rewrite[] = [
  withThings,
  withNumbers,
  withStrangers,
  byRows,
  withRivalDays,
  withFigures,
  withJoinedAdministrations,
  withQualifiedNames,
  withNamesakes,
  withHolders,
  withCounterparts,
  withSharedMeetings,
  withoutCorrected,
  withJoinedTables,
  withPairs,
  withDescribedTables,
  withSizedTables,
  withoutAppositions,
  withContentTimes,
];

/** The annotations of a text as what stands around each tells them. */
export function rewritten(all: readonly Annotation[], written: Written): readonly Annotation[] {
  return REWRITES.reduce((now, rewrite) => rewrite(now, written), all);
}
