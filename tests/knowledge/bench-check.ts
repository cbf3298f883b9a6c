import { performance } from 'node:perf_hooks';
import { inspectKnowledge } from '../../src/knowledge/inspect.ts';
import { smallKnowledge, theRecord, withFiles, writeFolder } from './small-knowledge.ts';

/**
 * Times the checker on the present records and on generated ones: `node tests/knowledge/bench-check.ts [COUNT]`, 10,000 by
 * default. Prints one JSON object.
 */
const count = Number(process.argv[2] ?? 10_000);
const outcome = (smallKnowledge[theRecord] ?? '').match(/ {2}- act:[\s\S]*?(?=sources: \[mod)/)?.[0] ?? '';
const generated: Record<string, string> = {};
for (let number = 0; number < count; number++) {
  const date = new Date(Date.UTC(2025, 2, 30) - (number % 60) * 86_400_000).toISOString().slice(0, 10);
  const id = `${date}-defense-ministerial-${number}`;
  generated[`consultations/2025/${id}.yaml`] = (smallKnowledge[theRecord] ?? '')
    .replace('id: 2025-03-30-defense-ministerial', `id: ${id}`)
    .replace('date: 2025-03-30', `date: ${date}`)
    .replace(outcome, outcome.repeat(4));
}
const { folder, remove } = writeFolder(withFiles(generated));
const timed = (path: string): { consultations: number; faults: number; ms: number } => {
  const start = performance.now();
  const { counts, faults } = inspectKnowledge(path);
  return { consultations: counts.consultations, faults: faults.length, ms: Math.round(performance.now() - start) };
};
const present = timed('knowledge');
const large = timed(folder);
remove();
console.log(JSON.stringify({ present, generated: large, heap_mb: Math.round(process.memoryUsage().heapUsed / 1e6) }));
