import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

/** A fenced block of the set-up guide. */
export type Block = { readonly section: string; readonly language: string; readonly text: string };

/** Every fenced block of docs/setup.md with the heading that it stands under, in order. */
export function guideBlocks(text: string = readFileSync(join(root, 'docs/setup.md'), 'utf8')): readonly Block[] {
  let section = '';
  const blocks: Block[] = [];
  let open: { language: string; indent: number; lines: string[] } | undefined;
  for (const line of text.split('\n')) {
    const fence = /^( *)```(\w*)$/.exec(line);
    if (fence !== null && open === undefined)
      open = { language: fence[2] ?? '', indent: fence[1]?.length ?? 0, lines: [] };
    else if (fence !== null && open !== undefined) {
      blocks.push({ section, language: open.language, text: open.lines.join('\n') });
      open = undefined;
    } else if (open !== undefined) open.lines.push(line.slice(open.indent));
    else section = /^#+ (?:\d+\. )?(.+)$/.exec(line)?.[1] ?? section;
  }
  return blocks;
}

/** The blocks of a section in a language. @throws when there is none, so that a renamed heading is noticed. */
export function blocksOf(section: string, language: string): readonly string[] {
  const found = guideBlocks().filter((block) => block.section === section && block.language === language);
  if (found.length === 0) throw new Error(`docs/setup.md has no ${language} block under "${section}".`);
  return found.map(({ text }) => text);
}

/** The names of the settings that a section puts into `.env`. */
export function settingsOf(section: string): readonly string[] {
  return blocksOf(section, 'ini').flatMap((text) => [...text.matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1] ?? ''));
}
