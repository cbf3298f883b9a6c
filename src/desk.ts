import type { Answer, Card, Timeline } from './answer/answer.ts';
import { assemble } from './answer/assemble.ts';
import { cardOf } from './answer/card.ts';
import { examples } from './answer/examples.ts';
import { createGiven, type Given } from './answer/given.ts';
import { partOf, plan } from './answer/plan.ts';
import { type Suggestion, type SuggestRequest, suggest } from './answer/suggest.ts';
import { type TimelineRequest, timelineOf } from './answer/timeline.ts';
import type { Part } from './answer/together.ts';
import { createQuestionCompletion } from './completion/complete-question.ts';
import { composeDigest } from './digest/compose.ts';
import type { Digest } from './digest/digest.ts';
import type { SeenRecord } from './digest/seen.ts';
import { type Explanation, explain } from './explain.ts';
import type { Filters } from './knowledge/filter.ts';
import type { KnowledgeBase } from './knowledge/knowledge-base.ts';
import { buildLexicon } from './lexicon/lexicon.ts';
import { createRespell } from './lexicon/spelling.ts';
import { MOST_STEPS } from './reading/budget.ts';
import { cues, verbForms } from './reading/cues.ts';
import { sideBefore } from './reading/follow-up/against.ts';
import type { Carry } from './reading/follow-up/carry.ts';
import { AsksOfTalk, type Query } from './reading/query.ts';
import { createUnderstand, type Understood } from './reading/understand.ts';
import { createVocabulary } from './search/passages.ts';
import { createSearch } from './search/search.ts';
import { atOnce, type Steps } from './steps.ts';
import type { Language } from './text/language.ts';
import { today } from './time/calendar.ts';
import type { Clock, PlainDate } from './time/period.ts';

/** One question put to the desk. */
export type AskRequest = {
  readonly text: string;
  readonly clock: Clock;
  /** Forces the answer's language; by default the question's own, else `fallbackLanguage`. */
  readonly language?: Language | undefined;
  /** Used when the text itself does not show its language ("AMRAAM?"). Default `en`. */
  readonly fallbackLanguage?: Language | undefined;
  /** The question before in this conversation, for follow-ups. */
  readonly previous?: Query | undefined;
  /** What may be taken from it. Default `freely`. */
  readonly carry?: Carry | undefined;
  /** Counts from 1. Default 1. */
  readonly page?: number | undefined;
};

export type DigestRequest = {
  readonly date: PlainDate;
  readonly language: Language;
  readonly filters?: Filters | undefined;
  /** Records added or revised after this date count as new; `null`: none are (a first digest starts at the present record). */
  readonly since?: PlainDate | null | undefined;
  /** Records shown before, by id: one that is not among them is new whatever its date, and of a corrected one they tell what changed. */
  readonly shown?: ReadonlyMap<string, SeenRecord> | undefined;
  /** The first day it speaks of; default: `date`. */
  readonly from?: PlainDate | undefined;
  /** Ids of consultations told of late: only corrections of them are told again. */
  readonly told?: ReadonlySet<string> | undefined;
  /** `changes`: news alone, and nothing of earlier years. */
  readonly only?: 'changes' | undefined;
};

/** The one door to the core. Every method is pure over the knowledge in service, and immediate (milliseconds). */
export type Desk = {
  ask(request: AskRequest): Answer;
  /** The same in steps of a few milliseconds, however long the text: what others wait for need not wait for all of it. */
  asking(request: AskRequest): Steps<Answer>;
  /** How a question comes to its answer: annotations, readings compared, what the record held. */
  explain(request: AskRequest): Explanation;
  /** How a question is understood, without answering it: the readings compared, best first. */
  understand(request: AskRequest): Understood;
  /** Asks an understood question again: another page, another language, one consultation. */
  reask(question: Query, options: { clock: Clock; language: Language; page?: number | undefined }): Answer;
  /** `undefined` when the id is not on record. */
  card(consultation: string, language: Language): Card | undefined;
  suggest(request: SuggestRequest): readonly Suggestion[];
  /** Up to `limit` example questions drawn from the record, newest first. */
  examples(language: Language, limit: number): readonly string[];
  timeline(request: TimelineRequest): Timeline;
  digest(request: DigestRequest): Digest;
  /** The knowledge in service. */
  knowledge(): KnowledgeBase;
  /**
   * Does in small steps what first questions would wait for, those of both languages and all scripts; worth taking once a service is up, other
   * things in between. Absent: nothing waits.
   */
  warm?(): Steps<void>;
};

export type DeskOptions = {
  /** Statements on one page of an answer. Default 5. */
  readonly linesPerPage?: number | undefined;
};

/** Opens the desk over one version of the knowledge. Tens of milliseconds; a new version gets a new desk. */
export function createDesk(knowledge: KnowledgeBase, options: DeskOptions = {}): Desk {
  const linesPerPage = options.linesPerPage ?? 5;
  const lexicon = buildLexicon(knowledge);
  const { search, warm } = createSearch(knowledge, lexicon, { verbs: verbForms() });
  const respell = createRespell(lexicon, { isWord: createVocabulary(knowledge), cueWords: cues().words });
  const reads = createUnderstand(lexicon, search, respell);

  const completeQuestion = createQuestionCompletion(knowledge, lexicon, ({ text, consultation }, language) => {
    const clock = { now: Temporal.Instant.from(`${knowledge.coverage.to}T00:00:00Z`), zone: 'UTC' };
    const { query } = atOnce(reads(text, { clock, language, fallbackLanguage: language }));
    const { status, consultations } = answer(query, language, clock, 1);
    return status === 'answered' && (consultation === null || consultations.includes(consultation));
  });

  function answer(query: Query, language: Language, clock: Clock, page: number): Answer {
    const given = givenFor(query, language, clock);
    return assemble(plan(given), given, { page, linesPerPage });
  }

  function givenFor(query: Query, language: Language, clock: Clock): Given {
    return createGiven({ query, found: search(query), knowledge, language, today: today(clock), search });
  }

  /** Of a text that asks several things each further one follows up on the answer before it, and takes of the steps what those before it left. */
  function* understanding({ text, ...options }: AskRequest): Steps<Understood & { readonly told: readonly Part[] }> {
    const first = yield* reads(text, options);
    const { language } = first.query;
    const later: Understood[] = [];
    const told: Part[] = [];
    let before = options.previous;
    let stepsLeft = MOST_STEPS - first.steps;
    for (const one of first.further) {
      const last = partOf(givenFor((later.at(-1) ?? first).query, language, options.clock));
      told.push(last);
      before = followed(ofSaying(assemble(last.draft, last.given, { page: 1, linesPerPage })), before);
      yield;
      const part = yield* reads(one, { ...options, language, previous: before, carry: 'freely', stepsLeft });
      stepsLeft -= part.steps;
      later.push(part);
    }
    if (later.length === 0) return { ...first, told };
    return { ...first, later, told, query: { ...first.query, further: later.map(({ query }) => query) } };
  }

  const understand = (request: AskRequest) => atOnce(understanding(request));

  function* asking({ page, ...request }: AskRequest): Steps<Answer> {
    const { query, told } = yield* understanding(request);
    yield;
    const [first] = told;
    const given = first === undefined ? givenFor(query, query.language, request.clock) : { ...first.given, query };
    return assemble(plan(given, told), given, { page: page ?? query.page ?? 1, linesPerPage });
  }

  return {
    ask: (request) => atOnce(asking(request)),
    asking,
    understand,
    explain(request) {
      const { later = [], ...first } = understand(request);
      const explained = (one: Understood) =>
        explain(one, search(one.query), answer(one.query, one.query.language, request.clock, 1));
      return { ...explained(first), further: later.map(explained) };
    },
    reask: (query, { clock, language, page }) => answer(query, language, clock, page ?? query.page ?? 1),
    card: (consultation, language) => cardOf(knowledge, consultation, language),
    suggest: ({ kind, ...typed }) =>
      kind === 'question' ? completeQuestion(typed) : suggest(knowledge, lexicon, { kind, ...typed }),
    examples: (language, limit) => examples(knowledge, language, limit),
    timeline: (request) => timelineOf(knowledge, request),
    digest: (request) => composeDigest(knowledge, request),
    knowledge: () => knowledge,
    *warm() {
      yield* warm();
      for (const text of UNKNOWN) {
        respell(text, [{ start: 0, end: text.length, text }]);
        yield;
      }
      yield* completeQuestion.warm();
      const clock = { now: Temporal.Instant.from(`${knowledge.coverage.to}T00:00:00Z`), zone: 'UTC' };
      const asked = (['en', 'ja'] as const).flatMap((language) => examples(knowledge, language, EXAMPLES));
      for (const text of [...asked, ...NAMELESS, ...NAMELESS]) yield* asking({ text, clock });
    },
  };
}

/** A stretch that no name has in each script: reading one makes the tables of slips, which the first person would wait for. */
const UNKNOWN = ['zzzz zzzz', 'ああああああ', 'アアアアアア', '亜亜亜亜'];

/** After so many questions of each language, others take a tenth of what the first one takes. */
const EXAMPLES = 5;
/** A pattern is compiled at its second use, and anew for texts of Latin letters alone, which a question with a name is not. */
const NAMELESS = [
  'who met on March 3, 2021',
  'what was said of zzzz last year',
  'on 3/4 at 5 pm, 3 days ago, in the first quarter, 2021-01-01 to 2021年3月、令和7年（R7.3.4）の先月3日前までの⑳１２３が',
];

/** A question, of several the last, as the turn before of the next one: with what its answer rested on. */
export function asPrevious({
  question,
  consultations,
  page,
  focus,
}: Pick<Answer, 'question' | 'consultations' | 'page' | 'focus'>): Query {
  return {
    ...(question.further?.at(-1) ?? question),
    answered: consultations.slice(0, MOST_ANSWERED),
    focus: [...focus],
    page: page.index,
  };
}

/**
 * What the next question of a conversation follows. Small talk and what is refused leave the question before; where nothing was found the question
 * may go on ("and in 2024?"), and "where was that?" still means what was shown before.
 */
export function followed(answer: Answer, before: Query | undefined): Query | undefined {
  const { question, status, consultations } = answer;
  if (AsksOfTalk.has(question.ask) || question.ask === 'refuse') return before;
  const next = { ...withSubject(asPrevious(answer), before), before: sideBefore(asPrevious(answer), before) };
  // Of many meetings none of which held it nothing was shown.
  const isShown = status !== 'not-found' || consultations.length === 1;
  return isShown ? next : { ...next, answered: before?.answered ?? [], focus: before?.focus ?? [] };
}

/** "Was there a meeting that day?" names nothing: what it interrupted is still what the next question is about. */
function withSubject(query: Query, before: Query | undefined): Query {
  const isAside = query.yesNo && query.frame === 'inherits' && query.constraints.length === 0;
  const subjects = before?.constraints.filter(({ subject }) => subject) ?? [];
  return isAside ? { ...query, constraints: subjects.map((one) => ({ ...one, origin: 'carried' })) } : query;
}

/** "Who said so, and to whom?": the second question of a text is of the meeting whose statement leads, and of no other that comes near. */
function ofSaying(answer: Answer): Answer {
  const { question, headline } = answer;
  const isOfSaying = question.whose === 'speaker' && headline.consultation !== null;
  return isOfSaying ? { ...answer, consultations: [headline.consultation] } : answer;
}

/** A follow-up's "they" means the first of these. */
const MOST_ANSWERED = 60;
