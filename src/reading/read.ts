import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Period } from '../time/period.ts';
import { consultationSpan, intersect, shiftDays } from '../time/spans.ts';
import { type Anchor, anchorIn } from './anchors.ts';
import { type Annotated, type Annotation, isCue, isName } from './annotation.ts';
import { type AskOption, asksIn } from './asks.ts';
import { BLANK } from './blank.ts';
import type { Budget } from './budget.ts';
import { calledPosts, calledSites, counterpartTables, fieldsIn, fiscalYearWords, impliedFormat } from './implied.ts';
import { claimOf, countsMeetings, type Modifiers, modifiersOf } from './modifiers.ts';
import { repairedNote, secondQuestion } from './notes.ts';
import { askParts } from './parts.ts';
import { AsksOfTalk, type Constraint, type Query } from './query.ts';
import { type RoleOption, roleOptions } from './roles.ts';
import { situationOf } from './situation.ts';
import { tenureIn } from './tenures.ts';
import { tidy } from './tidy.ts';
import { besideEvent, sinceIncident, stepFromDay, timesOf } from './times.ts';
import { unreadNotes } from './unread.ts';
import { wordConstraints } from './wordings.ts';

/** One way to understand a text, and how likely it is before the record is asked. */
export type Reading = { readonly query: Query; readonly prior: number; readonly why: readonly string[] };

/** What the record holds for a query, as far as reading needs to know; the search of `src/search` gives more. */
export type Sighting = {
  readonly findings: readonly { readonly consultation: { readonly id: string; readonly date: string } }[];
  readonly chosen: Sighting['findings'];
  readonly dropped: readonly Constraint[];
  readonly unheld: readonly Constraint[];
  readonly explained: number;
};

/** What reading needs beside the text. `find` looks up what readings are compared by, and events that tell a time. */
export type Reader = {
  readonly lexicon: Lexicon;
  readonly find: (query: Query) => Sighting;
  readonly today: string;
  readonly budget?: Budget | undefined;
};

/** These explain, and open with no yes. */
const EXPLAINING: ReadonlySet<Query['ask']> = new Set<Query['ask']>([
  ...AsksOfTalk,
  ...(['refuse', 'coverage', 'define', 'develop', 'compare', 'duration', 'rank', 'tenure', 'source'] as const),
]);

/** More combinations of parts than this are not worth looking at. */
const MOST_READINGS = 16;
const MOST_REPEATED = 2;
/** An ask this much lighter than the heaviest is no reading of its own. */
const ASK_MARGIN = 0.35;

/** The readings of an annotated text, likeliest first. At least one. */
export function read(annotated: Annotated, reader: Reader): readonly Reading[] {
  const frame = outline(annotated, reader);
  const options = asksIn(frame.situation);
  const heaviest = options[0]?.weight ?? 0;
  const asks = options.filter(({ weight }) => weight >= heaviest - ASK_MARGIN).slice(0, 2);
  const combinations = combined(
    namedAnew(frame.names, annotated.all)
      .map((at) => roleOptions(annotated, at, reader.lexicon).filter((one) => !isMiscounted(one, frame.modifiers)))
      .filter((one) => one.length > 0),
  );
  const outlined = asks
    .flatMap((ask) => {
      const shared = sharedBy(frame, ask, options, reader);
      return combinations.map((roles) => weighedOf(frame, shared, roles));
    })
    .sort((a, b) => b.prior - a.prior)
    .slice(0, MOST_READINGS);
  reader.budget?.read(annotated.all, outlined.length);
  return outlined.map((one) => readingOf(annotated, frame, one, reader));
}

/** "The last 3 summits": three meetings, and no summits of three countries. */
function isMiscounted({ constraints }: RoleOption, modifiers: Modifiers): boolean {
  return constraints.some(({ role, anyOf }) => role === 'size' && countsMeetings(modifiers, Number(anyOf[0])));
}

type Outline = {
  /** Without the event or term that only tells the time. */
  readonly rest: readonly Annotation[];
  readonly names: readonly number[];
  readonly period: Period | null;
  readonly times: ReturnType<typeof timesOf>;
  readonly modifiers: Modifiers;
  readonly anchor: Anchor | undefined;
  /** The first day of a term of office that the question counts from. */
  readonly begin: string | undefined;
  readonly situation: ReturnType<typeof situationOf>;
};

/** What every reading of the text shares: its time, order and number, and what is left to be asked. */
function outline(annotated: Annotated, reader: Reader): Outline {
  const { lexicon, today } = reader;
  const { all, language } = annotated;
  const anchor = anchorIn(all, language);
  const event = anchor === undefined ? undefined : eventOf(anchor, annotated, reader);
  const skipped = new Set(anchor === undefined || event === undefined ? [] : placesOf(anchor));
  const blank = (one: Annotation, at: number): Annotation => (skipped.has(at) ? { ...one, kind: 'cue', ids: [] } : one);
  const tenure = tenureIn(all.map(blank), lexicon.knowledge);
  for (const at of tenure?.used ?? []) skipped.add(at);
  const rest = all.filter((_, at) => !skipped.has(at));
  const times = timesOf(rest, lexicon.knowledge);
  const found = modifiersOf(event === undefined ? rest : [...rest, ...stepCue(all, anchor)]);
  const incident = event === undefined ? sinceIncident(rest) : undefined;
  const shaped = event === undefined ? besideTime(found, rest) : besideEvents(found, anchor, rest);
  const modifiers = oldestAfter(incident, shaped);
  const told = incident ?? stepFromDay(rest, times.period, modifiers.step);
  const period = [tenure?.period, event].reduce(within, told);
  const situation = situationOf(annotated, rest, {
    times: Math.max(times.count, period === null ? 0 : 1),
    isAnchored: event !== undefined || tenure !== undefined,
    hasOrder: modifiers.order !== undefined || modifiers.nths !== undefined,
    hasStep: modifiers.step !== undefined,
    hasLength: modifiers.measure === 'duration',
    isPassed: isPassed(period, today),
  });
  const isNamed = (one: Annotation) => one.kind === 'name' && !isName(one, 'administration');
  return {
    rest,
    names: all.flatMap((one, at) => (!skipped.has(at) && isNamed(one) ? [at] : [])),
    period,
    times,
    modifiers,
    anchor: event === undefined ? undefined : anchor,
    begin: tenure?.begin,
    situation,
  };
}

/** What came of an incident is told from the first meeting after it. */
function oldestAfter(incident: Period | undefined, modifiers: Modifiers): Modifiers {
  return incident?.to === null ? { sort: 'oldest', ...modifiers } : modifiers;
}

function isPassed(period: Period | null, today: string): boolean {
  return period?.to != null && period.to < today;
}

/** A time within a bound; the bound, where they share no day. */
function within(period: Period | null, bound: Period | undefined): Period | null {
  if (bound === undefined) return period;
  return period === null ? bound : (intersect(period, bound) ?? bound);
}

/** "The defense ministerial before March 30", 2024年7月の一つ前の2プラス2: the last one before that time. */
function besideTime(modifiers: Modifiers, rest: readonly Annotation[]): Modifiers {
  const { step, order } = modifiers;
  const isTimed = rest.some((one) => one.kind === 'time' && one.mention.relation === 'in');
  const isTable = rest.some((one) => isName(one, 'framework'));
  const isMeeting = rest.some(
    (one, at) => isCue(one, 'order.next', 'order.previous') && isCue(rest[at + 1], 'meet.meet', 'noun.meeting'),
  );
  if (step !== undefined && isTimed && (isTable || isMeeting) && order === undefined)
    return { ...modifiers, order: { side: step === 'next' ? 'first' : 'latest', skip: 0, limit: 1 } };
  // 「侵攻が始まった直後」: what came first is wanted first.
  if (step === 'next' && !isTimed && rest.some((one) => isName(one, 'topic')))
    return { ...modifiers, step: undefined, sort: 'oldest' };
  const isOne = order === undefined && isTable && isBeforeDay(rest);
  return isOne ? { ...modifiers, order: { side: 'latest', skip: 0, limit: 1 } } : modifiers;
}

/** "The ministerial before March 30" is one; "what was said before" may be of many. */
function isBeforeDay(rest: readonly Annotation[]): boolean {
  const isOfMany = rest.some((one) => isCue(one, 'ask.list', 'ask.count', 'ask.howmany', 'ask.what'));
  const isDay = (one: Annotation) =>
    one.kind === 'time' && one.mention.granularity === 'day' && one.mention.relation === 'before';
  return !isOfMany && rest.some(isDay);
}

/** Whether the only time of the question is the fiscal year of a sum. */
function isSumOfYear(rest: readonly Annotation[], ask: Query['ask']): boolean {
  const times = rest.filter((one) => one.kind === 'time');
  return ask === 'amount' && times.length > 0 && times.every((one) => one.mention.granularity === 'fiscal-year');
}

function placesOf({ from, to }: Anchor): readonly number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

/**
 * When the event was that an anchor names; `undefined` where none is on record. Of several it is the one next to the time that the question
 * names beside it: "in February 2026, ahead of the summit".
 */
function eventOf(anchor: Anchor, annotated: Annotated, reader: Reader): Period | undefined {
  const beside = annotated.all.filter((_, at) => at < anchor.from || at >= anchor.to);
  const near = timesOf(beside, reader.lexicon.knowledge).period;
  const inner: Annotated = { ...annotated, all: anchor.inner };
  const [best] = read(inner, reader)
    .map(({ query }) => reader.find({ ...query, ask: 'list' }))
    .filter(({ chosen }) => chosen.length > 0)
    .sort((a, b) => b.explained - a.explained);
  const days = best?.chosen
    .map(({ consultation }) => consultationSpan(consultation))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const isBefore = anchor.relation === 'before' || anchor.relation === 'day-before' || anchor.relation === 'run-up';
  const [from, to] = [near?.from ?? '', near?.to ?? '~'];
  const day = isBefore
    ? (days?.find((each) => each.from >= from) ?? days?.[0])
    : (days?.findLast((each) => each.from <= to) ?? days?.at(-1));
  return day === undefined ? undefined : besideEvent(day, anchor.relation);
}

function stepCue(all: readonly Annotation[], anchor: Anchor | undefined): readonly Annotation[] {
  // "The meeting that followed the 2+2": of what names the event only the step is left, and no successor.
  return all
    .slice(anchor?.from, anchor?.to)
    .flatMap((one) => (one.kind === 'cue' ? [{ ...one, ids: one.ids.filter((id) => id.startsWith('order.')) }] : []))
    .filter((one) => isCue(one, 'order.next', 'order.previous'));
}

/** "The summit after the 2+2" is one meeting; "what was said after the 2+2" may be of many. */
function isOneBeside(anchor: Anchor | undefined, rest: readonly Annotation[]): boolean {
  if (anchor === undefined || (anchor.relation !== 'after' && anchor.relation !== 'before')) return false;
  if (rest.some((one) => isCue(one, 'ask.list', 'ask.count', 'ask.howmany'))) return false;
  const isStep = anchor.isStep || rest.some((one) => isCue(one, 'order.next', 'order.previous'));
  return (
    isStep ||
    (rest.some((one) => isName(one, 'framework') && !one.text.toLowerCase().endsWith('s')) &&
      !rest.some((one) => isCue(one, 'ask.what')))
  );
}

function besideEvents(found: Modifiers, anchor: Anchor | undefined, rest: readonly Annotation[]): Modifiers {
  return { ...found, step: undefined, order: isOneBeside(anchor, rest) ? besideOrder(anchor) : found.order };
}

function besideOrder(anchor: Anchor | undefined): Query['order'] {
  return { side: anchor?.relation === 'before' ? 'latest' : 'first', skip: 0, limit: 1 };
}

/** A name said over and over says nothing more than it did twice. */
function namedAnew(names: readonly number[], all: readonly Annotation[]): readonly number[] {
  const said = new Map<string, number>();
  return names.filter((at) => {
    const text = all[at]?.text ?? '';
    said.set(text, (said.get(text) ?? 0) + 1);
    return (said.get(text) ?? 0) <= MOST_REPEATED;
  });
}

/** Every combination of the parts that names may play, likeliest first. */
function combined(
  slots: readonly (readonly RoleOption[])[],
): readonly { readonly options: readonly RoleOption[]; readonly prior: number }[] {
  let beam: { options: readonly RoleOption[]; prior: number }[] = [{ options: [], prior: 0 }];
  for (const slot of slots)
    beam = beam
      .flatMap((one) => slot.map((option) => ({ options: [...one.options, option], prior: one.prior + option.prior })))
      .sort((a, b) => b.prior - a.prior)
      .slice(0, MOST_READINGS);
  return beam;
}

/** What all readings of one ask share, whatever parts the names play; `implied` stands beside the names and words. */
function sharedBy({ rest, situation }: Outline, option: AskOption, asks: readonly AskOption[], { lexicon }: Reader) {
  const { ask } = option;
  return {
    option,
    also: [...alsoAsked(ask, asks, rest), ...(situation.holds('also-who-it-is') ? (['define'] as const) : [])],
    parts: askParts(rest, lexicon),
    implied: [
      ...calledPosts(rest, ask, lexicon),
      ...calledSites(rest, ask, lexicon),
      ...counterpartTables(rest, lexicon),
      ...fieldsIn(rest, ask),
      ...fiscalYearWords(rest, ask),
    ],
  };
}

/** A reading as far as it tells how likely it is. */
function weighedOf(
  { rest }: Outline,
  shared: ReturnType<typeof sharedBy>,
  { options: roles, prior }: ReturnType<typeof combined>[number],
) {
  const { ask, weight } = shared.option;
  const named = tidy(
    roles.flatMap(({ constraints }) => constraints),
    rest,
  );
  return { shared, named, roles, prior: weight + prior + tableBonus(named, ask) };
}

function readingOf(
  annotated: Annotated,
  { rest, period, times, modifiers, begin, situation }: Outline,
  { shared, named, roles, prior }: ReturnType<typeof weighedOf>,
  { today, find }: Reader,
): Reading {
  const { ask, set } = shared.option;
  const hasSubject = named.some(({ subject }) => subject);
  const isFirm = ({ strength, role }: Constraint) => strength === 'firm' && role !== 'person';
  const isPlaced = period !== null || named.some(isFirm);
  const hasPeople = named.some(({ role }) => role === 'person');
  const isPolar = situation.holds('polar') && !situation.holds('wh');
  const words = wordConstraints(annotated, rest, ask, { hasSubject, hasPeople, isPlaced, isPolar });
  const {
    step: _,
    acts,
    ...shape
  } = isOfNews(ask, [...named, ...words], modifiers, rest)
    ? { ...modifiers, order: undefined, sort: 'newest' as const }
    : modifiers;
  const query = {
    ...BLANK,
    text: annotated.text,
    language: annotated.language,
    ask,
    ...shape,
    ...stateOf(rest, ask),
    ...set,
    also: shared.also,
    yesNo: ask === 'yes-no' || (isPolar && !EXPLAINING.has(ask)),
    constraints: saidOnce([
      ...named,
      ...words,
      ...shared.implied,
      ...impliedFormat(rest, ask, named, modifiers, period),
      ...deedsOf(rest, ask, isPolar, acts),
    ]),
    period: set.ahead ? { from: shiftDays(today, 1), to: null } : isSumOfYear(rest, ask) ? null : period,
    otherPeriod: times.otherPeriod,
    whose:
      set.whose ?? shape.whose ?? (ask === 'who' && named.some(({ role }) => role === 'side') ? 'side' : undefined),
    parts: shared.parts,
    notes: [
      ...unreadNotes(annotated),
      ...times.notes,
      ...annotated.repairs.map(repairedNote),
      ...secondQuestion(annotated, rest, ask),
    ],
    impossible: times.impossible,
  } as Query;
  return {
    query: withoutEmpty(ask === 'between' && begin !== undefined ? withEnds(query, begin, find) : query),
    prior,
    why: roles.map(({ role }) => role),
  };
}

/** "Anything on Futenma lately": what is newest on it comes first, and no meeting is the last one. */
function isOfNews(
  ask: Query['ask'],
  constraints: readonly Constraint[],
  { order }: Modifiers,
  rest: readonly Annotation[],
): boolean {
  const isTable = ({ role }: Constraint) => role === 'framework' || role === 'kind' || role === 'format';
  const isTopical = constraints.some(({ subject }) => subject) && !constraints.some(isTable);
  return ask === 'what' && isTopical && order?.side === 'latest' && rest.some((one) => isCue(one, 'order.lately'));
}

/** Acts, verbs and what is claimed to be done; where something is explained, none. */
function deedsOf(rest: readonly Annotation[], ask: Query['ask'], isPolar: boolean, acts: readonly Constraint[]) {
  return [
    ...(ask === 'documents' || ask === 'define' || ask === 'structure' ? [] : acts),
    ...(isPolar ? claimOf(rest) : []),
  ];
}

/** "Is it still", "is it done", まだ: asked how it stands now, the newest decides. */
function stateOf(rest: readonly Annotation[], ask: Query['ask']): Pick<Query, 'sort'> {
  const isOfNow = ask === 'yes-no' && rest.some((one) => isCue(one, 'order.now', 'claim.*'));
  return isOfNow ? { sort: 'newest' } : {};
}

/** What is said again demands nothing more. */
function saidOnce(constraints: readonly Constraint[]): readonly Constraint[] {
  const said = new Set<string>();
  return constraints.filter(({ span: _, ...demand }) => {
    const before = said.size;
    said.add(JSON.stringify(demand));
    return said.size > before;
  });
}

/** "How long after Hegseth took office did he first speak with Nakatani": from the day of office to the first of what fits. */
function withEnds(query: Query, begin: string, find: Reader['find']): Query {
  const [first] = find({ ...query, ask: 'list', order: { side: 'first', skip: 0, limit: 1 } }).chosen;
  return first === undefined ? query : { ...query, ends: [begin, first.consultation.id] };
}

/** Two tables at once are alternatives only where something joins them. */
function tableBonus(constraints: readonly Constraint[], ask: Query['ask']): number {
  // Of one framework its purpose or rhythm is asked, and of no kind of meeting and no paper on it.
  const isNone = ({ role, anyOf }: Constraint) => role === 'kind' || anyOf.some((id) => id.startsWith('document:'));
  if (ask === 'structure' && constraints.some(isNone)) return -1.5;
  const tables = constraints.filter(({ role }) => role === 'framework' || role === 'kind').length;
  return tables > 1 ? -1 : 0;
}

/** What else the sentence asks: "who attended and what did they agree". */
function alsoAsked(ask: Query['ask'], asks: readonly AskOption[], rest: readonly Annotation[]): Query['ask'][] {
  const asked = ['who', 'when', 'where', 'what', 'count'] as const;
  const cuesOf = (one: (typeof asked)[number]) => (one === 'who' ? ['ask.who', 'role.chair'] : [`ask.${one}`]);
  const isCued = (one: (typeof asked)[number]) => rest.some((each) => isCue(each, ...cuesOf(one)));
  const isAsk = (one: Annotation | undefined) => isCue(one, ...asked.flatMap(cuesOf), 'ask.minutes', 'ask.howlong');
  // いつどこで, 出席者と場所, 開催地と米側代表
  const isBeside = rest.some((one, at) => {
    const next = isName(rest[at + 2], 'country') ? rest[at + 3] : rest[at + 2];
    return isAsk(one) && (isAsk(rest[at + 1]) || (isCue(rest[at + 1], 'rel.with') && isAsk(next)));
  });
  // 何回開かれ、最後はいつ: of all how many, of the last when.
  const isOfOne = ask === 'count' && rest.some((one) => isCue(one, 'order.first', 'order.latest'));
  const joined = isBeside || isOfOne || rest.some((one) => isCue(one, 'rel.and', 'continue', 'each'));
  return asked.filter(
    (one) =>
      one !== ask &&
      isCued(one) &&
      asks.some((each) => each.ask === one) &&
      joined &&
      ([...asked, 'duration'] as readonly string[]).includes(ask),
  );
}

/** A query without fields that are undefined, so that it stores and compares as plain JSON. */
export function withoutEmpty(query: Query): Query {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as Query;
}
