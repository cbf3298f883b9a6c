import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { command, optionsOf } from '../src/command-line/command.ts';

await optionsOf(
  command(
    'test',
    `Runs types, lint, the records, then every test. All four always run, so that one look shows every fault; the closing line counts
tests, each of the other three counting as one. One file of tests: npm exec -- vitest run PATH`,
  ),
);

const folder = mkdtempSync(join(tmpdir(), 'kyogi-test-'));
const reportFile = join(folder, 'report.json');
const VitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  success: z.boolean(),
});

const counts = { passed: 0, failed: 0, skipped: 0 };

for (const [title, program, args] of [
  ['types', 'tsc', ['--noEmit']],
  ['lint', 'biome', ['check', '.']],
  ['unused code', 'knip', ['--no-progress']],
  ['records', 'node', ['tools/knowledge/check.ts']],
] as const) {
  if (ran(title, program, [...args])) counts.passed += 1;
  else counts.failed += 1;
}

const ok = ran('tests', 'vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]);
const report = readReport();
counts.passed += report?.numPassedTests ?? 0;
counts.failed += report?.numFailedTests ?? 0;
counts.skipped += report?.numPendingTests ?? 0;
// A file that does not even load fails the run without a failed test of its own.
if (!ok && (report?.numFailedTests ?? 0) === 0) counts.failed += 1;
rmSync(folder, { recursive: true, force: true });

process.stdout.write(
  `\n${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}\n`,
);
process.exitCode = counts.failed === 0 ? 0 : 1;

function ran(title: string, program: string, args: string[]): boolean {
  process.stdout.write(`\n── ${title} ──\n`);
  const { status, error } = spawnSync(program, args, { stdio: 'inherit' });
  if (error !== undefined) process.stdout.write(`${program} could not be started: ${error.message}\n`);
  return status === 0;
}

function readReport() {
  try {
    return VitestReport.parse(JSON.parse(readFileSync(reportFile, 'utf8')));
  } catch (error) {
    process.stdout.write(`no test report: ${String(error)}\n`);
    return undefined;
  }
}
