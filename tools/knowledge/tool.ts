import { relative } from 'node:path';
import { loadConfig } from '../../src/config.ts';
import { KyogiError } from '../../src/errors.ts';

/** A command line called wrongly: the message is followed by the usage. */
const badUsage = (message: string): KyogiError => new KyogiError('usage', message);

/** The one folder named on the command line, else the configured one (KNOWLEDGE_DIR, by default `knowledge`). Written from
 * where the command runs when it lies there. Throws on more than one. */
export async function folderFrom(positionals: readonly string[]): Promise<string> {
  if (positionals.length > 1) throw badUsage(`One folder at a time, not ${positionals.length}.`);
  const folder = positionals[0] ?? (await loadConfig()).knowledgeDir;
  const near = relative('', folder);
  return near === '' ? '.' : near.startsWith('..') ? folder : near;
}

/**
 * Runs a curator's tool and sets the exit status: what `run` returns; 1 for a fault in the records; 2 for bad usage. `--help`
 * prints the usage. Nobody sees a stack trace.
 */
export async function runTool(usage: string, run: (args: string[]) => Promise<number>): Promise<void> {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) {
    console.log(usage);
    return;
  }
  try {
    process.exitCode = await run(args);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const wrongUsage = 'code' in error && /^usage$|^ERR_PARSE_ARGS/.test(String(error.code));
    console.error(error.message);
    if (wrongUsage) console.error(`\n${usage}`);
    process.exitCode = wrongUsage ? 2 : 1;
  }
}
