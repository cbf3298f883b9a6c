import { endsOf } from '../../knowledge/in-time.ts';
import type { Framework, FrameworkAspect } from '../../knowledge/schema.ts';
import { idsIn } from '../../reading/query.ts';
import { citing, type Draft, distinct, draftOf, type Line } from '../draft.ts';
import type { Given } from '../given.ts';
import { countryName, frameworkName } from '../names.ts';
import { definitionLines } from './entries.ts';
import { summaryLine } from './lines.ts';
import { tally } from './tally.ts';

/** Pages behind one line on many frameworks. */
export const mostSources = 3;

/** What was asked opens, which may be a sentence of the definition; without anything on it the definition does. */
export function toldFirst(told: readonly Line[], entry: Framework, given: Given): Draft | undefined {
  return draftOf(distinct([...told, ...definitionOf(entry, given)]));
}

/** What a framework is, and the rest of its definition. */
export function definitionOf({ id }: Framework, given: Given): readonly Line[] {
  return definitionLines({ kind: 'framework', id }, given);
}

/** What a framework is, in one sentence. */
export function frameworkLine(entry: Framework, given: Given): readonly Line[] {
  return definitionOf(entry, given).slice(0, 1);
}

/** Since when, by a source that says so, where no sentence of the definition does. */
export function sinceLines(entry: Framework, given: Given): readonly Line[] {
  const { since, definition } = entry;
  const year = since?.slice(0, 4);
  if (year === undefined || definition.some((each) => each[given.language].includes(year))) return [];
  const own = facts('since')(entry, given);
  // What founded it tells the year too.
  return own.length > 0 ? own : facts('basis')(entry, given).filter(({ text }) => text.includes(year));
}

/** What sources say of a framework in some respects. */
export const facts =
  (...aspects: readonly FrameworkAspect[]) =>
  (entry: Framework, { say, language }: Given): readonly Line[] =>
    entry.facts
      .filter(({ aspect }) => aspects.includes(aspect))
      .map((each) => citing(say.explained(each[language]), each.sources));

/** Since when one has been held, by a source of its own or by the sentence of its definition that has the year. */
export function begun(entry: Framework, given: Given): readonly Line[] {
  const own = distinct([...facts('since')(entry, given), ...sinceLines(entry, given)]);
  if (own.length > 0) return own;
  const year = entry.since?.slice(0, 4);
  const tellsYear = ({ text }: Line) => year !== undefined && text.includes(year);
  return definitionOf(entry, given).filter(tellsYear).slice(0, 1);
}

/** Who sits on it: for each side where that is known. */
export function memberLines({ id, sides, members, definition }: Framework, given: Given): readonly Line[] {
  const { say, language } = given;
  const name = frameworkName(id, given);
  const said = sides.map((each) => ({
    country: countryName(each.country, given),
    who: each[language],
  }));
  const pages = sides.flatMap(({ sources }) => sources);
  if (said.length > 0) return [citing(say.sides(name, said), pages)];
  return members === undefined ? [] : [citing(say.members(name, members[language]), definition[0]?.sources ?? [])];
}

/** What one does, as sources put it; else what it is. */
export function doing(entry: Framework, given: Given): readonly Line[] {
  const said = facts('purpose', 'role')(entry, given).slice(0, 1);
  return said.length > 0 ? said : frameworkLine(entry, given);
}

/** Who sits on one: on each side, or on the one that is asked for. */
export function seats(entry: Framework, given: Given): readonly Line[] {
  const asked = idsIn(given.query, 'side');
  const sides = entry.sides.filter(({ country }) => asked.includes(country));
  return memberLines(sides.length > 0 ? { ...entry, sides } : entry, given);
}

/** How often one is held, as sources put it; else how many meetings each year had on record. */
export function rhythm(entry: Framework, given: Given): readonly Line[] {
  const told = facts('rhythm')(entry, given);
  return told.length > 0 ? told : years(entry, given);
}

/** How many of its meetings each year has, where it met in several. */
function years({ id }: Framework, given: Given): readonly Line[] {
  const { say, knowledge } = given;
  const own = knowledge.consultations.flatMap((consultation) =>
    consultation.framework === id ? { consultation } : [],
  );
  const groups = tally('year', own, given);
  const counted = groups.map(({ name, all }) => ({ name, count: all.length }));
  const ends = groups.flatMap(({ all }) => endsOf(all).slice(-1));
  return groups.length < 2 ? [] : [summaryLine(say.yearly(frameworkName(id, given), counted), ends)];
}

/** Which countries take part in one; a catch-all takes in whoever came, so its definition has to do. */
export function countries(entry: Framework, given: Given): readonly Line[] {
  if (entry.catchAll === true) return [];
  const names = entry.countries.map((id) => countryName(id, given));
  return [citing(given.say.countriesOf(frameworkName(entry.id, given), names), entry.definition[0]?.sources ?? [])];
}

/** At which level it meets. */
export function level({ id, seniority, definition }: Framework, given: Given): readonly Line[] {
  if (seniority === undefined) return [];
  return [citing(given.say.levelOf(frameworkName(id, given), seniority), definition[0]?.sources ?? [])];
}

/** Their names in sentences. */
export function namesOf(frameworks: readonly Framework[], given: Given): readonly string[] {
  return frameworks.map(({ id }) => frameworkName(id, given));
}

/** Pages that know of them, one each; a few stand for all. */
export function sourcesOf(frameworks: readonly Framework[], most = Number.POSITIVE_INFINITY): Line['references'] {
  return frameworks.flatMap(({ definition }) => definition[0]?.sources.slice(0, 1) ?? []).slice(0, most);
}
