import { endsOf, newestFirst } from '../../knowledge/in-time.ts';
import { type Framework, Seniorities } from '../../knowledge/schema.ts';
import { demandsIn, idsIn } from '../../reading/query.ts';
import { periodOfEventDate } from '../../time/calendar.ts';
import { formatPeriod } from '../../time/format.ts';
import type { Period } from '../../time/period.ts';
import { overlaps } from '../../time/spans.ts';
import { answered, citing, type Draft, distinct, draftOf, headed, type Line, notFound, opened } from '../draft.ts';
import type { Given } from '../given.ts';
import { countryName, frameworkName, quotedNames } from '../names.ts';
import { begun, facts, memberLines, sinceLine } from './define.ts';
import { composeDevelop } from './develop.ts';
import { definitionLines } from './entries.ts';
import { type Composer, itemLines, meetingLine, plainLine, summaryLine } from './lines.ts';
import { tally } from './tally.ts';

type Aspect = NonNullable<Given['query']['aspect']>;
type Told = (entry: Framework, given: Given) => readonly Line[];

/** So many frameworks are named in the first line, more of them level by level below it. */
const mostNamed = 5;
/** Pages behind one line on many frameworks. */
const mostSources = 3;

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

/** The frameworks that fit, highest level first: named level by level, then defined one by one. */
function existing(given: Given, within?: Framework): Draft | undefined {
  const { say, knowledge, query } = given;
  const meetings = [...knowledge.frameworks.values()].filter(({ meeting }) => meeting !== false);
  const own = meetings.filter((each) => isAsked(each, given, within));
  // "Frameworks for defense talks": a name with none below it tells the field.
  const alike =
    within === undefined ? meetings.filter(isWider(query)) : meetings.filter((each) => sharesField(each, within));
  const all = own.length > 0 ? own : alike;
  if (all.length === 0) return noneWith(given);
  const levels = Seniorities.map((seniority) => ({
    seniority,
    of: all.filter((each) => each.seniority === seniority && each.catchAll !== true),
  })).filter(({ of }) => of.length > 0);
  const fitting = levels.flatMap(({ of }) => of);
  const isFew = fitting.length <= mostNamed;
  const byLevel = levels.map(({ seniority, of }) =>
    citing(say.frameworksOf(seniority, namesOf(of, given)), sourcesOf(of, mostSources)),
  );
  const names = isFew ? namesOf(fitting, given) : [];
  const draft = answered(citing(say.frameworks(fitting.length, names), sourcesOf(fitting, mostSources)), [
    ...(isFew ? [] : byLevel),
    ...fitting.flatMap((each) => frameworkLine(each, given)),
  ]);
  return query.yesNo && query.constraints.length > 0 ? opened(draft, say.yes) : draft;
}

/** Those that began in a period, as their sources date them, or those of one family. A year that lies partly within it counts. */
function begunIn(period: Period, within: Framework | undefined, given: Given): Draft {
  const { say, knowledge, language } = given;
  const { constraints } = given.query;
  const begun = [...knowledge.frameworks.values()].filter(
    (each) =>
      each.since !== undefined &&
      each.meeting !== false &&
      (constraints.length === 0 || isAsked(each, given, within)) &&
      overlaps(periodOfEventDate(each.since), period),
  );
  const text = say.frameworksBegun(formatPeriod(period, language), namesOf(begun, given));
  if (begun.length === 0) return notFound(plainLine(text));
  const lines = begun.flatMap((each) => [...frameworkLine(each, given), ...sinceLine(each, given)]);
  return answered(citing(text, sourcesOf(begun, mostSources)), lines);
}

/** The bodies that rest on a treaty or agreement, as what is told of their basis names it. */
function restingOn(given: Given): Draft | undefined {
  const { query, knowledge, say } = given;
  const papers = idsIn(query, 'mention').flatMap((id) => knowledge.documents.get(id.replace('document:', '')) ?? []);
  const names = papers.flatMap(({ names, aliases }) => [names.ja, ...aliases.ja]);
  const isOn = ({ aspect, ja }: Framework['facts'][number]) =>
    aspect === 'basis' && names.some((name) => ja.includes(name));
  const fitting = [...knowledge.frameworks.values()].filter((each) => each.facts.some(isOn));
  const lines = fitting.flatMap((each) => facts('basis')(each, given));
  if (fitting.length < 2) return draftOf([...lines, ...fitting.flatMap((each) => definitionOf(each, given))]);
  return answered(
    citing(say.frameworks(fitting.length, namesOf(fitting, given)), sourcesOf(fitting, mostSources)),
    lines,
  );
}

/** No framework has the country at its table; `undefined` where something else is asked too. */
function noneWith(given: Given): Draft | undefined {
  const { query, say } = given;
  const [asked, ...others] = query.constraints.filter(({ negated, strength }) => !negated && strength === 'firm');
  const isCountry = asked?.role === 'member' || asked?.role === 'country';
  return isCountry && others.length === 0
    ? notFound(plainLine(say.noFrameworkWith(quotedNames(asked, given))))
    : undefined;
}

function namesOf(frameworks: readonly Framework[], given: Given): readonly string[] {
  return frameworks.map(({ id }) => frameworkName(id, given));
}

/** Pages that know of them, one each; a few stand for all. */
function sourcesOf(frameworks: readonly Framework[], most = Number.POSITIVE_INFINITY): Line['references'] {
  return frameworks.flatMap(({ definition }) => definition[0]?.sources.slice(0, 1) ?? []).slice(0, most);
}

/** Whether a framework is among those asked about: by who belongs to it, its field, its level, or the one it belongs to. */
function isAsked(entry: Framework, { query, knowledge }: Given, within: Framework | undefined): boolean {
  const inParent = (id: string | undefined): boolean =>
    id !== undefined && (id === within?.id || inParent(knowledge.frameworks.get(id)?.parent));
  if (within !== undefined) return inParent(entry.parent) || (within.catchAll !== true && entry.under === within.id);
  const [members, partners, levels] = [
    idsIn(query, 'members'),
    idsIn(query, 'member', 'country'),
    idsIn(query, 'level'),
  ];
  const isBilateral = members.length === 0 && partners.every((id) => id === 'JP' || id === 'US');
  const isOneOf = (asked: readonly string[], holds: (each: string) => boolean) =>
    asked.length === 0 || asked.some(holds);
  return (
    (!isBilateral || levels.includes('trilateral') || entry.countries.length === 2) &&
    isOneOf(members, (each) => each === entry.countries.join('+')) &&
    partners.every((id) => entry.countries.includes(id)) &&
    // A topic such as cyber is a field too. "Foreign and defense": those of both.
    demandsIn(query, 'field', 'topic').every(({ anyOf }) => entry.fields.some((field) => anyOf.includes(field))) &&
    isOneOf(levels, (each) => isOfLevel(entry, each))
  );
}

/** "Those with Japan and Korea": no table seats these alone, so those at which others sit too are meant. A yes needs just these. */
function isWider(query: Given['query']): (entry: Framework) => boolean {
  const tables = idsIn(query, 'members').map((each) => each.split('+'));
  const isOfThem = !query.yesNo && tables.length > 0 && query.constraints.every(({ role }) => role === 'members');
  return ({ countries }) => isOfThem && tables.some((table) => table.every((each) => countries.includes(each)));
}

function sharesField({ fields, countries }: Framework, other: Framework): boolean {
  return countries.length === other.countries.length && fields.some((each) => other.fields.includes(each));
}

function isOfLevel(entry: Framework, level: string): boolean {
  return entry.seniority === level || entry.level === level || (level === 'trilateral' && entry.countries.length > 2);
}

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

function definitionOf({ id }: Framework, given: Given): readonly Line[] {
  return definitionLines({ kind: 'framework', id }, given);
}

/** What a framework is, in one sentence. */
function frameworkLine({ id }: Framework, given: Given): readonly Line[] {
  return definitionLines({ kind: 'framework', id }, given).slice(0, 1);
}
