/** What the core offers of `src/store` to adapters and tools; inside the core, modules are imported by name. */
export { realFile, sqlitePath } from './address.ts';
export { backupStore, newestBackup, restoreStore } from './backup.ts';
export { openStore } from './open.ts';
export { lostLog } from './sqlite/file-guard.ts';
export { isLocked } from './sqlite/process-lock.ts';
export type { ChannelSettings, Feedback, Store, ToldFeedback } from './store.ts';
export { watched } from './watched.ts';
