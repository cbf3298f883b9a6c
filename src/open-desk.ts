import { createDesk, type Desk } from './desk.ts';
import type { KnowledgeBase } from './knowledge/knowledge-base.ts';
import { openKnowledge } from './knowledge/open.ts';
import { codeVersion, SNAPSHOTS, snapshotAt } from './snapshots.ts';

/** The desk over the knowledge in `folder`, with what was worked out at an earlier start. Throws as `loadKnowledge` does. */
export async function openDesk(folder: string): Promise<Desk> {
  return deskOver(await openKnowledge(folder));
}

/** A desk that keeps the words of the record for the next start. They change with the records and with how text is divided. */
export function deskOver(knowledge: KnowledgeBase): Desk {
  const words = snapshotAt(SNAPSHOTS, 'words', `${knowledge.version}-${codeVersion('text', 'search')}`);
  return createDesk(knowledge, { words });
}
