import { formatPeriod } from '../../time/format.ts';
import { type Clause, type FrameworkScope, isTalk, levelsApart, type Scope, sizeOf } from '../scope.ts';
import { placed } from './place-en.ts';
import { joined, joinedBy, the } from './words-en.ts';

/** What a level is called before "consultations". */
const LEVELS: Readonly<Record<string, string>> = {
  leaders: 'leader-level',
  ministers: 'ministerial-level',
  '2+2': '“2+2”',
  'vice-ministers': 'vice-ministerial',
  officials: 'official-level',
  military: 'military-level',
  bilateral: 'bilateral',
  trilateral: 'trilateral',
  'one-on-one': 'one-on-one',
  informal: 'informal',
};

/** "4 five-country consultations": a number of countries in words, beside that of meetings. */
const levelWord = (level: string) => LEVELS[level] ?? `${NUMBERS[Number(level)] ?? level}-country`;

const NUMBERS = ['', '', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** What a field is called before "consultations", where its id does not say it. */
const FIELDS: Readonly<Record<string, string>> = { foreign: 'diplomatic', leaders: 'leader-level' };

const fieldWord = (field: string) => FIELDS[field] ?? field;

export const FORMATS = { 'in-person': 'in person', telephone: 'by telephone', video: 'by video' } as const;

/** What was done about a topic. */
const ACTS: Readonly<Record<string, string>> = {
  agreed: 'with an agreement on',
  confirmed: 'with a confirmation on',
  reaffirmed: 'with a reaffirmation on',
  welcomed: 'with a welcome on',
  instructed: 'with an instruction on',
  announced: 'with an announcement on',
  discussed: 'with a discussion of',
  stated: 'with a statement on',
  signed: 'with a signing on',
  condemned: 'condemning',
  concerned: 'voicing concern over',
  protested: 'protesting',
  condoled: 'offering condolences over',
};

/** The same without a topic, where it takes other words. */
const ALONE: Readonly<Record<string, string>> = { condemned: 'with a condemnation', protested: 'with a protest' };

/** Japan–U.S. summit meetings in 2025 with Ishiba Shigeru on the Taiwan Strait. */
export function scope(about: Scope, count: number): string {
  const details = detailsOf(about, count).map((detail) => ` ${detail}`);
  return `${scopeNoun(about, count)}${details.join('')}`;
}

/** What kind of meeting: a framework, a level, or consultations. */
export function scopeNoun(about: Scope, count: number): string {
  const frameworks = about.frameworks.map((name) => plural(name, count));
  const size = sizeOf(about);
  if (frameworks.length > 0) return `${size === undefined ? '' : `${levelWord(size)} `}${joinedBy(frameworks, 'or')}`;
  const fields = about.fields.length > 0 ? `${about.fields.map(fieldWord).join(' or ')} ` : '';
  if (isTalk(about)) return plural(`${fields}${TALKS[about.formats[0] ?? 'in-person']}`, count);
  const [sizes = [], ranks = []] = levelsApart(about).map((levels) => levels.map(levelWord));
  const levels = [sizes, ranks].flatMap((each) => (each.length > 0 ? [`${joinedBy(each, 'or')} `] : []));
  return plural(`${fields}${levels.join('')}consultation`, count);
}

/** Defense frameworks between Japan and the United States that began in 2024. */
export function frameworkNoun(about: FrameworkScope, count: number): string {
  const { tables = [], including = [], fields = [], sizes = [], levels = [], under, basis = [], begun } = about;
  const kinds = [
    sizes.map((size) => SIZES[size] ?? LEVELS[size] ?? size),
    levels.map((level) => LEVELS[level] ?? level),
  ].map((either) => joinedBy(either, 'or'));
  const field = joined(fields.map((anyOf) => joinedBy(anyOf.map(fieldWord), 'or')));
  const clauses = [
    including.length === 0 ? [] : `${count === 1 ? 'includes' : 'include'} ${joined(including)}`,
    basis.length === 0 ? [] : `${count === 1 ? 'rests' : 'rest'} on ${joined(basis)}`,
    begun === undefined ? [] : `began ${inPeriod(begun)}`,
  ].flat();
  const details = [
    joinedBy(
      tables.map((names) => `${names.length > 2 ? 'among' : 'between'} ${joined(names)}`),
      'or',
    ),
    under === undefined ? '' : `under ${the(under)}`,
    clauses.length === 0 ? '' : `that ${joined(clauses)}`,
  ];
  const noun = count === 1 ? 'framework' : 'frameworks';
  return [...kinds, field, noun, ...details].filter((part) => part !== '').join(' ');
}

/** A framework of three may seat more: not so a meeting. */
const SIZES: Readonly<Record<string, string>> = { trilateral: 'trilateral and wider' };

/** Asked for by its one form alone, a meeting is called by that. */
const TALKS = { 'in-person': 'in-person meeting', telephone: 'telephone talk', video: 'video meeting' } as const;

/** A name for one or for several: a meeting is counted by its last word, a committee by its meetings. */
export function plural(name: string, count: number): string {
  if (/(?:meetings|talks|calls|consultations|dialogues)$/i.test(name))
    return count === 1 && !/talks$/i.test(name) ? name.slice(0, -1) : name;
  if (/(?:meeting|talk|call|dialogue|consultation|summit|visit|ministerial|conference|announcement)$/i.test(name))
    return count === 1 ? name : `${name}s`;
  if (/(?:negotiations|talks)\b/i.test(name)) return name;
  // "4 2+2 meetings" would read as a sum.
  if (/^\d/.test(name)) return `${count === 1 ? 'meeting' : 'meetings'} of the ${name}`;
  // "trilateral summit with the ROK" is counted by its summit; "SSC" by its meetings.
  const head = / (?:with|on) /.exec(name);
  if (head !== null) return `${plural(name.slice(0, head.index), count)}${name.slice(head.index)}`;
  return `${name} ${count === 1 ? 'meeting' : 'meetings'}`;
}

function detailsOf(about: Scope, count: number): readonly string[] {
  const details: string[] = [];
  if (about.members.length > 0) details.push(`of ${joined(about.members)}`);
  if (about.formats.length > 0 && !isTalk(about))
    details.push(
      `${about.otherFormats ? 'not ' : ''}${joinedBy(
        about.formats.map((format) => FORMATS[format]),
        'or',
      )}`,
    );
  const periods = [about.period, about.otherPeriod].flatMap((period) =>
    period === null ? [] : [inPeriod(formatPeriod(period, 'en'))],
  );
  if (periods.length > 0) details.push(joined(periods));
  const topics = about.clauses.some(({ role, negated }) => role === 'topic' && !negated);
  details.push(...about.clauses.map((clause, at) => said(clause, about, at, count)));
  if (about.act !== null && !topics)
    details.push(ALONE[about.act] ?? (ACTS[about.act] ?? '').replace(/ (?:on|over|of)$/, ''));
  return details.filter((detail) => detail !== '');
}

/** One clause in words. */
function said({ role, names, any, negated }: Clause, about: Scope, at: number, count: number): string {
  const { act, clauses } = about;
  const all = joinedBy(names, any ? 'or' : 'and');
  // Of two clauses that tell who sat there the second goes on.
  const goesOn = WHO.has(clauses[at - 1]?.role ?? '') && !clauses[at - 1]?.negated;
  switch (role) {
    case 'person':
      if (!negated && !any && names.length === 2 && !WHO.has(clauses[at + 1]?.role ?? '') && !goesOn && areTwo(about))
        return `between ${all}`;
      return negated ? `without ${all}` : `${goesOn ? 'and' : 'with'} ${all}`;
    case 'member':
      return negated ? `without ${all}` : `${goesOn ? 'and' : 'with'} ${all}`;
    case 'place':
      return negated ? `outside ${joined(names)}` : joinedBy(names.map(placed), 'or');
    case 'occasion':
      return `${negated ? 'not ' : ''}on the margins of ${joinedBy(names.map(the), 'or')}`;
    case 'source':
      return `sourced to ${joinedBy(names.map(publisher), any ? 'or' : 'and')}`;
    case 'topic':
      return negated ? `that ${verb(true, count)} ${joinedBy(names, 'or')}` : `${ACTS[act ?? ''] ?? 'on'} ${all}`;
    case 'word':
      return `that ${verb(negated, count)} ${joined(names.map((name) => `“${name}”`))}`;
    case 'side':
      return `with a statement by ${all}`;
  }
}

const WHO: ReadonlySet<string> = new Set(['person', 'member']);

/** A table of two, at which two people face each other. */
function areTwo({ members, levels, frameworks }: Scope): boolean {
  const isWider = [...levels, ...frameworks].some((name) => /trilateral|–U\.S\.–|[Qq]uad/.test(name));
  return members.length === 0 && !isWider;
}

function verb(negated: boolean, count: number): string {
  if (negated) return count === 1 ? 'does not mention' : 'do not mention';
  return count === 1 ? 'mentions' : 'mention';
}

/** Ministries and departments take an article. */
function publisher(name: string): string {
  return /\b(?:Ministry|Department|Embassy|Office)\b/.test(name) && !/^the /i.test(name) ? `the ${name}` : name;
}

/** "in March 2025", "on March 30, 2025", "since 2024", "from March 2024 to May 2025". */
export function inPeriod(period: string): string {
  if (period.startsWith('until ')) return period.replace('until', 'up to');
  if (/^(?:since|all)\b/.test(period)) return period;
  if (period.includes(' – ')) return `from ${period.replace(' – ', ' to ')}`;
  return /^\w+ \d{1,2}(?:–\d{1,2})?, \d{4}$/.test(period) ? `on ${period}` : `in ${period}`;
}
