import { byDate, endsOf, inTime, newestFirst } from '../../knowledge/in-time.ts';
import { Formats } from '../../knowledge/schema.ts';
import { demandsIn, idsIn, isOfStatement, type Role } from '../../reading/query.ts';
import { periodOfEventDate } from '../../time/calendar.ts';
import { answered, type Draft } from '../draft.ts';
import { elapsedBetween } from '../elapsed.ts';
import type { Given } from '../given.ts';
import { namesOf, personName } from '../names.ts';
import type { FormCount } from '../phrases/phrases.ts';
import { isHeld, tell } from '../told.ts';
import { reaches, type Threshold } from './duration.ts';
import { type Composer, coverageIn, spanOf, summaryLine } from './lines.ts';
import { meetingLines, ofParts } from './list.ts';
import { rhythmOf } from './structure.ts';
import { breakdownLine, type Group, tally } from './tally.ts';

/** How many; asked how often, what a source says of it first of all. Opens with the number; by year, person or place where asked; then each meeting in a short line, newest first. */
export const composeCount: Composer = (given) => {
  const { query, found } = given;
  const rhythm = query.aspect === 'rhythm' ? rhythmOf(given) : undefined;
  if (rhythm !== undefined) return rhythm;
  return found.chosen.length === 0 ? undefined : counted(given);
};

function counted(given: Given): Draft {
  const { query, say, scope } = given;
  if (query.parts !== undefined) return ofParts(given);
  const visits = visitsIn(given);
  if (visits !== undefined) return visits;
  const fitting = inTime(heldIn(given), query.sort ?? 'newest');
  const counted = say.counted(scope, fitting.length, spanOf(fitting, given), formsOf(fitting, given));
  const wide = ofSeveral(fitting, given);
  const text = wide === 0 ? spaced(counted, fitting, given) : say.ofSeveral(counted, wide, fitting.length);
  return numbered(text, fitting, [], given);
}

/** What counts as a meeting: no paper issued without one, unless nothing else was found or all that is on record is asked for. */
export function heldIn(given: Given): Given['found']['chosen'] {
  const { chosen } = given.found;
  const { constraints, period } = given.query;
  // How often a thing was said counts what was said in writing.
  const isOfAll = (constraints.length === 0 && period === null) || constraints.some(isOfStatement);
  const held = isOfAll ? chosen : chosen.filter((each) => isHeld(each, given));
  return held.length > 0 ? held : chosen;
}

/** "More than five times?": whether there were so many, and how many there were. */
export function composeNumber(threshold: Threshold, given: Given): Draft {
  const { say, scope } = given;
  const fitting = newestFirst(heldIn(given));
  const text = say.reached(scope, fitting.length, threshold, reaches(fitting.length, threshold));
  return visitsIn(given) ?? numbered(text, fitting, [], given);
}

/** Asked how often, how far apart several were on average. */
function spaced(counted: string, fitting: Given['found']['chosen'], { query, say }: Given): string {
  const [first, last] = endsOf(fitting).map(({ date }) => periodOfEventDate(date));
  if (query.aspect !== 'rhythm' || first === undefined || last === undefined || fitting.length < 3) return counted;
  return say.spaced(counted, Math.round(elapsedBetween(first.from, last.from).total / (fitting.length - 1)));
}

/** How often one person came to a country or place; a number that is claimed opens with yes or no. `undefined` where something else is counted. */
function visitsIn(given: Given): Draft | undefined {
  const { query, say } = given;
  const visit = visitIn(given);
  if (visit === undefined) return undefined;
  const fitting = inTime(heldIn(given), query.sort ?? 'newest');
  const visits = visitsOf(fitting);
  const told = say.visited(...visit, visits, fitting.length, spanOf(fitting, given));
  const { threshold } = query;
  const text = threshold === undefined ? told : reaches(visits, threshold) ? say.yes(told) : say.no(told);
  return numbered(text, fitting, [say.visitNote(mostApart)], given);
}

function numbered(text: string, fitting: Given['found']['chosen'], notes: readonly string[], given: Given): Draft {
  const { query, found, say } = given;
  const papers = found.chosen.filter((each) => !fitting.includes(each)).map((each) => tell(each.consultation, given));
  const groups =
    query.by === undefined
      ? breakdownLine('person', ofEither(fitting, given), given)
      : breakdownLine(query.by, tally(query.by, fitting, given), given);
  return answered(summaryLine(text, endsOf(fitting)), [...groups, ...meetingLines(fitting, given)], {
    notes: [...notes, ...(papers.length > 0 ? [say.notCounted(papers)] : []), say.countNote(coverageIn(given))],
  });
}

/** How many each of two took part in, of whom one is enough; none of one alone. */
function ofEither(fitting: Given['found']['chosen'], given: Given): readonly Group[] {
  const groups = demandsIn(given.query, 'person')
    .flatMap(({ anyOf }) => (anyOf.length > 1 ? anyOf : []))
    .map((id): Group => {
      const isThere = ({ consultation }: Group['all'][number]) =>
        consultation.participants.some(({ person }) => person === id);
      return { id, name: given.say.person(personName(id, given)), all: fitting.filter(isThere) };
    });
  const told = groups.filter(({ all }) => all.length > 0);
  return told.length > 1 ? told : [];
}

/** How many in person, by telephone and by video; none where all are alike, unless that is asked, or a form is. */
function formsOf(fitting: Given['found']['chosen'], { query }: Given): readonly FormCount[] {
  const groups = Map.groupBy(fitting, ({ consultation }) => consultation.format);
  const isAsked = query.measure === 'formats' && !query.constraints.some(({ role }) => role === 'format');
  const isMixed = [...groups.keys()].filter((form) => form !== undefined).length > 1;
  return isMixed || isAsked
    ? [...Formats, undefined].flatMap((form) => {
        const count = groups.get(form)?.length ?? 0;
        return count === 0 ? [] : [{ form, count }];
      })
    : [];
}

/** What says by itself which countries there were. */
const TABLES: ReadonlySet<Role> = new Set(['framework', 'kind', 'members', 'size', 'level', 'field']);

/** How often two people, or somebody and a third country, met among three countries or more; 0 where the question says at which table. */
function ofSeveral(fitting: Given['found']['chosen'], { query, knowledge }: Given): number {
  const asked = query.constraints.filter(({ negated }) => !negated);
  const isOfTwo = idsIn(query, 'person').length > 1 || idsIn(query, 'member').length > 0;
  if (!isOfTwo || asked.some(({ role }) => TABLES.has(role))) return 0;
  return fitting.filter(({ consultation: { participants, framework } }) => {
    const countries = knowledge.frameworks.get(framework)?.countries ?? [];
    return new Set([...countries, ...participants.map(({ country }) => country)]).size > 2;
  }).length;
}

/** Days from one consultation to the next within one visit. */
const mostApart = 3;

/** Who was where, asked how often one person came to a country or place. */
function visitIn(given: Given): readonly [who: string, where: string] | undefined {
  const { query } = given;
  const named = (...roles: readonly Role[]) => demandsIn(query, ...roles).flatMap((each) => namesOf(each, given));
  const [[who, ...others], [where]] = [named('person'), named('country', 'place')];
  if (query.measure !== 'visits' || who === undefined || others.length > 0 || where === undefined) return undefined;
  return [who, where];
}

/** How many runs of days there are, each day at most so far from the one before. */
function visitsOf(fitting: Given['found']['chosen']): number {
  const days = byDate(fitting).map(({ consultation }) => periodOfEventDate(consultation.date));
  return days.filter(({ from }, at) => {
    const before = days[at - 1];
    return before === undefined || Temporal.PlainDate.from(before.to).until(from).days > mostApart;
  }).length;
}
