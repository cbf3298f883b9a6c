import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { KyogiError } from '../../src/errors.ts';
import { findConsultations } from '../../src/knowledge/draft/find-consultations.ts';
import { readDocument } from '../../src/knowledge/draft/read-document.ts';
import { writeRecord } from '../../src/knowledge/draft/write-draft.ts';
import type { KnowledgeBase } from '../../src/knowledge/knowledge-base.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Consultation } from '../../src/knowledge/schema.ts';
import { today } from '../../src/time/index.ts';
import { folderFrom, runTool } from './tool.ts';

const usage = `npm run knowledge:draft -- FILE [--source ID] [--write]

Reads a public document (text or HTML, Japanese or English) and prints a draft record for each consultation it reports.
  --source ID  the entry of sources.yaml that the drafts cite (default: a name made from FILE, to be added there)
  --write      writes each draft to its file under consultations/ instead; a file that exists is left alone
Drafts are checked, and never answered from until a curator has written them and set status: published.`;

/** Drafts records from a document for a curator to finish. */
await runTool(usage, async (args) => {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { source: { type: 'string' }, write: { type: 'boolean' } },
  });
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) throw new KyogiError('usage', 'Name one document to read.');
  if (!existsSync(file)) throw new KyogiError('usage', `There is no file ${file}.`);
  const folder = await folderFrom([]);
  const knowledge = loadKnowledge(folder);
  const source = values.source ?? idFrom(file);
  if (values.source !== undefined && !knowledge.sources.has(values.source)) {
    throw new KyogiError('usage', `"${values.source}" is not in ${folder}/sources.yaml: add the page there first.`);
  }
  const document = readDocument(readFileSync(file, 'utf8'));
  const clock = { now: Temporal.Now.instant(), zone: 'Asia/Tokyo' };
  const drafts = findConsultations(document, knowledge, { source, today: today(clock) });
  if (drafts.length === 0) {
    console.log(
      `No consultation found in ${file}: no sentence names a date, a framework and people on record together ` +
        `(${document.paragraphs.length} paragraphs read).`,
    );
    return 0;
  }
  for (const draft of drafts) {
    const path = join(folder, 'consultations', draft.date.slice(0, 4), `${draft.id}.yaml`);
    const text = writeRecord(draft, remarks(draft, knowledge));
    if (values.write !== true) console.log(`# ${path}\n${text}`);
    else if (existsSync(path)) console.log(`${path} exists already: left alone`);
    else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      console.log(`${path}: ${draft.outcomes.length} statements to be written`);
    }
  }
  console.log(`${values.write === true ? '' : '# '}${drafts.length} drafted from ${file}`);
  return 0;
});

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
