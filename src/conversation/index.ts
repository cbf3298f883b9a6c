/** What the core offers of `src/conversation` to adapters and tools; inside the core, modules are imported by name. */
export { askMemoised } from './answer-memo.ts';
export {
  type AskResult,
  type Conversations,
  type Hint,
  MOST_CHARACTERS,
  type Press,
} from './contract.ts';
export { createConversations } from './conversation.ts';
export { createEffects, type Effects } from './effects.ts';
export { stepsInTurn } from './in-turn.ts';
export { createOnce, type Once } from './once.ts';
export { phrases } from './phrases.ts';
export { createThrottle, type Verdict } from './throttle.ts';
export { clockOn } from './timeline.ts';
