import { examples } from '../answer/examples.ts';
import { type Offer, offersOf } from '../answer/offers.ts';
import type { Suggestion, SuggestRequest } from '../answer/suggest.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { nameAtEnd } from '../lexicon/complete.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { annotate } from '../reading/annotate.ts';
import type { Annotation } from '../reading/annotation.ts';
import type { Ask } from '../reading/query.ts';
import type { Steps } from '../steps.ts';
import type { Language } from '../text/language.ts';
import { level } from '../text/level.ts';
import { sanitise } from '../text/sanitise.ts';
import { overlaps } from '../time/calendar.ts';

export type QuestionRequest = Omit<SuggestRequest, 'kind'>;

/** Completes what somebody began to ask by questions that the record answers. */
export type CompleteQuestion = {
  (request: QuestionRequest): readonly Suggestion[];
  /** Makes in steps the questions of both languages, which the first keystroke would wait for. */
  warm(): Steps<void>;
};

/** Longest text that a platform submits; of what is longer only this much is looked at. */
const LONGEST = 100;

/** Which kinds of question a wording begins. */
const ASKED: Readonly<Record<string, readonly Ask[]>> = {
  'ask.who': ['who'],
  'ask.when': ['when'],
  'ask.where': ['where'],
  'ask.what': ['what', 'define'],
  'ask.define': ['define'],
  'ask.which': ['list'],
  'ask.list': ['list'],
  'ask.count': ['count'],
  'ask.howmany': ['count'],
  'ask.develop': ['develop'],
  'ask.compare': ['compare'],
};

type Wanted = {
  /** Empty: any. */
  readonly asks: readonly Ask[];
  /** Of each set one must be in the question. */
  readonly names: readonly (readonly string[])[];
  readonly periods: readonly { readonly from: string | null; readonly to: string | null }[];
  /** What the reading makes nothing of, words that are not finished among them. */
  readonly words: readonly string[];
};

type Known = Offer & { readonly levelled: string; readonly offer: Offer };

/**
 * Opens completion over one version of the knowledge. A keystroke takes about a millisecond, and a few more where questions that are not
 * sure to be understood come up for the first time: `answers` tells whether such a one has an answer.
 */
export function createQuestionCompletion(
  knowledge: KnowledgeBase,
  lexicon: Lexicon,
  answers: (offer: Offer, language: Language) => boolean,
): CompleteQuestion {
  const tried = new Map<Offer, boolean>();
  const known = new Map<Language, readonly Known[]>();
  const offers = (language: Language) => {
    const made =
      known.get(language) ??
      offersOf(knowledge, language).map((each) => ({ ...each, levelled: level(each.text), offer: each }));
    known.set(language, made);
    return made;
  };

  function holds(offer: Offer, language: Language): boolean {
    if (offer.sure) return true;
    const held = tried.get(offer) ?? answers(offer, language);
    tried.set(offer, held);
    return held;
  }

  function complete({ typed, language, limit }: QuestionRequest): readonly Suggestion[] {
    const text = sanitise(typed.slice(0, LONGEST * 2)).trim();
    const all = offers(language);
    if (text === '' && typed.trim() !== '') return [];
    if (text === '') return examples(knowledge, language, limit).map(asSuggestion);
    const found = matching(all, text, { lexicon, today: knowledge.coverage.to, language });
    // What can be a question already stays the first choice: completion helps and never forces.
    const own = text.length <= LONGEST && isMoreThanAWord(text) ? [{ label: text, value: text }] : [];
    const offered = new Map(own.map((each) => [each.value, each]));
    // Those that must be tried come last: mostly the list is full before them.
    for (const offer of [...found.filter(({ sure }) => sure), ...found.filter(({ sure }) => !sure)]) {
      if (offered.size >= limit) break;
      if (!offered.has(offer.text) && holds(offer.offer, language)) offered.set(offer.text, asSuggestion(offer.text));
    }
    return [...offered.values()].slice(0, limit);
  }

  return Object.assign(complete, {
    *warm() {
      for (const language of ['en', 'ja'] as const) {
        offersOf(knowledge, language);
        yield;
        offers(language);
        yield;
        complete({ typed: 'who met na', language, limit: 1 });
        yield;
      }
    },
  });
}

function asSuggestion(text: string): Suggestion {
  return { label: text, value: text };
}

type Place = { readonly lexicon: Lexicon; readonly today: string; readonly language: Language };

/** Those that begin as typed, then those that ask the same; with the name that the text may be about to end in. */
function matching(all: readonly Known[], text: string, place: Place): readonly Known[] {
  const typed = level(text);
  const opening = all.filter(({ levelled }) => levelled.startsWith(typed));
  const whole = wantedIn(text, place);
  const ending = nameAtEnd(place.lexicon, text);
  const begun =
    ending === undefined
      ? []
      : [
          withName(
            wantedIn(text.slice(0, ending.at), place),
            ending.named.map(({ entity }) => `${entity.kind}:${entity.id}`),
          ),
        ];
  return [
    opening,
    ...[whole, ...begun].map((wanted) => (isEmpty(wanted) ? [] : all.filter((each) => fits(each, wanted)))),
  ].flat();
}

function withName(wanted: Wanted, anyOf: readonly string[]): Wanted {
  return { ...wanted, names: [...wanted.names, anyOf] };
}

function wantedIn(text: string, { lexicon, today, language }: Place): Wanted {
  const { all } = annotate(text, lexicon, { today, fallbackLanguage: language });
  const [asks = []] = all.flatMap((one) => asksOf(one)).slice(0, 1);
  return {
    asks,
    names: all.flatMap((one) => (one.kind === 'name' ? [one.entities.map(({ kind, id }) => `${kind}:${id}`)] : [])),
    periods: all.flatMap((one) => (one.kind === 'time' && one.mention.period !== null ? [one.mention.period] : [])),
    words: all.flatMap((one) => (one.kind === 'word' || one.kind === 'number' ? [level(one.text)] : [])),
  };
}

function asksOf(one: Annotation): readonly (readonly Ask[])[] {
  return one.kind === 'cue' ? one.ids.flatMap((id) => (ASKED[id] === undefined ? [] : [ASKED[id]])) : [];
}

/** Nothing that is understood narrows nothing. */
function isEmpty({ asks, names, periods, words }: Wanted): boolean {
  return asks.length + names.length + periods.length + words.length === 0;
}

function fits({ ask, names, period, levelled }: Known, wanted: Wanted): boolean {
  return (
    (wanted.asks.length === 0 || wanted.asks.includes(ask)) &&
    wanted.names.every((anyOf) => anyOf.some((name) => names.has(name))) &&
    wanted.periods.every((each) => period !== null && overlaps(period, each)) &&
    wanted.words.every((word) => contains(levelled, word))
  );
}

/** Whether a word of the text begins so; in Japanese, which does not part its words, whether it stands there. */
function contains(text: string, word: string): boolean {
  const isLatin = /^[\w’']/.test(word);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isLatin || at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
  }
  return false;
}

/** Two words, or in Japanese some characters. */
function isMoreThanAWord(text: string): boolean {
  return /\S\s+\S/.test(text) || (/[^\p{ASCII}]/u.test(text) && [...text].length >= 5);
}
