// Halves the time to the first answer. Plain JavaScript, because it is the one file that cannot profit from itself: preloaded by `npm start`,
// it spares even the entry point the type stripping, which costs as much as Node's own start.
//
// Those scripts also ask for --no-regexp-tier-up: the engine otherwise makes bytecode of a regular expression at its first run and machine code
// at its second, and for a language's words for time in one pattern the bytecode takes three times as long to make as the machine code.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Stripped and compiled code is kept for the next start: beside the installed packages rather than in the shared folder for temporary files,
// where another user could put code of theirs.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/compiled'));
