import { Command, CommanderError, type CommandUnknownOpts, type OptionValues } from '@commander-js/extra-typings';
import { KyogiError } from '../errors.ts';

/**
 * The command of an npm script: its description (line ends count as spaces), to which arguments, options and an action are added before it is `run`.
 * `isPiped`: its output is made for other programs too, so that it is called with npm's own lines kept away. Default: false.
 * `--help` prints all of them. An action that fails sets `process.exitCode`, or throws.
 */
export function command(script: string, description: string, options: { isPiped?: boolean } = {}): Command {
  const silent = options.isPiped === true ? '--silent ' : '';
  return new Command(`npm run ${silent}${script} --`)
    .description(description.replaceAll('\n', ' '))
    .helpOption('-h, --help', 'show this help')
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ outputError: () => {} });
}

/**
 * Runs a command on the arguments of this process and sets the exit code: 2 for bad usage, 1 for any other fault, each with one
 * clear message on stderr. A fault of the program itself is thrown. A reader that closed the pipe (`| head`) ends us quietly.
 */
export async function run(command: CommandUnknownOpts): Promise<void> {
  if (!process.stdout.listeners('error').includes(onClosedPipe)) process.stdout.on('error', onClosedPipe);
  try {
    await command.parseAsync(process.argv);
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return;
    const isUsage = error instanceof CommanderError || (error instanceof KyogiError && error.code === 'usage');
    if (!isUsage && !(error instanceof KyogiError) && !isOfTheSystem(error)) throw error;
    process.stderr.write(`${error.message.replace(/^error: ./, (start) => start.slice(-1).toUpperCase())}\n`);
    if (isUsage) process.stderr.write(`\n${usageOf(command)}\n`);
    process.exitCode = isUsage ? 2 : 1;
  }
}

/**
 * The options of a command that is a whole module: what follows in the module is its action. Ends the process after `--help` and
 * after bad usage.
 */
export async function optionsOf<Args extends unknown[], Opts extends OptionValues>(
  command: Command<Args, Opts>,
): Promise<Opts> {
  let isUsable = false;
  await run(
    command.action(() => {
      isUsable = true;
    }),
  );
  if (!isUsable) process.exit();
  return command.opts();
}

/** A command line called wrongly: `problem` says what is wrong and what to write instead. */
export function usageFault(problem: string): KyogiError {
  return new KyogiError('usage', problem);
}

/**
 * The value of an option that has to be given.
 * @throws KyogiError `usage` where it was not.
 */
export function required<Value>(option: string, value: Value | undefined): Value {
  if (value === undefined || value === '') throw usageFault(`${option} is missing.`);
  return value;
}

function onClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
}

function usageOf(command: CommandUnknownOpts): string {
  return `Usage: ${command.createHelp().commandUsage(command)}\nEvery option: ${command.name().replace('--silent ', '')} --help`;
}

/** A file that cannot be read, a full disk: the message says it, and a stack trace nothing more. */
function isOfTheSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
