import { parseArgs } from 'node:util';
import { describeFault } from '../fault.ts';
import { inspectKnowledge } from '../inspect.ts';
import { folderFrom, runTool } from './tool.ts';

const usage = `npm run knowledge:check -- [FOLDER]

Checks every record in FOLDER (default: KNOWLEDGE_DIR, else knowledge) and prints each fault as
  file:line:col message — fix
Exit status: 0 when clean, 1 when there are faults, 2 on bad usage.`;

/** Checks the records and prints every fault at once. */
await runTool(usage, async (args) => {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const folder = await folderFrom(positionals);
  const { faults, counts } = inspectKnowledge(folder);
  for (const fault of faults) console.log(`${folder}/${describeFault(fault)}`);
  const records = `${counts.consultations} consultations, ${counts.sources} sources`;
  if (faults.length === 0) {
    console.log(`knowledge: ${records}, no faults`);
    return 0;
  }
  console.log(`knowledge: ${records}, ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`);
  return 1;
});
