import type { Config } from '../../src/config.ts';
import { createDesk, wordsOf } from '../../src/desk.ts';
import { openKnowledge } from '../../src/knowledge/open.ts';
import { createTerminalAdapter } from './index.ts';

/** The terminal chat on this process's own input and output, until the input ends. */
export async function runTerminal(config: Config): Promise<void> {
  const knowledge = await openKnowledge(config.knowledgeDir);
  const desk = createDesk(knowledge, { words: wordsOf(knowledge) });
  const terminal = createTerminalAdapter({
    desk: () => desk,
    clock: () => ({ now: Temporal.Now.instant(), zone: config.zone }),
    fallbackLanguage: config.language,
    input: process.stdin,
    output: process.stdout,
    env: config.environment,
  });
  await terminal.start();
}
