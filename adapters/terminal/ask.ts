// Before anything else is loaded.
import '../check-install.cjs';
import '../quick-start.js';

const [{ runCli }, { askCommand }] = await Promise.all([import('../cli.ts'), import('./ask-command.ts')]);
await runCli(askCommand);
