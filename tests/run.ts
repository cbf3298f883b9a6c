import { command, optionsOf } from '../src/command-line/command.ts';
import { runAll } from './run-all.ts';

await optionsOf(
  command(
    'test',
    `Runs types, lint, unused code, the records, then the tests. All five always run, so that one look shows every fault; the closing line counts
tests, each of the other four counting as one. One file of tests: npm exec -- vitest run PATH`,
  ),
);

process.exitCode = runAll(
  [
    ['types', 'tsc', ['--noEmit']],
    ['lint', 'biome', ['check', '.']],
    ['unused code', 'knip', ['--no-progress']],
    ['records', 'node', ['tools/knowledge/check.ts']],
  ],
  ['units', 'programs'],
);
