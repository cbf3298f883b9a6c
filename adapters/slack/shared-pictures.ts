import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Timeline } from '../../src/answer/index.ts';
import type { Pace } from './channel-queue.ts';

/** How long an uploaded picture is used again, and how many are known. */
const KEPT_MS = 15 * 60_000;
const MOST = 500;

/**
 * Uploads a picture once for all messages of a workspace that show it: on a morning many digests do, a digest put off needs it again, and
 * uploads have a limit of their own. A message may show any file that we have access to.
 */
export function createSharedPictures(pace: Pace) {
  const known = new LRUCache<string, { readonly at: number; readonly file: Promise<string | undefined> }>({
    max: MOST,
  });

  return (
    workspace: string,
    timeline: Timeline,
    upload: () => Promise<string | undefined>,
  ): Promise<string | undefined> => {
    const key = createHash('sha256')
      .update(`${workspace} ${JSON.stringify(timeline)}`)
      .digest('base64url');
    const found = known.get(key);
    if (found !== undefined && pace.now() - found.at < KEPT_MS) return found.file;
    const file = upload();
    known.set(key, { at: pace.now(), file });
    // One that failed is tried again by the next digest.
    file.then((id) => {
      if (id === undefined) known.delete(key);
    });
    return file;
  };
}

export type SharedPictures = ReturnType<typeof createSharedPictures>;
