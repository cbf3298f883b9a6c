import type { Framework } from '../../knowledge/schema.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { hasCue } from '../annotation.ts';
import { assumed } from '../blank.ts';
import { carriedNotes } from '../notes.ts';
import { type Ask, type Constraint, Explains, type Query, type Role } from '../query.ts';
import type { Reading } from '../readings.ts';
import { askKept } from './asked.ts';
import {
  asksBeside,
  asksOutcome,
  type Counted,
  countedIn,
  isFromMeeting,
  isOfThatDay,
  periodCounted,
  shownIn,
} from './counted.ts';
import { leftBy } from './left.ts';
import { asksThere } from './pointing.ts';
import {
  carried,
  consultations,
  groupOf,
  hasSubject,
  isOfPeople,
  isOtherSide,
  otherOfPair,
  peopleMeant,
  personConstraint,
  scopeOf,
  tableOf,
} from './scope.ts';
import { inPerson, passesOverStep, sameMembers } from './steps.ts';
import { asksOfDeeds, passesOverNames, type Turn } from './turn.ts';

/** What a turn keeps of the one before: what it does not name anew. */
export function inherits(turn: Turn): readonly Reading[] {
  const previous = ofTold(turn.previous);
  const counted = timeIn(turn);
  const isExplained = Explains.has(previous.ask) && previous.ask !== 'define' && previous.ask !== 'structure';
  if (isExplained || (asksThere(turn) && counted === undefined)) return [];
  if (previous.ask === 'succession' && hasCue(turn.annotated, 'pronoun')) return [];
  const cost = costOf(turn, counted);
  return turn.readings
    .filter(
      ({ query }) =>
        query.ask !== 'refuse' &&
        (!Explains.has(query.ask) || isOfNews(query, turn)) &&
        (counted !== undefined || !isOfOneShown(query, turn)) &&
        !passesOverStep(query, turn),
    )
    .map((one) => (counted === undefined ? one : { ...one, query: notAhead(one.query) }))
    .flatMap((one) =>
      leftBy(previous, one.query, counted).map(({ left, less, isTimeLeft }) => ({
        ...one,
        query: timeLeft(
          merged({ ...turn, previous: left }, ofOutcome(one.query, turn), counted),
          isTimeLeft ? previous.period : null,
        ),
        prior: one.prior + cost - less - (passesOverNames(one.query, turn) ? 3 : 0),
        why: [...one.why, 'inherits'],
      })),
    );
}

/** After who came before or after him, what follows is of the one just told of. */
function ofTold(previous: Query): Query {
  const [told] = previous.ask === 'succession' ? peopleMeant(previous) : [];
  return told === undefined ? previous : { ...previous, constraints: [personConstraint(told)] };
}

/** "Has Japan done it?" asks whether it was done. */
function ofOutcome(query: Query, { annotated }: Turn): Query {
  if (!asksOutcome(annotated)) return query;
  const typed = query.constraints.filter(({ role }) => role === 'verb');
  return { ...query, doer: undefined, constraints: typed.length > 0 ? typed : [DONE] };
}

/** "Did they meet again three months later?" asks of no meeting to come. */
const notAhead = (query: Query): Query => (query.ahead ? { ...query, ahead: false, period: null } : query);

/** "How long did it last?" of the one meeting shown, though the record may not tell. */
function isOfOneShown({ ask, constraints, period, order, nths }: Query, { previous, lean }: Turn): boolean {
  const isPlain = lean.names === 0 && constraints.length === 0 && period === null && (order ?? nths) === undefined;
  const isShown = previous.answered?.length === 1 && previous.ask !== 'define' && previous.ask !== 'rank';
  return isPlain && isShown && (ask === 'duration' || ask === 'where');
}

/** "Any news since then?" asks for nothing by itself. */
const isOfNews = ({ ask }: Query, { annotated }: Turn) => ask === 'help' && asksBeside(annotated);

/** 「そのとき総理には」 is of the day shown. */
function timeIn({ annotated }: Turn): Counted | undefined {
  return countedIn(annotated) ?? (isOfThatDay(annotated) ? { unit: 'day', by: 0, isFigure: false } : undefined);
}

const isCounted = (annotated: Turn['annotated']) => isFromMeeting(countedIn(annotated));
const isOfDay = (counted: Counted | undefined) => counted !== undefined && 'unit' in counted && counted.unit === 'day';

function costOf({ annotated, lean }: Turn, counted: Counted | undefined): number {
  if (isOfDay(counted)) return 2.2;
  const isStep = hasCue(annotated, 'order.next', 'order.previous');
  const isNewlySet = lean.hasTime || counted !== undefined || lean.people > 0 || lean.opens;
  return (isStep ? -2.5 : 0) + (lean.elliptic ? (isNewlySet ? 1 : 0.4) : -1.5);
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
  const { previous, lexicon } = turn;
  if (definesAnother(query, turn)) return { ...query, ask: 'define', frame: 'inherits' };
  const scope = scopeOf(previous);
  const named = tablesMeant(query.constraints, scope.constraints, lexicon);
  const isNewTime = query.period !== null || counted !== undefined;
  const isBeyond = countsBeyond(query, previous);
  const period = query.period ?? periodCounted(turn, counted) ?? (isBeyond ? null : scope.period);
  const ask = askKept(query, turn);
  const order = query.order ?? (isOrderLeft(query, previous, ask, isNewTime) ? previous.order : undefined);
  const kept = keptBeside(named, query, turn)
    .filter(({ role }) => !isOfDay(counted) || role === 'person')
    // That the one shown was held in a room was only assumed.
    .filter(({ role, label }) => !isBeyond || role !== 'format' || label !== '');
  const merge: Query = {
    ...query,
    ...mannerOf(query, turn),
    ask,
    constraints: [...tableShown(kept, named, turn), ...kept, ...named, ...othersThan(turn), ...pairShown(turn)],
    period,
    order,
    nths: query.nths ?? (order !== undefined || isNewTime ? undefined : previous.nths),
    frame: 'inherits',
  };
  return { ...merge, notes: [...query.notes, ...carriedNotes(merge, query.period === null ? period : null)] };
}

/** 「第3回はもう開かれた？」 after the one of June 2024: the third of all, and not of that month. */
const countsBeyond = ({ nths }: Query, { answered = [] }: Query) =>
  answered.length > 0 && nths?.every((nth) => nth > answered.length) === true;

/** "And in 2024?" after the latest asks for all of that year, "how many were there" for all of them. */
function isOrderLeft(query: Query, previous: Query, ask: Ask, isNewTime: boolean): boolean {
  const isOfAll = (ask === 'count' || ask === 'list') && previous.ask !== ask;
  return !isNewTime && query.nths === undefined && !isOfAll;
}

/** What the turn before named and this one does not replace. */
function keptBeside(named: readonly Constraint[], query: Query, turn: Turn): readonly Constraint[] {
  const { previous, lexicon, lean } = turn;
  // 「いつ発効した？」 after what an agreement is: words take the place of no name.
  const isBeside = previous.ask === 'define' && lean.names === 0;
  const replacing = isBeside ? named.filter(({ role }) => role !== 'word') : named;
  const own = new Set(replacing.map(({ role }) => groupOf(role)));
  // "And the defense minister?" after who holds another post asks of that one alone.
  const joins = (one: Constraint) => isOfPeople(one) && previous.ask !== 'holder' && isOtherSide(one, query, lexicon);
  return [...scopeOf(previous).constraints, ...subjectsIn(turn, query)]
    .filter((one) => one.role !== 'consultation' && !isOfBefore(one, query, turn))
    .filter((one) => !own.has(groupOf(one.role)) || joins(one))
    .map(carried);
}

/** 「じゃあシャルルボワでは？」 after whether tariffs came up: whether they did there. */
function subjectsIn({ previous, lean }: Turn, { yesNo }: Query): readonly Constraint[] {
  const isAnew = previous.yesNo && !yesNo && !lean.hasWh && !lean.lacksSubject;
  return isAnew ? previous.constraints.filter(({ subject, origin }) => subject && origin !== 'carried') : [];
}

const OF_DEEDS: ReadonlySet<Role> = new Set(['act', 'verb']);
const DONE = assumed('verb', ['completed'], { strength: 'soft' });
const OF_SITES: ReadonlySet<Role> = new Set(['place', 'country']);

/** What holds of the turn before alone, though this one names nothing in its place. */
function isOfBefore({ role, subject, label }: Constraint, query: Query, turn: Turn): boolean {
  const { annotated, lean } = turn;
  // 「最後に会ったのは」 after the telephone talks.
  if (role === 'format' && label !== '' && inPerson(query, turn).length > 0) return true;
  // "Has it happened?" may be told of at any table.
  const isOutcome = query.ask === 'develop' ? isCounted(annotated) : asksOutcome(annotated);
  if (isOutcome && isOfTable(role) && hasSubject(scopeOf(turn.previous))) return true;
  const asksMeetings = asksOfMeetings(turn) && (lean.hasWh || isCounted(annotated));
  if (subject && asksMeetings) return true;
  // "Who attended?" after what was signed asks for no signing.
  if (OF_DEEDS.has(role) && lean.hasWh) return true;
  return isOfAnotherMeeting(role, asksMeetings, query, turn);
}

/** What came after the meeting shown need not have been done as it was there, nor by one side; and another may have been held anywhere. */
function isOfAnotherMeeting(role: Role, asksMeetings: boolean, query: Query, turn: Turn): boolean {
  const { nths, order, constraints } = query;
  const isOfTable = constraints.some((one) => one.role === 'framework' || one.role === 'kind');
  const isBeside = isCounted(turn.annotated);
  // "And the first one?" after the one in San Francisco.
  const isAnother = (nths ?? order) !== undefined && turn.previous.answered?.length === 1;
  if (role === 'side' && isAnother) return true;
  if (OF_DEEDS.has(role) || role === 'side') return isBeside && (asksMeetings || isOfTable);
  return OF_SITES.has(role) && (isAnother || isBeside);
}

function asksOfMeetings({ annotated }: Turn): boolean {
  const isOfMeetings = hasCue(annotated, 'meet.meet', 'meet.held', 'meet.attend');
  return isOfMeetings && !hasCue(annotated, 'say', 'act.*', ...(isCounted(annotated) ? [] : ['deixis']));
}

/** 「その後、首脳同士は」 after Camp David: of the meeting shown its table is kept, and those who sat there. */
function tableShown(kept: readonly Constraint[], named: readonly Constraint[], turn: Turn): readonly Constraint[] {
  const { annotated, previous, lexicon } = turn;
  // "What else happened that day?" is of any table.
  const isOfTable = isCounted(annotated) && !hasCue(annotated, 'shift.=day');
  const shown = isOfTable ? shownIn(previous, lexicon.knowledge.consultations) : [];
  const [at] = shown;
  if (at === undefined || shown.some(({ framework }) => framework !== at.framework)) return [];
  const isBare = named.length === 0 && kept.every(({ role }) => role === 'format');
  return isBare ? [tableOf(at.framework)] : sameMembers(at, named, lexicon);
}

/**
 * 「日米だけだと？」 after the meetings of three: those of the two in the same posts. 「外相は？」 after the defense ministers: a post alone stands for the
 * meeting of those who hold it; a rank alone for the table of that rank on the same matter. "And their foreign ministers?" after three leaders: those of the three.
 */
function tablesMeant(own: readonly Constraint[], before: readonly Constraint[], { knowledge }: Lexicon) {
  const all = [...knowledge.frameworks.values()];
  const tableIn = ({ role, anyOf }: Constraint) =>
    role === 'framework' ? knowledge.frameworks.get(anyOf[0] ?? '') : undefined;
  const shown = before.map(tableIn).find((each) => each !== undefined);
  const seats = before.find(({ role }) => role === 'members')?.anyOf[0]?.split('+') ?? shown?.countries ?? [];
  const isAlone =
    before.some(({ role }) => isOfTable(role)) && !own.some(({ role }) => role === 'person' || role === 'members');
  const called = (one: Constraint): readonly (typeof all)[number][] => {
    if (one.role === 'level' && one.anyOf.includes('bilateral'))
      return all.filter(({ kind, countries }) => kind !== undefined && kind === shown?.kind && countries.length === 2);
    if (!isAlone) return [];
    const ofRank = one.role === 'level' && shown !== undefined ? all.filter((each) => isAtRank(each, shown, one)) : [];
    if (ofRank.length > 0) return ofRank;
    if (one.role === 'post' || one.role === 'level')
      return own.some((each) => tableIn(each)) ? [] : all.filter(({ pairs }) => pairs.includes(one.label));
    const table = tableIn(one);
    const isOfPosts = table?.countries.length === 2 && table.pairs.length > 0 && seats.length > 2;
    return isOfPosts ? all.filter(({ kind }) => kind === table.kind) : [];
  };
  return own.map((one): Constraint => {
    const tables = called(one);
    const seated = tables.filter(({ countries }) => countries.toSorted().join() === seats.toSorted().join());
    const isWider = one.role === 'framework' || (seated.length > 0 && seats.length > 2);
    const meant = isWider ? seated : tables;
    return meant.length === 0 ? one : { ...one, role: 'framework', anyOf: meant.map(({ id }) => id) };
  });
}

/** 「事務方のは？」 after the ministers' meeting on a matter: the table of officials of both countries on the same one. */
const isAtRank = (table: Framework, shown: Framework, { anyOf }: Constraint) =>
  anyOf.includes(table.level) &&
  table.level !== shown.level &&
  table.countries.join() === shown.countries.join() &&
  table.fields.join() === shown.fields.join();

const TABLES: readonly Role[] = ['framework', 'kind', 'level'];
const isOfTable = (role: Role) => TABLES.includes(role);

/** "Have they met since?" is asked of the two who met. */
const pairShown = ({ annotated, previous, lexicon }: Turn) =>
  isCounted(annotated) ? otherOfPair(annotated, previous, lexicon) : [];

/** "Which other prime ministers did she meet?": what was shown already is left out. */
export function othersThan({ annotated, previous: { answered = [] } }: Turn): readonly Constraint[] {
  if (answered.length === 0 || !hasCue(annotated, 'more')) return [];
  return [{ ...consultations(answered), negated: true }];
}

function pick<K extends keyof Query>(query: Query, keys: readonly K[]): Partial<Pick<Query, K>> {
  return Object.fromEntries(keys.flatMap((key) => (query[key] === undefined ? [] : [[key, query[key]]]))) as Partial<
    Pick<Query, K>
  >;
}
