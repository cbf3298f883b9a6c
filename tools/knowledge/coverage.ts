import { command, run } from '../../src/command-line/command.ts';
import { jsonOption } from '../../src/command-line/options.ts';
import { table } from '../../src/command-line/table.ts';
import { loadKnowledge, measureCoverage, type Tally } from '../../src/knowledge/index.ts';
import { folderOf } from './folder.ts';

const coverage = command(
  'knowledge:coverage',
  `Prints what is on record by year and framework: consultations, outcomes, how many rest on an official page or on news alone,
how many outcomes rest on poor pages alone, the first and last date, the gaps, and through which day sources were read.`,
)
  .argument('[folder]', 'the records (default: KNOWLEDGE_DIR, else knowledge)')
  .addOption(jsonOption('print one JSON object'))
  .action(async (named, { json }) => {
    const measured = measureCoverage(loadKnowledge(await folderOf(named)));
    if (json) {
      console.log(
        JSON.stringify(measured, (_, value) => (value instanceof Map ? Object.fromEntries(value) : value), 2),
      );
      return;
    }
    const { years, total, frameworks, emptyMonths, withoutOutcomes, readThrough } = measured;
    process.stdout.write(printed([...[...years].map(([year, tally]) => row(year, tally)), row('all', total)]));
    console.log('\nBy framework');
    process.stdout.write(printed([...frameworks].map(([id, found]) => (found ? row(id, found.total) : [id, '0']))));
    console.log(`\nMonths without a record: ${emptyMonths.join(', ') || 'none'}`);
    console.log(`Records without an outcome: ${withoutOutcomes.join(', ') || 'none'}`);
    for (const { names, through, inPart } of readThrough) {
      const days = [through && `through ${through}`, inPart && `in part to ${inPart}`].filter(Boolean);
      console.log(`Read ${days.join(', ')}: ${names.en}`);
    }
  });

await run(coverage);

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

function printed(rows: readonly (readonly string[])[]): string {
  const head = ['', 'records', 'outcomes', 'official', 'reprint', 'news only', 'poor', 'from', 'to'];
  return table([head, ...rows], new Set(head.keys().drop(1)));
}
