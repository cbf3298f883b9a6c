import { type Annotated, hasCue, isCue } from '../annotation.ts';
import { amongNote } from '../notes.ts';
import { listed } from '../patterns.ts';
import { type Ask, type Constraint, idsIn, type Query } from '../query.ts';
import type { Reading } from '../readings.ts';
import { isOfSides } from './facts.ts';
import { asksElse, carried, consultations, hasSubject, OF_VENUE, personConstraint } from './scope.ts';
import { speakersSide } from './speaker.ts';
import { askOf, triedAs } from './table.ts';
import type { Turn } from './turn.ts';

/** Only the records of the answer before. */
export function among(turn: Turn): readonly Reading[] {
  const { answered = [], ask } = turn.previous;
  const ids = ask === 'rank' ? answered.slice(0, 1) : answered;
  if (ids.length === 0) return [];
  const readings = turn.readings.map((one) => ({ ...one, query: asOneSide(one.query, turn) }));
  return triedAs('among', readings, turn).map((one) => ({
    ...one,
    query: within(ids, one.query, turn),
    why: [...one.why, 'among'],
  }));
}

const OF_PRESENCE: ReadonlySet<Constraint['role']> = new Set(['member', 'person', 'post', 'side']);
const asksPresence = listed('asks-presence');
const asksEver = listed('asks-ever');
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

/** A reading asked of these records alone. */
function within(ids: readonly string[], query: Query, turn: Turn): Query {
  const { lean, scope } = turn;
  const ask = askOf('among', query, turn);
  const ordered = query.nths !== undefined ? inOrderShown(query.nths, ids) : undefined;
  const meant = ordered ?? ids;
  const yesNo = query.yesNo && !asksFurther(turn);
  return {
    ...query,
    ...(ordered === undefined ? {} : { nths: undefined }),
    ask,
    yesNo,
    ...apartFrom(turn),
    ...(asksAgent(turn) ? { whose: 'speaker' as const } : {}),
    ...(ask === 'who' && isOfSides(query) ? { whose: 'side' as const } : {}),
    frame: 'among',
    period: query.period ?? (lean.elliptic ? scope.period : null),
    behind: scope,
    constraints: [
      consultations(meant),
      ...subjectLeft(ids, ask, query, turn),
      ...speakersSide(turn),
      ...query.constraints,
    ],
    notes: [...query.notes, amongNote(meant.length, yesNo)],
  };
}

/** "Who said that?" of several records: the subject that they were found by, or the words of what is pointed at. */
function subjectLeft(ids: readonly string[], ask: Ask, query: Query, turn: Turn): readonly Constraint[] {
  const { annotated, previous } = turn;
  const kept = (is: (one: Constraint) => boolean) => previous.constraints.filter(is).map(carried);
  if (asksElse(annotated, previous)) return [];
  if (!hasSubject(query) && pointsAtSubject(annotated)) return kept(isOfWords);
  if (speakersSide(turn).length > 0) return [];
  if (asksAgent(turn)) return kept(isOfWords);
  if (ask === 'what' && isOfSides(query)) return kept(isSubject);
  const asksWords =
    ['what', 'source', 'who'].includes(ask) &&
    hasCue(annotated, 'deixis', 'say', 'deed.*', 'verb.*', 'ask.source', 'only');
  // Of one record everything said there may be asked about, but for who of them said it and where it says so.
  const isOfAll = isSingle(ids, previous) && query.whose !== 'speaker' && ask !== 'source';
  return hasSubject(query) || !asksWords || isOfAll ? [] : kept(isSubject);
}

const isSingle = (ids: readonly string[], { order }: Query) => ids.length === 1 || order !== undefined;
const isSubject = ({ subject }: Constraint) => subject;

/** "What did he say about it?", 「それについて」. */
const pointsAtSubject = ({ all }: Annotated) =>
  all.some((one, at) => isCue(one, 'deixis') && [all[at - 1], all[at + 1]].some((each) => isCue(each, 'rel.about')));

/** "What else was said?", "who else was there?" */
const asksFurther = ({ annotated, previous, wording }: Turn) =>
  wording.holds('others-present') || asksElse(annotated, previous);

/** What and who were told of before, where more is asked for. */
function apartFrom({ annotated, previous, scope, wording }: Turn): Pick<Query, 'apart'> {
  if (asksElse(annotated, previous)) return { apart: scope.constraints.filter(isSubject) };
  if (!wording.holds('others-present')) return {};
  const focus = previous.ask === 'who' || previous.ask === 'list' ? (previous.focus ?? []) : idsIn(scope, 'person');
  return { apart: focus.map(personConstraint) };
}

const isOfWords = ({ subject, role }: Constraint) => subject === true || role === 'act' || role === 'verb';

/** "By whom?", 誰が: after what was said or done, who of those present did it. */
function asksAgent({ annotated: { all }, previous }: Turn): boolean {
  if (all.some((one) => isCue(one, 'ask.present'))) return false;
  const isOfDeed = previous.ask === 'yes-no' || previous.ask === 'what';
  const isAlone = all.every((one) => isCue(one, 'ask.who', 'rel.by', 'noise', 'continue', 'mark.question'));
  return isOfDeed && isAlone && all.some((one) => isCue(one, 'ask.who')) && previous.constraints.some(isOfWords);
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
