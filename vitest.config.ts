import { defineConfig } from 'vitest/config';

/** Tests that start processes of their own and watch them: one at a time, after all others, so that nothing starves them. */
const processes = [
  'tests/service/main.test.ts',
  'tests/service/run.test.ts',
  'tests/digest/kill.test.ts',
  'tests/digest/processes.test.ts',
  'tests/faults/faults.test.ts',
  'tests/store/postgres.test.ts',
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
        test: { name: 'units', include: ['tests/**/*.test.ts'], exclude: processes, sequence: { groupOrder: 0 } },
      },
      { extends: true, test: { name: 'processes', include: processes, maxWorkers: 1, sequence: { groupOrder: 1 } } },
    ],
  },
});
