import { afterEach } from 'vitest';
import { writeFolder } from './small-knowledge.ts';

const remove: (() => void)[] = [];
afterEach(() => {
  for (const clean of remove.splice(0)) clean();
});

/** Writes files into a fresh folder that is removed after the test. */
export function folderOf(files: readonly { path: string; text: string }[]): string {
  const { folder, remove: clean } = writeFolder(files);
  remove.push(clean);
  return folder;
}
