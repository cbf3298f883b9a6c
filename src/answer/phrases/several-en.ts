import type { Paper } from '../../reading/query.ts';
import { formatPeriod } from '../../time/format.ts';
import { DAYS_A_MONTH, type Elapsed, LONG_APART } from '../elapsed.ts';
import type { Scope } from '../scope.ts';
import type { Told } from '../told.ts';
import type { Counted, Direction, FormCount, Grouping, Leaders, LevelCount, Threshold } from './phrases.ts';
import { placed } from './place-en.ts';
import { FORMATS, inPeriod, plural, scope, scopeNoun } from './scope-en.ts';
import {
  capital,
  ended,
  inHours,
  joined,
  joinedDays,
  lengthOf,
  levelWords,
  minutesOf,
  monthOnly,
  names,
  on,
  ordinal,
  span,
  the,
  took,
  tookPart,
  where,
  withMore,
} from './words-en.ts';

/** What is said of several consultations: how many, the first and the latest, when, where and with whom, and what ranks them. */
export const severalEn = {
  /** A name, and how often where more than once. */
  times,
  /** `place` counts from 1: the second latest is the latest but one. */
  extreme(which: 'first' | 'latest', told: Told, about: Scope, place: number) {
    const nth = place < 2 ? which : which === 'first' ? ordinal(place) : `${ordinal(place)} most recent`;
    const one = `The ${nth} ${scope(about, 1)}${onRecord(about)}`;
    if (names(scopeNoun(about, 1), told))
      return ended(`${one} ${took(told)} ${on(told)}${where(told)}${monthOnly(told)}`);
    const was = /\b(?:talks|negotiations)\b/i.test(scopeNoun(about, 1)) ? 'were' : 'was';
    return ended(`${one} ${was} ${the(told.name)} ${on(told)}${where(told)}${monthOnly(told)}`);
  },
  since(told: Told, elapsed: Elapsed, today: string, about: Scope) {
    const last = names(scopeNoun(about, 1), told) ? on(told) : `${the(told.name)} ${on(told)}`;
    return `As of ${today}, it has been ${lengthOf(elapsed, told.dayKnown)} since the latest ${scope(about, 1)} on record: ${last}.`;
  },
  /** How many of those that fit have a length on record. */
  lengthKnown: (known: number, all: number) => `The record gives the length of ${known} of these ${all} consultations.`,
  /** How many of those with a length on record were so long. */
  lengths: (about: Scope, count: number, { relation, count: minutes }: Threshold) =>
    `Of the ${scope(about, 2)} whose length is on record, ${count === 0 ? 'none' : count} lasted ${BOUNDS[relation]} ${minutesOf(minutes)}.`,
  /** None of those that fit has one. */
  noLengths: (about: Scope, count: number) =>
    `The record holds ${count} ${scope(about, count)} and does not say how long any of them lasted.`,
  /** How many meetings issued some. */
  documentsOf: (about: Scope, count: number) => `Documents are on record for ${count} ${scope(about, count)}:`,
  /** Of how many meetings papers say what was asked. */
  /** No paper of the kind asked for; the others follow. */
  noPaper: (paper: Paper) =>
    `${{ statement: 'No joint statement is', 'fact-sheet': 'No fact sheet is', minutes: 'No minutes or transcripts are' }[paper]} on record for this. The record names these papers:`,
  papersSaying: (count: number) => `It stands in papers of ${count} consultations on record:`,
  /** `forms`: how many there were of each, where that is told. */
  counted: (about: Scope, count: number, [from, to]: readonly [string, string], forms: readonly FormCount[]) => {
    const met = whoMet(about);
    if (met !== undefined && !about.carried)
      return `On record, ${met} met or spoke ${count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`}${span(from, to, count)}${ofForms(forms)}.`;
    return `${about.carried ? '' : 'The record holds '}${count} ${scope(about, count)}${span(from, to, count)}${ofForms(forms)}.`;
  },
  /** A number of meetings, and how far apart they were on average. */
  spaced: (told: string, days: number) =>
    `${told} On average ${days < LONG_APART ? `${days} days` : `about ${Math.round(days / DAYS_A_MONTH)} months`} lay between one and the next.`,
  /** A number of meetings, and how many of them were among three countries or more. */
  ofSeveral(told: string, several: number, all: number) {
    const which = several < all ? `${several} of them` : all === 1 ? 'It' : `All ${all}`;
    return `${told} ${which} ${several === 1 ? 'was' : 'were'} among three countries or more.`;
  },
  /** How often somebody came to a country or place, and at how many consultations there. */
  visited: (who: string, place: string, visits: number, count: number, [from, to]: readonly [string, string]) =>
    `The record shows ${visits} ${visits === 1 ? 'visit' : 'visits'} of ${who} to ${place}, with ${count} ${plural('consultation', count)}${span(from, to, count)}.`,
  /** Which consultations count as one visit. */
  visitNote: (days: number) =>
    `Consultations no more than ${days} days apart count as one visit; visits without a consultation on record do not count.`,
  /** How many of each of several things. */
  countedApart: (parts: readonly { scope: Scope; count: number }[]) =>
    `The record holds ${joined(parts.map(({ scope: about, count }) => `${count || 'no'} ${scope(about, count)}`))}.`,
  several: (which: 'first' | 'latest', about: Scope, count: number) =>
    `The ${which} ${count} ${scope(about, count)}${onRecord(about)}:`,
  /** How many, of which levels; what was settled follows. */
  overview(about: Scope, count: number, levels: readonly LevelCount[]) {
    const each = levels.map(
      ({ level, count: of }) => `${of} ${level === undefined ? 'other' : `of ${levelWords[level]}`}`,
    );
    const levelsTold = each.length > 1 ? `: ${joined(each)}` : '';
    return `The record holds ${count} ${scope(about, count)}${levelsTold}. The main decisions:`;
  },
  /** `more`: meetings before those days, or after them. */
  dates: (about: Scope, dates: readonly string[], more: number, side: 'before' | 'after') =>
    `${capital(scope(about, 2))} are on record for ${joinedDays(dates)}${more > 0 ? `, with ${more} more ${side} these` : ''}.`,
  places: (about: Scope, places: readonly Counted[], more: number) =>
    ended(
      `${capital(scope(about, 2))}${onRecord(about)} took place ${withMore(
        places.map(({ name, count }) => times(placed(name), count)),
        more,
      )}`,
    ),
  /** Everybody who took part in several. */
  participants: (about: Scope, people: readonly string[], more: number) =>
    tookPart(`in ${scope(about, 2)}`, people, more),
  tookPartFor: (country: string, people: readonly string[], more: number) => tookPart(`for ${country}`, people, more),
  metWith(who: string, others: readonly string[], more: number, { period }: Scope) {
    const when = period === null ? '' : ` ${inPeriod(formatPeriod(period, 'en'))}`;
    return `On record, ${who} met or spoke with ${withMore(others, more)}${when}.`;
  },
  /** How many each year, person, place … had. */
  breakdown(by: Grouping, groups: readonly Counted[], more: number) {
    const each = groups.map(({ name, count }) => `${name} (${count})`);
    return `By ${by}: ${[...each, ...(more > 0 ? [`${more} more`] : [])].join(', ')}.`;
  },
  /** How many meetings of one framework each year had. */
  yearly: (name: string, years: readonly Counted[]) =>
    `Meetings of ${the(name)} on record by year: ${years.map(({ name: year, count }) => `${count} in ${year}`).join(', ')}.`,
  /** The year, person, place … with the most or fewest; several where they share the place. */
  ranked(by: Grouping, direction: Direction, { names: top, more, count }: Leaders, about: Scope) {
    const most = direction === 'most' ? 'most' : 'fewest';
    const all = scope(about, 2);
    const each = `${count}${top.length + more > 1 ? ' each' : ''}`;
    const who = withMore(top, more);
    if (by === 'person')
      return `In ${all} on record, ${who} took part ${direction === 'most' ? 'most' : 'least'} often: ${each.replace(/^\d+/, count === 1 ? 'once' : count === 2 ? 'twice' : '$& times')}.`;
    if (by === 'place' || by === 'country') return `On record, the ${most} ${all} took place in ${who}: ${each}.`;
    if (by === 'topic') return `The topics of the ${most} ${all} on record: ${who}, ${each}.`;
    return `On record, ${who} had the ${most} ${by === 'framework' ? 'consultations' : all}: ${each}.`;
  },
  longest: (direction: Direction, told: Told, minutes: number, about: Scope) =>
    `Of the ${scope(about, 2)} whose length is on record, the ${direction === 'most' ? 'longest' : 'shortest'} is ${the(told.name)} ${on(told)}: about ${inHours(minutes)}.`,
  /** Several lasted as long as each other. */
  longestOf: (direction: Direction, dates: readonly string[], minutes: number, about: Scope) =>
    `Of the ${scope(about, 2)} whose length is on record, the ${direction === 'most' ? 'longest' : 'shortest'} were those of ${joinedDays(dates)}, at about ${inHours(minutes)} each.`,
  /** The meeting with the most people on record. */
  mostPeople: (told: Told, people: number, about: Scope) =>
    `Of the ${scope(about, 2)} on record, ${the(told.name)} ${on(told)} names the most participants: ${people}.`,
};

function times(name: string, count: number): string {
  return count > 1 ? `${name} (${count === 2 ? 'twice' : `${count} times`})` : name;
}

/** Two or more people whose consultations, whatever their kind, are all that is asked about. */
function whoMet(about: Scope): string | undefined {
  const [people, ...others] = about.clauses;
  const isAlone =
    others.length + about.frameworks.length + about.levels.length + about.formats.length + about.fields.length === 0;
  const isMet = people?.role === 'person' && !people.negated && !people.any && people.names.length > 1;
  if (!isMet || !isAlone || about.act !== null || about.members.length > 0 || about.otherPeriod !== null)
    return undefined;
  return joined(people.names);
}

/** ": 3 in person, 3 by telephone". */
function ofForms(forms: readonly FormCount[]): string {
  const [only, ...others] = forms;
  if (only === undefined) return '';
  if (others.length === 0)
    return only.form === undefined ? '' : `, ${only.count === 1 ? '' : 'all '}${FORMATS[only.form]}`;
  const each = forms.map(
    ({ form, count }) => `${count} ${form === undefined ? 'in a form not on record' : FORMATS[form]}`,
  );
  return `: ${joined(each)}`;
}

/** What was just shown need not be said to be on record. */
function onRecord({ carried }: Scope): string {
  return carried ? '' : ' on record';
}

const BOUNDS = {
  more: 'longer than',
  'at-least': 'at least',
  fewer: 'less than',
  'at-most': 'at most',
  exactly: 'about',
} as const;
