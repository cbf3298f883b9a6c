import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { command, run, usageFault } from '../../src/command-line/command.ts';
import { findConsultations, readDocument, writeRecord } from '../../src/knowledge/draft/index.ts';
import type { Consultation, KnowledgeBase } from '../../src/knowledge/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { nearestWord } from '../../src/text/index.ts';
import { today } from '../../src/time/index.ts';
import { folderOf } from './folder.ts';

const draft = command(
  'knowledge:draft',
  `Reads a public document (text or HTML, Japanese or English) and prints a draft record for each consultation it reports.
Drafts are checked, and never answered from until a curator has written them and set status: published.`,
)
  .argument('<file>', 'the document')
  .option(
    '--source <id>',
    'the entry of sources.yaml that the drafts cite (default: a name made from the file, to be added there)',
  )
  .option('--write', 'write each draft to its file under consultations/; a file that exists is left alone')
  .action(async (file, options) => {
    if (!existsSync(file)) throw usageFault(`There is no file ${file}: name a document to read.`);
    const folder = await folderOf(undefined);
    const knowledge = loadKnowledge(folder);
    const source = options.source ?? idFrom(file);
    if (options.source !== undefined && !knowledge.sources.has(options.source)) {
      const near = nearestWord(options.source, knowledge.sources.keys());
      const hint = near === undefined ? '' : ` Did you mean ${near}?`;
      throw usageFault(`"${options.source}" is not in ${folder}/sources.yaml: add the page there first.${hint}`);
    }
    const document = readDocument(readFileSync(file, 'utf8'));
    const clock = { now: Temporal.Now.instant(), zone: 'Asia/Tokyo' };
    const drafts = findConsultations(document, knowledge, { source, today: today(clock) });
    if (drafts.length === 0) {
      console.log(
        `No consultation found in ${file}: no sentence names a date, a framework and people on record together ` +
          `(${document.paragraphs.length} paragraphs read).`,
      );
      return;
    }
    for (const found of drafts) {
      const path = join(folder, 'consultations', found.date.slice(0, 4), `${found.id}.yaml`);
      const text = writeRecord(found, remarks(found, knowledge));
      if (options.write !== true) console.log(`# ${path}\n${text}`);
      else if (existsSync(path)) console.log(`${path} exists already: left alone`);
      else {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
        console.log(`${path}: ${found.outcomes.length} statements to be written`);
      }
    }
    console.log(`${options.write === true ? '' : '# '}${drafts.length} drafted from ${file}`);
  });

await run(draft);

/** Tells the curator when the consultation is on record already. */
function remarks(draft: Consultation, knowledge: KnowledgeBase): string[] {
  const month = draft.date.slice(0, 7);
  const people = new Set(draft.participants.map(({ person }) => person));
  return knowledge.consultations
    .filter(({ framework, date, participants }) => {
      const same = framework === draft.framework && date.startsWith(draft.date.length === 7 ? month : draft.date);
      return same && participants.some(({ person }) => people.has(person));
    })
    .map(({ id, date, place }) => `on record already: ${id} (${date}${place === undefined ? '' : `, ${place.en}`})`);
}

function idFrom(file: string): string {
  const name = basename(file, extname(file)).toLowerCase();
  return name.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || 'document';
}
