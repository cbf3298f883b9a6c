import { join, resolve } from 'node:path';
import { command, optionsOf } from '../src/command-line/command.ts';
import { table } from '../src/command-line/table.ts';
import { createDesk } from '../src/desk.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { functionsIn, patternsIn, sources } from './code/syntax.ts';
import { loadCases } from './golden/cases.ts';

await optionsOf(
  command(
    'measures',
    `Prints the measures of the core that can be computed, each with its aim beside it: lines, regular expressions, sizes of functions,
and how long a question takes. The limits themselves are tests (tests/code/rules.test.ts).`,
  ),
);

const root = resolve(import.meta.dirname, '..');
const SHAPED = ['src/reading', 'src/search', 'src/answer/compose'] as const;
const READS = ['src/text', 'src/time', 'src/lexicon', 'src/reading', 'src/search', 'src/answer'] as const;

const rows: (readonly [measure: string, value: string, aim: string])[] = [];

for (const folder of SHAPED) rows.push([`lines of ${folder}`, String(linesOf(folder)), '']);
rows.push(['lines of the three together', String(SHAPED.reduce((sum, folder) => sum + linesOf(folder), 0)), '≤ 5,500']);

for (const folder of READS) {
  const lengths = patternsIn(folder).map(({ text }) => text.length);
  const aim = folder === 'src/search' || folder === 'src/answer' ? 'none over a question' : 'none over 80';
  rows.push([
    `regular expressions in ${folder}`,
    `${lengths.length}, longest ${Math.max(0, ...lengths)}, over 80: ${lengths.filter((length) => length > 80).length}`,
    folder === 'src/lexicon' || folder === 'src/reading' ? 'none over a question' : aim,
  ]);
}

const functions = functionsIn(...SHAPED);
rows.push(['functions over 60 lines', String(functions.filter(({ lines }) => lines > 60).length), '0']);
rows.push(['functions over 15 branches', String(functions.filter(({ branches }) => branches > 15).length), '0']);

const desk = createDesk(loadKnowledge(join(root, 'knowledge')));
desk.warm?.().forEach(() => {});
const clock = { now: Temporal.Instant.from('2026-11-25T00:00:00Z'), zone: 'Asia/Tokyo' };
const golden = loadCases(join(root, 'tests/golden')).map(({ ask }) => [ask].flat().at(-1) ?? '');
for (const text of golden.slice(0, 200)) desk.ask({ text, clock });

const asked = timesOf(golden);
rows.push([`a question, warm (${golden.length} golden ones), p50`, share(asked, 0.5), '≤ 2 ms']);
rows.push(['  p99', share(asked, 0.99), '≤ 15 ms']);
rows.push(['  slowest', share(asked, 1), '']);

const pieces = [
  '(',
  'a',
  '2+2 ',
  '日',
  'what ',
  '2025/',
  'アイウエオ',
  'の',
  'who and ',
  'Ishiba and ',
  '石破と',
  'Taiwan ',
  '台湾と',
];
const long = timesOf([...pieces.map((piece) => piece.repeat(1000).slice(0, 1000)), ...joined(golden, 1000)]);
rows.push([`1,000 characters (${long.length} texts), p50`, share(long, 0.5), '']);
rows.push(['  slowest', share(long, 1), '≤ 50 ms']);

process.stdout.write(table(rows));

function linesOf(folder: string): number {
  return sources(folder).reduce((sum, { text }) => sum + text.split('\n').length - 1, 0);
}

/**
 * How long each text takes, fastest first: the best of three, for the machine may be busy with something else, and the work of a
 * question cannot be less than it is.
 */
function timesOf(texts: readonly string[]): readonly { readonly text: string; readonly ms: number }[] {
  const best = (text: string) =>
    Math.min(
      ...[1, 2, 3].map(() => {
        const before = performance.now();
        desk.ask({ text, clock });
        return performance.now() - before;
      }),
    );
  return texts.map((text) => ({ text, ms: best(text) })).sort((a, b) => a.ms - b.ms);
}

function share(sorted: ReturnType<typeof timesOf>, part: number): string {
  const one = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  return one === undefined ? '' : `${one.ms.toFixed(1)} ms${part === 1 ? ` (${one.text.slice(0, 40)})` : ''}`;
}

/** Questions one after the other, so many characters at a time. */
function joined(texts: readonly string[], length: number): readonly string[] {
  const all = texts.join(' ');
  return Array.from({ length: 40 }, (_, at) => all.slice(at * length, (at + 1) * length));
}
