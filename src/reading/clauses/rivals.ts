import {
  type Annotated,
  type Annotation,
  asNothing,
  idsOf,
  isCue,
  isName,
  type TimeAnnotation,
} from '../annotation.ts';
import { listed } from '../patterns.ts';
import { type Clause, clausesOf, type Stretch } from './clauses.ts';

const asks = listed('asks');
const isDone = listed('done');

/** What two claims may differ in, and what is asked then. */
type Slot = {
  readonly asks: readonly string[];
  /** What of a kind a claim names. */
  readonly of: (claim: Stretch) => readonly Annotation[];
};

const named =
  (...kinds: Parameters<typeof isName>[1][]) =>
  ({ all }: Stretch) =>
    all.filter((one) => isName(one, ...kinds));

const meetings = named('framework', 'level', 'members', 'format');
/** 小泉・ヘグセス会談 is told by who met. */
const byPeople = (claim: Stretch) => (claim.all.some((one) => isCue(one, 'meet.meet')) ? named('person')(claim) : []);

const SLOTS: readonly Slot[] = [
  { asks: ['ask.where'], of: named('place', 'country') },
  {
    asks: ['ask.which', 'noun.meeting'],
    of: (claim) => (meetings(claim).length > 0 ? meetings(claim) : byPeople(claim)),
  },
  { asks: ['ask.who'], of: named('person', 'office') },
  { asks: ['ask.when'], of: ({ all }) => all.filter(({ kind }) => kind === 'time') },
];

/**
 * "It was Singapore, I thought Tokyo. Which is right?": what two claims differ in is what is asked, and neither filters. So it is where what is named alone
 * puts something in doubt: "in Darwin, Canberra I think". As it came where no claims differ.
 */
export function betweenRivals(annotated: Annotated): readonly Annotation[] {
  const { all } = annotated;
  const clauses = clausesOf(annotated);
  const asked = all.find((one) => isCue(one, 'ask.rivals'));
  const claims = clauses.filter((clause) => (asked === undefined ? isBefore(clause, clauses) : isOf(clause, asked)));
  if (asked === undefined) {
    const rivals = claims.some(isPlaceAlone) ? rivalsOf(SLOTS[0], claims) : [];
    return rivals.length === 0 ? all : all.map((one) => (rivals.includes(one) ? asNothing(one) : one));
  }
  const differing = SLOTS.filter((slot) => rivalsOf(slot, claims).length > 0);
  const rivals = differing.flatMap((slot) => rivalsOf(slot, claims));
  if (rivals.length === 0) return all;
  // "… I thought it was Tokyo in the spring": told of that claim alone.
  const [, ...later] = claims.filter((claim) => claim.all.some((one) => rivals.includes(one)));
  const isDoubtful = (one: Annotation) => one.kind === 'time' && later.some((claim) => claim.all.includes(one));
  const [spanned, ...times] = rivals.filter((one) => one.kind === 'time');
  return all.map((one) => {
    if (one === spanned && spanned.kind === 'time') return spanOf(spanned, times);
    if (one === asked) return { ...asNothing(one), ids: differing.flatMap((slot) => slot.asks) };
    return rivals.includes(one) || isDoubtful(one) ? asNothing(one) : one;
  });
}

/** "In September, in October. Which is it?": one of the times from the first to the last. */
function spanOf(first: TimeAnnotation, others: readonly Annotation[]): TimeAnnotation {
  const periods = [first, ...others].flatMap((one) => (one.kind === 'time' ? (one.mention.period ?? []) : []));
  const ends = (end: 'from' | 'to') => periods.map((period) => period[end]).filter((day) => day !== null);
  const period = { from: ends('from').sort()[0] ?? null, to: ends('to').sort().at(-1) ?? null };
  return { ...first, mention: { ...first.mention, period, granularity: 'span', assumption: null } };
}

const isOf = ({ to }: Clause, asked: Annotation) => to <= asked.span[0];

/** Before the first clause that asks. */
const isBefore = (clause: Clause, clauses: readonly Clause[]) =>
  clauses.slice(0, clauses.indexOf(clause) + 1).every(({ all }) => !all.some(asks));

/** All that claims name of a kind, where two of them name different things of it. */
function rivalsOf(slot: Slot | undefined, claims: readonly Stretch[]): readonly Annotation[] {
  const held = claims.map((claim) => slot?.of(claim) ?? []).filter(({ length }) => length > 0);
  const [first, ...others] = held.map((each) => new Set(each.flatMap(keysOf)));
  const isDifferent = first !== undefined && others.some((other) => other.isDisjointFrom(first));
  return isDifferent ? held.flat() : [];
}

const keysOf = (one: Annotation) =>
  one.kind === 'name' ? one.entities.map(({ kind, id }) => `${kind}:${id}`) : [one.text];

/** Nothing but a place: "Canberra", and no country behind its city. */
const isPlaceAlone = ({ all }: Stretch) => {
  const [one, ...more] = all.filter((each) => each.kind !== 'cue' || isDone(each));
  return (
    more.length === 0 && idsOf(one, 'place').length > 0 && !all.some((each) => isCue(each, 'neg.*', 'rel.outside'))
  );
};
