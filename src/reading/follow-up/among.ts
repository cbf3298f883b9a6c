import { type Annotated, hasCue, isCue } from '../annotation.ts';
import { amongNote } from '../notes.ts';
import { listed } from '../patterns.ts';
import { type Ask, type Constraint, Explains, idsIn, type Query } from '../query.ts';
import type { Reading } from '../readings.ts';
import { askOfShown, asksOthersPresent, isOfSide } from './asked.ts';
import { countedIn } from './counted.ts';
import {
  asksElse,
  carried,
  consultations,
  hasSubject,
  isOfPaperAlone,
  isOtherSide,
  personConstraint,
  scopeOf,
} from './scope.ts';
import { speakersSide } from './speaker.ts';
import { inPerson, isStep } from './steps.ts';
import { passesOverNames, type Turn } from './turn.ts';

/** Only the records of the answer before. */
export function among(turn: Turn): readonly Reading[] {
  const ids = shownBefore(turn);
  if (ids.length === 0) return [];
  const { lean } = turn;
  const readings = turn.readings.map((one) => ({ ...one, query: asOneSide(one.query, turn) }));
  const cost = costOf(turn, ids);
  const asksHolder = lean.hasWh || hasCue(turn.annotated, 'only');
  const isOfThem = (ask: Ask) => !Explains.has(ask) && ask !== 'succession' && (ask !== 'holder' || asksHolder);
  return readings
    .filter(({ query }) => isOfThem(query.ask))
    .map((one) => ({
      ...one,
      query: within(ids, one.query, turn),
      prior:
        one.prior +
        cost +
        (speakersSide(turn).length > 0 ? 2.5 : 0) -
        (passesOverNames(one.query, turn) ? 3 : 0) -
        (replacesPerson(one.query, turn) || replacesFormat(one.query, turn) ? 2 : 0),
      why: [...one.why, 'among'],
    }));
}

const OF_PRESENCE: ReadonlySet<Constraint['role']> = new Set(['member', 'person', 'post', 'side']);
const asksPresence = listed('asks-presence');
const asksEver = listed('asks-ever');
const OF_VENUE: ReadonlySet<Constraint['role']> = new Set(['place', 'country', 'format']);
const isIt = listed('it-or-that');

/** 「韓国は参加した？」, "was it in Seoul" of the meeting shown: that is a no for it, wherever else Korea took part or one was held there. */
export function isWhetherSo({ frame, yesNo, constraints }: Query, { all }: Annotated): boolean {
  const own = constraints.filter(({ origin }) => origin === 'typed');
  if (frame !== 'among' || !yesNo || own.length === 0 || all.some(asksEver)) return false;
  const areAll = (roles: typeof OF_VENUE) => own.every(({ role }) => roles.has(role));
  const isOne = constraints.some(({ role, anyOf }) => role === 'consultation' && anyOf.length === 1);
  const isOfIt = all.some(isIt) || !all.some((one) => isCue(one, 'meet.*', 'deixis.loose'));
  return (areAll(OF_PRESENCE) && all.some(asksPresence)) || (areAll(OF_VENUE) && isOne && isOfIt);
}

/** The records that the turn can be about; none where it cannot be about them alone. */
function shownBefore(turn: Turn): readonly string[] {
  const { annotated, readings, previous } = turn;
  const isRanked = previous.ask === 'rank';
  // 「最短は」 after the longest is asked of all that was ranked.
  const isRankedAnew = isRanked && readings[0]?.query.ask === 'rank';
  // What illustrates a definition is not what the next question is about.
  if (isRankedAnew || previous.ask === 'define' || isOfPaperAlone(previous) || countedIn(annotated) !== undefined)
    return [];
  if (isStep(turn) && !hasCue(annotated, 'only')) return [];
  const answered = previous.answered ?? [];
  return isRanked ? answered.slice(0, 1) : answered;
}

const isSingle = (ids: readonly string[], { order }: Query) => ids.length === 1 || order !== undefined;

function costOf({ annotated, previous, lean }: Turn, ids: readonly string[]): number {
  const isOnly = hasCue(annotated, 'only');
  const isOrdinal = annotated.all.some((one) => one.kind === 'number' && one.unit === 'ordinal');
  const counts = isOrdinal || hasCue(annotated, 'ask.count', 'order.first', 'order.latest');
  const weights: readonly (readonly [holds: boolean, weight: number])[] = [
    [lean.elliptic, 1.1],
    [!lean.elliptic, -1.5],
    [lean.names === 0 && !lean.hasTime && isSingle(ids, previous), 0.6],
    // Of one record there is no first and no number.
    [counts && ids.length === 1, -2.5],
    [isOnly, 1.4],
    [lean.names > 0 && hasCue(annotated, 'more'), -2.5],
    [lean.hasTime && !isOnly && !hasCue(annotated, 'deixis'), -0.8],
  ];
  return weights.reduce((sum, [holds, weight]) => sum + (holds ? weight : 0), 0);
}

/** A reading asked of these records alone. */
function within(ids: readonly string[], query: Query, turn: Turn): Query {
  const { lean, previous } = turn;
  const ask = askOfShown(query, turn);
  const ordered = query.nths !== undefined ? inOrderShown(query.nths, ids) : undefined;
  const meant = ordered ?? ids;
  const yesNo = query.yesNo && !asksOthersPresent(turn.annotated) && !asksElse(turn.annotated, previous);
  return {
    ...query,
    ...(ordered === undefined ? {} : { nths: undefined }),
    ask,
    yesNo,
    ...apartFrom(turn),
    ...(asksAgent(turn) ? { whose: 'speaker' as const } : {}),
    ...(ask === 'who' && isOfSide(query) ? { whose: 'side' as const } : {}),
    frame: 'among',
    period: query.period ?? (lean.elliptic ? scopeOf(previous).period : null),
    behind: scopeOf(previous),
    constraints: [
      consultations(meant),
      ...subjectLeft(ids, ask, query, turn),
      ...speakersSide(turn),
      ...query.constraints,
    ],
    notes: [...query.notes, amongNote(meant.length, yesNo)],
  };
}

/** "Who said that?" of several records: the subject that they were found by. */
function subjectLeft(ids: readonly string[], ask: Ask, query: Query, turn: Turn): readonly Constraint[] {
  const { annotated, previous } = turn;
  if (asksElse(annotated, previous)) return [];
  if (!hasSubject(query) && pointsAtSubject(annotated)) return previous.constraints.filter(isOfWords).map(carried);
  if (speakersSide(turn).length > 0) return [];
  if (asksAgent(turn)) return previous.constraints.filter(isOfWords).map(carried);
  const asksWords =
    ['what', 'source', 'who'].includes(ask) &&
    hasCue(annotated, 'deixis', 'say', 'deed.*', 'verb.*', 'ask.source', 'only');
  if (ask === 'what' && isOfSide(query)) return previous.constraints.filter(({ subject }) => subject).map(carried);
  // Of one record everything said there may be asked about, but for who of them said it and where it says so.
  if (hasSubject(query) || !asksWords || (isSingle(ids, previous) && query.whose !== 'speaker' && ask !== 'source'))
    return [];
  return previous.constraints.filter(({ subject }) => subject).map(carried);
}

/** "What did he say about it?", 「それについて」. */
const pointsAtSubject = ({ all }: Annotated) =>
  all.some((one, at) => isCue(one, 'deixis') && [all[at - 1], all[at + 1]].some((each) => isCue(each, 'rel.about')));

/** "What else was said?", "who else was there?": what and who were told of before. */
function apartFrom({ annotated, previous }: Turn): Pick<Query, 'apart'> {
  if (asksElse(annotated, previous)) return { apart: scopeOf(previous).constraints.filter(({ subject }) => subject) };
  const focus =
    previous.ask === 'who' || previous.ask === 'list' ? (previous.focus ?? []) : idsIn(scopeOf(previous), 'person');
  return asksOthersPresent(annotated) ? { apart: focus.map(personConstraint) } : {};
}

const isOfWords = ({ subject, role }: Constraint) => subject === true || role === 'act' || role === 'verb';

/** "By whom?", 誰が: after what was said or done, who of those present did it. */
function asksAgent({ annotated: { all }, previous }: Turn): boolean {
  if (all.some((one) => isCue(one, 'ask.present'))) return false;
  const isOfDeed = previous.ask === 'yes-no' || previous.ask === 'what';
  const isAlone = all.every((one) => isCue(one, 'ask.who', 'rel.by', 'noise', 'continue', 'mark.question'));
  return isOfDeed && isAlone && all.some((one) => isCue(one, 'ask.who')) && previous.constraints.some(isOfWords);
}

/** 「上川外相は？」 after Hayashi and Blinken: in his place, and not at the meetings that he had. */
function replacesPerson(query: Query, { annotated, previous, lean, lexicon }: Turn): boolean {
  const isPlain = lean.elliptic && !hasCue(annotated, 'only', 'deixis', 'more', 'ask.which');
  const isNamed = query.constraints.some(({ role }) => role === 'person');
  const before = scopeOf(previous).constraints.filter(({ role, negated }) => role === 'person' && !negated);
  return isPlain && isNamed && before.some((one) => !isOtherSide(one, query, lexicon));
}

/** 「会ったのは何回？」 after the telephone talks: not of these. */
function replacesFormat(query: Query, turn: Turn): boolean {
  const isOfFormat = scopeOf(turn.previous).constraints.some(({ role, label }) => role === 'format' && label !== '');
  return isOfFormat && query.ask !== 'who' && query.ask !== 'where' && inPerson(query, turn).length > 0;
}

const SPOKEN_OF = 'country:';
const countryIn = (id?: string) => (id?.startsWith(SPOKEN_OF) ? id.slice(SPOKEN_OF.length) : undefined);

/** 「韓国は？」 after 「豪州からは誰？」: who came from there. */
function asOneSide(query: Query, { previous, lean }: Turn): Query {
  const [named, ...others] = query.constraints;
  const id = named?.role === 'member' ? named.anyOf[0] : countryIn(named?.anyOf[0]);
  const isOne = previous.whose === 'side' && !lean.hasWh && !query.yesNo && others.length === 0;
  if (!isOne || named === undefined || id === undefined) return query;
  return {
    ...query,
    ask: 'who',
    constraints: [{ ...named, role: 'side', anyOf: [id], strength: 'soft', subject: false }],
  };
}

/** "The second" of what was shown counts by date. */
function inOrderShown(nths: readonly number[], ids: readonly string[]): readonly string[] | undefined {
  const byDate = [...ids].sort();
  const meant = nths.flatMap((nth) => byDate[nth - 1] ?? []);
  return meant.length > 0 && ids.length > 1 ? meant : undefined;
}
