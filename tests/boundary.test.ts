import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const builtOnNothing = ['src/text', 'src/time', 'src/errors.ts', 'src/lists.ts', 'src/memo.ts', 'src/steps.ts'];

/** The way of a question through the core: a folder may look back along it, never ahead. */
const way = [
  'src/text',
  'src/time',
  'src/knowledge',
  'src/lexicon',
  'src/reading',
  'src/search',
  'src/answer',
] as const;

/** What stands above the way, and is built on all of it. */
const above = [
  'src/command-line',
  'src/completion',
  'src/conversation',
  'src/desk.ts',
  'src/open-desk.ts',
  'src/digest',
  'src/store',
  'src/timeline',
  'src/record',
  'src/command-line.ts',
];

/**
 * What a folder must not know although it may look back: search and answer take the query, not how it was read; the answer
 * takes what was found, not how.
 */
const kept: readonly (readonly [folder: string, from: string, but: readonly string[]])[] = [
  ['src/search', 'src/reading', ['src/reading/query.ts', 'src/reading/blank.ts']],
  ['src/answer', 'src/reading', ['src/reading/query.ts', 'src/reading/blank.ts']],
  ['src/answer', 'src/search', ['src/search/found.ts']],
  ['src/digest', 'src/reading', []],
  ['src/timeline', 'src/reading', []],
];

/** Every import of a TypeScript file below `folder`, as paths from the root (packages as written). */
function importsBelow(folder: string): { file: string; target: string }[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  return files.flatMap((name) => {
    const file = join(folder, name);
    const source = readFileSync(join(root, file), 'utf8');
    const targets = [...source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
    return targets.map((target) => ({
      file,
      target: target.startsWith('.') ? relative(root, resolve(root, dirname(file), target)) : target,
    }));
  });
}

const show = ({ file, target }: { file: string; target: string }) => `${file} → ${target}`;

describe('imports run one way', () => {
  test('the core imports nothing from adapters, tools or tests', () => {
    const wrong = importsBelow('src').filter(({ target }) => /^(?:adapters|tools|tests)\//.test(target));
    expect(wrong.map(show)).toEqual([]);
  });

  test('adapters import nothing from tools or tests', () => {
    const wrong = importsBelow('adapters').filter(({ target }) => /^(?:tools|tests)\//.test(target));
    expect(wrong.map(show)).toEqual([]);
  });

  test('adapters and tools take of the core what its folders offer', () => {
    const wrong = ['adapters', 'tools'].flatMap((folder) =>
      importsBelow(folder).filter(
        ({ target }) =>
          /^src\/[^/]+\/./.test(target) &&
          !target.startsWith('src/command-line/') &&
          !/^src\/[^/]+(?:\/draft)?\/index\.ts$/.test(target),
      ),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  test('what the chat platforms share knows none of them', () => {
    const wrong = importsBelow('adapters/chat').filter(
      ({ target }) =>
        /^(?:discord\.js|@discordjs\/|discord-api-types|@slack\/)/.test(target) ||
        (target.startsWith('adapters/') && !target.startsWith('adapters/chat/') && target !== 'adapters/adapter.ts'),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  test('the core imports no chat platform', () => {
    const wrong = importsBelow('src').filter(({ target }) =>
      /^(?:discord\.js|@discordjs\/|discord-api-types|@slack\/)/.test(target),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  test('a chat platform is a name to the core, which asks for none', () => {
    const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.ts') && !name.startsWith('config'),
    );
    const asking = files.filter((name) =>
      /(['"`])(?:discord|slack)\1/i.test(readFileSync(join(root, 'src', name), 'utf8')),
    );
    expect(asking).toEqual([]);
  });

  test('no platform adapter imports another', () => {
    const platforms = ['discord', 'slack', 'terminal', 'web', 'mcp'];
    const wrong = platforms.flatMap((platform) =>
      importsBelow(`adapters/${platform}`).filter(({ target }) =>
        platforms.some((other) => other !== platform && target.startsWith(`adapters/${other}/`)),
      ),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  test('text, time and errors build on nothing else of the core', () => {
    const wrong = builtOnNothing
      .filter((place) => !place.endsWith('.ts'))
      .flatMap((place) =>
        importsBelow(place).filter(
          ({ target }) => target.startsWith('src/') && !builtOnNothing.some((base) => target.startsWith(base)),
        ),
      );
    expect(wrong.map(show)).toEqual([]);
  });

  test.each(way.map((folder, at) => [folder, [...way.slice(at + 1), ...above]] as const))(
    '%s imports nothing downstream of it',
    (folder, downstream) => {
      const wrong = importsBelow(folder).filter(({ target }) => downstream.some((place) => target.startsWith(place)));
      expect(wrong.map(show)).toEqual([]);
    },
  );

  test.each(kept)('%s takes of %s only what it is given', (folder, from, but) => {
    const wrong = importsBelow(folder).filter(({ target }) => target.startsWith(`${from}/`) && !but.includes(target));
    expect(wrong.map(show)).toEqual([]);
  });

  test('the timeline is drawn from an answer, and knows neither store nor desk', () => {
    const wrong = importsBelow('src/timeline').filter(({ target }) =>
      ['src/store', 'src/search', 'src/reading', 'src/desk.ts'].some((place) => target.startsWith(place)),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  test('only src/config.ts reads the process environment', () => {
    const files = ['src', 'adapters', 'tools'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    );
    const readers = files.filter(
      (file) => file.endsWith('.ts') && readFileSync(join(root, file), 'utf8').includes('process.env'),
    );
    expect(readers).toEqual(['src/config.ts']);
  });
});
