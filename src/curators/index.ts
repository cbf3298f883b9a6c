/** What the core offers of `src/curators` to adapters and tools; inside the core, modules are imported by name. */
export type { CuratorChannel } from './channel.ts';
export { type CuratorNote, reportNote, reportNumber } from './note.ts';
export { type CuratorRunner, type CuratorRunnerOptions, createCuratorRunner } from './runner.ts';
export type { CuratorSender } from './sender.ts';
