// Before anything else is loaded.
import './quick-start.js';

const { start } = await import('./start.ts');
await start();
