import { newestFirst } from '../../knowledge/in-time.ts';
import { type Framework, FrameworkFields, Seniorities } from '../../knowledge/schema.ts';
import { ALLIES, isAlly } from '../../lexicon/countries.ts';
import { demandsIn, idsIn, mentionsIn } from '../../reading/query.ts';
import { periodOfEventDate } from '../../time/calendar.ts';
import { formatPeriod } from '../../time/format.ts';
import type { Period } from '../../time/period.ts';
import { overlaps } from '../../time/spans.ts';
import { answered, citing, type Draft, draftOf, headed, notFound, opened } from '../draft.ts';
import type { Given } from '../given.ts';
import { countryName, frameworkName, membersIn, mentionName, quotedNames } from '../names.ts';
import { type FrameworkScope, levelsApart } from '../scope.ts';
import { definitionOf, facts, frameworkLine, mostSources, namesOf, sinceLines, sourcesOf } from './framework-lines.ts';
import { itemLines, plainLine } from './lines.ts';

/** So many frameworks are named in the first line, more of them level by level below it. */
const mostNamed = 5;

/** The frameworks that fit, or come near it, highest level first: named level by level, then defined one by one. */
export function existing(given: Given, within?: Framework): Draft | undefined {
  const { say, query } = given;
  const wanted = wantedIn(query, within);
  const [found] = [wanted, ...nearTo(wanted, given)].flatMap((each) => {
    const all = meetingsOf(each, given).filter(({ catchAll }) => catchAll !== true);
    return all.length > 0 ? { all, scope: scopeOf(each, given) } : [];
  });
  if (found === undefined) return noneWith(given);
  const levels = Seniorities.map((seniority) => ({
    seniority,
    of: found.all.filter((each) => each.seniority === seniority),
  })).filter(({ of }) => of.length > 0);
  const fitting = levels.flatMap(({ of }) => of);
  const isFew = fitting.length <= mostNamed;
  const byLevel = levels.map(({ seniority, of }) =>
    citing(say.frameworksOf(seniority, namesOf(of, given)), sourcesOf(of, mostSources)),
  );
  const names = isFew ? namesOf(fitting, given) : [];
  const draft = answered(citing(say.frameworks(found.scope, fitting.length, names), sourcesOf(fitting, mostSources)), [
    ...(isFew ? [] : byLevel),
    ...fitting.flatMap((each) => frameworkLine(each, given)),
  ]);
  return query.yesNo && query.constraints.length > 0 ? opened(draft, say.yes) : draft;
}

/** Those that began in a period, as their sources date them, or those of one family. A year that lies partly within it counts. */
export function begunIn(period: Period, within: Framework | undefined, given: Given): Draft {
  const { say, query, language } = given;
  const wanted = query.constraints.length === 0 ? ANY : wantedIn(query, within);
  const begun = meetingsOf(wanted, given).filter(
    ({ since }) => since !== undefined && overlaps(periodOfEventDate(since), period),
  );
  const scope = { ...scopeOf(wanted, given), begun: formatPeriod(period, language) };
  if (begun.length === 0) return notFound(plainLine(say.noFramework(scope)));
  const text = say.frameworks(scope, begun.length, namesOf(begun, given));
  const lines = begun.flatMap((each) => [...frameworkLine(each, given), ...sinceLines(each, given)]);
  return answered(citing(text, sourcesOf(begun, mostSources)), lines);
}

/** The bodies that rest on a treaty or agreement, as what is told of their basis names it. */
export function restingOn(given: Given): Draft | undefined {
  const { query, knowledge, say } = given;
  const papers = mentionsIn(query, 'document').flatMap((id) => knowledge.documents.get(id) ?? []);
  const names = papers.flatMap(({ names, aliases }) => [names.ja, ...aliases.ja]);
  const isOn = ({ aspect, ja }: Framework['facts'][number]) =>
    aspect === 'basis' && names.some((name) => ja.includes(name));
  const fitting = [...knowledge.frameworks.values()].filter((each) => each.facts.some(isOn));
  const lines = fitting.flatMap((each) => facts('basis')(each, given));
  const basis = papers.map(({ id }) => mentionName(`document:${id}`, given));
  if (fitting.length < 2) return draftOf([...lines, ...fitting.flatMap((each) => definitionOf(each, given))]);
  return answered(
    citing(say.frameworks({ basis }, fitting.length, namesOf(fitting, given)), sourcesOf(fitting, mostSources)),
    lines,
  );
}

/** No framework has the country at its table; `undefined` where something else is asked too. */
function noneWith(given: Given): Draft | undefined {
  const { query, say } = given;
  const [asked, ...others] = query.constraints.filter(({ negated, strength }) => !negated && strength === 'firm');
  const isCountry = asked?.role === 'member' || asked?.role === 'country';
  return isCountry && others.length === 0
    ? notFound(plainLine(say.noFramework({ including: quotedNames(asked, given) })))
    : undefined;
}

/** What narrows the frameworks that are asked about: a body that they stand under, or who sits there, in which fields, how high. */
type Wanted = {
  readonly within?: Framework | undefined;
  /** Exactly these countries, as `JP+US+KR`; one of the tables is enough. */
  readonly tables: readonly string[];
  /** These countries, with whomever else. */
  readonly partners: readonly string[];
  /** One of each. */
  readonly fields: readonly (readonly string[])[];
  /** By how many countries, and how high. */
  readonly sizes: readonly string[];
  readonly levels: readonly string[];
};

const ANY: Wanted = { tables: [], partners: [], fields: [], sizes: [], levels: [] };

/** Where no other country is named, the frameworks of the two allies alone are meant. */
function wantedIn(query: Given['query'], within: Framework | undefined): Wanted {
  const [tables, partners] = [idsIn(query, 'members'), idsIn(query, 'member', 'country')];
  const [sizes, levels] = levelsApart({ levels: idsIn(query, 'level') });
  const isOfAllies = tables.length === 0 && partners.every(isAlly) && !sizes.includes('trilateral');
  return {
    within,
    tables: isOfAllies ? [tableOf(ALLIES)] : tables,
    partners: isOfAllies ? [] : partners,
    // A topic such as cyber is a field too. "Foreign and defense": those of both.
    fields: demandsIn(query, 'field', 'topic').map(({ anyOf }) => anyOf.filter(isField)),
    sizes,
    levels,
  };
}

function isField(id: string): boolean {
  return FrameworkFields.some((field) => field === id);
}

/** What comes near it where nothing is just that. */
function nearTo({ within, tables }: Wanted, { query }: Given): readonly Wanted[] {
  // "Frameworks for defense talks": a name with none below it tells the field.
  if (within !== undefined) return [{ ...ANY, tables: [tableOf(within.countries)], fields: [within.fields] }];
  // "Those with Japan and Korea": no table seats these alone, so those at which others sit too are meant. A yes needs just these.
  const [table, ...others] = tables;
  const isTable = others.length === 0 && query.constraints.every(({ role }) => role === 'members');
  return isTable && table !== undefined && !query.yesNo ? [{ ...ANY, partners: table.split('+') }] : [];
}

/** The frameworks that hold meetings and fit. */
function meetingsOf(wanted: Wanted, given: Given): readonly Framework[] {
  const meetings = [...given.knowledge.frameworks.values()].filter(({ meeting }) => meeting !== false);
  return meetings.filter((each) => isWanted(each, wanted, given));
}

function isWanted(
  entry: Framework,
  { within, tables, partners, fields, sizes, levels }: Wanted,
  { knowledge }: Given,
): boolean {
  const inParent = (id: string | undefined): boolean =>
    id !== undefined && (id === within?.id || inParent(knowledge.frameworks.get(id)?.parent));
  if (within !== undefined) return inParent(entry.parent) || (within.catchAll !== true && entry.under === within.id);
  const isOneOf = (asked: readonly string[], holds: (each: string) => boolean) =>
    asked.length === 0 || asked.some(holds);
  return (
    isOneOf(tables, (each) => each === tableOf(entry.countries)) &&
    partners.every((id) => entry.countries.includes(id)) &&
    fields.every((anyOf) => entry.fields.some((field) => anyOf.includes(field))) &&
    [sizes, levels].every((asked) => isOneOf(asked, (each) => isOfLevel(entry, each)))
  );
}

/** The same in words. A family such as that of Japan, the United States and Korea is told by its countries. */
function scopeOf({ within, tables, partners, fields, sizes, levels }: Wanted, given: Given): FrameworkScope {
  if (within !== undefined && within.catchAll !== true) return { under: frameworkName(within.id, given) };
  if (within !== undefined) return { tables: [countriesAt(tableOf(within.countries), given)] };
  return {
    tables: tables.map((each) => countriesAt(each, given)),
    including: partners.map((id) => countryName(id, given)),
    fields,
    sizes,
    levels,
  };
}

function tableOf(countries: readonly string[]): string {
  return countries.join('+');
}

/** In Japanese by their letters (日米韓). */
function countriesAt(table: string, given: Given): readonly string[] {
  return membersIn({ anyOf: [table], label: table }, given);
}

function isOfLevel(entry: Framework, level: string): boolean {
  return entry.seniority === level || entry.level === level || (level === 'trilateral' && entry.countries.length > 2);
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

/** The frameworks asked about; with countries named beside, "the defense ministers of the U.S., Japan and Korea", those of the kind and these countries. */
export function frameworksIn({ query, knowledge }: Given): readonly Framework[] {
  const tables = idsIn(query, 'members');
  const isAt = ({ countries }: Framework) => tables.length === 0 || tables.includes(countries.join('+'));
  return [...idsIn(query, 'framework'), ...mentionsIn(query, 'framework')].flatMap((id) => {
    const entry = knowledge.frameworks.get(id);
    if (entry === undefined || isAt(entry)) return entry ?? [];
    return [...knowledge.frameworks.values()].find((each) => each.kind === entry.kind && isAt(each)) ?? entry;
  });
}
