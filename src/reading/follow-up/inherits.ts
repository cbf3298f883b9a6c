import { hasCue } from '../annotation.ts';
import { assumed } from '../blank.ts';
import { carriedNotes } from '../notes.ts';
import type { Ask, Constraint, Query } from '../query.ts';
import type { Reading } from '../readings.ts';
import { asksOutcome, type Counted, isFromMeeting, isOfThatDay, periodCounted } from './counted.ts';
import { countsBeyond } from './facts.ts';
import { leftBy } from './left.ts';
import { otherOfPair } from './pair.ts';
import { othersThan, peopleMeant, personConstraint } from './scope.ts';
import { askOf, kept, triedAs } from './table.ts';
import { samePosts, tableShown, tablesMeant } from './tables-meant.ts';
import { after, asksOfDeeds, type Turn } from './turn.ts';

/** What a turn keeps of the one before: what it does not name anew. */
export function inherits(turn: Turn): readonly Reading[] {
  const previous = ofTold(turn.previous);
  const counted = timeIn(turn);
  return triedAs('inherits', turn.readings, turn).flatMap((one) => {
    const own = counted === undefined ? one.query : notAhead(one.query);
    const asked = ofOutcome(own, turn);
    return leftBy(previous, own, counted, turn.annotated).map(({ left, less, isTimeLeft }) => ({
      ...one,
      query: timeLeft(merged(after(left, turn), asked, counted), isTimeLeft ? previous.period : null),
      prior: one.prior - less,
      why: [...one.why, 'inherits'],
    }));
  });
}

/** After who came before or after him, what follows is of the one just told of. */
function ofTold(previous: Query): Query {
  const [told] = previous.ask === 'succession' ? peopleMeant(previous) : [];
  return told === undefined ? previous : { ...previous, constraints: [personConstraint(told)] };
}

const DONE = assumed('verb', ['completed'], { strength: 'soft' });

/** "Has Japan done it?" asks whether it was done. */
function ofOutcome(query: Query, { annotated }: Turn): Query {
  if (!asksOutcome(annotated)) return query;
  const typed = query.constraints.filter(({ role }) => role === 'verb');
  return { ...query, doer: undefined, constraints: typed.length > 0 ? typed : [DONE] };
}

/** "Did they meet again three months later?" asks of no meeting to come. */
const notAhead = (query: Query): Query => (query.ahead ? { ...query, ahead: false, period: null } : query);

/** 「そのとき総理には」 is of the day shown. */
function timeIn({ annotated, counted }: Turn): Counted | undefined {
  return counted ?? (isOfThatDay(annotated) ? { unit: 'day', by: 0, isFigure: false } : undefined);
}

/** That the time carried over was given up is told. */
function timeLeft(query: Query, period: Query['period']): Query {
  return period === null ? query : { ...query, left: { constraints: query.constraints, period } };
}

/** How things were measured and ranked stays as it was, unless the turn asks a question of its own. */
const MANNER = ['measure', 'direction', 'by', 'aspect', 'threshold', 'succession', 'whose'] as const;

/** "And the EDD?" after what AMRAAM is; "did it come up at the 2+2?" asks of it there. */
function definesAnother({ yesNo }: Query, { annotated, previous, lean }: Turn): boolean {
  const isNamed = previous.ask === 'define' && !lean.hasWh && lean.names > 0;
  return isNamed && !(yesNo && asksOfDeeds(annotated));
}

/** What the turn does not set itself ("and the shortest?" after the longest); nothing of "and did she meet him?" after how long another meeting lasted. */
function mannerOf(query: Query, { previous, annotated, lean }: Turn): Partial<Query> {
  const asksWhether = query.yesNo && lean.names > 0 && hasCue(annotated, 'meet.meet', 'meet.visit', 'say', 'act.*');
  return { ...pick(previous, lean.hasWh || asksWhether ? [] : MANNER), ...pick(query, MANNER) };
}

function merged(turn: Turn, query: Query, counted: Counted | undefined): Query {
  const { annotated, previous, scope, lexicon, lean } = turn;
  if (definesAnother(query, turn)) return { ...query, ask: 'define', frame: 'inherits' };
  const [own, shown] = [query.constraints, scope.constraints];
  const named = [...tablesMeant(own, shown, lexicon), ...samePosts(own, shown, lexicon)];
  const isNewTime = query.period !== null || counted !== undefined;
  const period = query.period ?? periodCounted(turn, counted) ?? (countsBeyond(query, turn) ? null : scope.period);
  const ask = askOf('inherits', query, turn);
  const order = query.order ?? (isOrderLeft(query, previous, ask, isNewTime) ? previous.order : undefined);
  // 「いつ発効した？」 after what an agreement is: words take the place of no name.
  const isBeside = previous.ask === 'define' && lean.names === 0;
  const replacing = isBeside ? named.filter(({ role }) => role !== 'word') : named;
  const before = kept('inherits', [...scope.constraints, ...subjectsIn(turn, query)], replacing, query, turn);
  // "Have they met since?" is asked of the two who met.
  const pair = isFromMeeting(turn.counted) ? otherOfPair(turn) : [];
  const merge: Query = {
    ...query,
    ...mannerOf(query, turn),
    ask,
    constraints: [...tableShown(before, named, turn), ...before, ...named, ...othersThan(annotated, previous), ...pair],
    period,
    order,
    nths: query.nths ?? (order !== undefined || isNewTime ? undefined : previous.nths),
    frame: 'inherits',
  };
  return { ...merge, notes: [...query.notes, ...carriedNotes(merge, query.period === null ? period : null)] };
}

/** "And in 2024?" after the latest asks for all of that year, "how many were there" for all of them. */
function isOrderLeft(query: Query, previous: Query, ask: Ask, isNewTime: boolean): boolean {
  const isOfAll = (ask === 'count' || ask === 'list') && previous.ask !== ask;
  return !isNewTime && query.nths === undefined && !isOfAll;
}

/** 「じゃあシャルルボワでは？」 after whether tariffs came up: whether they did there. */
function subjectsIn({ previous, lean }: Turn, { yesNo }: Query): readonly Constraint[] {
  const isAnew = previous.yesNo && !yesNo && !lean.hasWh && !lean.lacksSubject;
  return isAnew ? previous.constraints.filter(({ subject, origin }) => subject && origin !== 'carried') : [];
}

function pick<K extends keyof Query>(query: Query, keys: readonly K[]): Partial<Pick<Query, K>> {
  return Object.fromEntries(keys.flatMap((key) => (query[key] === undefined ? [] : [[key, query[key]]]))) as Partial<
    Pick<Query, K>
  >;
}
