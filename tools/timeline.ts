import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { command, required, run, usageFault } from '../src/command-line/command.ts';
import { filtersOf, withFilters } from '../src/command-line/filters.ts';
import { day, languageOption, nowOption, oneOf, parseNow } from '../src/command-line/options.ts';
import { loadConfig } from '../src/config.ts';
import { openDesk } from '../src/open-desk.ts';
import { describeTimeline, renderTimelinePng, timelineSvg } from '../src/timeline/index.ts';

const timeline = withFilters(
  command('timeline', 'Draws the consultations of a period as a picture, and prints the picture in words.')
    .usage('--out <file> [options]')
    .option('--out <file>', 'the picture to write: FILE.png or FILE.svg')
    .option(
      '--from <day>',
      'first day (default, with --to: the whole record with a filter, else its last twelve months)',
      day('--from'),
    )
    .option('--to <day>', 'last day', day('--to'))
    .addOption(languageOption('language of the picture'))
    .option(
      '--theme <theme>',
      'ground of the picture: light or dark (default: light)',
      oneOf('--theme', ['light', 'dark']),
    )
    .addOption(nowOption()),
).action(async ({ out: named, from, to, lang, theme, now, ...filters }) => {
  const out = required('--out', named);
  const kind = extname(out).toLowerCase();
  if (kind !== '.png' && kind !== '.svg') throw usageFault(`--out ends in .png or .svg, not "${out}".`);
  const config = loadConfig();
  const desk = openDesk(config.knowledgeDir);
  const drawn = desk.timeline({
    clock: { now: parseNow(now, config.zone), zone: config.zone },
    language: lang ?? config.language,
    period: periodOf(from, to),
    filters: filtersOf(filters, desk.knowledge()),
  });
  const bytes = kind === '.png' ? await renderTimelinePng(drawn, { theme }) : timelineSvg(drawn, { theme });
  await writeFile(out, bytes).catch((cause: NodeJS.ErrnoException) => {
    throw usageFault(`--out ${out} cannot be written (${cause.code}): name a file in a folder that you may write to.`);
  });
  process.stdout.write(`${describeTimeline(drawn, Number.POSITIVE_INFINITY)}\n`);
});

await run(timeline);

function periodOf(from: string | undefined, to: string | undefined) {
  if (from === undefined && to === undefined) return undefined;
  if (from !== undefined && to !== undefined && from > to) throw usageFault('--from is after --to: swap them.');
  return { from: from ?? null, to: to ?? null };
}
