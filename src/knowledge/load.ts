import { KyogiError } from '../errors.ts';
import { describeFault } from './fault.ts';
import { inspectFiles } from './inspect.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import { type KnowledgeFile, readKnowledgeFiles } from './read-files.ts';

/**
 * The knowledge in `folder`, validated and cross-checked: every id resolves. Synchronous, about a tenth of a second for the
 * present records. Throws a `knowledge` fault whose `issues` list every error with file, line, column and fix.
 */
export function loadKnowledge(folder: string): KnowledgeBase {
  return loadFiles(folder, readKnowledgeFiles(folder));
}

/** The same for files already read from `folder`. */
export function loadFiles(folder: string, files: readonly KnowledgeFile[]): KnowledgeBase {
  const { knowledge, faults } = inspectFiles(files);
  if (knowledge !== null) return knowledge;
  const errors = faults.filter(({ severity }) => severity === 'error');
  throw new KyogiError(
    'knowledge',
    `The records in ${folder} have ${errors.length} ${errors.length === 1 ? 'fault' : 'faults'}: fix them, or run npm run knowledge:check to see them all.`,
    { issues: errors.map(describeFault) },
  );
}
