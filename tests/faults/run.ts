import { parseArgs } from 'node:util';
import { clockAhead, clockBehind } from './cases/clock.ts';
import { databaseGone, databaseSilent } from './cases/database.ts';
import { diskFull } from './cases/disk.ts';
import { gatewayOutages } from './cases/gateway.ts';
import { kills, killsWithoutHistory } from './cases/kills.ts';
import { knowledgeLost } from './cases/knowledge.ts';
import { soak } from './cases/soak.ts';
import { platformLimits, platformLongStorm, platformStorm, platformTwoMinutes } from './cases/storm.ts';
import type { FaultCase } from './report.ts';

/**
 * The fault run: `npm exec -- node tests/faults/run.ts [case …] [--json]`. Each case starts the real program with both platforms on
 * local servers, brings a fault about under a trickle of questions and due digests, and prints what people saw. Exit 1 when
 * anything was lost or doubled.
 */
const cases: readonly FaultCase[] = [
  databaseGone,
  databaseSilent,
  diskFull,
  knowledgeLost,
  gatewayOutages,
  platformStorm,
  platformTwoMinutes,
  platformLimits,
  platformLongStorm,
  clockAhead,
  clockBehind,
  kills,
  killsWithoutHistory,
  soak,
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, list: { type: 'boolean', default: false } },
});
if (values.list) {
  process.stdout.write(`${cases.map(({ name }) => name).join('\n')}\n`);
  process.exit(0);
}
const unknown = positionals.filter((name) => !cases.some((each) => each.name === name));
if (unknown.length > 0) {
  process.stderr.write(`No such case: ${unknown.join(', ')}. There are ${cases.map(({ name }) => name).join(', ')}.\n`);
  process.exit(2);
}

let failed = 0;
for (const { name, run } of cases) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const outcome = await run();
  if (outcome.wrong.length > 0) failed += 1;
  if (values.json) process.stdout.write(`${JSON.stringify({ name, ...outcome })}\n`);
  else {
    process.stdout.write(`\n── ${name}: ${outcome.fault} ──\n`);
    for (const part of ['questions', 'digests', 'seen'] as const) {
      for (const [key, value] of Object.entries(outcome[part])) {
        process.stdout.write(`  ${part === 'digests' ? 'digests ' : ''}${key}: ${show(value)}\n`);
      }
    }
    process.stdout.write(outcome.wrong.length === 0 ? '  nothing lost\n' : `  WRONG: ${outcome.wrong.join('; ')}\n`);
  }
}
process.exitCode = failed === 0 ? 0 : 1;

function show(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
