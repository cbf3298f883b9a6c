import { defineConfig } from 'vitest/config';

/** Tests that start the program, or watch its modules being loaded: one at a time, after all others, so that nothing starves them. */
const programs = ['tests/patterns/patterns.test.ts', 'tests/service/main.test.ts', 'tests/service/run.test.ts'];

/** Processes that are killed, starved or cut off, and database servers: `npm run test:processes`. */
const processes = [
  'tests/digest/kill.test.ts',
  'tests/digest/processes.test.ts',
  'tests/faults/faults.test.ts',
  'tests/store/postgres.test.ts',
  'tests/store/pgbouncer.test.ts',
];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    setupFiles: ['tests/setup.ts'],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'adapters/**/*.ts', 'tools/**/*.ts'],
      reporter: ['text-summary', 'text'],
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'units',
          include: ['tests/**/*.test.ts'],
          exclude: [...programs, ...processes],
          // The record is read and indexed once for a worker, not once for a file, which takes two thirds off the time.
          isolate: false,
          // Vitest would leave one of two cores to itself; much of a test's time is waiting, so both go to the tests.
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
        },
      },
      { extends: true, test: { name: 'programs', include: programs, maxWorkers: 1, sequence: { groupOrder: 1 } } },
      { extends: true, test: { name: 'processes', include: processes, maxWorkers: 1, sequence: { groupOrder: 1 } } },
    ],
  },
});
