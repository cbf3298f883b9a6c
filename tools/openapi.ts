import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openapi } from '../adapters/web/openapi.ts';
import { command, run } from '../src/command-line/command.ts';

await run(
  command('openapi', "Writes the description of the reading room's data, docs/openapi.json.").action(() => {
    const file = join(import.meta.dirname, '../docs/openapi.json');
    writeFileSync(file, `${JSON.stringify(openapi('https://example.org'), null, 2)}\n`);
    process.stdout.write(`${file}\n`);
  }),
);
