import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Period } from '../../time/period.ts';
import { type Annotated, hasCue } from '../annotation.ts';
import { assumed, BLANK } from '../blank.ts';
import { listed } from '../patterns.ts';
import { AsksOfWords, type Constraint, Explains, type Query, type Role } from '../query.ts';
import type { Reading } from '../readings.ts';

/** Roles that take each other's place when a new turn names one of them. */
const GROUPS: readonly (readonly Role[])[] = [
  ['framework', 'kind', 'level', 'members', 'member', 'size', 'field'],
  ['topic', 'mention', 'word'],
  ['person', 'post'],
  ['place', 'country'],
  ['format'],
  ['act', 'verb'],
  ['side'],
  ['source'],
  ['consultation'],
];
const groupOf = (role: Role) => GROUPS.findIndex((group) => group.includes(role));
export const isInGroupOf = (one: Role, other: Role) => groupOf(one) === groupOf(other);

/** Those that none of `named` takes the place of. */
export function unreplaced(before: readonly Constraint[], named: readonly Constraint[]): Constraint[] {
  const own = new Set(named.map(({ role }) => groupOf(role)));
  return before.filter(({ role }) => !own.has(groupOf(role)));
}

/** What a turn was about. */
export type Scope = { constraints: Constraint[]; period: Period | null };

/** What the turn before was about, also where it spoke only of records shown before it. */
export function scopeOf({ constraints, period: asked, behind, yesNo, frame, ahead }: Query): Scope {
  // "When was the last?" after the next one is asked of what has been; a step was taken from the meeting shown and bounds nothing else.
  const period = ahead || frame === 'step' ? null : asked;
  if (behind === undefined)
    return {
      constraints: yesNo && frame !== 'alone' ? constraints.filter(({ origin }) => origin === 'carried') : constraints,
      period,
    };
  // Whether the first was by telephone says nothing of the second.
  if (yesNo) return { constraints: behind.constraints, period: behind.period };
  return {
    constraints: [...unreplaced(behind.constraints, constraints), ...constraints],
    period: period ?? behind.period,
  };
}

/** "And with Austin?": somebody of the other side joins, somebody of the same side takes the place; posts likewise. */
export function isOtherSide(one: Constraint, query: Query, lexicon: Lexicon): boolean {
  const named = query.constraints.filter(isOfPeople);
  return named.every((each) => countryOf(each, lexicon) !== countryOf(one, lexicon));
}

/** The country of somebody, of a post or of a side. */
export function countryOf({ role, anyOf: [id = ''] }: Constraint, { knowledge }: Lexicon): string | undefined {
  return role === 'side' ? id : (role === 'person' ? knowledge.people : knowledge.posts).get(id)?.country;
}

/** A side or a post beside somebody names whom he met. */
export const ROLES_OF_WHO: ReadonlySet<Role> = new Set(['person', 'side', 'post']);

/** Whom "he" can mean, likeliest first: after 「誰と会った？」 whoever was asked about, and then those met. */
export function peopleMeant(previous: Query): readonly string[] {
  const { focus = [], ask } = previous;
  const named = scopeOf(previous).constraints.filter(({ role, negated }) => ROLES_OF_WHO.has(role) && !negated);
  const [asked, ...others] = named;
  const isAbout = ask === 'who' && asked?.role === 'person' && others.length === 0;
  return isAbout ? [...asked.anyOf, ...focus] : focus;
}

/** Where and how a meeting was held. */
export const OF_VENUE: ReadonlySet<Role> = new Set(['place', 'country', 'format']);
const OF_MEETINGS: readonly Role[] = ['framework', 'kind', 'level', 'members', 'member'];

export const hasSubject = ({ constraints }: Pick<Query, 'constraints'>) => constraints.some(({ subject }) => subject);
export const isOfPeople = ({ role }: Pick<Constraint, 'role'>) => role === 'person' || role === 'post';
/** What tells who meets: a table, or those who sit at it. */
export const isOfThoseWhoMeet = (one: Pick<Constraint, 'role'>) => OF_MEETINGS.includes(one.role) || isOfPeople(one);

/**
 * "What else did they discuss?" after where one meeting was held or what it said on a subject: what else was said there. After what many said, more
 * of that is asked for, unless other subjects are.
 */
export function asksElse(annotated: Annotated, { ask, answered = [], constraints }: Query): boolean {
  const isOfOthers = annotated.all.some((one) => one.kind === 'name' || asksOthers(one));
  if (!hasCue(annotated, 'more.else') || isOfOthers || answered.length === 0) return false;
  const isOne = answered.length === 1;
  if (!AsksOfWords.has(ask)) return !Explains.has(ask) && (isOne || hasCue(annotated, 'say', 'act.*', 'verb.*'));
  return hasSubject({ constraints }) && (isOne || hasCue(annotated, 'act.discussed'));
}
const asksOthers = listed('asks-others');

/** What was said of one paper, wherever: what illustrated it is not what the next question is about. */
export function isOfPaperAlone({ ask, constraints, period }: Query): boolean {
  const firm = constraints.filter(({ strength }) => strength === 'firm');
  const isPaper = firm.every(
    ({ role, anyOf }) => role === 'mention' && anyOf.every((id) => id.startsWith('document:')),
  );
  return (ask === 'what' || ask === 'amount') && period === null && firm.length === 1 && isPaper;
}

/** A demand that no words of the turn stand for, and that is shown by what it leads to. */
const unsaid = (role: Role, anyOf: readonly string[]) => assumed(role, anyOf, { origin: 'carried' });
export const consultations = (ids: readonly string[]) => unsaid('consultation', ids);
export const personConstraint = (id: string) => unsaid('person', [id]);
export const tableOf = (framework: string) => unsaid('framework', [framework]);
export const membersOf = (countries: readonly string[]) => unsaid('members', [countries.join('+')]);

/** "Which other prime ministers did she meet?": what was shown already is left out. */
export function othersThan(annotated: Annotated, { answered = [] }: Query): readonly Constraint[] {
  if (answered.length === 0 || !hasCue(annotated, 'more')) return [];
  return [{ ...consultations(answered), negated: true }];
}

/** The same demand, made by the turn before. */
export const carried = (one: Constraint): Constraint => ({ ...one, origin: 'carried' });

/** A reading without the demands that are not kept. */
export const keeping = (one: Reading, isKept: (each: Constraint) => boolean): Reading => ({
  ...one,
  query: { ...one.query, constraints: one.query.constraints.filter(isKept) },
});

/** The language and text of a query without what it asks. */
export function bare({ text, language }: Query): Query {
  return { ...BLANK, text, language, ask: 'what' };
}
