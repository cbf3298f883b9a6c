import { endsOf, newestFirst } from '../../knowledge/in-time.ts';
import { type Framework, Seniorities } from '../../knowledge/schema.ts';
import { idsIn } from '../../reading/query.ts';
import { answered, citing, type Draft, distinct, draftOf, headed, type Line, notFound, opened } from '../draft.ts';
import type { Given } from '../given.ts';
import { countryName, frameworkName } from '../names.ts';
import { begun, facts, memberLines } from './define.ts';
import { composeDevelop } from './develop.ts';
import {
  begunIn,
  definitionOf,
  existing,
  frameworkLine,
  isOfLevel,
  mostSources,
  restingOn,
  sourcesOf,
} from './frameworks.ts';
import { type Composer, itemLines, meetingLine, plainLine, summaryLine } from './lines.ts';
import { tally } from './tally.ts';

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

/** Whether one of two stands above or below the other, as in "Is the SDC under the 2+2?"; or what does so of one. */
function placed(
  side: 'above' | 'below',
  first: Framework,
  second: Framework | undefined,
  given: Given,
): Draft | undefined {
  if (second === undefined || !given.query.yesNo) return beside(side, first, given);
  const { say } = given;
  const [entry, over] = side === 'below' ? [first, second] : [second, first];
  if (entry.under === undefined && entry.parent === undefined)
    return notFound(plainLine(say.noneAbove(frameworkName(entry.id, given))), frameworkLine(entry, given));
  return opened(beside('above', entry, given), [entry.under, entry.parent].includes(over.id) ? say.yes : say.no);
}

/** What was asked opens, which may be a sentence of the definition; without anything on it the definition does. */
function toldFirst(told: readonly Line[], entry: Framework, given: Given): Draft | undefined {
  return draftOf(distinct([...told, ...definitionOf(entry, given)]));
}

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
  level: [level, memberLines],
};

/** At which levels they meet, where these differ; what each is, or does where they are said to be the same; who sits on it and what it rests on, side by side. */
function difference(named: readonly Framework[], given: Given): Draft | undefined {
  const { say, query } = given;
  const definitions = named.flatMap((each) => frameworkLine(each, given).map(({ text }) => text));
  // The second half of one ends another.
  const isAlike = definitions.some((text, at) =>
    definitions.slice(0, at).some((other) => other.endsWith(text.slice(Math.ceil(text.length / 2)))),
  );
  const told = isAlike ? [doing, memberLines, facts('basis')] : [frameworkLine, memberLines];
  const levels = named.flatMap(({ id, seniority }) =>
    seniority ? [[frameworkName(id, given), seniority] as const] : [],
  );
  const differs = levels.length === named.length && new Set(levels.map(([, each]) => each)).size > 1;
  const isUnder = ({ under, parent }: Framework) => named.some(({ id }) => id === (under ?? parent));
  const places = named.filter(isUnder).flatMap((each) => beside('above', each, given)?.headline ?? []);
  const lines = [...places, ...told.flatMap((of) => named.flatMap((each) => of(each, given).slice(0, 1)))];
  const draft = draftOf(differs ? [citing(say.levelsOf(levels), sourcesOf(named)), ...lines] : lines);
  return draft && query.yesNo ? opened(draft, say.no) : draft;
}

/** What stands above one, which is the body it is set under or the family it belongs to; or what stands below it, and does. */
function beside(side: 'above' | 'below', entry: Framework, given: Given): Draft | undefined {
  const { say, knowledge, language } = given;
  const isAbove = side === 'above';
  const over = entry.under ?? entry.parent;
  const found = [...knowledge.frameworks.values()].filter((each) =>
    isAbove ? each.id === over : each.under === entry.id || each.parent === entry.id,
  );
  const said = (isAbove ? facts('structure', 'basis') : facts('structure'))(entry, given);
  const name = frameworkName(entry.id, given);
  if (found.length === 0 && said.length > 0) return toldFirst(said, entry, given);
  if (found.length === 0)
    return notFound(plainLine(isAbove ? say.noneAbove(name) : say.noneBelow(name)), frameworkLine(entry, given));
  // What only says that it stands there is told by the first line.
  const rest = said.filter(({ text }) => !found.every(({ id }) => text.includes(frameworkName(id, given))));
  const told = said.filter((each) => !rest.includes(each));
  const names = found.map((each) => each.names[language]);
  const others = found.flatMap((each) => (isAbove ? frameworkLine : doing)(each, given));
  const headline = isAbove
    ? citing(
        say.above(name, names[0] ?? '', entry.under === undefined),
        [...told, ...said][0]?.references ?? sourcesOf([entry]),
      )
    : citing(
        say.below(name, names),
        [...told, ...found.flatMap((each) => frameworkLine(each, given))]
          .flatMap(({ references }) => references.slice(0, 1))
          .slice(0, mostSources),
      );
  return answered(headline, [...rest, ...others]);
}

/** What one does, as sources put it; else what it is. */
function doing(entry: Framework, given: Given): readonly Line[] {
  const said = facts('purpose', 'role')(entry, given).slice(0, 1);
  return said.length > 0 ? said : frameworkLine(entry, given);
}

/** Who sits on one: on each side, or on the one that is asked for. */
function seats(entry: Framework, given: Given): readonly Line[] {
  const asked = idsIn(given.query, 'side');
  const sides = entry.sides.filter(({ country }) => asked.includes(country));
  return memberLines(sides.length > 0 ? { ...entry, sides } : entry, given);
}

/** Who sits on the framework asked about; `undefined` where no source says so. */
export function seatsOf(given: Given): Draft | undefined {
  const [entry] = frameworksIn(given);
  return entry && entry.sides.length > 0 ? toldFirst(seats(entry, given), entry, given) : undefined;
}

/** The frameworks asked about; with countries named beside, "the defense ministers of the U.S., Japan and Korea", those of the kind and these countries. */
function frameworksIn({ query, knowledge }: Given): readonly Framework[] {
  const tables = idsIn(query, 'members');
  const isAt = ({ countries }: Framework) => tables.length === 0 || tables.includes(countries.join('+'));
  return [...idsIn(query, 'framework'), ...idsIn(query, 'mention')].flatMap((id) => {
    const entry = knowledge.frameworks.get(id.replace('framework:', ''));
    if (entry === undefined || isAt(entry)) return entry ?? [];
    return [...knowledge.frameworks.values()].find((each) => each.kind === entry.kind && isAt(each)) ?? entry;
  });
}

/** How often one is held, as sources put it; else how many meetings each year had on record. */
function rhythm(entry: Framework, given: Given): readonly Line[] {
  const told = facts('rhythm')(entry, given);
  return told.length > 0 ? told : years(entry, given);
}

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
function countries(entry: Framework, given: Given): readonly Line[] {
  if (entry.catchAll === true) return [];
  const names = entry.countries.map((id) => countryName(id, given));
  return [citing(given.say.countriesOf(frameworkName(entry.id, given), names), entry.definition[0]?.sources ?? [])];
}

function level({ id, seniority, definition }: Framework, given: Given): readonly Line[] {
  if (seniority === undefined) return [];
  return [citing(given.say.levelOf(frameworkName(id, given), seniority), definition[0]?.sources ?? [])];
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

/** "A vice-ministerial 2+2": at which level the body meets, that none of another is on record, and the meetings there of those with the same business. */
export function atOtherLevel(given: Given): Draft | undefined {
  const { say, knowledge, query } = given;
  const [entry] = frameworksIn(given);
  const asked = Seniorities.find((each) => idsIn(query, 'level').includes(each));
  if (entry?.seniority === undefined || asked === undefined || isOfLevel(entry, asked)) return undefined;
  const alike = [...knowledge.frameworks.values()].filter((each) => each.seniority === asked && isAlike(each, entry));
  const meetings = knowledge.consultations.filter(({ framework }) => alike.some(({ id }) => id === framework));
  const lines = itemLines(newestFirst(meetings.map((consultation) => ({ consultation }))), given);
  const text = say.notAtLevel(frameworkName(entry.id, given), entry.seniority, asked);
  return notFound(
    citing(text, sourcesOf([entry])),
    lines.map((line) => headed(line, say.alikeAtLevel(asked))),
  );
}

/** Whether two bodies of the same countries have the same business. */
function isAlike(one: Framework, other: Framework): boolean {
  const keyOf = ({ countries, fields, catchAll }: Framework) =>
    [countries.join(), fields.toSorted().join(), catchAll === true].join(' ');
  return one.meeting !== false && keyOf(one) === keyOf(other);
}
