import { run } from '../src/command-line/command.ts';
import { ask } from './ask-command.ts';

await run(ask);
