import { hasCue, isCue } from '../annotation.ts';
import { type Constraint, Explains, type Query } from '../query.ts';
import type { Situation } from '../situation.ts';
import { asksBeside, asksOutcome, isFromMeeting, isOfThatDay, periodCounted } from './counted.ts';
import { isStep } from './next.ts';
import { meantBy } from './pronouns.ts';
import { asksElse, hasSubject, isOfPaperAlone, isOfPeople, isOtherSide } from './scope.ts';
import { speakersSide } from './speaker.ts';
import { standsForTable } from './tables-meant.ts';
import type { Turn } from './turn.ts';

type Facts = Readonly<Record<string, () => boolean>>;

/** What the conditions of `follow-up.yaml` are about: the turn's words, how it leans on the one before, and what one of its readings asks. */
export function situationOf(query: Query, turn: Turn): Situation {
  const facts: Facts = { ...factsOfTurn(turn), ...factsOfShown(turn), ...factsOfReading(query, turn) };
  return {
    holds(condition) {
      const [whose, ask] = condition.split(':');
      if (whose === 'own') return query.ask === ask;
      if (whose === 'before') return turn.previous.ask === ask;
      return facts[condition]?.() ?? turn.wording.holds(condition);
    },
  };
}

/** Of the turn as it is worded, whatever went before it. */
function factsOfTurn(turn: Turn): Facts {
  const { annotated, readings, lean, counted } = turn;
  return {
    elliptic: () => lean.elliptic,
    points: () => lean.points,
    opens: () => lean.opens,
    'lacks-subject': () => lean.lacksSubject,
    'asks-itself': () => lean.hasWh,
    names: () => lean.names > 0,
    people: () => lean.people > 0,
    dated: () => lean.hasTime,
    ordinal: () => annotated.all.some((one) => one.kind === 'number' && one.unit === 'ordinal'),
    ranks: () => readings[0]?.query.ask === 'rank',
    counted: () => counted !== undefined,
    'of-day': () => isOfDay(turn),
    'from-shown': () => isFromMeeting(counted),
    'asks-outcome': () => asksOutcome(annotated),
    'asks-meetings': () => asksOfMeetings(turn),
    'passes-over-him': () => lean.people > 0 && hasCue(annotated, 'pronoun') && meantBy(turn) !== undefined,
  };
}

/** Of the turn before, and of what was shown. */
function factsOfShown(turn: Turn): Facts {
  const { annotated, previous, scope } = turn;
  const shown = (previous.answered ?? []).length;
  const isOne = shown === 1 || (previous.ask === 'rank' && shown > 0);
  return {
    shown: () => shown > 0,
    'one-shown': () => isOne,
    'single-shown': () => isOne || previous.order !== undefined,
    'told-by-shown': () => periodCounted(turn) !== undefined,
    'to-next': () => isStep(turn),
    'asks-else': () => asksElse(annotated, previous),
    'asks-reply': () => speakersSide(turn).length > 0,
    'before-explains': () => Explains.has(previous.ask),
    'before-on-subject': () => hasSubject(scope),
    'before-of-people': () => !Explains.has(previous.ask) && scope.constraints.some(isPerson),
    'before-of-format': () => scope.constraints.some(isFormat),
    'on-paper-before': () => isOfPaperAlone(previous),
  };
}

/** Of one reading of the turn. */
function factsOfReading(query: Query, turn: Turn): Facts {
  const { annotated, previous, scope, lexicon } = turn;
  const { ask, constraints, period, order, nths, succession } = query;
  const isOrdered = (order ?? nths) !== undefined;
  const isTimed = period !== null;
  return {
    explains: () => Explains.has(ask),
    // "Any news since then?" asks for nothing by itself.
    news: () => ask === 'help' && asksBeside(annotated),
    ahead: () => query.ahead,
    'yes-no': () => query.yesNo,
    blank: () => constraints.length === 0 && !isTimed && !isOrdered,
    demands: () => constraints.some(({ role }) => role !== 'format'),
    'times-itself': () => isTimed,
    'takes-step': () => isOrdered || succession !== undefined || isTimed || query.ahead,
    'on-subject': () => hasSubject(query),
    'of-sides': () => isOfSides(query),
    'names-table': () => constraints.some(({ role }) => role === 'framework' || role === 'kind'),
    'table-shown': () => standsForTable(turn.readings[0]?.query.constraints ?? [], scope.constraints, lexicon),
    'names-somebody': () => constraints.some(isOfPeople),
    'in-place-of-him': () =>
      constraints.some(isPerson) && scope.constraints.some((one) => isPerson(one) && !isOtherSide(one, query, lexicon)),
    'in-person': () => hasCue(annotated, 'meet.face') && !constraints.some(isFormat),
    'another-meeting': () => isOrdered && previous.answered?.length === 1,
    'beyond-shown': () => countsBeyond(query, turn),
    // "How many were in Tokyo?" counts meetings; 「使用期間は」 does not.
    'asks-number': () =>
      ask === 'amount' &&
      (query.measure ?? 'things') === 'things' &&
      !hasSubject(query) &&
      !hasCue(annotated, 'ask.howmuch'),
  };
}

const isPerson = ({ role, negated }: Constraint) => role === 'person' && !negated;
/** One that was named, and not only assumed. */
const isFormat = ({ role, label }: Constraint) => role === 'format' && label !== '';

/** 「日本側は？」: nothing is named but a side. */
export const isOfSides = ({ constraints }: Query) =>
  constraints.length > 0 && constraints.every(({ role }) => role === 'side');

/** 「第3回はもう開かれた？」 after the one of June 2024: the third of all, and not of that month. */
export function countsBeyond({ nths }: Query, { previous: { answered = [] } }: Turn): boolean {
  return answered.length > 0 && nths?.every((nth) => nth > answered.length) === true;
}

/** The day after; 「そのとき総理には」 is of the day shown itself. Where nothing was found there is no day. */
function isOfDay({ annotated, counted, previous }: Turn): boolean {
  if ((previous.answered ?? []).length === 0) return false;
  return counted === undefined ? isOfThatDay(annotated) : 'unit' in counted && counted.unit === 'day';
}

function asksOfMeetings({ annotated, counted }: Turn): boolean {
  const isOfMeetings = hasCue(annotated, 'meet.meet', 'meet.held', 'meet.attend');
  const pointer = isFromMeeting(counted) ? [] : ['deixis'];
  return isOfMeetings && !annotated.all.some((one) => isCue(one, 'say', 'act.*', ...pointer));
}
