import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Respell } from '../lexicon/spelling.ts';
import type { Steps } from '../steps.ts';
import { detectLanguage } from '../text/detect.ts';
import type { Language } from '../text/language.ts';
import { sanitise } from '../text/sanitise.ts';
import { today as todayOf } from '../time/calendar.ts';
import { withPlainDates } from '../time/machine-dates.ts';
import type { Clock } from '../time/period.ts';
import { annotate, introduced } from './annotate.ts';
import { type Annotated, hasCue } from './annotation.ts';
import { blankQuery } from './blank.ts';
import { type Budget, createBudget, MOST_STEPS, TooLongToRead } from './budget.ts';
import { type Candidate, candidatesOf, NEEDS_NO_MEETING, type Reread } from './candidates.ts';
import { choicesOf, pickedBy } from './choices.ts';
import { focused } from './clauses/focus.ts';
import { questionsIn } from './clauses/questions.ts';
import { shiftAt } from './distances.ts';
import { type Carry, carries, isWholeRecordAlone } from './follow-up/carry.ts';
import { formIn } from './follow-up/form.ts';
import { isAskedAlone, wherever } from './follow-up/whole-record.ts';
import type { Reader } from './outline.ts';
import type { Query } from './query.ts';
import { yearOf, yearToCome } from './times.ts';
import { LEAST_KANA, unreadKana } from './unread.ts';

export type UnderstandOptions = {
  readonly clock: Clock;
  /** Forces the answer's language. */
  readonly language?: Language | undefined;
  readonly fallbackLanguage?: Language | undefined;
  /** The turn before, as it was answered. */
  readonly previous?: Query | undefined;
  /** What may be taken from it. Default `freely`. */
  readonly carry?: Carry | undefined;
  /** Of one of the questions of a text, which is not parted again: how many steps those before it left. */
  readonly stepsLeft?: number | undefined;
};

/** A question understood, and the readings that were compared, best first: what `--explain` prints. */
export type Understood = {
  readonly query: Query;
  /** None where the text was refused as too long. */
  readonly candidates: readonly Candidate[];
  /** What the reading took of `MOST_STEPS`. */
  readonly steps: number;
  /** What else the text asks, each question as typed: to be read as what follows up on the one before. */
  readonly further: readonly string[];
  /** Those questions understood, once the one before is answered. */
  readonly later?: readonly Understood[];
};

/** A long text takes many milliseconds: each reading that is compared is a step. */
export type Understand = (text: string, options: UnderstandOptions) => Steps<Understood>;

/**
 * Understands questions over one version of the record. `find` is the search; `respell` reads unknown stretches as names near them. A text that
 * takes more than `MOST_STEPS` is refused as too long.
 */
export function createUnderstand(lexicon: Lexicon, find: Reader['find'], respell?: Respell): Understand {
  function* understand(typed: string, asked: UnderstandOptions): Steps<Understood> {
    const picked = pickedBy(typed, asked.previous?.choices ?? []);
    if (picked === undefined) return yield* readWithin(createBudget(asked.stepsLeft), typed, asked);
    const language = asked.language ?? asked.previous?.language;
    return yield* understand(picked, { ...asked, previous: undefined, language });
  }

  function* readWithin(budget: Budget, typed: string, asked: UnderstandOptions): Steps<Understood> {
    try {
      return yield* compared(budget, typed, asked);
    } catch (error) {
      if (error instanceof TooLongToRead)
        return { query: tooLong(typed, asked), candidates: [], steps: budget.spent(), further: [] };
      throw error;
    }
  }

  function* compared(budget: Budget, typed: string, asked: UnderstandOptions): Steps<Understood> {
    const { clock, language, fallbackLanguage } = asked;
    const today = todayOf(clock);
    const look: Reader['find'] = (query) => {
      budget.search(query);
      return find(query);
    };
    const reader: Reader = { lexicon, find: look, today, budget };
    const whole = sanitise(withPlainDates(typed, clock.zone));
    const spoken = asked.previous?.language ?? fallbackLanguage ?? 'en';
    const first = annotate(whole, lexicon, { today, fallbackLanguage: spoken, budget, introduction: 'all' });
    const text = focused(first);
    const alone = { today, fallbackLanguage: first.language, budget };
    const plain = text === whole ? introduced(first) : annotate(text, lexicon, alone);
    if (asked.previous !== undefined && asked.previous.text !== '' && isWholeRecordAlone(plain))
      return yield* compared(budget, ...asBefore(asked.previous, asked));
    const [own, ...further] = asked.stepsLeft === undefined ? questionsIn(plain) : [];
    if (own !== undefined && further.length > 0) {
      const ofOwn = { ...asked, language: language ?? formIn(plain), stepsLeft: MOST_STEPS };
      const first = yield* compared(budget, own, ofOwn);
      return { ...first, query: { ...first.query, ...sortIn(plain), text: typed.trim() }, further };
    }
    const previous = carries(plain, asked.carry ?? 'freely') ? asked.previous : undefined;
    const yearHint = yearMoved(yearOf(previous?.period), plain);
    const annotated: Reread = (one, more) => annotate(one, lexicon, { ...alone, yearHint, ...more });
    const hinted = yearHint === undefined ? plain : annotated(text);
    const dated = yearToCome(hinted, today) ?? hinted;
    yield;
    const candidates = yield* candidatesOf(dated, previous, { annotated, reader, respell });
    const query = chosenOf(candidates, typed, language, reader);
    return { query, candidates, steps: budget.spent(), further: [] };
  }

  return understand;
}

/** 「何回会い、何を話したか、時系列で」: in which order all of its answers are wanted, whichever question says so. */
function sortIn(annotated: Annotated): Partial<Query> {
  return hasCue(annotated, 'sort.oldest') ? { sort: 'oldest' } : {};
}

/** The query of the best reading. */
function chosenOf(
  candidates: readonly Candidate[],
  typed: string,
  language: Language | undefined,
  reader: Reader,
): Query {
  const { best, left } = wherever(candidates);
  const { query: read } = best.reading;
  const chosen = isUnread(best) ? blankQuery({ language: read.language, ask: 'refuse', reason: 'unread' }) : read;
  return {
    ...chosen,
    text: typed.trim(),
    language: language ?? languageOf(best.annotated, chosen),
    ...(left === undefined
      ? {}
      : { left: { constraints: left.reading.query.constraints, period: left.reading.query.period } }),
    ...(isAskedAlone(best, candidates) ? { wholeRecord: typed.trim() } : {}),
    choices: [...choicesOf(best.annotated, chosen, reader)],
  };
}

/** Whether nothing was read of a text but how it asks: "ほげほげは？" asks for no list of the whole record. */
function isUnread({ annotated, reading: { query } }: Candidate): boolean {
  const isBare = query.frame === 'alone' && query.constraints.length === 0 && query.period === null;
  return isBare && !NEEDS_NO_MEETING.has(query.ask) && unreadKana(annotated).some(({ length }) => length >= LEAST_KANA);
}

function tooLong(typed: string, { language, fallbackLanguage, previous }: UnderstandOptions): Query {
  const own = detectLanguage(typed) ?? previous?.language ?? fallbackLanguage ?? 'en';
  return blankQuery({ text: typed.trim(), language: language ?? own, ask: 'refuse', reason: 'too-long' });
}

/** 「翌年の6月は？」 after June of 2024: the month is one of the year after. */
function yearMoved(year: number | undefined, { all }: Annotated): number | undefined {
  const shift = all.map((_, at) => shiftAt(all, at)).find((one) => one?.unit === 'year');
  return year === undefined ? undefined : year + (shift?.by ?? 0);
}

/** The language asked for ("in Japanese please"), else that of the text. */
function languageOf(annotated: Annotated, { frame, language: kept }: Query): Language {
  return formIn(annotated) ?? (frame === 'form' ? kept : annotated.language);
}

/** The question before, asked anew of the whole record. */
function asBefore(previous: Query, asked: UnderstandOptions): [text: string, asked: UnderstandOptions] {
  const text = previous.wholeRecord ?? previous.text;
  return [text, { ...asked, previous: undefined, language: asked.language ?? previous.language }];
}
