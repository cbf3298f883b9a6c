import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Respell } from '../lexicon/spelling.ts';
import { detectLanguage } from '../text/detect.ts';
import type { Language } from '../text/language.ts';
import { sanitise } from '../text/sanitise.ts';
import { today as todayOf } from '../time/calendar.ts';
import { withPlainDates } from '../time/machine-dates.ts';
import type { Clock } from '../time/period.ts';
import { namesMonth } from '../time/shape.ts';
import { type AnnotateOptions, annotate } from './annotate.ts';
import { type Annotated, isCue } from './annotation.ts';
import { blankQuery } from './blank.ts';
import { type Budget, createBudget, TooLongToRead } from './budget.ts';
import { choicesOf, pickedBy } from './choices.ts';
import { asCarried, type SaidAgain, saidAgain, staysBeside } from './follow-up/again.ts';
import { type Carry, carries, isWholeRecordAlone } from './follow-up/carry.ts';
import { type Framed, framed } from './follow-up/framed.ts';
import type { Candidate } from './follow-up/turn.ts';
import { isAskedAlone, wherever } from './follow-up/whole-record.ts';
import type { Reader } from './outline.ts';
import { type Ask, AsksOfTalk, type Constraint, type Query } from './query.ts';
import { read } from './read.ts';
import { yearEarlier, yearOf } from './times.ts';
import { unreadKana } from './unread.ts';
import { WEIGHTS } from './weights.ts';

export type UnderstandOptions = {
  readonly clock: Clock;
  /** Forces the answer's language. */
  readonly language?: Language | undefined;
  readonly fallbackLanguage?: Language | undefined;
  /** The turn before, as it was answered. */
  readonly previous?: Query | undefined;
  /** What may be taken from it. Default `freely`. */
  readonly carry?: Carry | undefined;
};

/** A question understood, and the readings that were compared, best first: what `--explain` prints. */
export type Understood = {
  readonly query: Query;
  /** None where the text was refused as too long. */
  readonly candidates: readonly Candidate[];
  /** What the reading took of `MOST_STEPS`. */
  readonly steps: number;
};

export type Understand = (text: string, options: UnderstandOptions) => Understood;

/** Asks that are answered from what the record says of a thing, and not from its meetings. */
const NEEDS_NO_MEETING: ReadonlySet<Ask> = new Set<Ask>([
  ...AsksOfTalk,
  ...(['coverage', 'refuse', 'structure', 'holder', 'succession', 'tenure', 'between'] as const),
]);

/**
 * Understands questions over one version of the record. `find` is the search; `respell` reads unknown stretches as names near them. A text that
 * takes more than `MOST_STEPS` is refused as too long.
 */
export function createUnderstand(lexicon: Lexicon, find: Reader['find'], respell?: Respell): Understand {
  function understand(typed: string, asked: UnderstandOptions): Understood {
    const picked = pickedBy(typed, asked.previous?.choices ?? []);
    if (picked === undefined) return readWithin(createBudget(), typed, asked);
    const language = asked.language ?? asked.previous?.language;
    return understand(picked, { ...asked, previous: undefined, language });
  }

  function readWithin(budget: Budget, typed: string, asked: UnderstandOptions): Understood {
    try {
      return compared(budget, typed, asked);
    } catch (error) {
      if (error instanceof TooLongToRead)
        return { query: tooLong(typed, asked), candidates: [], steps: budget.spent() };
      throw error;
    }
  }

  function compared(budget: Budget, typed: string, asked: UnderstandOptions): Understood {
    const { clock, language, fallbackLanguage } = asked;
    const today = todayOf(clock);
    const look: Reader['find'] = (query) => {
      budget.search(query);
      return find(query);
    };
    const reader: Reader = { lexicon, find: look, today, budget };
    const text = sanitise(withPlainDates(typed, clock.zone));
    const alone = { today, fallbackLanguage: asked.previous?.language ?? fallbackLanguage ?? 'en', budget };
    const plain = annotate(text, lexicon, alone);
    if (asked.previous !== undefined && asked.previous.text !== '' && isWholeRecordAlone(plain))
      return compared(budget, ...asBefore(asked.previous, asked));
    const previous = carries(plain, asked.carry ?? 'freely') ? asked.previous : undefined;
    const yearHint = yearOf(previous?.period);
    const options = { ...alone, yearHint };
    const first = yearHint === undefined ? plain : annotate(text, lexicon, options);
    const candidates = candidatesOf(first, previous, options, reader);
    const { best, left } = wherever(candidates);
    const { query: chosen } = best.reading;
    const query: Query = {
      ...chosen,
      text: typed.trim(),
      language: language ?? languageOf(best.annotated, chosen),
      ...(left === undefined ? {} : { left: pick(left.reading.query) }),
      ...(isAskedAlone(best, candidates) ? { wholeRecord: typed.trim() } : {}),
      choices: [...choicesOf(best.annotated, chosen, lexicon)],
    };
    return { query, candidates, steps: budget.spent() };
  }

  /** Every way to read the turn, weighed by what the record holds for it; the best first. */
  function candidatesOf(
    first: Annotated,
    previous: Query | undefined,
    options: AnnotateOptions,
    reader: Reader,
  ): readonly Candidate[] {
    const second = respelled(first, lexicon, options, respell);
    const later = fromMeetingShown(first, previous, lexicon, options);
    const weighed = (annotated: Annotated) =>
      framed(annotated, read(annotated, reader), previous, lexicon).map((one) => weigh(annotated, one, reader.find));
    const weighedAgain = (said: SaidAgain) => {
      const annotated = annotate(said.text, lexicon, options);
      return read(annotated, reader).map((one) => weigh(annotated, asCarried(one, said), reader.find));
    };
    const again = previous === undefined ? undefined : saidAgain(first, previous);
    const asTyped = byScore(asWritten(first, second, later).flatMap(weighed));
    const direct = byScore([...asTyped, ...partlyRespelled(first, second, asTyped, lexicon, options).flatMap(weighed)]);
    const typed = orOtherwise(direct, first, lexicon, options, weighed);
    if (again === undefined) return byScore(typed);
    return byScore([...typed.filter(({ reading }) => staysBeside(reading)), ...weighedAgain(again)]);
  }

  return understand;
}

function tooLong(typed: string, { language, fallbackLanguage, previous }: UnderstandOptions): Query {
  const own = detectLanguage(typed) ?? previous?.language ?? fallbackLanguage ?? 'en';
  return blankQuery({ text: typed.trim(), language: language ?? own, ask: 'refuse', reason: 'too-long' });
}

/** The language asked for ("in Japanese please"), else that of the text. */
function languageOf({ all, language }: Annotated, { frame, language: kept }: Query): Language {
  if (all.some((one) => isCue(one, 'form.ja'))) return 'ja';
  if (all.some((one) => isCue(one, 'form.en'))) return 'en';
  return frame === 'form' ? kept : language;
}

/** 「2日後の首脳会談」 in a follow-up: a time that lies ahead is reckoned from the meeting just told of. */
function fromMeetingShown(
  first: Annotated,
  previous: Query | undefined,
  lexicon: Lexicon,
  options: AnnotateOptions,
): Annotated | undefined {
  const isAhead = first.all.some((one) => one.kind === 'time' && (one.mention.period?.from ?? '') > options.today);
  const shown = lexicon.knowledge.consultations.find(({ id }) => id === previous?.answered?.[0]);
  return isAhead && shown !== undefined ? annotate(first.text, lexicon, { ...options, today: shown.date }) : undefined;
}

/** "March 22": where no meeting was on that day, the month of that year. */
function withYearOf(first: Annotated, lexicon: Lexicon, options: AnnotateOptions): Annotated | undefined {
  const day = first.all.find(
    (one) =>
      one.kind === 'time' &&
      one.mention.granularity === 'day' &&
      one.mention.assumption !== null &&
      namesMonth(one.text),
  );
  const end = day?.span[1] ?? 0;
  const figures = first.text.slice(end - 2, end);
  const year = 2000 + Number(figures);
  const isYear =
    first.text.charAt(end - 3) === ' ' &&
    figures.trim().length === 2 &&
    year >= FIRST_YEAR &&
    year <= Number(options.today.slice(0, 4));
  if (day === undefined || !isYear) return undefined;
  return annotate(`${first.text.slice(0, end - 2)}${year}${first.text.slice(end)}`, lexicon, options);
}

/** A figure below is a day and no year of this record. */
const FIRST_YEAR = 2020;

/** The readings of a text, and where the best finds nothing or is out of scope, what else it may mean. */
function orOtherwise(
  direct: readonly Candidate[],
  first: Annotated,
  lexicon: Lexicon,
  options: AnnotateOptions,
  weighed: (annotated: Annotated) => readonly Candidate[],
): readonly Candidate[] {
  if (options.budget?.hasRoom() === false) return direct;
  if (direct[0]?.reading.query.reason === 'out-of-scope') {
    const things = weighed(annotate(first.text, lexicon, { ...options, takesThings: true })).filter(isWhollyHeld);
    return things.length > 0 ? things : direct;
  }
  if (direct[0]?.found.findings.length !== 0) return direct;
  // A time that nothing on record fits may have been meant otherwise.
  const otherwise = [yearEarlier(first), withYearOf(first, lexicon, options)];
  return [...direct, ...otherwise.flatMap((one) => (one === undefined ? [] : weighed(one)))];
}

/** Whether a question in words of everyday things is one of the record after all: it holds all that was asked, and asks after nobody's life. */
function isWhollyHeld({ reading: { query }, found }: Candidate): boolean {
  const isOfPerson = query.constraints.some(({ role }) => role === 'person');
  const isLost = found.findings.length === 0 || wordsIn([...found.dropped, ...found.unheld]) > 0;
  return query.reason === undefined && !isOfPerson && !isLost && query.constraints.some(({ role }) => role === 'word');
}

const byScore = (candidates: readonly Candidate[]) => [...candidates].sort((a, b) => b.score - a.score);

/** How well a reading accounts for the question: its own likelihood, and the share of it that the record holds. */
function weigh(annotated: Annotated, reading: Framed, find: Reader['find']): Candidate {
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
  return dropped.reduce((count, { role, anyOf }) => (role === 'word' ? count + anyOf.length : count), 0);
}

/** What unread kana weigh, in words given up: a long stretch is a name rather than an ending. */
function unreadIn(annotated: Annotated): number {
  const weights = unreadKana(annotated).map(({ length }) =>
    length < LEAST_UNREAD ? 0 : length > LEAST_UNREAD ? 2 : 1,
  );
  return weights.reduce<number>((sum, each) => sum + each, 0);
}

/** Shorter stretches of kana are endings and particles. */
const LEAST_UNREAD = 3;

/** What is to be explained needs an entry of the record; words beside it are not accounted for. */
function definedShare({ constraints }: Query): number | undefined {
  const named = constraints.filter(({ role }) =>
    ['framework', 'topic', 'mention', 'person', 'post', 'members'].includes(role),
  );
  if (named.length === 0) return undefined;
  const others = constraints.filter(({ role }) => role === 'word').length;
  return Math.max(0, 0.9 - 0.3 * others);
}

function respelled(
  first: Annotated,
  lexicon: Lexicon,
  options: AnnotateOptions,
  respell: Respell | undefined,
): Annotated | undefined {
  const unknown = first.all
    .filter(({ kind }) => kind === 'word')
    .map(({ span, text }) => ({ start: span[0], end: span[1], text }));
  options.budget?.respell(unknown);
  const found = respell?.(first.text, unknown);
  if (found === undefined) return undefined;
  const read = annotate(found.text, lexicon, options);
  return { ...read, repairs: found.repairs, language: isJapaneseThroughout(read) ? 'ja' : first.language };
}

/** The ways to read the text as it stands, its slips read or not. */
function asWritten(first: Annotated, ...others: readonly (Annotated | undefined)[]): readonly Annotated[] {
  const ways = mendsTime(first, others[0]) ? others : [first, ...others];
  return ways.filter((one) => one !== undefined);
}

/** A slip in a month or a day, ３がつ: as typed, the question would be answered for another time. */
function mendsTime(first: Annotated, second: Annotated | undefined): boolean {
  return second !== undefined && timesIn(second).length >= timesIn(first).length && timesIn(second) !== timesIn(first);
}

function timesIn({ all }: Annotated): string {
  const periods = all.flatMap((one) => (one.kind === 'time' ? [one.mention.period] : []));
  return periods.map((period) => `${period?.from}–${period?.to}`).join(' ');
}

/** Where nothing holds all the names read into slips, each of them alone. */
function partlyRespelled(
  first: Annotated,
  second: Annotated | undefined,
  candidates: readonly Candidate[],
  lexicon: Lexicon,
  options: AnnotateOptions,
): readonly Annotated[] {
  const isHeld = candidates.some(({ annotated, found }) => annotated === second && found.findings.length > 0);
  const isLong = options.budget?.hasRoom() === false;
  if (second === undefined || second.repairs.length < 2 || isHeld || isLong) return [];
  return second.repairs.slice(0, MOST_ALONE).map((repair) => ({
    ...annotate(
      first.text.replace(repair.typed, () => repair.read),
      lexicon,
      options,
    ),
    repairs: [repair],
  }));
}

/** A question with more slips is not read one by one. */
const MOST_ALONE = 4;

/** "kishida biden hiroshima shunou kaidan itsu" is Japanese in Latin letters; "shuno kaidan february 2025" is English with a Japanese term. */
function isJapaneseThroughout({ all, language }: Annotated): boolean {
  const isEnglish = (text: string) => detectLanguage(text) === 'en';
  const isAsked = all.some((one) => isCue(one, 'ask.*'));
  const hasEnglish = all.some((one) => (one.kind === 'cue' || one.kind === 'time') && isEnglish(one.text));
  return language === 'ja' && isAsked && !hasEnglish;
}

function pick({ constraints, period }: Query): NonNullable<Query['left']> {
  return { constraints, period };
}

/** The question before, asked anew of the whole record. */
function asBefore(previous: Query, asked: UnderstandOptions): [text: string, asked: UnderstandOptions] {
  const text = previous.wholeRecord ?? previous.text;
  return [text, { ...asked, previous: undefined, language: asked.language ?? previous.language }];
}
