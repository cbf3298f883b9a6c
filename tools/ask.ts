// Before anything else is loaded.
import '../adapters/check-install.cjs';
import '../adapters/quick-start.js';

const [{ runCli }, { askCommand }] = await Promise.all([import('../src/command-line.ts'), import('./ask-command.ts')]);
await runCli(askCommand);
