import type { Lexicon } from '../../lexicon/lexicon.ts';
import { type Annotated, hasCue, isCue, isName, type NameAnnotation } from '../annotation.ts';
import { listed } from '../patterns.ts';
import type { Query } from '../query.ts';
import type { Reading } from '../readings.ts';
import { type Situation, wordingOf } from '../situation.ts';
import { asksBeside, type Counted, countedIn } from './counted.ts';
import { type Scope, scopeOf } from './scope.ts';

/** A turn with the one before it: what every frame is made from. */
export type Turn = {
  readonly annotated: Annotated;
  readonly readings: readonly Reading[];
  readonly previous: Query;
  /** What the turn before was about. */
  readonly scope: Scope;
  /** The time that the turn counts from what was shown. */
  readonly counted: Counted | undefined;
  readonly lean: Lean;
  /** Cues, names and facts of the turn's words. */
  readonly wording: Situation;
  readonly lexicon: Lexicon;
};

export function turnOf(given: Omit<Turn, 'scope' | 'counted' | 'wording'>): Turn {
  const { annotated } = given;
  const wording = wordingOf(annotated.all, annotated.language);
  return { ...given, scope: scopeOf(given.previous), counted: countedIn(annotated), wording };
}

/** The same turn after another one. */
export const after = (previous: Query, turn: Turn): Turn => ({ ...turn, previous, scope: scopeOf(previous) });

/** How a turn leans on the one before, told from its annotations. */
export type Lean = {
  /** Something points back: it, those, only, the year after. */
  readonly points: boolean;
  /** It opens as a follow-up does: and, what about. */
  readonly opens: boolean;
  /** It asks whether something was taken up, and not what. */
  readonly lacksSubject: boolean;
  /** It does not say by itself what it is about. */
  readonly elliptic: boolean;
  readonly hasTable: boolean;
  readonly hasTime: boolean;
  readonly hasWh: boolean;
  readonly people: number;
  readonly names: number;
};

const pointsBack = listed('points-back');
const asksItself = listed('asks-itself');

export function leanOf(annotated: Annotated, readings: readonly Reading[]): Lean {
  const { all } = annotated;
  const names = namesIn(annotated);
  const first = all.find((one) => !isCue(one, 'noise', 'prep.article'));
  const told = {
    points: all.some(pointsBack) || asksBeside(annotated),
    lacksSubject: lacksSubject(annotated, readings[0]?.query),
    opens: isCue(first, 'continue', 'only', 'rel.and'),
    hasTable: names.some((one) => isName(one, 'framework', 'members')),
    hasTime: all.some((one) => one.kind === 'time' || isName(one, 'administration')),
    hasWh: all.some(asksItself),
    people: names.filter((one) => isName(one, 'person')).length,
    names: names.length,
  };
  // "The longest defense ministerial" names what is ranked.
  const isRank = readings[0]?.query.ask === 'rank' && told.hasTable && !told.opens && !told.points;
  const isWhole = isRank || (isComplete(annotated, told) && !told.lacksSubject);
  return { ...told, elliptic: !isWhole };
}

/** "What was discussed in 2025?" asks for the subject itself, of whoever met. */
export function asksSubject(annotated: Annotated, { hasTime, opens, points }: Lean): boolean {
  const isAsked = hasCue(annotated, 'ask.what') && hasCue(annotated, 'act.discussed', 'act.agreed', 'say');
  return isAsked && hasTime && !opens && !points;
}

/** Whether something said, done or decided is asked about. */
export const asksOfDeeds = (annotated: Annotated) => hasCue(annotated, 'act.*', 'say', 'verb.*', 'deed.*');

/** 「2+2で取り上げられましたか」: what was taken up there, the turn before says. */
function lacksSubject(annotated: Annotated, query: Query | undefined): boolean {
  const isPassive = annotated.all.some((one) => isCue(one, 'act.*') && isCue(one, 'passive'));
  const isOfIt = hasCue(annotated, 'deixis') && hasCue(annotated, 'act.discussed');
  // "Had they taken that up": what was taken up, and no name beside it.
  if (query?.yesNo === true && annotated.all.some((one) => isCue(one, 'deixis') && isCue(one, 'act.discussed')))
    return true;
  return (isPassive || isOfIt) && query?.yesNo === true && !query.constraints.some(({ subject }) => subject);
}

/** What the turn names, but for the two allies, who sit at every table. */
export function namesIn({ all }: Annotated): readonly NameAnnotation[] {
  return all.flatMap((one) => {
    const isAlly = isName(one, 'country') && ['JP', 'US'].includes(one.entities[0]?.id ?? '');
    return one.kind === 'name' && !isAlly ? [one] : [];
  });
}

/** It says by itself what it is about: a table and a time, somebody and a time. */
function isComplete(annotated: Annotated, told: Omit<Lean, 'elliptic'>): boolean {
  const { all } = annotated;
  const { hasTable, hasTime, hasWh, people, opens } = told;
  if (people > 1 && !opens) return true;
  if (!hasTable) return people > 0 && hasTime && hasWh;
  // "And the defense ministerials in 2025?" asks what was asked before.
  if (hasTime || people > 0) return !opens || hasWh;
  // "The summit" without a time is the one just spoken of.
  const isDefinite = all.some((one, at) => isName(one, 'framework') && isCue(all[at - 1], 'prep.article'));
  return all.length > 4 && !opens && !isDefinite;
}
