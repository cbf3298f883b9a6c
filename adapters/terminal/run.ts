import type { Config } from '../../src/config.ts';
import { openDesk } from '../../src/open-desk.ts';
import { createTerminalAdapter } from './index.ts';

/** The terminal chat on this process's own input and output, until the input ends. */
export async function runTerminal(config: Config): Promise<void> {
  const desk = openDesk(config.knowledgeDir);
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
