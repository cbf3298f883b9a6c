// Before anything else is loaded.
import './compile-cache.js';

const { start } = await import('./start.ts');
await start();
