import type { Answer, Card, Timeline } from '../answer/answer.ts';
import type { Desk } from '../desk.ts';
import type { Carry } from '../reading/follow-up/carry.ts';
import type { Feedback, Store } from '../store/store.ts';
import type { Language } from '../text/language.ts';
import type { Clock } from '../time/period.ts';
import type { Verdict } from './throttle.ts';
import type { Drawn, TimelineWords, Unread } from './timeline.ts';

/** Longest question taken, in characters (code points). */
export const MOST_CHARACTERS = 500;

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

/** Something an answer offers: a suggestion, one of its choices, or the same question without what it took from the conversation. */
export type Offer =
  | { readonly from: 'suggestions' | 'choices'; readonly index: number; readonly page?: number }
  | { readonly from: 'scope' };

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
  /** The question behind what an answer offers; `undefined` when it is no longer known. */
  offered(ask: string, offer: Offer): Promise<string | undefined>;
  /** Deletes what is kept about a person, in memory and in the store; resolves with the rows deleted. @throws what the store throws. */
  forget(platform: string, actor: string): Promise<number>;
  /** Stores what a person says of an answer; false when it could not be stored. */
  feedback(input: FeedbackInput): Promise<boolean>;
  /** The clock of a question asked now. */
  now(): Clock;
  /** Resolves when everything handed in so far is stored. */
  settled(): Promise<void>;
  /** Ends all writing to the store, which may be closed after it. */
  close(): void;
};
