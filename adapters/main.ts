// Before anything else is loaded.
import './check-install.cjs';
import './quick-start.js';

const { start } = await import('./service/start.ts');
await start();
