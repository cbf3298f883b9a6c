import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command, run } from '../../src/command-line/command.ts';
import { jsonSchemas } from '../../src/knowledge/index.ts';
import { folderOf } from './folder.ts';

const schema = command('knowledge:schema', 'Writes the JSON Schema files that editors use, FOLDER/schema/*.json.')
  .argument('[folder]', 'the records (default: KNOWLEDGE_DIR, else knowledge)')
  .action(async (named) => {
    const folder = join(await folderOf(named), 'schema');
    mkdirSync(folder, { recursive: true });
    const schemas = jsonSchemas();
    for (const [name, text] of schemas) writeFileSync(join(folder, name), text);
    console.log(`${schemas.size} schemas written to ${folder}`);
  });

await run(schema);
