import { loadConfig } from '../../src/config.ts';
import { KyogiError } from '../../src/errors.ts';

/**
 * Runs a store tool on the database that the environment names and sets the exit code: 2 for bad usage, 1 for any other fault,
 * each with one clear message.
 */
export async function runStoreTool(
  usage: string,
  run: (databaseUrl: string, args: string[]) => Promise<void>,
): Promise<void> {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  try {
    await run((await loadConfig()).databaseUrl, args);
  } catch (error) {
    const badArguments =
      error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
    if (!badArguments && !(error instanceof KyogiError)) throw error;
    const isUsage = badArguments || error.code === 'usage';
    process.stderr.write(isUsage ? `${error.message}\n\n${usage}\n` : `${error.message}\n`);
    process.exitCode = isUsage ? 2 : 1;
  }
}
