import { access, constants } from 'node:fs/promises';
import type { KnowledgeBase } from '../../src/knowledge/knowledge-base.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

/** The oldest Node that runs this: native TypeScript, `Temporal` and `node:sqlite`. */
const LEAST_NODE = 26;

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
    const detail = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return fail('knowledge', detail, 'run npm run knowledge:check: it names file, line and mend');
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
