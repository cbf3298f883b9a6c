import { describe, expect, it } from 'vitest';
import { KyogiError } from '../../src/errors.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { folderOf } from './folders.ts';
import { theRecord, withEdit, withFiles } from './small-knowledge.ts';

function faultOf(run: () => unknown): KyogiError {
  try {
    run();
  } catch (error) {
    if (error instanceof KyogiError) return error;
  }
  throw new Error('nothing was refused');
}

describe('loading knowledge', () => {
  it('gives the records by id, with their coverage', () => {
    const knowledge = loadKnowledge(folderOf(withFiles({})));
    expect(knowledge.people.get('nakatani-gen')?.names.ja).toBe('中谷元');
    expect(knowledge.coverage).toEqual({ from: '2025-03-30', to: '2025-03-30', consultations: 1 });
  });

  it('refuses faulty records with every error as an issue', () => {
    const fault = faultOf(() => loadKnowledge(folderOf(withEdit(theRecord, 'act: agreed', 'act: promised'))));
    expect(fault.code).toBe('knowledge');
    expect(fault.message).toContain('1 fault');
    expect(fault.issues[0]).toMatch(
      /^consultations\/2025\/2025-03-30-defense-ministerial\.yaml:11:10 act is "promised"/,
    );
  });

  it('tells the first faults in its message, each with file, line and fix, and how many more there are', () => {
    const one = folderOf(withEdit(theRecord, 'en: Japan–U.S. Defense Ministerial', 'en: *starred'));
    expect(faultOf(() => loadKnowledge(one)).message).toBe(
      `The records in ${one} have 1 fault:\n  ${one}/${theRecord}:3:27 is not valid YAML: *starred is an alias — put quotes around text that begins with *, or write out what the alias stands for`,
    );
    const many = withFiles({ 'words.yaml': '- x\n'.repeat(12) });
    expect(faultOf(() => loadKnowledge(folderOf(many))).message).toMatch(
      /\n {2}and 2 more: npm run knowledge:check shows them all$/,
    );
  });

  it.each(['no/such/folder', 'package.json', 'src'])('says what is wrong with the folder %s', (folder) => {
    const fault = faultOf(() => loadKnowledge(folder));
    expect(fault.code).toBe('knowledge');
    expect(fault.message).toContain(folder);
    expect(fault.message).toContain('KNOWLEDGE_DIR');
  });
});
