import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openapi } from '../adapters/web/openapi.ts';

/** `npm run openapi`: writes the description that is kept in the repository; a test compares it with what is served. */
const file = join(import.meta.dirname, '../../docs/openapi.json');
writeFileSync(file, `${JSON.stringify(openapi('https://example.org'), null, 2)}\n`);
process.stdout.write(`${file}\n`);
