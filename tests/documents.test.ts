import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const documents = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** Bytes: a page with eight of them opens at once. */
const MOST = 150_000;

/** Every picture of a document with its text alternative. */
const pictures = documents.flatMap((document) =>
  [...readFileSync(join(root, document), 'utf8').matchAll(/!\[([^\]]*)\]\((?!https?:)([^)\s]+)\)/g)].map(
    ([, alt = '', path = '']) => ({ document, alt, file: resolve(root, dirname(document), path) }),
  ),
);

describe('the pictures of the documents', () => {
  test('exist, are told in words and are small', () => {
    expect(pictures).not.toEqual([]);
    for (const { document, alt, file } of pictures) {
      const name = `${document}: ${relative(root, file)}`;
      expect(existsSync(file), `${name} exists`).toBe(true);
      expect(alt.length, `${name} has a text alternative`).toBeGreaterThan(20);
      expect(statSync(file).size, `${name} is small`).toBeLessThanOrEqual(MOST);
    }
  });

  test('are all named in a document', () => {
    const named = new Set(pictures.map(({ file }) => file));
    const there = readdirSync(join(root, 'docs/pictures')).map((name) => join(root, 'docs/pictures', name));
    expect(there.filter((file) => file.endsWith('.png') && !named.has(file))).toEqual([]);
  });
});
