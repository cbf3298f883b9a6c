import type { Config } from '../../src/config.ts';
import { createDesk } from '../../src/desk.ts';
import { watchKnowledge } from '../../src/knowledge/index.ts';
import { openDesk } from '../../src/open-desk.ts';
import { historyFile, openHistory } from './history.ts';
import { createTerminalAdapter, isInteractive, type TerminalAdapterConfig } from './index.ts';
import { WORDS } from './words.ts';

/** Faults of edited records that are shown; the checker shows all. */
const MOST_FAULTS = 3;

/**
 * The terminal chat on the ends given, by default this process's own input and output, until the input ends. While a person types, edited records are taken up as
 * the service does, and faulty ones told of.
 */
export async function runTerminal(
  config: Pick<Config, 'knowledgeDir' | 'zone' | 'language' | 'environment'>,
  ends: Pick<TerminalAdapterConfig, 'input' | 'output'> = { input: process.stdin, output: process.stdout },
): Promise<void> {
  const interactive = isInteractive(ends);
  const file = historyFile(config.environment);
  let desk = openDesk(config.knowledgeDir);
  const terminal = createTerminalAdapter({
    ...ends,
    desk: () => desk,
    clock: () => ({ now: Temporal.Now.instant(), zone: config.zone }),
    fallbackLanguage: config.language,
    env: config.environment,
    history: interactive && file !== undefined ? openHistory(file) : undefined,
  });
  const watch = interactive
    ? watchKnowledge(config.knowledgeDir, {
        version: desk.knowledge().version,
        onSwap(knowledge) {
          desk = createDesk(knowledge);
          terminal.notice((language) => WORDS[language].renewed);
        },
        onFault({ message, issues }) {
          const faults = issues.length === 0 ? [message] : issues.slice(0, MOST_FAULTS);
          terminal.notice((language) => [WORDS[language].unusable, ...faults].join('\n'));
        },
      })
    : undefined;
  await terminal.start();
  watch?.stop();
}
