import type { Respell } from '../lexicon/spelling.ts';
import type { Steps } from '../steps.ts';
import { detectLanguage } from '../text/detect.ts';
import { type AnnotateOptions, introduced } from './annotate.ts';
import { type Annotated, type Annotation, isCue, isName } from './annotation.ts';
import { asksSince } from './clauses/introductions.ts';
import { spellings } from './cues.ts';
import { asCarried, saidAgain, staysBeside } from './follow-up/again.ts';
import { framed } from './follow-up/framed.ts';
import { withNameMeant } from './follow-up/pointing.ts';
import type { Reader, Sighting } from './outline.ts';
import { type Ask, AsksOfTalk, type Constraint, type Query, type Role } from './query.ts';
import { read } from './read.ts';
import type { Reading } from './readings.ts';
import { yearsEarlier } from './times.ts';
import { unreadKana } from './unread.ts';
import { WEIGHTS } from './weights.ts';

/** Asks that are answered from what the record says of a thing, and not from its meetings. */
export const NEEDS_NO_MEETING: ReadonlySet<Ask> = new Set<Ask>([
  ...AsksOfTalk,
  ...(['coverage', 'refuse', 'structure', 'holder', 'succession', 'tenure', 'between'] as const),
]);

/** One reading with what the record holds for it. */
export type Candidate = {
  readonly annotated: Annotated;
  readonly reading: Reading;
  readonly found: Sighting;
  readonly score: number;
};

/** Annotates a text under the options of its question. */
export type Reread = (text: string, more?: Pick<AnnotateOptions, 'takesThings' | 'introduction'>) => Annotated;
/** The readings of an annotated text, each with its score. */
type Weigh = (annotated: Annotated) => Steps<readonly Candidate[]>;
/** What the ways to read one turn are made with; without room in the budget fewer are tried. */
type Tools = { readonly annotated: Reread; readonly reader: Reader; readonly respell: Respell | undefined };

/** Every way to read the turn, weighed by what the record holds for it; the best first. */
export function* candidatesOf(
  typed: Annotated,
  previous: Query | undefined,
  tools: Tools,
): Steps<readonly Candidate[]> {
  const { annotated } = tools;
  const meant = previous && withNameMeant(typed, previous);
  const first = meant === undefined ? typed : annotated(meant);
  const reader = { ...tools.reader, hasTwo: previous?.before !== undefined };
  const weighed: Weigh = (one) => weighEach(one, framed(one, read(one, reader), previous, reader.lexicon), reader.find);
  const again = previous === undefined ? undefined : saidAgain(first, previous);
  const second = respelled(first, tools);
  const direct = byScore(yield* second === undefined ? weighed(first) : inBothWays(first, second, tools, weighed));
  const otherwise = hasRoom(tools) ? yield* orOtherwise(direct, first, annotated, weighed) : direct;
  if (again === undefined) return byScore(otherwise);
  const named = annotated(again.text);
  const ofThing = read(named, reader).map((one) => asCarried(one, again));
  const besides = otherwise.filter(({ reading }) => staysBeside(reading, again));
  return byScore([...besides, ...(yield* weighEach(named, ofThing, reader.find))]);
}

/** Looks up one reading a step. */
function* weighEach(
  annotated: Annotated,
  readings: readonly Reading[],
  find: Reader['find'],
): Steps<readonly Candidate[]> {
  const weighed: Candidate[] = [];
  for (const reading of readings) {
    weighed.push(weigh(annotated, reading, find));
    yield;
  }
  return weighed;
}

const hasRoom = ({ reader }: Tools) => reader.budget?.hasRoom() !== false;

/** Where the best reading is out of scope or finds nothing: what else it may mean. */
function* orOtherwise(
  direct: readonly Candidate[],
  first: Annotated,
  annotated: Reread,
  weighed: Weigh,
): Steps<readonly Candidate[]> {
  const [best] = direct;
  if (best?.reading.query.reason === 'out-of-scope') {
    const things = (yield* weighed(annotated(first.text, { takesThings: true }))).filter(isWhollyHeld);
    if (things.length > 0) return things;
  }
  if (best === undefined || !isShort(best) || NEEDS_NO_MEETING.has(best.reading.query.ask)) return direct;
  // With the names alone of what is told before the question, without them, with all of it; or a time that may have been meant a year earlier.
  const whole = annotated(first.text, { introduction: 'all' });
  for (const introduction of introductionsOf(whole, first)) {
    const [other, ...others] = byScore(yield* weighed(introduced(whole, introduction)));
    if (other && isOfSomething(other.reading.query) && !isShort(other)) return [other, ...others];
  }
  if (best.found.findings.length > 0) return direct;
  // Who or what is named may be long past: the December in which Austin called on Ishiba.
  for (let years = 1; years <= (first.all.some(isPast) ? MOST_YEARS_BACK : 1); years += 1) {
    const earlier = yearsEarlier(first, years);
    if (earlier === undefined) return direct;
    const candidates = yield* weighed(earlier);
    if (candidates.some(({ found }) => found.findings.length > 0)) return [...direct, ...candidates];
  }
  return direct;
}

/** Nothing is found, or not what it is about. */
const isShort = ({ found }: Candidate) => found.findings.length === 0 || found.unheld.length > 0;
const INTRODUCTIONS = ['names', 'nothing', 'all'] as const;
/** How else the sentences before a question may be taken; what it asks of the time since is told by none of them. */
const introductionsOf = (whole: Annotated, first: Annotated) =>
  isSame(whole, first) || asksSince(whole) ? [] : INTRODUCTIONS;
const isOfSomething = ({ constraints, period }: Query) => constraints.length > 0 || period !== null;
const isSame = (one: Annotated, other: Annotated) =>
  one.all.length === other.all.length && one.all.every((each, at) => readAs(each) === readAs(other.all[at]));
const readAs = (one: Annotation | undefined) => (one?.kind === 'cue' ? one.ids.join() : one?.kind);

const isPast = (one: Annotation) => isName(one, 'person', 'office', 'topic', 'place');
const MOST_YEARS_BACK = 5;

/** Whether a question in words of everyday things is one of the record after all: it holds all that was asked, and asks after nobody's life. */
function isWhollyHeld({ reading: { query }, found }: Candidate): boolean {
  const isOfPerson = query.constraints.some(({ role }) => role === 'person');
  const isLost = found.findings.length === 0 || wordsIn([...found.dropped, ...found.unheld]) > 0;
  return query.reason === undefined && !isOfPerson && !isLost && query.constraints.some(({ role }) => role === 'word');
}

const byScore = (candidates: readonly Candidate[]) => [...candidates].sort((a, b) => b.score - a.score);

/** How well a reading accounts for the question: its own likelihood, and the share of it that the record holds. */
function weigh(annotated: Annotated, reading: Reading, find: Reader['find']): Candidate {
  const { query } = reading;
  const found = find(query);
  const isFree = NEEDS_NO_MEETING.has(query.ask) || query.frame === 'form' || query.frame === 'more';
  const isDefined = query.ask === 'define' || query.ask === 'documents' ? definedShare(query) : undefined;
  const explained = isFree ? 1 : (isDefined ?? found.explained);
  const isEmpty = !isFree && isDefined === undefined && found.findings.length === 0;
  const lost = wordsIn(found.dropped) + unreadIn(annotated);
  const repairs = annotated.repairs.length;
  const isBlank = repairs > 0 && query.constraints.length === 0 && query.period === null;
  const score =
    reading.prior +
    WEIGHTS.explained * explained +
    (isEmpty ? WEIGHTS.empty : 0) +
    WEIGHTS.droppedWord * lost +
    WEIGHTS.repair * repairs +
    (isBlank ? WEIGHTS.blankRepair : 0);
  return { annotated, reading, found, score };
}

/** How many words were given up; a constraint may hold two that stand together. */
function wordsIn(dropped: readonly Constraint[]): number {
  return dropped.flatMap(({ role, anyOf }) => (role === 'word' ? anyOf : [])).length;
}

/** What unread kana weigh, in words given up: up to two are an ending or particle, a long stretch is a name. */
function unreadIn(annotated: Annotated): number {
  return unreadKana(annotated).reduce((sum, { length }) => sum + Math.min(2, Math.max(0, length - 2)), 0);
}

/** What is to be explained needs an entry of the record; words beside it are not accounted for. */
function definedShare({ constraints }: Query): number | undefined {
  // "Who is in the Quad?" asks of the group, and not of those who met on its margins.
  if (constraints.some(({ role }) => role === 'occasion')) return 0;
  if (!constraints.some(({ role }) => DEFINED.has(role))) return undefined;
  return Math.max(0, 0.9 - 0.3 * constraints.filter(({ role }) => role === 'word').length);
}

const DEFINED: ReadonlySet<Role> = new Set<Role>(['framework', 'topic', 'mention', 'person', 'post', 'members']);

function respelled(first: Annotated, { annotated, reader, respell }: Tools): Annotated | undefined {
  const unknown = first.all
    .filter(({ kind }) => kind === 'word')
    .map(({ span, text }) => ({ start: span[0], end: span[1], text }));
  reader.budget?.respell(unknown);
  const found = respell?.(first.text, unknown);
  if (found === undefined) return undefined;
  const read = annotated(found.text);
  return { ...read, repairs: found.repairs, language: isJapaneseThroughout(read) ? 'ja' : first.language };
}

/** A slip in a month or a day, ３がつ: as typed, the question would be answered for another time. */
function mendsTime(first: Annotated, second: Annotated): boolean {
  const [typed, mended] = [first, second].map(({ all }) =>
    all.flatMap((one) => (one.kind === 'time' ? [JSON.stringify(one.mention.period)] : [])),
  );
  return (mended?.length ?? 0) >= (typed?.length ?? 0) && mended?.join() !== typed?.join();
}

/** As typed and with its slips read; where nothing holds all the names read into them, each of them alone. */
function* inBothWays(first: Annotated, second: Annotated, tools: Tools, weighed: Weigh): Steps<readonly Candidate[]> {
  const typed = mendsTime(first, second) ? [] : yield* weighed(first);
  const all = [...typed, ...(yield* weighed(second))];
  const isHeld = all.some(({ annotated, found }) => annotated === second && found.findings.length > 0);
  if (second.repairs.length < 2 || isHeld || !hasRoom(tools)) return all;
  for (const repair of second.repairs.slice(0, MOST_ALONE)) {
    const mended = tools.annotated(first.text.replace(repair.typed, () => repair.read));
    all.push(...(yield* weighed({ ...mended, repairs: [repair] })));
  }
  return all;
}

/** A question with more slips is not read one by one. */
const MOST_ALONE = 4;

/** "kishida biden hiroshima shunou kaidan itsu" is Japanese in Latin letters; "shuno kaidan february 2025" is English with a Japanese term. */
function isJapaneseThroughout({ all, language }: Annotated): boolean {
  const isEnglish = ({ text }: Annotation) => detectLanguage(text) === 'en' && !isParticle(text.toLowerCase());
  const isSaid = all.some((one) => isCue(one, 'ask.*', 'rel.of') || isParticle(one.text.toLowerCase()));
  const hasEnglish = all.some((one) => (one.kind === 'cue' || one.kind === 'time') && isEnglish(one));
  return language === 'ja' && isSaid && !hasEnglish;
}

/** "Kishida to biden", "munich no kaidan": と and の, where nothing else is English. */
const isParticle = (text: string) => spellings('romaji-particles').includes(text);
