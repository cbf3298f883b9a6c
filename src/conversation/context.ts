import type { Answer } from '../answer/answer.ts';
import { followed } from '../desk.ts';
import type { Query } from '../reading/query.ts';
import type { Language } from '../text/language.ts';
import type { Clock } from '../time/period.ts';
import { type ConversationOptions, type Hint, MOST_CHARACTERS } from './contract.ts';
import { type ConversationMemory, createConversationMemory } from './memory.ts';
import { phrases } from './phrases.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** What asking, buttons and feedback share: the options, what is remembered, and the hints instead of an answer. */
export type ConversationContext = ConversationOptions & {
  readonly memory: ConversationMemory;
  /** The clock of a question asked now. */
  now(): Clock;
  /** Runs work on the store; resolves to `undefined` and tells the log when it fails. */
  attempt<T>(doing: string, work: () => Promise<T>): Promise<T | undefined>;
  /** Keeps what the buttons of an answer need. Never rejects. */
  saveAsk(actor: string, answer: Answer, zone?: string): Promise<void>;
  /** Keeps what a follow-up needs. Never rejects. */
  remember(key: string, actor: string, answer: Answer, before?: Query): Promise<void>;
  /** Why the words are not taken: over the limits of the person or channel, or too long. `undefined`: they are taken. */
  refusal(
    from: { platform: string; actor: string; channel: string },
    words: string,
    language: Language,
  ): Hint | undefined;
};

export function createContext(options: ConversationOptions): ConversationContext {
  const { store, log } = options;
  const nowMs = () => options.clock().epochMilliseconds;

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

  return {
    ...options,
    memory,
    attempt,
    now: () => ({ now: options.clock(), zone: options.zone }),
    saveAsk(actor, answer, zone = options.zone) {
      const day = options.clock().toZonedDateTimeISO(zone).toPlainDate().toString();
      return memory.keepAsk(answer.id, actor, { question: answer.question, language: answer.language, day });
    },
    async remember(key, actor, answer, before) {
      // `answered` lets "where was that?" mean the consultations just shown.
      const next = followed(answer, before);
      if (next !== undefined && next !== before) await memory.keepQuestion(key, actor, next);
    },
    refusal({ platform, actor, channel }, words, language) {
      const verdict = options.throttle?.(`${platform}:${actor}`, `${platform}:${channel}`) ?? 'ok';
      const said = phrases(language);
      if (verdict !== 'ok') {
        // One notice, then silence.
        const toChannel = verdict === 'notice-to-channel';
        const text = toChannel ? said.tooManyInChannel : said.tooManyQuestions;
        return { kind: 'hint', reason: 'throttled', text, language, speak: verdict !== 'silent', toChannel };
      }
      if (!longerThan(words, MOST_CHARACTERS)) return undefined;
      return { kind: 'hint', reason: 'too-long', text: said.tooLong(MOST_CHARACTERS), language, speak: true };
    },
  };
}

/** The hint where the desk threw. */
export function failedHint(language: Language): Hint {
  return { kind: 'hint', reason: 'failed', text: phrases(language).failed, language, speak: true };
}

/** Counted in code points. */
export function longerThan(text: string, most: number): boolean {
  // Code points are at most code units, so most texts are settled without being walked.
  return text.length > most && (text.length > most * 2 || [...text].length > most);
}
