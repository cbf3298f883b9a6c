// Before anything else is loaded.
import './check-install.cjs';
import './quick-start.js';

const { start } = await import('./start.ts');
await start();
