import { enableCompileCache } from 'node:module';

// Before anything else is loaded: stripped and compiled code is kept, so that the next start skips both.
enableCompileCache();

const { start } = await import('./start.ts');
await start();
