import { command, run } from '../../src/command-line/command.ts';
import { describeFault, inspectKnowledge } from '../../src/knowledge/index.ts';
import { folderOf } from './folder.ts';

const check = command(
  'knowledge:check',
  `Checks every record and prints each fault as "file:line:col message — fix", and after them each note (a draft, a statement that
rests on poor pages alone) with "note:" before it. Exit status: 0 without faults, 1 with faults, 2 on bad usage.`,
)
  .argument('[folder]', 'the records (default: KNOWLEDGE_DIR, else knowledge)')
  .action(async (named) => {
    const folder = await folderOf(named);
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
    process.exitCode = faults.length === 0 ? 0 : 1;
  });

await run(check);

function counted(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
