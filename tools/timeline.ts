import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import {
  filterOptions,
  filtersOf,
  parseDate,
  parseLanguage,
  parseNow,
  parseUsage,
  runCli,
  usageFault,
} from '../src/command-line.ts';
import { loadConfig } from '../src/config.ts';
import { KyogiError } from '../src/errors.ts';
import { openDesk } from '../src/open-desk.ts';
import { describeTimeline, renderTimelinePng, timelineSvg } from '../src/timeline/index.ts';

const usage = `Usage: npm run timeline -- [--from YYYY-MM-DD --to YYYY-MM-DD] --out FILE.png|FILE.svg
                           [--lang ja|en] [--framework ID]… [--topic ID]… [--person ID]… [--country CODE]…

  Without --from and --to: the last twelve months on record. Prints the picture in words.`;

await runCli(async (args) => {
  const { values } = parseUsage(
    {
      args,
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        out: { type: 'string' },
        lang: { type: 'string' },
        now: { type: 'string' },
        ...filterOptions,
        help: { type: 'boolean', default: false },
      },
    },
    usage,
  );
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  if (values.out === undefined) throw usageFault('--out names the file to write.', usage);
  const kind = extname(values.out).toLowerCase();
  if (kind !== '.png' && kind !== '.svg') throw usageFault(`--out ends in .png or .svg, not "${values.out}".`, usage);

  const config = await loadConfig();
  const language = parseLanguage(values.lang, usage) ?? config.language;
  const desk = await openDesk(config.knowledgeDir);
  const timeline = desk.timeline({
    clock: { now: parseNow(values.now, config.zone, usage), zone: config.zone },
    language,
    period: periodOf(values.from, values.to),
    filters: filtersOf(values),
  });
  const bytes = kind === '.png' ? await renderTimelinePng(timeline) : timelineSvg(timeline);
  await writeFile(values.out, bytes).catch((cause: NodeJS.ErrnoException) => {
    throw new KyogiError('usage', `--out ${values.out} cannot be written (${cause.code}).`, { cause });
  });
  process.stdout.write(`${describeTimeline(timeline, Number.POSITIVE_INFINITY)}\n`);
  return 0;
});

function periodOf(from: string | undefined, to: string | undefined) {
  if (from === undefined && to === undefined) return undefined;
  const period = { from: parseDate('--from', from, usage) ?? null, to: parseDate('--to', to, usage) ?? null };
  if (period.from !== null && period.to !== null && period.from > period.to)
    throw usageFault('--from is after --to.', usage);
  return period;
}
