// Before anything else is loaded.
import '../adapters/check-install.cjs';
import '../adapters/quick-start.js';

const [{ run }, { ask }] = await Promise.all([import('../src/command-line/command.ts'), import('./ask-command.ts')]);
await run(ask);
