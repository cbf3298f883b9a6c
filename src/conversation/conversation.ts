import { askInConversation } from './asking.ts';
import { type ConversationContext, createContext, failedHint } from './context.ts';
import type { ConversationOptions, Conversations, Hint, TimelineInput } from './contract.ts';
import { storeFeedback } from './feedback.ts';
import { inTurn } from './in-turn.ts';
import { offered, press } from './pressing.ts';
import { type Drawn, drawUp, type Unread } from './timeline.ts';

/** Makes the conversations of one process. Memory is bounded; everything durable is in the store. */
export function createConversations(options: ConversationOptions): Conversations {
  const context = createContext(options);
  const { memory, log, store } = context;

  return {
    now: context.now,
    remember: context.remember,
    ask: (input) => askInConversation(context, input),
    press: (id, wanted, by) => press(context, id, wanted, by),
    offered: (id, offer) => offered(context, id, offer),
    timeline: (input) => timelineInConversation(context, input),
    feedback: (input) => storeFeedback(context, input),

    async underWay(keys) {
      return (await memory.question(keys)) !== undefined;
    },

    async forget(platform, actor) {
      // What was asked a moment ago is still on its way to the store.
      await memory.settled();
      memory.forget(actor);
      return store.forget(platform, actor);
    },

    settled: () => memory.settled(),

    close() {
      const unwritten = memory.close();
      if (unwritten > 0)
        log.warn({ unwritten }, 'Some questions were not stored before the stop; they cannot be followed up.');
    },
  };
}

async function timelineInConversation(
  context: ConversationContext,
  { platform, actor, channel, keys, words, language, zone = context.zone }: TimelineInput,
): Promise<(Drawn & { readonly saved: Promise<void> }) | Unread | Hint> {
  const refusal = context.refusal({ platform, actor, channel }, words.text ?? '', language);
  if (refusal !== undefined) return refusal;
  try {
    const clock = { ...context.now(), zone };
    const read = await inTurn(() => drawUp(context.desk(), words, { clock, language }));
    if (read.kind === 'unread') return read;
    const { answer } = read;
    const writes = [context.saveAsk(actor, answer, zone), ...keys.map((key) => context.remember(key, actor, answer))];
    return { ...read, saved: Promise.all(writes).then(() => {}) };
  } catch (error) {
    context.log.error({ err: error }, 'The desk failed on a timeline.');
    return failedHint(language);
  }
}
