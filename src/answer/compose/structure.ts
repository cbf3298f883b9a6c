import type { Framework } from '../../knowledge/schema.ts';
import { type Draft, type Line, notFound } from '../draft.ts';
import type { Given } from '../given.ts';
import { frameworkName } from '../names.ts';
import { composeDevelop } from './develop.ts';
import {
  begun,
  countries,
  definitionOf,
  facts,
  level,
  memberLines,
  rhythm,
  seats,
  toldFirst,
} from './framework-lines.ts';
import { difference, placed } from './framework-relations.ts';
import { begunIn, existing, frameworksIn, restingOn } from './frameworks.ts';
import { type Composer, meetingLine, plainLine } from './lines.ts';

type Aspect = NonNullable<Given['query']['aspect']>;
type Told = (entry: Framework, given: Given) => readonly Line[];

/** Which frameworks there are, or one side of one of them. Opens with what was asked; then each framework by its definition. */
export const composeStructure: Composer = (given) => {
  const { query } = given;
  const { aspect = 'exists' } = query;
  const named = frameworksIn(given);
  const [first, second] = named;
  if (aspect === 'since' && query.period !== null) return begunIn(query.period, first, given);
  if (first === undefined && aspect === 'basis') return restingOn(given);
  if (first === undefined || aspect === 'exists') return existing(given, first);
  if (aspect === 'difference' && second !== undefined) return difference(named, given);
  if (aspect === 'above' || aspect === 'below') return placed(aspect, first, second, given);
  const told = TOLD_OF_ONE[aspect].flatMap((of) => of(first, given));
  if (aspect === 'rhythm' && told.length === 0) return rhythmUntold(first, given);
  // How it came about no source says: its meetings do, in order of time.
  if (aspect === 'origin' && told.length === 0) return composeDevelop(given);
  return toldFirst(told, first, given);
};

/** What is told of one framework, by what was asked; its definition follows. */
const TOLD_OF_ONE: Readonly<Record<Exclude<Aspect, 'exists' | 'above' | 'below'>, readonly Told[]>> = {
  difference: [facts('purpose', 'role')],
  expansion: [],
  members: [seats, facts('members')],
  countries: [countries, memberLines],
  purpose: [facts('purpose', 'role')],
  rhythm: [rhythm],
  basis: [facts('basis'), begun],
  origin: [facts('basis'), begun],
  since: [begun, facts('basis')],
  until: [],
  sources: [],
  official: [],
  level: [level, memberLines],
};

/** Who sits on the framework asked about; `undefined` where no source says so. */
export function seatsOf(given: Given): Draft | undefined {
  const [entry] = frameworksIn(given);
  return entry && entry.sides.length > 0 ? toldFirst(seats(entry, given), entry, given) : undefined;
}

/** How often the framework asked about is held by its own rules; `undefined` where no source says so and its meetings can be counted. */
export function rhythmOf(given: Given): Draft | undefined {
  const [entry] = frameworksIn(given);
  const lines = entry === undefined ? [] : facts('rhythm')(entry, given);
  if (entry === undefined || lines.length > 0) return entry && toldFirst(lines, entry, given);
  return given.found.chosen.length === 0 ? rhythmUntold(entry, given) : undefined;
}

/** How often it meets no source says: that, with when it last did, and what it is. */
function rhythmUntold(entry: Framework, given: Given): Draft {
  const { say, knowledge } = given;
  const last = knowledge.consultations.findLast(({ framework }) => framework === entry.id);
  const held = last === undefined ? [] : [meetingLine(last, given, say.lastHeld)];
  return notFound(plainLine(say.noRhythm(frameworkName(entry.id, given))), [...held, ...definitionOf(entry, given)]);
}
