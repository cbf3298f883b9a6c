import { type ParseArgsConfig, parseArgs } from 'node:util';
import { KyogiError } from './errors.ts';

/**
 * Runs a command-line entry point: resolves its exit code, and turns faults into one clear message on stderr.
 * Exit 2 is bad usage, 1 any other fault; a reader that closed the pipe (`| head`) ends us quietly.
 */
export async function runCli(main: (args: string[]) => Promise<number>): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof KyogiError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.code === 'usage' ? 2 : 1;
  }
}

/**
 * `util.parseArgs`, with its complaints as usage faults that end in `usage`.
 * @throws KyogiError `usage`
 */
export function parseUsage<T extends ParseArgsConfig>(config: T, usage: string): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw usageFault(error instanceof Error ? error.message : String(error), usage);
  }
}

/** A usage fault: what was wrong, then how to call it. */
export function usageFault(problem: string, usage: string): KyogiError {
  return new KyogiError('usage', `${problem}\n\n${usage}`);
}

/**
 * Reads `--lang`; `undefined` when not given.
 * @throws KyogiError `usage` for anything but ja or en.
 */
export function parseLanguage(value: string | undefined, usage: string): 'ja' | 'en' | undefined {
  if (value === undefined || value === 'ja' || value === 'en') return value;
  throw usageFault(`--lang takes ja or en, not "${value}".`, usage);
}

/**
 * Reads a date; `undefined` when not given.
 * @throws KyogiError `usage` for anything but YYYY-MM-DD that is a day.
 */
export function parseDate(option: string, value: string | undefined, usage: string): string | undefined {
  if (value === undefined) return undefined;
  // PlainDate.from would also take a time, a zone or a basic date, and drop what is not a date.
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    try {
      return Temporal.PlainDate.from(value).toString();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  throw usageFault(`${option} takes a date such as 2026-03-30, not "${value}".`, usage);
}

const many = { type: 'string', multiple: true } as const;

/** The options that narrow what is shown, for `parseUsage`: each may be given several times. */
export const filterOptions = { framework: many, topic: many, person: many, country: many };

/** What they were given as, by the kinds of filters. */
export function filtersOf(values: { [Option in keyof typeof filterOptions]?: string[] | undefined }) {
  return { frameworks: values.framework, topics: values.topic, people: values.person, countries: values.country };
}

/**
 * Reads `--now`: an ISO instant, or a date or date-time taken as wall time in `zone`; the real present when not given.
 * @throws KyogiError `usage` when it is none of these.
 */
export function parseNow(value: string | undefined, zone: string, usage: string): Temporal.Instant {
  if (value === undefined) return Temporal.Now.instant();
  for (const read of [
    () => Temporal.Instant.from(value),
    () => Temporal.PlainDateTime.from(value, { overflow: 'reject' }).toZonedDateTime(zone).toInstant(),
  ]) {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  throw usageFault(`--now takes an ISO date or time such as 2026-11-25T09:00:00+09:00, not "${value}".`, usage);
}
