import { enableCompileCache } from 'node:module';

// Before anything else is loaded: stripped and compiled code is kept, so that the next start skips both.
enableCompileCache();

const [{ runCli }, { askCommand }] = await Promise.all([import('../cli.ts'), import('./ask-command.ts')]);
await runCli(askCommand);
