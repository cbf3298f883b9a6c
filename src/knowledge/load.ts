import { KyogiError } from '../errors.ts';
import { describeFault } from './fault.ts';
import { inspectFiles } from './inspect.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import { readKnowledgeFiles } from './read-files.ts';

/**
 * The knowledge in `folder`, validated and cross-checked: every id resolves. Synchronous, a fifth of a second for the
 * present records. Throws a `knowledge` fault whose `issues` list every error with file, line, column and fix.
 */
export function loadKnowledge(folder: string): KnowledgeBase {
  const { knowledge, faults } = inspectFiles(readKnowledgeFiles(folder), { notes: false });
  if (knowledge !== null) return knowledge;
  const issues = faults.filter(({ severity }) => severity === 'error').map(describeFault);
  const shown = issues.slice(0, MOST_SHOWN).map((issue) => `\n  ${folder}/${issue}`);
  const rest = issues.length - shown.length;
  throw new KyogiError(
    'knowledge',
    `The records in ${folder} have ${issues.length} ${issues.length === 1 ? 'fault' : 'faults'}:${shown.join('')}${
      rest > 0 ? `\n  and ${rest} more: npm run knowledge:check shows them all` : ''
    }`,
    { issues },
  );
}

/** Faults told at once where a program cannot start for them. */
const MOST_SHOWN = 10;
