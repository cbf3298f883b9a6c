import { createDesk, type Desk } from './desk.ts';
import { loadKnowledge } from './knowledge/load.ts';

/** The desk over the knowledge in `folder`. Throws as `loadKnowledge` does. */
export const openDesk = (folder: string): Desk => createDesk(loadKnowledge(folder));
