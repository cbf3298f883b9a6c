import { type BigIntStats, copyFileSync, existsSync, renameSync, statSync, truncateSync } from 'node:fs';
import { KyogiError } from '../../errors.ts';

/** Knows whether a SQLite file is still the one that was opened. */
export type FileGuard = {
  /**
   * Called before every statement.
   * @throws KyogiError `store` when the file was deleted, replaced or written over, from then on.
   */
  check(): void;
  /** Runs a checkpoint: the one thing of ours that changes the file itself. */
  checkpoint(work: () => void): void;
};

/** What becomes of the files of a database that was lost; the doctor knows by it, and the next start clears it away. */
export const lostLog = (path: string): string => `${path}.lost-wal`;

/**
 * Watches over the files of a database in WAL mode whose automatic checkpoints are off. New pages then go to the log beside it, and
 * the file itself changes only at our own checkpoints: any other change is somebody else's. SQLite itself would notice none
 * of it: it goes on with pages it remembers, and its next checkpoint would mix them into whatever lies there now.
 */
export function guardFiles(path: string, lock: string | undefined, onLost: (fault: KyogiError) => void): FileGuard {
  let known = look(path);
  const lockKnown = lock === undefined ? undefined : look(lock);
  let lost: KyogiError | undefined;

  function lose(what: string, inPlace: boolean): KyogiError {
    const fault = new KyogiError(
      'store',
      `The database file ${path} was ${what} while the bot was running: answers go on without memory, and digests wait. Stop the bot, restore a backup (npm run doctor names the newest; npm run restore -- --from FILE), and start it again.`,
    );
    lost = fault;
    setAside(path, inPlace);
    onLost(fault);
    return fault;
  }

  return {
    check() {
      if (lost !== undefined) throw lost;
      const now = look(path);
      if (now === undefined) throw lose('deleted', false);
      if (!same(known, now)) throw lose('replaced by another', false);
      if (known?.mtimeNs !== now.mtimeNs || known.size !== now.size) throw lose('written over', true);
      if (lockKnown !== undefined && lock !== undefined && !same(lockKnown, look(lock))) {
        throw lose(`left without its lock (${lock})`, false);
      }
    },
    checkpoint(work) {
      this.check();
      work();
      known = look(path);
    },
  };
}

function look(path: string): BigIntStats | undefined {
  return statSync(path, { bigint: true, throwIfNoEntry: false });
}

function same(a: BigIntStats | undefined, b: BigIntStats | undefined): boolean {
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino;
}

/** Takes the log of the lost database away from its place, or SQLite would read it into whatever is opened there next. */
function setAside(path: string, inPlace: boolean): void {
  try {
    const log = `${path}-wal`;
    if (existsSync(log)) {
      if (inPlace) {
        // Our connection would bring the log into the new file as it closes; a log without content it cannot.
        copyFileSync(log, lostLog(path));
        truncateSync(log, 0);
      } else {
        renameSync(log, lostLog(path));
      }
    }
    if (existsSync(`${path}-shm`)) renameSync(`${path}-shm`, `${path}.lost-shm`);
  } catch {
    // A folder that is gone, or may not be written to: there is nothing to keep apart.
  }
}
