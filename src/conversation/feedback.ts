import type { ReportedAnswer } from '../store/store.ts';
import type { ConversationContext } from './context.ts';
import type { FeedbackInput } from './contract.ts';
import { inTurn } from './in-turn.ts';
import { clockOn } from './timeline.ts';

/** Consultations that are kept with a report: what its first pages rest on. */
const MOST_REPORTED = 20;

/** Stores what a person says of an answer, with the question and the answer it is about. False when it could not be stored. */
export async function storeFeedback(context: ConversationContext, input: FeedbackInput): Promise<boolean> {
  const stored = await context.attempt('storing feedback', async () => {
    await context.store.addFeedback({
      at: context.clock().epochMilliseconds,
      platform: input.platform,
      actor: input.actor,
      ask: input.ask,
      kind: input.kind,
      text: input.text?.trim() || null,
      about: input.kind === 'helpful' ? null : await reported(context, input.ask),
      knowledgeVersion: context.desk().knowledge().version,
    });
    return true;
  });
  return stored === true;
}

/** The question behind an answer, and how it is answered; `null` where either is no longer known. */
async function reported({ memory, desk, zone, log }: ConversationContext, id: string): Promise<ReportedAnswer | null> {
  const ask = await memory.ask(id);
  if (ask === undefined) return null;
  const clock = clockOn(ask.day, zone);
  const { language, question } = ask;
  try {
    const { headline, consultations } = await inTurn(() => desk().reask(question, { clock, language }));
    const ids = consultations.slice(0, MOST_REPORTED);
    return { question: question.text, headline: headline.text, language, consultations: ids };
  } catch (error) {
    log.error({ err: error, ask: id }, 'The desk failed on a reported answer.');
    return null;
  }
}
