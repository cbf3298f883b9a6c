import { relative } from 'node:path';
import { loadConfig } from '../../src/config.ts';

/** The folder that was named, else the configured one (KNOWLEDGE_DIR, by default `knowledge`), written from where the command runs when it lies there. */
export async function folderOf(named: string | undefined): Promise<string> {
  const folder = named ?? loadConfig().knowledgeDir;
  const near = relative('', folder);
  return near === '' ? '.' : near.startsWith('..') ? folder : near;
}
