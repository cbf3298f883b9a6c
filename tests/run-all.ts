import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const VitestReport = z.object({ numPassedTests: z.int(), numFailedTests: z.int(), numPendingTests: z.int() });

/**
 * Runs each check (title, program, arguments), then the tests of these projects of `vitest.config.ts`, and prints a line with how many
 * passed and failed. Resolves with the exit code.
 */
export function runAll(
  checks: readonly (readonly [title: string, program: string, args: readonly string[]])[],
  projects: readonly string[],
): 0 | 1 {
  const folder = mkdtempSync(join(tmpdir(), 'kyogi-test-'));
  const reportFile = join(folder, 'report.json');
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const check of checks) {
    if (ran(...check)) counts.passed += 1;
    else counts.failed += 1;
  }
  const ok = ran('tests', 'vitest', [
    'run',
    ...projects.flatMap((name) => ['--project', name]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
  ]);
  const report = readReport(reportFile);
  counts.passed += report?.numPassedTests ?? 0;
  counts.failed += report?.numFailedTests ?? 0;
  counts.skipped += report?.numPendingTests ?? 0;
  // A file that does not even load fails the run without a failed test of its own.
  if (!ok && (report?.numFailedTests ?? 0) === 0) counts.failed += 1;
  rmSync(folder, { recursive: true, force: true });

  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed${skipped}\n`);
  return counts.failed === 0 ? 0 : 1;
}

function ran(title: string, program: string, args: readonly string[]): boolean {
  process.stdout.write(`\n── ${title} ──\n`);
  const { status, error } = spawnSync(program, args, { stdio: 'inherit' });
  if (error !== undefined) process.stdout.write(`${program} could not be started: ${error.message}\n`);
  return status === 0;
}

function readReport(file: string) {
  try {
    return VitestReport.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    process.stdout.write(`no test report: ${String(error)}\n`);
    return undefined;
  }
}
