import { parseArgs } from 'node:util';
import { measureCoverage, type Tally } from '../../src/knowledge/coverage.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { folderFrom, runTool } from './tool.ts';

const usage = `npm run knowledge:coverage -- [--json] [FOLDER]

Prints what is on record by year and framework: consultations, outcomes, how many rest on an official page or on news alone, how many outcomes on poor pages alone,
the date span, the gaps, and through which day sources were read.`;

/** Prints the coverage as a table, or as one JSON object. */
await runTool(usage, async (args) => {
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean' } } });
  const coverage = measureCoverage(loadKnowledge(await folderFrom(positionals)));
  if (values.json === true) {
    console.log(JSON.stringify(coverage, (_, value) => (value instanceof Map ? Object.fromEntries(value) : value), 2));
    return 0;
  }
  const head = ['', 'records', 'outcomes', 'official', 'reprint', 'news only', 'poor', 'from', 'to'];
  const rows = [head, ...[...coverage.years].map(([year, tally]) => row(year, tally)), row('all', coverage.total)];
  printTable(rows);
  console.log('\nBy framework');
  printTable([head, ...[...coverage.frameworks].map(([id, found]) => (found ? row(id, found.total) : [id, '0']))]);
  console.log(`\nMonths without a record: ${coverage.emptyMonths.join(', ') || 'none'}`);
  console.log(`Records without an outcome: ${coverage.withoutOutcomes.join(', ') || 'none'}`);
  for (const { names, through, inPart } of coverage.readThrough) {
    const days = [through && `through ${through}`, inPart && `in part to ${inPart}`].filter(Boolean);
    console.log(`Read ${days.join(', ')}: ${names.en}`);
  }
  return 0;
});

function row(name: string, { consultations, outcomes, official, reprint, newsOnly, poor, from, to }: Tally): string[] {
  const share = Math.round((100 * official) / consultations);
  return [
    name,
    String(consultations),
    String(outcomes),
    `${official} (${share}%)`,
    String(reprint),
    String(newsOnly),
    String(poor),
    from,
    to,
  ];
}

function printTable(rows: readonly string[][]): void {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((cells) => (cells[column] ?? '').length))) ?? [];
  for (const cells of rows) {
    const line = cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)));
    console.log(line.join('  ').trimEnd());
  }
}
