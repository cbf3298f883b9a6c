import type { Framework, FrameworkAspect, Seniorities } from '../../knowledge/schema.ts';
import { answered, type Draft, type Line } from '../draft.ts';
import type { Given } from '../given.ts';
import { frameworkName, quotedNames } from '../names.ts';
import { countryName } from '../told.ts';
import { memberLines, sinceLine } from './define.ts';
import { definitionLines } from './entries.ts';
import { type Composer, plainLine } from './lines.ts';

type Aspect = NonNullable<Given['query']['aspect']>;
type Seniority = (typeof Seniorities)[number];

/** Highest first. */
const SENIORITIES: readonly Seniority[] = ['leaders', 'ministers', 'vice-ministers', 'officials', 'military'];
/** So many frameworks are named in the first line, more of them level by level below it. */
const mostNamed = 5;
/** Pages behind one line on many frameworks. */
const mostSources = 3;

/** Which frameworks there are, or one side of one of them. Opens with what was asked; then each framework by its definition. */
export const composeStructure: Composer = (given) => {
  const { query, knowledge } = given;
  const aspect: Aspect = query.aspect ?? 'exists';
  const named = query.constraints
    .filter(({ role, negated }) => !negated && (role === 'framework' || role === 'mention'))
    .flatMap(({ anyOf }) => anyOf.map((id) => id.replace('framework:', '')))
    .flatMap((id) => knowledge.frameworks.get(id) ?? []);
  const [first, ...others] = named;
  if (first === undefined || aspect === 'exists') return existing(given, first);
  const [second] = others;
  if (aspect === 'difference' && second !== undefined) return difference(named, given);
  if (aspect === 'below' && second !== undefined && query.yesNo) return isBelow(first, second, given);
  return SIDES_OF_ONE[aspect](first, given);
};

const SIDES_OF_ONE: Readonly<Record<Aspect, (entry: Framework, given: Given) => Draft | undefined>> = {
  exists: (entry, given) => existing(given, entry),
  difference: (entry, given) => factOf(entry, ['purpose', 'role'], given),
  expansion: (entry, given) => factOf(entry, [], given),
  members: (entry, given) => seated(entry, given),
  countries: (entry, given) => countries(entry, given),
  purpose: (entry, given) => factOf(entry, ['purpose', 'role'], given),
  rhythm: (entry, given) => factOf(entry, ['rhythm'], given),
  basis: (entry, given) => factOf(entry, ['basis'], given),
  since: (entry, given) => opening([...factLines(entry, ['since'], given), ...sinceLine(entry, given)], entry, given),
  until: () => undefined,
  level: (entry, given) => level(entry, given),
  above: (entry, given) => above(entry, given),
  below: (entry, given) => below(entry, given),
};

/** The frameworks that fit, highest level first: named level by level, then defined one by one. */
function existing(given: Given, within?: Framework): Draft | undefined {
  const { say, knowledge } = given;
  const all = [...knowledge.frameworks.values()].filter(
    (each) => each.meeting !== false && isAsked(each, given, within),
  );
  if (all.length === 0) return noneWith(given);
  const levels = SENIORITIES.map((seniority) => ({
    seniority,
    of: all.filter((each) => each.seniority === seniority && each.catchAll !== true),
  })).filter(({ of }) => of.length > 0);
  const fitting = levels.flatMap(({ of }) => of);
  const isFew = fitting.length <= mostNamed;
  const byLevel = levels.map(({ seniority, of }) => ({
    text: say.frameworksOf(seniority, namesIn(of, given)),
    references: sourcesOf(of),
    consultation: null,
  }));
  const headline = {
    text: say.frameworks(fitting.length, isFew ? namesIn(fitting, given) : []),
    references: sourcesOf(fitting),
    consultation: null,
  };
  return answered(given.query.yesNo && given.query.constraints.length > 0 ? opened(headline, say.yes) : headline, [
    ...(isFew ? [] : byLevel),
    ...fitting.flatMap((each) => frameworkLine(each, given)),
  ]);
}

/** No framework has the country at its table; `undefined` where something else is asked too. */
function noneWith(given: Given): Draft | undefined {
  const { query, say } = given;
  const [asked, ...others] = query.constraints.filter(({ negated, strength }) => !negated && strength === 'firm');
  if (asked === undefined || others.length > 0 || !COUNTRY_ROLES.has(asked.role)) return undefined;
  return {
    status: 'not-found',
    headline: plainLine(say.noFrameworkWith(quotedNames(asked, given))),
    lines: [],
    notes: [],
    consultations: [],
  };
}

const COUNTRY_ROLES: ReadonlySet<string> = new Set(['member', 'country']);

function namesIn(frameworks: readonly Framework[], given: Given): readonly string[] {
  return frameworks.map(({ id }) => frameworkName(id, given));
}

/** Pages that know of them; a few stand for all. */
function sourcesOf(frameworks: readonly Framework[]): Line['references'] {
  return frameworks.flatMap(({ definition }) => definition[0]?.sources.slice(0, 1) ?? []).slice(0, mostSources);
}

/** Whether a framework is among those asked about: by who belongs to it, its field, its level, or the one it belongs to. */
function isAsked(entry: Framework, { query, knowledge }: Given, within: Framework | undefined): boolean {
  const of = (...roles: readonly string[]) =>
    query.constraints.filter(({ role, negated }) => roles.includes(role) && !negated).flatMap(({ anyOf }) => anyOf);
  const [members, partners, levels] = [of('members'), of('member', 'country'), of('level')];
  // A topic such as cyber is a field too.
  const fields = of('field', 'topic');
  const inParent = (id: string | undefined): boolean =>
    id !== undefined && (id === within?.id || inParent(knowledge.frameworks.get(id)?.parent));
  if (within !== undefined && within.catchAll !== true) return inParent(entry.parent) || entry.under === within.id;
  if (within !== undefined) return inParent(entry.parent);
  const isBilateral = members.length === 0 && partners.filter((id) => id !== 'JP' && id !== 'US').length === 0;
  return (
    (!isBilateral || levels.includes('trilateral') || entry.countries.length === 2) &&
    isOneOf(members, (each) => each === entry.countries.join('+')) &&
    partners.every((id) => entry.countries.includes(id)) &&
    isOneOf(fields, (each) => entry.fields.some((field) => field === each)) &&
    isOneOf(levels, (each) => isOfLevel(entry, each))
  );
}

/** Nothing asked, or one of it holds. */
function isOneOf(asked: readonly string[], holds: (each: string) => boolean): boolean {
  return asked.length === 0 || asked.some(holds);
}

function isOfLevel(entry: Framework, level: string): boolean {
  return entry.seniority === level || entry.level === level || (level === 'trilateral' && entry.countries.length > 2);
}

/** What each is, or does where they are said to be the same; who sits on it and what it rests on, side by side. */
function difference(named: readonly Framework[], given: Given): Draft | undefined {
  const definitions = named.flatMap((each) => frameworkLine(each, given));
  const isAlike = definitions.some(({ text }, at) =>
    definitions.slice(0, at).some((other) => endAlike(text, other.text)),
  );
  const basis = (each: Framework) => factLines(each, ['basis'], given);
  const [headline, ...lines] = [isAlike ? doing : frameworkLine, memberLines, ...(isAlike ? [basis] : [])].flatMap(
    (told) => named.flatMap((each) => told(each, given).slice(0, 1)),
  );
  return headline && answered(headline, lines);
}

/** Whether two sentences say the same of two things: the second half of one ends the other. */
function endAlike(one: string, other: string): boolean {
  return other.endsWith(one.slice(Math.ceil(one.length / 2)));
}

/** What stands above one: the body it is set under, or the family it belongs to. */
function above(entry: Framework, given: Given): Draft | undefined {
  const { say, knowledge, language } = given;
  const over = knowledge.frameworks.get(entry.under ?? entry.parent ?? '');
  const facts = factLines(entry, ['structure', 'basis'], given);
  if (over === undefined && facts.length === 0)
    return silent(entry, say.noneAbove(frameworkName(entry.id, given)), given);
  if (over === undefined) return opening(facts, entry, given);
  const rest = without(facts, [over], given);
  const line = {
    text: say.above(frameworkName(entry.id, given), over.names[language], entry.under === undefined),
    references:
      (facts.find((each) => !rest.includes(each)) ?? facts[0])?.references ?? entry.definition[0]?.sources ?? [],
    consultation: null,
  };
  return answered(line, [...rest, ...frameworkLine(over, given)]);
}

/** What stands below one, and what each of it does. */
function below(entry: Framework, given: Given): Draft | undefined {
  const { say, knowledge, language } = given;
  const under = [...knowledge.frameworks.values()].filter(
    (each) => each.under === entry.id || each.parent === entry.id,
  );
  const facts = factLines(entry, ['structure'], given);
  const none = say.noneBelow(frameworkName(entry.id, given));
  if (under.length === 0) return facts.length === 0 ? silent(entry, none, given) : opening(facts, entry, given);
  const rest = without(facts, under, given);
  const line = {
    text: say.below(
      frameworkName(entry.id, given),
      under.map((each) => each.names[language]),
    ),
    references: facts
      .filter((each) => !rest.includes(each))
      .concat(under.flatMap((each) => frameworkLine(each, given)))
      .flatMap(({ references }) => references.slice(0, 1))
      .slice(0, mostSources),
    consultation: null,
  };
  return answered(line, [...rest, ...under.flatMap((each) => doing(each, given))]);
}

/** The facts that say more than that the one asked about stands above or below all of these. */
function without(facts: readonly Line[], told: readonly Framework[], given: Given): readonly Line[] {
  return facts.filter(({ text }) => !told.every(({ id }) => text.includes(frameworkName(id, given))));
}

/** "Is the SDC under the 2+2?" */
function isBelow(entry: Framework, over: Framework, given: Given): Draft | undefined {
  const { say } = given;
  if (entry.under === undefined && entry.parent === undefined)
    return silent(entry, say.noneAbove(frameworkName(entry.id, given)), given);
  const draft = above(entry, given);
  const holds = entry.under === over.id || entry.parent === over.id;
  return draft && { ...draft, headline: opened(draft.headline, holds ? say.yes : say.no) };
}

const opened = (line: Line, by: (sentence: string) => string): Line => ({ ...line, text: by(line.text) });

/** What one does, as sources put it; else what it is. */
function doing(entry: Framework, given: Given): readonly Line[] {
  const facts = factLines(entry, ['purpose', 'role'], given).slice(0, 1);
  return facts.length > 0 ? facts : frameworkLine(entry, given);
}

/** Who sits on one: on each side, or on the one that is asked for. */
function seated(entry: Framework, given: Given): Draft | undefined {
  const asked = given.query.constraints.filter(({ role, negated }) => role === 'side' && !negated);
  const sides = entry.sides.filter(({ country }) => asked.some(({ anyOf }) => anyOf.includes(country)));
  if (sides.length > 0) return opening(memberLines({ ...entry, sides }, given), entry, given);
  return opening([...memberLines(entry, given), ...factLines(entry, ['members'], given)], entry, given);
}

/** Which countries take part in one; a catch-all takes in whoever came, so its definition has to do. */
function countries(entry: Framework, given: Given): Draft | undefined {
  const { say, knowledge, language } = given;
  if (entry.catchAll === true) return opening([], entry, given);
  const line = {
    text: say.countriesOf(
      frameworkName(entry.id, given),
      entry.countries.map((id) => countryName(id, knowledge, language)),
    ),
    references: entry.definition[0]?.sources ?? [],
    consultation: null,
  };
  return opening([line, ...memberLines(entry, given)], entry, given);
}

function level(entry: Framework, given: Given): Draft | undefined {
  const { say } = given;
  if (entry.seniority === undefined) return opening([], entry, given);
  const line = {
    text: say.levelOf(frameworkName(entry.id, given), entry.seniority),
    references: entry.definition[0]?.sources ?? [],
    consultation: null,
  };
  return answered(line, memberLines(entry, given));
}

/** What sources say of it in this respect, else its definition. */
function factOf(entry: Framework, aspects: readonly FrameworkAspect[], given: Given): Draft | undefined {
  return opening(factLines(entry, aspects, given), entry, given);
}

/** How often the framework asked about is held by its own rules; `undefined` where no source says so. */
export function rhythmOf(given: Given): Draft | undefined {
  const [entry] = given.query.constraints
    .filter(({ role, negated }) => role === 'framework' && !negated)
    .flatMap(({ anyOf }) => anyOf.flatMap((id) => given.knowledge.frameworks.get(id) ?? []));
  const lines = entry === undefined ? [] : factLines(entry, ['rhythm'], given);
  return entry === undefined || lines.length === 0 ? undefined : opening(lines, entry, given);
}

function factLines(
  { facts }: Framework,
  aspects: readonly FrameworkAspect[],
  { say, language }: Given,
): readonly Line[] {
  return facts
    .filter(({ aspect }) => aspects.includes(aspect))
    .map((each) => ({ text: say.explained(each[language]), references: each.sources, consultation: null }));
}

/** The lines, then the definition; without lines the definition opens. */
function opening(lines: readonly Line[], entry: Framework, given: Given): Draft | undefined {
  const defined = definitionLines({ kind: 'framework', id: entry.id }, given);
  const [headline, ...rest] = [...lines, ...defined];
  return headline && answered(headline, rest);
}

/** The record does not tell. */
function silent(entry: Framework, why: string, given: Given): Draft {
  return {
    status: 'not-found',
    headline: plainLine(why),
    lines: frameworkLine(entry, given),
    notes: [],
    consultations: [],
  };
}

/** What a framework is and who sits on it. */
export function explanationOf(id: string, given: Given): readonly Line[] {
  const entry = given.knowledge.frameworks.get(id);
  return entry === undefined ? [] : [...frameworkLine(entry, given), ...memberLines(entry, given)];
}

/** What a framework is, in one sentence. */
function frameworkLine({ id }: Framework, given: Given): readonly Line[] {
  return definitionLines({ kind: 'framework', id }, given, 1);
}
