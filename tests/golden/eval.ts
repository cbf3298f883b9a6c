import { join } from 'node:path';
import { command, optionsOf } from '../../src/command-line/command.ts';
import { createDesk } from '../../src/desk.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { BAR } from './bar.ts';
import { kindsIn, loadCases, shown } from './cases.ts';
import { judge } from './judge.ts';

await optionsOf(
  command(
    'eval',
    'Asks every golden question and prints the share answered right by kind and language, then each failure. Exit status 1 below the bar.',
  ),
);

const desk = createDesk(loadKnowledge(join(import.meta.dirname, '../../knowledge')));
const results = loadCases(import.meta.dirname).map((golden) => ({ golden, wrong: judge(desk, golden) }));
type Results = typeof results;

const percent = (right: number, all: number) => (all === 0 ? '' : `${((100 * right) / all).toFixed(1)} %`);
const isRight = ({ wrong }: Results[number]) => wrong.length === 0;

function cell(rows: Results): string {
  const right = rows.filter(isRight).length;
  return `${right} / ${rows.length}`.padStart(12) + percent(right, rows.length).padStart(9);
}

function row(name: string, rows: Results): string {
  const inLanguage = (language: 'en' | 'ja') => rows.filter(({ golden }) => golden.language === language);
  return `${name.padEnd(14)}${cell(inLanguage('en'))}${cell(inLanguage('ja'))}${cell(rows)}\n`;
}

let out = `${' '.repeat(14)}${'English'.padStart(21)}${'Japanese'.padStart(21)}${'both'.padStart(21)}\n`;
for (const kind of kindsIn(import.meta.dirname))
  out += row(
    kind,
    results.filter(({ golden }) => golden.kind === kind),
  );
out += row('all', results);
const share = results.filter(isRight).length / results.length;
out += `the bar: ${(100 * BAR).toFixed(1)} %\n`;
for (const { golden, wrong } of results.filter((each) => !isRight(each)))
  out += `\n${golden.kind}/${golden.language} · ${shown(golden)}\n${wrong.map((each) => `  ${each}`).join('\n')}\n`;
process.stdout.write(out);
process.exitCode = share >= BAR ? 0 : 1;
