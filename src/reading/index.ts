/** What the core offers of `src/reading` to adapters and tools; inside the core, modules are imported by name. */
export type { Carry } from './follow-up/carry.ts';
export { AsksOfTalk, type Query } from './query.ts';
