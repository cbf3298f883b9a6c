import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { VARIABLES } from '../../src/config/variables.ts';
import { guideBlocks, root } from './guide.ts';

const DOCUMENTS = ['README.md', 'SECURITY.md', 'CONTRIBUTING.md', 'docs/setup.md', 'docs/operating.md'];
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** The anchor that GitHub gives a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}

const anchorsIn = (file: string) =>
  [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

describe.each(DOCUMENTS)('%s', (file) => {
  test('names only commands that there are', () => {
    const named = [...read(file).matchAll(/npm run (?:--silent )?([a-z][a-z:-]*)/g)].map(([, script = '']) => script);
    expect(named.filter((script) => !(script in manifest.scripts))).toEqual([]);
  });

  test('links to files and headings that there are', () => {
    const broken = [...read(file).matchAll(/\]\((?!https?:)([^)\s#]*)(?:#([^)\s]+))?\)/g)].filter(
      ([, path, anchor]) => {
        const target = path ? relative(root, join(root, dirname(file), path)) : file;
        if (!existsSync(join(root, target))) return true;
        return anchor !== undefined && target.endsWith('.md') && !anchorsIn(target).includes(anchor);
      },
    );
    expect(broken.map(([link]) => link)).toEqual([]);
  });
});

describe('the set-up guide', () => {
  test('sets only settings that there are', () => {
    const set = guideBlocks()
      .filter(({ language }) => language === 'ini')
      .flatMap(({ text }) => [...text.matchAll(/^([A-Z_]+)=/gm)].map(([, name = '']) => name));
    expect(set).toContain('DISCORD_TOKEN');
    expect(set.filter((name) => !(name in VARIABLES))).toEqual([]);
  });
});

describe('.dockerignore', () => {
  test('lets through all that the container file copies, and nothing else', () => {
    const passed = read('.dockerignore')
      .split('\n')
      .flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []));
    const copied = [...read('deploy/Containerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names = '']) =>
      names.split(' ').map((name) => name.replace(/^\.\//, '')),
    );
    expect(new Set(passed)).toEqual(new Set(copied));
  });
});
