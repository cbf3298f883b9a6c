import type { Answer, Card, Timeline } from '../answer/answer.ts';
import { questionJson } from '../answer/json.ts';
import { asPrevious, type Desk } from '../desk.ts';
import type { Carry } from '../reading/follow-up/carry.ts';
import { AsksOfTalk, type Query } from '../reading/query.ts';
import type { Feedback, ReportedAnswer, Store } from '../store/store.ts';
import type { Language } from '../text/language.ts';
import type { Clock } from '../time/period.ts';
import { askMemoised } from './answer-memo.ts';
import { inTurn } from './in-turn.ts';
import { createConversationMemory } from './memory.ts';
import { phrases } from './phrases.ts';
import type { Verdict } from './throttle.ts';
import { clockOn, type Drawn, drawUp, type TimelineWords, timelineOf, type Unread } from './timeline.ts';

/** Longest question taken, in characters (code points). */
export const MOST_CHARACTERS = 500;

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** Consultations that are kept with a report: what its first pages rest on. */
const MOST_REPORTED = 20;

/** What conversations need of a log. */
export type ConversationLog = {
  warn(facts: object, sentence: string): void;
  error(facts: object, sentence: string): void;
};

export type ConversationOptions = {
  /** Read at every question, for the knowledge may be swapped while running. */
  readonly desk: () => Desk;
  readonly store: Store;
  readonly clock: () => Temporal.Instant;
  readonly zone: string;
  readonly fallbackLanguage: Language;
  /** Whether the text of unanswered questions may be stored. */
  readonly keepText: boolean;
  readonly log: ConversationLog;
  /** Absent: everything is allowed. */
  readonly throttle?: ((actor: string, channel: string) => Verdict) | undefined;
  /** How long a conversation can be followed up. Default 24 hours. */
  readonly conversationMs?: number | undefined;
  /** How long buttons work. Default 90 days. */
  readonly askMs?: number | undefined;
  /** Asks kept in memory besides the store. Default 1,000. */
  readonly mostAsks?: number | undefined;
  /** How long writes are gathered before they are made, in milliseconds. Default 250: what a crash may cost. */
  readonly gatherMs?: number | undefined;
};

export type AskInput = {
  readonly platform: string;
  /** Who asks, in the platform's own id. */
  readonly actor: string;
  readonly channel: string;
  /** Where the question before is looked for, in order; the new question is kept under every one. */
  readonly keys: readonly string[];
  /** The id of the answer that the person replied to, when the platform tells; goes before `keys`. */
  readonly follows?: string | undefined;
  /**
   * What the question may take from the one before: in a thread, a reply or a direct message `freely`; of what looks self-contained to
   * everybody, such as a command, `only-when-referring`. Default `freely`.
   */
  readonly carry?: Carry | undefined;
  /** As typed, with the bot's own mention taken out. Empty asks for help. */
  readonly text: string;
  /**
   * The lines that the text consists of, where it is a message that nobody wrote as a question: who posted it, a headline, a date.
   * Together they may ask for what no record holds; then the first line that the record answers counts, one with a date before others.
   */
  readonly lines?: readonly string[] | undefined;
  /** Forces the answer's language. */
  readonly language?: Language | undefined;
  /** Used when the text does not show its language: the asker's locale. */
  readonly fallbackLanguage?: Language | undefined;
  /** The asker's own IANA zone, where the platform tells it: decides what "today" is. Default: the service's. */
  readonly zone?: string | undefined;
};

export type AskResult =
  | {
      readonly kind: 'answer';
      readonly answer: Answer;
      /** Settles once follow-ups and buttons survive a restart; never rejects. */
      readonly saved: Promise<void>;
    }
  | Hint;

/** Not a question we take. `speak` is false when the platform should rather stay quiet. */
export type Hint = {
  readonly kind: 'hint';
  readonly reason: 'too-long' | 'throttled' | 'failed';
  readonly text: string;
  readonly language: Language;
  readonly speak: boolean;
  /** It concerns all who ask in the channel, and is said to them once. Default false. */
  readonly toChannel?: boolean;
};

/** What a button asks of an answer given before. */
export type Press =
  | { readonly view: 'answer'; readonly page?: number; readonly language?: Language }
  | { readonly view: 'sources'; readonly page?: number }
  /** One consultation in full; default: the first one the answer rests on. */
  | { readonly view: 'card'; readonly consultation?: string }
  | { readonly view: 'timeline' };

export type Pressed =
  | {
      readonly kind: 'answer';
      readonly answer: Answer;
      /** The record changed since the answer that carried the button. */
      readonly changed: boolean;
    }
  | { readonly kind: 'card'; readonly card: Card; readonly answer: Answer }
  | { readonly kind: 'timeline'; readonly timeline: Timeline; readonly answer: Answer }
  /** The answer rests on nothing that could be shown. */
  | { readonly kind: 'nothing'; readonly language: Language }
  /** The ask is no longer kept. */
  | { readonly kind: 'expired' };

export type TimelineInput = {
  readonly platform: string;
  readonly actor: string;
  readonly channel: string;
  readonly keys: readonly string[];
  /** What it is asked of; nothing: the last twelve months on record. */
  readonly words: TimelineWords;
  /** Counts where the words do not show theirs. */
  readonly language: Language;
  /** IANA zone that a period such as "last month" is reckoned in. Default: the service's. */
  readonly zone?: string | undefined;
};

export type FeedbackInput = {
  readonly platform: string;
  readonly actor: string;
  readonly ask: string;
  readonly kind: Feedback['kind'];
  readonly text?: string | undefined;
};

/** The part of a chat that is the same on every platform: memory, buttons, hints, feedback, gaps. */
export type Conversations = {
  /** Never rejects: a failing store costs the memory, a failing desk gives a `failed` hint. */
  ask(input: AskInput): Promise<AskResult>;
  /** Keeps `answer` under one more key, known only after posting (the id of the posted message). Never rejects. */
  remember(key: string, actor: string, answer: Answer): Promise<void>;
  /** Whether a question that can be followed up is kept under one of the keys; false when the store cannot tell. */
  underWay(keys: readonly string[]): Promise<boolean>;
  /** Resolves a button by the id of the answer that carried it. `shown` is that answer's knowledge version. Never rejects. */
  press(ask: string, press: Press, options: { actor: string; shown?: string | undefined }): Promise<Pressed>;
  /**
   * A timeline asked for by itself: nothing is carried over from a conversation, while its buttons, follow-ups and limits are those of an
   * answer. Never rejects.
   */
  timeline(input: TimelineInput): Promise<(Drawn & { readonly saved: Promise<void> }) | Unread | Hint>;
  /** The question at `index` among an answer's suggestions or choices, or the one of its scope; `undefined` when it is no longer known. */
  offered(
    ask: string,
    offer:
      | { from: 'suggestions' | 'choices'; index: number; page?: number }
      /** The same question without what it took from the conversation. */
      | { from: 'scope' },
  ): Promise<string | undefined>;
  /** Deletes what is kept about a person, in memory and in the store; resolves with the rows deleted. @throws what the store throws. */
  forget(platform: string, actor: string): Promise<number>;
  /** Stores what a person says of an answer; false when it could not be stored. */
  feedback(input: FeedbackInput): Promise<boolean>;
  /** Asks once in each language, so that the first person does not wait for what the desk prepares on first use. */
  warmUp(): void;
  /** The clock of a question asked now. */
  now(): Clock;
  /** Resolves when everything handed in so far is stored. */
  settled(): Promise<void>;
  /** Ends all writing to the store, which may be closed after it. */
  close(): void;
};

/** Makes the conversations of one process. Memory is bounded; everything durable is in the store. */
export function createConversations(options: ConversationOptions): Conversations {
  const { store, log } = options;
  const nowMs = () => options.clock().epochMilliseconds;
  const now = (): Clock => ({ now: options.clock(), zone: options.zone });

  async function attempt<T>(doing: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      log.warn({ err: error }, `The store failed while ${doing}; going on without it.`);
      return undefined;
    }
  }

  const memory = createConversationMemory({
    store,
    nowMs,
    attempt,
    conversationMs: options.conversationMs ?? DAY_MS,
    askMs: options.askMs ?? 90 * DAY_MS,
    mostAsks: options.mostAsks ?? 1_000,
    gatherMs: options.gatherMs ?? 250,
  });

  function saveAsk(actor: string, answer: Answer, zone: string = options.zone): Promise<void> {
    const day = options.clock().toZonedDateTimeISO(zone).toPlainDate().toString();
    return memory.keepAsk(answer.id, actor, { question: answer.question, language: answer.language, day });
  }

  function remember(key: string, actor: string, answer: Answer): Promise<void> {
    // `answered` lets "where was that?" mean the consultations just shown.
    return memory.keepQuestion(key, actor, asPrevious(answer));
  }

  /** The question of an answer that was replied to, else the last one of the conversation. */
  async function previousOf(input: AskInput): Promise<Query | undefined> {
    const ask = input.follows === undefined ? undefined : await memory.ask(input.follows);
    if (ask === undefined) return memory.question(input.keys);
    return asPrevious(
      options.desk().reask(ask.question, { clock: clockOn(ask.day, options.zone), language: ask.language }),
    );
  }

  /** Over the limits a minute of the person or channel: one notice, then silence. */
  function throttledBy(
    { platform, actor, channel }: Pick<AskInput, 'platform' | 'actor' | 'channel'>,
    language: Language,
  ): Hint | undefined {
    const verdict = options.throttle?.(`${platform}:${actor}`, `${platform}:${channel}`) ?? 'ok';
    if (verdict === 'ok') return undefined;
    const said = phrases(language);
    const toChannel = verdict === 'notice-to-channel';
    const text = toChannel ? said.tooManyInChannel : said.tooManyQuestions;
    return { kind: 'hint', reason: 'throttled', text, language, speak: verdict !== 'silent', toChannel };
  }

  function recordGap(input: AskInput, answer: Answer): Promise<void> {
    return memory.keepGap({
      at: nowMs(),
      platform: input.platform,
      actor: input.actor,
      language: answer.language,
      intent: questionJson(answer.question).intent,
      reason: gapReason(answer.question),
      text: options.keepText ? answer.question.text : null,
      knowledgeVersion: answer.knowledgeVersion,
    });
  }

  /** The question behind an answer, and how it is answered; `null` where either is no longer known. */
  async function reported(id: string): Promise<ReportedAnswer | null> {
    const ask = await memory.ask(id);
    if (ask === undefined) return null;
    const clock = clockOn(ask.day, options.zone);
    const { language, question } = ask;
    try {
      const { headline, consultations } = await inTurn(() => options.desk().reask(question, { clock, language }));
      const ids = consultations.slice(0, MOST_REPORTED);
      return { question: question.text, headline: headline.text, language, consultations: ids };
    } catch (error) {
      log.error({ err: error, ask: id }, 'The desk failed on a reported answer.');
      return null;
    }
  }

  return {
    now,
    remember,

    async ask(input) {
      const text = input.text.trim();
      const fallbackLanguage = input.fallbackLanguage ?? options.fallbackLanguage;
      const language = input.language ?? fallbackLanguage;
      const said = phrases(language);
      const throttled = throttledBy(input, language);
      if (throttled !== undefined) return throttled;
      if (longerThan(text, MOST_CHARACTERS)) {
        return { kind: 'hint', reason: 'too-long', text: said.tooLong(MOST_CHARACTERS), language, speak: true };
      }
      let answer: Answer;
      try {
        const previous = text === '' || input.carry === 'never' ? undefined : await previousOf(input);
        // A reply says what it follows.
        const carry = input.follows === undefined ? input.carry : 'freely';
        const desk = options.desk();
        const clock = { ...now(), zone: input.zone ?? options.zone };
        // Each line of a message is a question of its own: others have their turn between them.
        const ask = (question: string) =>
          inTurn(() =>
            askMemoised(desk, { text: question, clock, language: input.language, fallbackLanguage, previous, carry }),
          );
        answer = await ask(text === '' ? helpText(language) : text);
        if (!isOnRecord(answer) && input.lines !== undefined) answer = (await bestOf(input.lines, ask)) ?? answer;
      } catch (error) {
        log.error({ err: error }, 'The desk failed on a question.');
        return { kind: 'hint', reason: 'failed', text: said.failed, language, speak: true };
      }
      const writes = [saveAsk(input.actor, answer, input.zone ?? options.zone)];
      // Small talk and refusals say nothing that could be followed up; after "thanks", "where was it?" means what was shown before.
      if (answer.status !== 'not-found' && !AsksOfTalk.has(answer.question.ask)) {
        writes.push(...input.keys.map((key) => remember(key, input.actor, answer)));
      }
      if (answer.status === 'not-found') writes.push(recordGap(input, answer));
      return { kind: 'answer', answer, saved: Promise.all(writes).then(() => {}) };
    },

    warmUp() {
      try {
        for (const text of ['2+2, 2025-03', '2025年3月の「2+2」']) options.desk().ask({ text, clock: now() });
      } catch (error) {
        log.error({ err: error }, 'The desk failed on its first question.');
      }
    },

    async underWay(keys) {
      return (await memory.question(keys)) !== undefined;
    },

    async press(id, press, { actor, shown }) {
      const ask = await memory.ask(id);
      if (ask === undefined) return { kind: 'expired' };
      const language = (press.view === 'answer' ? press.language : undefined) ?? ask.language;
      const page = press.view === 'answer' || press.view === 'sources' ? press.page : undefined;
      const clock = clockOn(ask.day, options.zone);
      try {
        const desk = options.desk();
        const answer = await inTurn(() => desk.reask(ask.question, { clock, language, page }));
        void memory.keepAsk(answer.id, actor, { question: answer.question, language, day: ask.day }, id);
        if (press.view === 'answer' || press.view === 'sources') {
          return { kind: 'answer', answer, changed: shown !== undefined && !answer.knowledgeVersion.startsWith(shown) };
        }
        if (press.view === 'card') {
          const consultation = press.consultation ?? answer.consultations[0];
          const card = consultation === undefined ? undefined : desk.card(consultation, language);
          return card === undefined ? { kind: 'nothing', language } : { kind: 'card', card, answer };
        }
        const timeline = timelineOf(desk, answer, clock);
        return timeline.items.length === 0 ? { kind: 'nothing', language } : { kind: 'timeline', timeline, answer };
      } catch (error) {
        log.error({ err: error, ask: id }, 'The desk failed on a button.');
        return { kind: 'expired' };
      }
    },

    async timeline({ platform, actor, channel, keys, words, language, zone = options.zone }) {
      const throttled = throttledBy({ platform, actor, channel }, language);
      if (throttled !== undefined) return throttled;
      const hint = (reason: Hint['reason'], text: string): Hint => ({
        kind: 'hint',
        reason,
        text,
        language,
        speak: true,
      });
      if (longerThan(words.text ?? '', MOST_CHARACTERS)) {
        return hint('too-long', phrases(language).tooLong(MOST_CHARACTERS));
      }
      try {
        const clock = { ...now(), zone };
        const read = await inTurn(() => drawUp(options.desk(), words, { clock, language }));
        if (read.kind === 'unread') return read;
        const writes = [saveAsk(actor, read.answer, zone), ...keys.map((key) => remember(key, actor, read.answer))];
        return { ...read, saved: Promise.all(writes).then(() => {}) };
      } catch (error) {
        log.error({ err: error }, 'The desk failed on a timeline.');
        return hint('failed', phrases(language).failed);
      }
    },

    async offered(id, offer) {
      const ask = await memory.ask(id);
      if (ask === undefined) return undefined;
      try {
        const clock = clockOn(ask.day, options.zone);
        const page = offer.from === 'suggestions' ? offer.page : undefined;
        const answer = options.desk().reask(ask.question, { clock, language: ask.language, page });
        if (offer.from === 'scope') return answer.scope?.wholeRecord;
        return offer.from === 'suggestions' ? answer.suggestions[offer.index] : answer.choices[offer.index]?.question;
      } catch (error) {
        log.error({ err: error, ask: id }, 'The desk failed on a suggestion.');
        return undefined;
      }
    },

    async forget(platform, actor) {
      // What was asked a moment ago is still on its way to the store.
      await memory.settled();
      memory.forget(actor);
      return store.forget(platform, actor);
    },

    async feedback(input) {
      const stored = await attempt('storing feedback', async () => {
        await store.addFeedback({
          at: nowMs(),
          platform: input.platform,
          actor: input.actor,
          ask: input.ask,
          kind: input.kind,
          text: input.text?.trim() || null,
          about: input.kind === 'helpful' ? null : await reported(input.ask),
          knowledgeVersion: options.desk().knowledge().version,
        });
        return true;
      });
      return stored === true;
    },

    close() {
      const unwritten = memory.close();
      if (unwritten > 0)
        log.warn({ unwritten }, 'Some questions were not stored before the stop; they cannot be followed up.');
    },

    async settled() {
      await memory.settled();
    },
  };
}

function helpText(language: Language): string {
  return language === 'ja' ? '使い方' : 'help';
}

/** Lines of a message that are looked at one by one, at most. */
const MOST_LINES = 12;

async function bestOf(lines: readonly string[], ask: (line: string) => Promise<Answer>): Promise<Answer | undefined> {
  const askable = lines.filter((line) => line.trim() !== '' && !longerThan(line, MOST_CHARACTERS));
  const answers = (await Promise.all(askable.slice(0, MOST_LINES).map(ask))).filter(isOnRecord);
  return answers.find(({ question }) => question.period !== null) ?? answers[0];
}

function isOnRecord(answer: Answer): boolean {
  return answer.status === 'answered' && answer.question.ask !== 'help' && answer.consultations.length > 0;
}

function longerThan(text: string, most: number): boolean {
  // Code points are at most code units, so most texts are settled without being walked.
  return text.length > most && (text.length > most * 2 || [...text].length > most);
}

function gapReason(question: Query): string {
  if (question.ask === 'refuse') return 'out-of-scope';
  if (question.impossible.length > 0) return 'impossible-date';
  return 'no-record';
}
