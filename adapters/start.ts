import { loadConfig } from '../src/config.ts';
import { runCli } from './cli.ts';

/** Starts every platform that is configured; with none, the terminal chat. */
export function start(): Promise<void> {
  return runCli(async () => {
    const config = await loadConfig();
    if (config.discord !== undefined || config.slack !== undefined) {
      const { runService } = await import('./service.ts');
      return runService(config);
    }
    const { runTerminal } = await import('./terminal/run.ts');
    await runTerminal(config);
    return 0;
  });
}
