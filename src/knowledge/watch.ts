import { type FSWatcher, statSync, watch } from 'node:fs';
import { KyogiError } from '../errors.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import { loadKnowledge } from './load.ts';
import { readKnowledgeFiles, signatureOf, versionOf } from './read-files.ts';

export type WatchOptions = {
  /** The folder changed and is sound: take this knowledge in place of the old, in one step. */
  readonly onSwap: (knowledge: KnowledgeBase) => void;
  /**
   * The folder changed and is not usable; the old knowledge stays in service. `issues` name file, line and fix. Told once for each faulty state of the folder.
   */
  readonly onFault: (fault: KyogiError) => void;
  /** How long the folder must be quiet before it is read, in milliseconds. Default 300: editors and `git` write in bursts. */
  readonly quietMs?: number | undefined;
  /**
   * How often the folder is looked at besides, in milliseconds. Default 5,000. The system tells nothing of a folder that was deleted
   * and made anew, of one moved into its place, or of changes made on another machine.
   */
  readonly pollMs?: number | undefined;
  /** The version in service; default: that of the folder as it stands now. */
  readonly version?: string | undefined;
};

export type KnowledgeWatch = { stop(): void };

/**
 * Watches `folder` and calls back after each change of its records; a touch that changes no text calls nothing. Never throws:
 * what goes wrong is told to `onFault`. Does not keep the process alive.
 */
export function watchKnowledge(folder: string, options: WatchOptions): KnowledgeWatch {
  const quietMs = options.quietMs ?? 300;
  let timer: NodeJS.Timeout | undefined;
  let watcher: FSWatcher | undefined;
  let watched: number | undefined;
  let seen = options.version ?? currentVersion(folder);
  let signature = signatureOf(folder);

  const look = (): void => {
    const version = currentVersion(folder);
    if (version === seen) return;
    seen = version;
    try {
      options.onSwap(loadKnowledge(folder));
    } catch (error) {
      options.onFault(error instanceof KyogiError ? error : unusable(folder, error));
    }
  };
  const lookSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(look, quietMs);
    timer.unref();
  };
  /** A watch holds on to the folder it was put on, wherever that goes: another one in its place needs a new watch. */
  const listen = (): void => {
    watcher?.close();
    watcher = undefined;
    watched = identityOf(folder);
    if (watched === undefined) return;
    try {
      watcher = watch(folder, { recursive: true, persistent: false }, lookSoon);
      watcher.on('error', () => {
        // Looked at every few seconds all the same.
        watcher?.close();
      });
    } catch {
      watched = undefined;
    }
  };
  listen();
  const poll = setInterval(() => {
    if (identityOf(folder) !== watched) listen();
    const now = signatureOf(folder);
    if (now === signature) return;
    signature = now;
    lookSoon();
  }, options.pollMs ?? 5_000);
  poll.unref();
  if (options.version !== undefined) lookSoon();
  return {
    stop() {
      clearTimeout(timer);
      clearInterval(poll);
      watcher?.close();
    },
  };
}

function identityOf(folder: string): number | undefined {
  return statSync(folder, { throwIfNoEntry: false })?.ino;
}

/** `null` while the folder cannot be read, which is a state like any other: it is reported when it is entered. */
function currentVersion(folder: string): string | null {
  try {
    return versionOf(readKnowledgeFiles(folder));
  } catch (error) {
    if (error instanceof KyogiError) return null;
    throw error;
  }
}

function unusable(folder: string, cause: unknown): KyogiError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new KyogiError('knowledge', `The knowledge folder ${folder} cannot be used: ${reason}.`, { cause });
}
