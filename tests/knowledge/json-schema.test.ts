import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { jsonSchemas } from '../../src/knowledge/json-schema.ts';

it('the schema files for editors are those of the schemas in the code (else run npm run knowledge:schema)', () => {
  const schemas = jsonSchemas();
  expect(readdirSync('knowledge/schema').sort()).toEqual([...schemas.keys()].sort());
  for (const [name, text] of schemas) expect(readFileSync(`knowledge/schema/${name}`, 'utf8'), name).toBe(text);
});
