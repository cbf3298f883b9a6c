import { command, optionsOf } from '../src/command-line/command.ts';
import { runAll } from './run-all.ts';

await optionsOf(
  command('test:processes', 'Runs the tests that kill processes, starve them, or start database servers.'),
);

process.exitCode = runAll([], ['processes']);
