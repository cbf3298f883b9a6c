import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { KyogiError } from '../errors.ts';

/** One YAML file: its path inside the folder, with forward slashes, and its text. */
export type KnowledgeFile = { readonly path: string; readonly text: string };

/**
 * Every `.yaml` file at the top of `folder` and under its `consultations/`, by path. Other files are left alone: `unreadFiles` names them.
 * Throws a `knowledge` fault when the folder is missing or cannot be read.
 */
export function readKnowledgeFiles(folder: string): readonly KnowledgeFile[] {
  try {
    return pathsIn(folder).map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
  } catch (cause) {
    if (cause instanceof KyogiError) throw cause;
    throw new KyogiError('knowledge', `The knowledge folder ${folder} cannot be read: ${reason(cause)}.`, { cause });
  }
}

/**
 * Files under `folder` that look like records or lists and are not read: another ending (`.yml`, `.YAML`, `.yaml.txt`), or a folder too
 * deep. By path. What editors and systems leave behind is passed over.
 */
export function unreadFiles(folder: string): readonly string[] {
  const read = new Set(pathsIn(folder));
  const records = filesBelow(join(folder, 'consultations'), 'consultations/');
  const lists = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml\b/i.test(entry.name))
    .map(({ name }) => name);
  return [...records, ...lists].filter((path) => !read.has(path) && !isLeftOver(path)).sort();
}

function filesBelow(folder: string, prefix: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name), `${prefix}${entry.name}/`) : [prefix + entry.name],
  );
}

/** Hidden files, backups and locks of editors, what systems put into folders, and what is left of a merge. */
const isLeftOver = (path: string): boolean =>
  /(?:^|\/)(?:\.|#|~\$|(?:Thumbs\.db|desktop\.ini|Icon\r?)$)|(?:~|#|\.swp|\.swo|\.tmp|\.bak|\.orig|\.rej)$/i.test(path);

/** First 12 hex digits of the SHA-256 over every path and text, in path order. */
export function versionOf(files: readonly KnowledgeFile[]): string {
  const hash = createHash('sha256');
  for (const { path, text } of files) hash.update(`${path}\0${text}\0`);
  return hash.digest('hex').slice(0, 12);
}

/**
 * Changes whenever a file that would be read is added, removed, replaced or written to; costs no reading. Never throws: a folder
 * that cannot be looked at has a signature of its own.
 */
export function signatureOf(folder: string): string {
  try {
    const stats = [folder, ...pathsIn(folder).map((path) => join(folder, path))].map((path) => {
      const stat = statSync(path);
      return [path, stat.ino, ...(stat.isDirectory() ? [] : [stat.size, stat.mtimeMs])].join('\0');
    });
    return stats.join('\n');
  } catch (error) {
    return reason(error);
  }
}

function pathsIn(folder: string): string[] {
  return [...yamlNames(folder, ''), ...consultationPaths(folder)].sort();
}

function consultationPaths(folder: string): string[] {
  const root = join(folder, 'consultations');
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new KyogiError(
      'knowledge',
      `There is no knowledge folder at ${folder}: set KNOWLEDGE_DIR to the folder of records.`,
    );
  }
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new KyogiError(
      'knowledge',
      `${folder} holds no consultations/ folder: set KNOWLEDGE_DIR to a folder of records.`,
    );
  }
  const years = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [
    ...yamlNames(root, 'consultations/'),
    ...years.flatMap((year) => yamlNames(join(root, year.name), `consultations/${year.name}/`)),
  ];
}

function yamlNames(folder: string, prefix: string): string[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && !name.startsWith('.'))
    .map((name) => prefix + name);
}

const reason = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
