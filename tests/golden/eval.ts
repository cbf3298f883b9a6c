/** `npm run eval`: asks every golden question and prints a table per kind, then each failure. Exit 1 below the bar. */
import { join } from 'node:path';
import { createDesk } from '../../src/desk.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { BAR } from './bar.ts';
import { loadCases } from './cases.ts';
import { judge } from './judge.ts';

const desk = createDesk(loadKnowledge(join(import.meta.dirname, '../../knowledge')));
const results = loadCases(import.meta.dirname).map((golden) => ({ golden, wrong: judge(desk, golden) }));

const kinds = [...new Set(results.map(({ golden }) => golden.kind))].sort();
const row = (kind: string, rows: typeof results) => {
  const right = rows.filter(({ wrong }) => wrong.length === 0).length;
  return `${kind.padEnd(14)} ${String(right).padStart(4)} / ${String(rows.length).padStart(4)}  ${((100 * right) / rows.length).toFixed(1).padStart(5)} %`;
};
process.stdout.write(
  `${kinds
    .map((kind) =>
      row(
        kind,
        results.filter(({ golden }) => golden.kind === kind),
      ),
    )
    .join('\n')}\n${row('all', results)}\n`,
);
for (const { golden, wrong } of results.filter((each) => each.wrong.length > 0)) {
  process.stdout.write(
    `\n${golden.file} · ${[golden.ask].flat().join(' ⏎ ')}\n${wrong.map((each) => `  ${each}`).join('\n')}\n`,
  );
}
const share = results.filter(({ wrong }) => wrong.length === 0).length / results.length;
process.exitCode = share >= BAR ? 0 : 1;
