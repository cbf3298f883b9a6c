// Preloaded by every npm script, the container and the unit: what cannot run says why in one sentence instead of failing somewhere in
// its imports, and what was compiled is kept for the next start.
// CommonJS in the language of Node 12, because it is read by whatever Node the machine has.
'use strict';

// biome-ignore lint/style/useNodejsImportProtocol: Node 12 does not know it here.
const { existsSync, mkdirSync, statSync } = require('fs');
// biome-ignore lint/style/useNodejsImportProtocol: Node 12 does not know it here.
const { homedir } = require('os');
// biome-ignore lint/style/useNodejsImportProtocol: Node 12 does not know it here.
const { isAbsolute, join, sep } = require('path');
const { dependencies, devDependencies, engines } = require('../package.json');

const root = join(__dirname, '..');
const needed = Number.parseInt(engines.node.replace(/\D+/, ''), 10);

const fault = nodeFault() || packagesFault();
if (fault) {
  console.error(fault);
  process.exit(1);
}
keepCompiledCode();

function nodeFault() {
  const { node } = process.versions;
  if (Number.parseInt(node, 10) >= needed) return undefined;
  return `Kyōgi needs Node ${needed} or newer and this is Node ${node}: run "npm ci --include=dev --ignore-scripts=false", which brings it, or install it from https://nodejs.org.`;
}

function packagesFault() {
  if (!areThere(dependencies)) return 'The packages that Kyōgi uses are not all installed: run "npm ci".';
  const entry = process.argv[1] || '';
  const isForDevelopment = ['tests', 'node_modules'].some((folder) => entry.startsWith(join(root, folder) + sep));
  if (!isForDevelopment || areThere(devDependencies)) return undefined;
  return 'This command needs the development packages as well: run "npm ci --include=dev".';
}

function areThere(packages) {
  return Object.keys(packages).every((name) => existsSync(join(root, 'node_modules', name)));
}

/**
 * Without a build step a start strips and compiles hundreds of files. Node keeps what comes of it, in `$XDG_CACHE_HOME/kyogi` or
 * `~/.cache/kyogi`, and takes it up only for the very same source. A folder that others may write to is not used; one that cannot be
 * written costs the next start its time and nothing else.
 */
function keepCompiledCode() {
  const { XDG_CACHE_HOME: given = '' } = process.env;
  try {
    const folder = join(isAbsolute(given) ? given : join(homedir(), '.cache'), 'kyogi');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (isOurs(statSync(folder))) require('node:module').enableCompileCache(folder);
  } catch {
    // Not even a home folder, or a file in its place.
  }
}

function isOurs({ uid, mode }) {
  // Windows has neither.
  if (process.getuid === undefined) return true;
  return [0, process.getuid()].includes(uid) && (mode & 0o022) === 0;
}
