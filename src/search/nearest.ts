import { type Constraint, isOfStatement, type Query, type Role } from '../reading/query.ts';
import { type Asked, isInPeriod, missedBy } from './asked.ts';
import type { EventFacts } from './facts.ts';
import type { Found, Statement } from './found.ts';
import type { PassageIndex } from './passage-index.ts';
import { HELD } from './weights.ts';

type Near = Found['nearest'][number];

const MOST = 3;
/** A constraint given up shows no more than this, so that another one given up can be shown beside it. */
const MOST_EACH = 2;

/** What a reader gives up first. */
const CHEAPEST_FIRST: readonly (readonly (Role | 'period')[])[] = [
  ['word'],
  ['verb', 'format'],
  ['act', 'side'],
  ['place', 'country', 'source'],
  ['level', 'field'],
  ['period', 'size'],
  ['topic', 'mention', 'occasion'],
  ['member', 'framework', 'kind', 'members'],
  ['post', 'person'],
  ['consultation'],
];

/**
 * The records nearest to a query that nothing fits, at most three, cheapest loss first: each holds everything but one thing, which is named. With the
 * period given up, the last before and the first after it.
 */
export function nearestTo(asked: Asked): readonly Near[] {
  const { query, facts } = asked;
  // With nothing left to fit but a time, no record is nearer than any other.
  const isTimeAlone = query.period !== null && query.constraints.length === 0;
  if (!isTimeAlone && asked.firm.length + asked.subjects.length + (query.period === null ? 0 : 1) < 2) return [];
  const missing = facts.events.flatMap((event) => {
    const missed = missedIn(event, asked);
    return missed.length === 1 ? missed.map((without) => ({ without, event })) : [];
  });
  const priced = [...Map.groupBy(missing, ({ without }) => without)].sort(([a], [b]) => priceOf(a) - priceOf(b));
  const found = priced.flatMap(([without, all]) => {
    const events = all.map(({ event }) => event);
    const shown = without === null ? aroundPeriod(events, query) : bestOf(events, asked);
    return shown.map(({ consultation }): Near => ({ consultation, without }));
  });
  return found.slice(0, MOST);
}

/** Everything that a record misses; `null` is the period. */
function missedIn(event: EventFacts, asked: Asked): readonly (Constraint | null)[] {
  // Of a record that misses two it does not matter which.
  const missed: (Constraint | null)[] = [...missedBy(event, asked, 2)];
  if (!isInPeriod(event, asked.query)) missed.push(null);
  if (missed.length > 1) return missed;
  return [...missed, ...asked.subjects.filter((each) => asked.satisfiesEvent(event, each) < HELD)];
}

const priceOf = (constraint: Constraint | null) =>
  CHEAPEST_FIRST.findIndex((roles) => roles.includes(constraint?.role ?? 'period'));

function aroundPeriod(events: readonly EventFacts[], { period, otherPeriod }: Query): readonly EventFacts[] {
  const from = period?.from ?? otherPeriod?.from ?? null;
  const to = period?.to ?? otherPeriod?.to ?? null;
  // What is known to its month alone may lie on both sides.
  const before = from === null ? undefined : events.findLast((event) => event.from < from);
  const after = to === null ? undefined : events.find((event) => event.to > to && event !== before);
  return [before, after].filter((event) => event !== undefined);
}

/** Those that hold the subject best, the newer first among equals. */
function bestOf(events: readonly EventFacts[], { subjects, satisfiesEvent }: Asked): readonly EventFacts[] {
  const score = (event: EventFacts) => subjects.reduce((sum, each) => sum + satisfiesEvent(event, each), 0);
  return events
    .map((event) => ({ event, score: score(event) }))
    .sort((a, b) => b.score - a.score || b.event.place - a.event.place)
    .slice(0, MOST_EACH)
    .map(({ event }) => event);
}

/** Share of the question's words that a statement must hold, rare ones counting more. */
const LEAST_SHARE = 0.6;
const MOST_ALIKE = 3;

/**
 * Statements of some meetings that hold most of what a question is about by its words alone, best first: what a reader may have meant where
 * nothing holds all that was read. At most three.
 */
export function alikeIn(
  events: readonly EventFacts[],
  { constraints }: Query,
  index: PassageIndex,
): readonly Statement[] {
  const said = new Map(events.flatMap(({ outcomes }) => outcomes.map((one) => [one.passage, one] as const)));
  const asked = constraints.filter((each) => isOfStatement(each) && !each.negated);
  const words = [...new Set(asked.map(({ label }) => label))].join(' ');
  const found = index.search(words, { limit: MOST_ALIKE, filter: (id) => said.has(id) });
  return found.flatMap(({ id, score, share }): readonly Statement[] => {
    const facts = said.get(id);
    if (facts === undefined || share < LEAST_SHARE) return [];
    const { event, outcome, index: at } = facts;
    return [{ consultation: event.consultation, outcome, index: at, fit: score, score, lacks: [] }];
  });
}
