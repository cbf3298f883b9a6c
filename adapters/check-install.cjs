// Preloaded by every npm script, so that what cannot run says why in one sentence instead of failing somewhere in its imports.
// CommonJS in the language of Node 12, because it is read by whatever Node the machine has.
'use strict';

// biome-ignore lint/style/useNodejsImportProtocol: Node 12 does not know it here.
const { existsSync } = require('fs');
// biome-ignore lint/style/useNodejsImportProtocol: Node 12 does not know it here.
const { join, sep } = require('path');
const { dependencies, devDependencies, engines } = require('../package.json');

const root = join(__dirname, '..');
const needed = Number.parseInt(engines.node.replace(/\D+/, ''), 10);

const fault = nodeFault() || packagesFault();
if (fault) {
  console.error(fault);
  process.exit(1);
}

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
