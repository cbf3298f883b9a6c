import { parseArgs } from 'node:util';
import { describeFault } from '../../src/knowledge/fault.ts';
import { inspectKnowledge } from '../../src/knowledge/inspect.ts';
import { folderFrom, runTool } from './tool.ts';

const usage = `npm run knowledge:check -- [FOLDER]

Checks every record in FOLDER (default: KNOWLEDGE_DIR, else knowledge) and prints each fault as
  file:line:col message — fix
and, after them, each note (a draft, a statement that rests on poor pages alone) with "note:" before it.
Exit status: 0 without faults, notes or not; 1 with faults; 2 on bad usage.`;

/** Checks the records and prints every fault at once. */
await runTool(usage, async (args) => {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const folder = await folderFrom(positionals);
  const { faults: all, counts } = inspectKnowledge(folder);
  const notes = all.filter(({ severity }) => severity === 'note');
  const faults = all.filter(({ severity }) => severity !== 'note');
  for (const fault of faults) console.log(`${folder}/${describeFault(fault)}`);
  for (const note of notes) console.log(`note: ${folder}/${describeFault(note)}`);
  const told = [
    `${counts.consultations} consultations`,
    `${counts.sources} sources`,
    faults.length === 0 ? 'no faults' : counted(faults.length, 'fault'),
    ...(notes.length === 0 ? [] : [counted(notes.length, 'note')]),
  ];
  console.log(`knowledge: ${told.join(', ')}`);
  return faults.length === 0 ? 0 : 1;
});

function counted(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
