import { z } from 'zod';
import { Collections } from './parse-records.ts';
import { Consultation } from './schema.ts';

/** The JSON Schema files that editors complete and check records with: file name to its text, ending in a newline. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  const schemas = new Map<string, string>();
  schemas.set('consultation.json', render(Consultation, 'A consultation: one file, named by its id'));
  for (const [name, schema] of Object.entries(Collections)) {
    schemas.set(`${name}.json`, render(z.array(schema), `The list in ${name}.yaml`));
  }
  return schemas;
}

function render(schema: z.ZodType, title: string): string {
  // Records are what a curator writes, so defaults are optional: the input side of the schema.
  const json = z.toJSONSchema(schema, { io: 'input' });
  return `${JSON.stringify({ ...json, title }, null, 2)}\n`;
}
