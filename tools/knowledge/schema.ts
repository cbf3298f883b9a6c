import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { jsonSchemas } from '../../src/knowledge/json-schema.ts';
import { folderFrom, runTool } from './tool.ts';

const usage = `npm run knowledge:schema -- [FOLDER]

Writes FOLDER/schema/*.json from the schemas in src/knowledge/schema.ts (default folder: KNOWLEDGE_DIR, else knowledge).`;

/** Writes the JSON Schema files that editors use. */
await runTool(usage, async (args) => {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const folder = join(await folderFrom(positionals), 'schema');
  mkdirSync(folder, { recursive: true });
  const schemas = jsonSchemas();
  for (const [name, text] of schemas) writeFileSync(join(folder, name), text);
  console.log(`${schemas.size} schemas written to ${folder}`);
  return 0;
});
