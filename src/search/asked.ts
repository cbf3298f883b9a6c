import { type Constraint, isLetter, isOfStatement, type Query } from '../reading/query.ts';
import { type EventFacts, type Facts, fits } from './facts.ts';
import type { Satisfies } from './grades.ts';
import { tells } from './satisfies.ts';
import { BESIDE_NAMES, CARRIES, FLOOR, FLOOR_WHOLE, HELD, LEAST, LEAST_SEVERAL, LEAST_WORDS } from './weights.ts';

/** A question as it is put to the records: its constraints by what becomes of a record that misses one, and how well anything holds them. */
export type Asked = Satisfies & {
  readonly query: Query;
  readonly facts: Facts;
  /** Asked of every record, exactly; negated ones among them. */
  readonly firm: readonly Constraint[];
  /** Those of the firm ones that a statement must hold: whose side said it, in which act. */
  readonly must: readonly Constraint[];
  /** What the question is about. */
  readonly subjects: readonly Constraint[];
  /** Those that narrow where something holds them. */
  readonly soft: readonly Constraint[];
  /** How much each subject carries. */
  readonly weights: readonly number[];
  /** Something is claimed of every record found: in a list, a number, a yes, a first. */
  readonly claims: boolean;
  /** Everything that holds the subject counts, not the best alone. */
  readonly whole: boolean;
  /** A finding and its statements must hold this share of the subject, and this share of what the best holds. */
  readonly least: number;
  readonly floor: number;
};

const CLAIMING: ReadonlySet<Query['ask']> = new Set(['list', 'count', 'rank', 'yes-no']);
const WHOLE: ReadonlySet<Query['ask']> = new Set(['list', 'count', 'rank', 'develop', 'since', 'between']);

/** Sorts out what is asked; `givenUp` are subjects that narrow at most. */
export function divide(
  query: Query,
  { facts, satisfies }: { readonly facts: Facts; readonly satisfies: Satisfies },
  givenUp: ReadonlySet<Constraint> = new Set(),
): Asked {
  const { constraints, ask, yesNo } = query;
  const ordered = query.order !== undefined || query.nths !== undefined;
  const isSubject = (each: Constraint) => each.subject && !each.negated && isOfStatement(each) && !givenUp.has(each);
  const isFirm = (each: Constraint) => !givenUp.has(each) && (each.strength === 'firm' || each.subject);
  const subjects = constraints.filter(isSubject);
  const rest = constraints.filter((each) => !isSubject(each));
  const claims = ordered || yesNo || query.threshold !== undefined || CLAIMING.has(ask);
  const whole = ordered || query.threshold !== undefined || WHOLE.has(ask);
  return {
    ...satisfies,
    query,
    facts,
    firm: rest.filter(isFirm),
    must: rest.filter((each) => isFirm(each) && isOfStatement(each) && !each.negated),
    subjects,
    soft: rest.filter((each) => !isFirm(each)),
    weights: weightsOf(subjects, claims, satisfies),
    claims,
    whole,
    least: leastOf(subjects),
    floor: whole ? FLOOR_WHOLE : FLOOR,
  };
}

/** Free words alone must be held better, and of several more than the rarest. */
function leastOf(subjects: readonly Constraint[]): number {
  if (subjects.some(({ role }) => role !== 'word')) return LEAST;
  return subjects.length > 1 ? LEAST_SEVERAL : LEAST_WORDS;
}

/**
 * What each subject counts. Beside something that the record knows by name, all free words together count no more than a name where nothing is
 * claimed: "the coup in Burma" is answered with what was said of Burma.
 */
function weightsOf(subjects: readonly Constraint[], claims: boolean, satisfies: Satisfies): readonly number[] {
  const own = subjects.map((each) => (each.role === 'word' ? weightOf(each, satisfies) : 1));
  const words = subjects.reduce((sum, { role }, at) => sum + (role === 'word' ? (own[at] ?? 0) : 0), 0);
  const names = subjects.filter(({ role }) => role !== 'word').length;
  const most = BESIDE_NAMES * names;
  // Two strange words beside one name are what is asked about: "pineapple tariffs on the moon".
  const isMore = subjects.length - names > names;
  const share = claims || isMore || words <= most ? 1 : most / words;
  return subjects.map(({ role }, at) => (own[at] ?? 0) * (role === 'word' ? share : 1));
}

/** How much of a question a constraint carries that is not firm: of words a rare one more, a single character hardly anything. */
export function weightOf(constraint: Constraint, { rarity }: Pick<Satisfies, 'rarity'>): number {
  if (isLetter(constraint)) return CARRIES.letter;
  if (constraint.role === 'word') return CARRIES.word + CARRIES.rarity * rarity(constraint);
  return CARRIES.soft;
}

/**
 * The soft subjects that nothing within the firm constraints says: words in which something was asked, and not what it is about. A word beside a
 * name that stands nowhere on record is: "pineapple tariffs".
 */
export function unsaid(
  events: readonly EventFacts[],
  { subjects, satisfiesEvent, rarity }: Asked,
): ReadonlySet<Constraint> {
  const isSaid = (each: Constraint) => events.some((event) => satisfiesEvent(event, each) >= HELD);
  const isBesideName = subjects.some(({ role }) => role !== 'word');
  const mayGo = (each: Constraint) => each.strength === 'soft' && !(isBesideName && rarity(each) === 1);
  return new Set(subjects.filter((each) => mayGo(each) && events.length > 0 && !isSaid(each)));
}

/** Whether a record was held in a period that the query names. */
export function isInPeriod(event: Pick<EventFacts, 'from' | 'to' | 'exact'>, { period, otherPeriod }: Query): boolean {
  if (period === null && otherPeriod === null) return true;
  return (period !== null && fits(event, period)) || (otherPeriod !== null && fits(event, otherPeriod));
}

/** Whether a record known to its month alone may have been held in such a period. */
export function mayBeInPeriod(event: EventFacts, query: Query): boolean {
  return !event.exact && !isInPeriod(event, query) && isInPeriod({ ...event, exact: true }, query);
}

/** Which firm constraints a record misses, looked for up to `enough`; of `person`, where one of several is enough, all or none. */
export function missedBy(
  event: EventFacts,
  { query: { anyPerson }, firm, satisfiesEvent }: Asked,
  enough = Number.POSITIVE_INFINITY,
): readonly Constraint[] {
  const missed: Constraint[] = [];
  for (const each of firm) {
    if (missed.length >= enough && !anyPerson) break;
    if (satisfiesEvent(event, each) < HELD) missed.push(each);
  }
  if (!anyPerson || missed.length === 0) return missed;
  const isOneOf = ({ role, negated }: Constraint) => role === 'person' && !negated;
  const isOneHeld = firm.some((each) => isOneOf(each) && !missed.includes(each));
  return isOneHeld ? missed.filter((each) => !isOneOf(each)) : missed;
}

/** What is known well enough of a meeting that lacks its place to be the one that is meant, and how many may lack it. */
const SINGLES: ReadonlySet<Constraint['role']> = new Set(['person', 'post', 'framework', 'kind']);
const MOST_UNTOLD = 2;

/**
 * Where nothing holds them all: the one or two records that hold all but a place that they do not tell, and that place. Nothing for a list or a
 * number, which claims it of each.
 */
export function withinUntold(asked: Asked): {
  readonly events: readonly EventFacts[];
  readonly untold: readonly Constraint[];
} {
  if (asked.whole || !asked.firm.some(({ role }) => SINGLES.has(role))) return { events: [], untold: [] };
  const untold = new Set<Constraint>();
  const events = asked.facts.events.filter((event) => {
    const missed = isInPeriod(event, asked.query) ? missedBy(event, asked, 2) : [];
    const isUntold = missed.length === 1 && missed.every((each) => lacksPlace(event, each, asked.facts));
    if (isUntold) for (const each of missed) untold.add(each);
    return isUntold;
  });
  return events.length > MOST_UNTOLD ? { events: [], untold: [] } : { events, untold: [...untold] };
}

/** Whether it was held somewhere, and the record does not tell whether there. */
function lacksPlace(event: EventFacts, constraint: Constraint, { knowledge }: Facts): boolean {
  const { role, negated } = constraint;
  const isOfPlace = role === 'place' || role === 'country';
  return isOfPlace && !negated && event.consultation.format === 'in-person' && !tells(event, constraint, knowledge);
}

/** The records that hold every firm constraint and the period, by date. */
export function withinFirm(asked: Asked): readonly EventFacts[] {
  return asked.facts.events.filter((event) => isInPeriod(event, asked.query) && missedBy(event, asked, 1).length === 0);
}
