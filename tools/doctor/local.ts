import { access, constants } from 'node:fs/promises';
import { KyogiError } from '../../src/errors.ts';
import type { KnowledgeBase } from '../../src/knowledge/index.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

/** The oldest Node that runs this: native TypeScript, `Temporal` and `node:sqlite`. */
const LEAST_NODE = 26;
/** Faults of the records that are shown; the checker shows all. */
const MOST_ISSUES = 3;

/** `version` as `process.versions.node` gives it. */
export function checkNode(version: string): Finding {
  return Number.parseInt(version, 10) >= LEAST_NODE
    ? ok('node', version)
    : fail(
        'node',
        `${version} is too old`,
        `run through npm scripts, which use the pinned Node ${LEAST_NODE}, or install Node ${LEAST_NODE}`,
      );
}

/** A record that loads; `load` throws the loader's own fault otherwise. */
export function checkKnowledge(load: () => KnowledgeBase): Finding {
  try {
    const { version, coverage } = load();
    return ok(
      'knowledge',
      `${coverage.consultations} consultations, ${coverage.from} to ${coverage.to}, version ${version}`,
    );
  } catch (error) {
    const issues = error instanceof KyogiError ? error.issues : [];
    const detail = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    if (issues.length === 0)
      return fail('knowledge', detail, 'set KNOWLEDGE_DIR, or put the records back; see knowledge/README.md');
    const shown = issues.slice(0, MOST_ISSUES).map((issue) => `\n        ${issue.split('\n')[0]}`);
    const rest = issues.length - shown.length;
    return fail(
      'knowledge',
      `${issues.length} fault${issues.length === 1 ? '' : 's'} in the records${shown.join('')}${rest > 0 ? `\n        and ${rest} more` : ''}`,
      'fix the lines named, or run npm run knowledge:check for all of them',
    );
  }
}

/** The picture's fonts come with the install. */
export async function checkFonts(files: readonly string[]): Promise<Finding> {
  for (const file of files) {
    try {
      await access(file, constants.R_OK);
    } catch {
      return fail('fonts', `${file} cannot be read`, 'run npm ci again');
    }
  }
  return ok('fonts', `${files.length} files`);
}

/** Settings that nothing reads are most likely misspelt. */
export function checkUnknown(names: readonly string[]): Finding[] {
  return names.map((name) => warn('configuration', `${name} is not a setting`, 'see .env.example for the names'));
}
