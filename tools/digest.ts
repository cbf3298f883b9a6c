import { command, run } from '../src/command-line/command.ts';
import { filtersOf, withFilters } from '../src/command-line/filters.ts';
import { day, jsonOption, languageOption, timeZone } from '../src/command-line/options.ts';
import { loadConfig } from '../src/config.ts';
import { composeDigest, digestToJson, digestToPlainText } from '../src/digest/index.ts';
import { loadKnowledge } from '../src/knowledge/index.ts';
import { addDays } from '../src/time/index.ts';

const digest = withFilters(
  command('digest', "Prints a day's digest.", { isPiped: true })
    .option('--date <day>', 'the day of the digest (default: today in the zone)', day('--date'))
    .option(
      '--since <day>',
      'records added or corrected after this day are new (default: the day before)',
      day('--since'),
    )
    .option('--tz <zone>', 'IANA time zone of "today" (default: DEFAULT_TIMEZONE)', timeZone('--tz'))
    .addOption(languageOption('language of the digest'))
    .addOption(jsonOption('print one JSON object')),
).action(async ({ date, since, tz, lang, json, ...filters }) => {
  const config = loadConfig();
  const knowledge = loadKnowledge(config.knowledgeDir);
  const on = date ?? Temporal.Now.plainDateISO(tz ?? config.zone).toString();
  const composed = composeDigest(knowledge, {
    date: on,
    language: lang ?? config.language,
    since: since ?? addDays(on, -1),
    filters: filtersOf(filters, knowledge),
  });
  process.stdout.write(`${json ? JSON.stringify(digestToJson(composed)) : digestToPlainText(composed)}\n`);
});

await run(digest);
