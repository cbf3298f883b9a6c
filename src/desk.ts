import type { Answer, Card, Timeline } from './answer/answer.ts';
import { assemble } from './answer/assemble.ts';
import { bySide } from './answer/by-side.ts';
import { byTitle } from './answer/by-title.ts';
import { cardOf } from './answer/card.ts';
import { compose } from './answer/compose/index.ts';
import type { Composing } from './answer/draft.ts';
import { examples } from './answer/examples.ts';
import { suggest } from './answer/suggest.ts';
import { timelineOf } from './answer/timeline.ts';
import { composeDigest } from './digest/compose.ts';
import type { Digest, DigestFilters } from './digest/digest.ts';
import type { KnowledgeBase } from './knowledge/knowledge-base.ts';
import type { Question } from './question/question.ts';
import { createInterpreter } from './question/understand.ts';
import { createRetriever } from './retrieval/retriever.ts';
import type { Snapshot } from './snapshots.ts';
import type { Language } from './text/language.ts';
import { today } from './time/calendar.ts';
import type { Clock, Period, PlainDate } from './time/period.ts';

/** One question put to the desk. */
export type AskRequest = {
  readonly text: string;
  readonly clock: Clock;
  /** Forces the answer's language; by default the question's own, else `fallbackLanguage`. */
  readonly language?: Language | undefined;
  /** Used when the text itself does not show its language ("AMRAAM?"). Default `en`. */
  readonly fallbackLanguage?: Language | undefined;
  /** The question before in this conversation, for follow-ups. */
  readonly previous?: Question | undefined;
  /** Counts from 1. Default 1. */
  readonly page?: number | undefined;
};

/** A completion for a partly typed question or filter. `value` is what is submitted, at most 100 characters. */
export type Suggestion = { readonly label: string; readonly value: string };

export type SuggestRequest = {
  readonly kind: 'question' | 'person' | 'topic' | 'framework' | 'period' | 'country';
  readonly typed: string;
  readonly language: Language;
  readonly limit: number;
};

export type TimelineRequest = {
  readonly clock: Clock;
  readonly language: Language;
  /** Free text ("2025", 令和7年, last month) or a period; default: the last 12 months on record. */
  readonly period?: string | Period | undefined;
  readonly filters?: DigestFilters | undefined;
};

export type DigestRequest = {
  readonly date: PlainDate;
  readonly language: Language;
  readonly filters?: DigestFilters | undefined;
  /** Records added or revised after this date count as new; `null`: none are (a first digest starts at the present record). */
  readonly since?: PlainDate | null | undefined;
  /** Records shown before, by id with the date of their last change: one that is not among them is new whatever its date. */
  readonly shown?: ReadonlyMap<string, PlainDate> | undefined;
};

/** The one door to the core. Every method is pure over the knowledge in service, and immediate (milliseconds). */
export type Desk = {
  ask(request: AskRequest): Answer;
  /** Asks an understood question again: another page, another language, one consultation. */
  reask(question: Question, options: { clock: Clock; language: Language; page?: number | undefined }): Answer;
  /** `undefined` when the id is not on record. */
  card(consultation: string, language: Language): Card | undefined;
  suggest(request: SuggestRequest): readonly Suggestion[];
  /** Up to `limit` example questions drawn from the record, newest first. */
  examples(language: Language, limit: number): readonly string[];
  timeline(request: TimelineRequest): Timeline;
  digest(request: DigestRequest): Digest;
  /** The knowledge in service. */
  knowledge(): KnowledgeBase;
  /** Does what the first question with free words would wait for; worth calling once a service is up. Absent: nothing waits. */
  warm?(): void;
};

export type DeskOptions = {
  /** Statements on one page of an answer. Default 6. */
  readonly linesPerPage?: number | undefined;
  /** Where the words of the record are kept between starts. Default: nowhere, they are found anew. */
  readonly words?: Snapshot | undefined;
};

/** Opens the desk over one version of the knowledge. Tens of milliseconds; a new version gets a new desk. */
export function createDesk(knowledge: KnowledgeBase, options: DeskOptions = {}): Desk {
  const linesPerPage = options.linesPerPage ?? 6;
  const interpreter = createInterpreter(knowledge);
  const retriever = createRetriever(knowledge, options.words);
  const retrieve = bySide(byTitle(knowledge, (question) => retriever.retrieve(question)));

  function answer(asked: Question, language: Language, clock: Clock, page: number): Answer {
    const { evidence, nearest, perhaps, question } = needsRecords(asked)
      ? retrieve(asked)
      : { evidence: [], nearest: [], perhaps: undefined, question: asked };
    const composing: Composing = {
      question,
      language,
      knowledge,
      evidence,
      nearest,
      perhaps: perhaps ?? [],
      today: today(clock),
      retrieve: (other) => retriever.retrieve(other).evidence,
    };
    return assemble(compose(composing), composing, { page, linesPerPage });
  }

  return {
    ask({ text, clock, language, fallbackLanguage, previous, page }) {
      const question = interpreter.understand(text, { clock, language, fallbackLanguage, previous });
      return answer(question, language ?? question.language, clock, page ?? 1);
    },
    reask: (question, { clock, language, page }) => answer(question, language, clock, page ?? 1),
    card: (consultation, language) => cardOf(knowledge, consultation, language),
    suggest: (request) => suggest(knowledge, interpreter.lexicon, request),
    examples: (language, limit) => examples(knowledge, language, limit),
    timeline: (request) => timelineOf(knowledge, request),
    digest: (request) => composeDigest(knowledge, request),
    knowledge: () => knowledge,
    warm: () => retriever.warm(),
  };
}

/** Help, coverage, refusals of scope and questions asked back rest on no search. */
function needsRecords(question: Question): boolean {
  if (question.choices.length > 0 || question.intent === 'help') return false;
  if (question.manner === 'coverage' || question.manner === 'out-of-scope') return false;
  return question.impossible.length === 0 || question.period !== null;
}
