// Keeps stripped and compiled code for the next start. Plain JavaScript, because it is the one file that cannot profit from itself: preloaded
// by `npm start`, it spares even the entry point the type stripping, which costs as much as all the rest of Node's own start.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Beside the installed packages rather than in the shared folder for temporary files, where another user could put code of theirs.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/compiled'));
