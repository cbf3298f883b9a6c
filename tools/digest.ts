import {
  filterOptions,
  filtersOf,
  parseDate,
  parseLanguage,
  parseUsage,
  runCli,
  usageFault,
} from '../src/command-line.ts';
import { loadConfig } from '../src/config.ts';
import { composeDigest } from '../src/digest/compose.ts';
import { digestToJson } from '../src/digest/json.ts';
import { digestToPlainText } from '../src/digest/plain.ts';
import { openKnowledge } from '../src/knowledge/open.ts';
import { addDays } from '../src/time/calendar.ts';

const usage = `Usage: npm run --silent digest -- [--date YYYY-MM-DD] [--since YYYY-MM-DD] [--json] [--lang ja|en] [--tz ZONE]
                                  [--framework ID]… [--topic ID]… [--person ID]… [--country CODE]…

  --date     the day of the digest; default: today in the zone
  --since    records added or corrected after this day are new; default: the day before
  --tz       IANA zone that "today" is reckoned in; default: DEFAULT_TIMEZONE
  --json     print one JSON object
  --help     print this`;

await runCli(async (args) => {
  const { values } = parseUsage(
    {
      args,
      options: {
        date: { type: 'string' },
        since: { type: 'string' },
        json: { type: 'boolean', default: false },
        lang: { type: 'string' },
        tz: { type: 'string' },
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
  const language = parseLanguage(values.lang, usage);
  const zone = values.tz === undefined ? undefined : parseZone(values.tz);
  const date = parseDate('--date', values.date, usage);
  const since = parseDate('--since', values.since, usage);

  const config = await loadConfig();
  const day = date ?? Temporal.Now.plainDateISO(zone ?? config.zone).toString();
  const digest = composeDigest(await openKnowledge(config.knowledgeDir), {
    date: day,
    language: language ?? config.language,
    since: since ?? addDays(day, -1),
    filters: filtersOf(values),
  });
  process.stdout.write(`${values.json ? JSON.stringify(digestToJson(digest)) : digestToPlainText(digest)}\n`);
  return 0;
});

function parseZone(value: string): string {
  try {
    Temporal.Now.plainDateISO(value);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw usageFault(`--tz takes an IANA zone such as Asia/Tokyo, not "${value}".`, usage);
  }
  return value;
}
