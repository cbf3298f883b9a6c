import { command, run } from '../../src/command-line/command.ts';
import { loadConfig } from '../../src/config.ts';

/** How long what is left may take to close by itself. Milliseconds. */
const LINGER_MS = 1_000;

/** Starts every platform that is configured, and the reading room; with neither, the terminal chat. */
export function start(): Promise<void> {
  return run(
    command(
      'start',
      `Starts every platform that has tokens, and the reading room with WEB=on; with neither, a terminal chat.
Settings are environment variables, or lines of the file .env: .env.example lists them.`,
    ).action(async () => {
      const config = loadConfig();
      if (config.discord !== undefined || config.slack !== undefined || config.web !== undefined) {
        const { runService } = await import('./run.ts');
        const code = await runService(config);
        process.exitCode = code;
        // A reply that still waits for a platform that fails must not keep the process up.
        setTimeout(() => process.exit(code), LINGER_MS).unref();
        return;
      }
      const { runTerminal } = await import('../terminal/run.ts');
      await runTerminal(config);
    }),
  );
}
