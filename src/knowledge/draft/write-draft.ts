import { Document, isCollection } from 'yaml';
import type { Consultation } from '../schema.ts';

/** A record as our files write it: the schema line on top, short groups on one line, keys in the order of the README. */
export function writeRecord(record: Consultation, comments: readonly string[] = []): string {
  const document = new Document(record, { aliasDuplicateObjects: false });
  const inline = [
    ['title'],
    ['place'],
    ['sources'],
    ...record.participants.map((_, at) => ['participants', at]),
    ...record.outcomes.flatMap((_, at) => ['topics', 'by', 'sources'].map((key) => ['outcomes', at, key])),
    ...record.documents.map((_, at) => ['documents', at, 'title']),
  ];
  for (const path of inline) {
    const node = document.getIn(path, true);
    if (isCollection(node)) node.flow = true;
  }
  const head = ['yaml-language-server: $schema=../../schema/consultation.json', ...comments].map(
    (line) => `# ${line}\n`,
  );
  const body = document.toString({ lineWidth: 0, flowCollectionPadding: true });
  return head.join('') + body.replaceAll(/^( *(?:- )?(?:topics|by|sources): )\[ (.*) \]$/gm, '$1[$2]');
}
