import { stepsInTurn } from '../../src/conversation/index.ts';
import { createDesk, type Desk } from '../../src/desk.ts';
import { watchKnowledge } from '../../src/knowledge/index.ts';
import type { Log } from '../../src/log.ts';
import { openDesk } from '../../src/open-desk.ts';
import type { Metrics } from './metrics.ts';

export type KnowledgeInService = {
  /** The desk over the knowledge in service: ask for it at each question, never keep it. */
  readonly desk: () => Desk;
  stop(): void;
};

/**
 * Loads the knowledge and keeps it current: a good edit is swapped in whole, a bad one is logged with file and line while the
 * old knowledge stays in service.
 * @throws KyogiError `knowledge` when the folder does not load at start.
 */
export async function serveKnowledge(
  dir: string,
  log: Log,
  metrics: Metrics,
  now: () => number,
): Promise<KnowledgeInService> {
  let desk = openDesk(dir);
  const announce = (sentence: string) => {
    const { version, coverage } = desk.knowledge();
    metrics.onKnowledge(version, coverage.consultations, now());
    log.info({ knowledge: version, ...coverage }, sentence);
    // What the first questions would wait for is made beforehand, between other work.
    const steps = desk.warm?.();
    if (steps !== undefined)
      stepsInTurn(steps).catch((error) => log.error({ err: error }, 'The desk failed before its first question.'));
  };
  announce('Knowledge in service.');

  const watch = watchKnowledge(dir, {
    onSwap(knowledge) {
      desk = createDesk(knowledge);
      announce('Knowledge renewed.');
    },
    onFault(fault) {
      metrics.onKnowledgeFault();
      const old = desk.knowledge().version;
      log.error(
        { knowledge: old, issues: fault.issues },
        `The edited knowledge is not usable; version ${old} stays in service.`,
      );
    },
  });
  return { desk: () => desk, stop: () => watch.stop() };
}
