import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'kyogi-bench-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, lines: readonly (string | object)[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  return path;
}

function bench(...args: string[]) {
  return spawnSync(process.execPath, ['tests/bench/search.ts', ...args], { encoding: 'utf8' });
}

const passages = file('passages.jsonl', [
  { id: 'a', title: '題', text: '拡大抑止の協議を開いた。' },
  { id: 'b', text: 'The ministers discussed missile defense.' },
  { id: 'c', title: null, text: '台湾海峡の平和と安定。' },
]);
const queries = file('queries.jsonl', [
  { text: '拡大抑止', relevant: ['a'] },
  '',
  { text: 'missile defense', relevant: ['b'] },
  { text: '未収録', relevant: ['c'] },
]);

describe('npm run bench', () => {
  it('prints one JSON object with quality, build, heap and search times, and nothing else', () => {
    const { stdout, stderr, status } = bench('--passages', passages, '--queries', queries);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(1);
    const result = JSON.parse(stdout);
    expect(Object.keys(result)).toEqual([
      'mrr@10',
      'recall@1',
      'recall@5',
      'ndcg@10',
      'build_ms',
      'heap_mb',
      'p50_ms',
      'p99_ms',
    ]);
    // Two of the three questions are found, each at the first place.
    expect(result).toMatchObject({ 'mrr@10': 0.6667, 'recall@1': 0.6667, 'recall@5': 0.6667, 'ndcg@10': 0.6667 });
    for (const name of ['build_ms', 'heap_mb', 'p50_ms', 'p99_ms']) expect(result[name]).toBeTypeOf('number');
  });

  it('measures peers in the same run when asked to', () => {
    const { stdout } = bench('--passages', passages, '--queries', queries, '--peers');
    expect(Object.keys(JSON.parse(stdout).peers)).toEqual([
      'minisearch-as-shipped',
      'sqlite-fts5-trigram',
      'sqlite-fts5-our-terms',
      'flexsearch-cjk',
    ]);
  });

  it('says on stderr that a question has no passage to be found', () => {
    const lost = file('lost.jsonl', [{ text: '拡大抑止', relevant: ['zz'] }]);
    const { stdout, stderr, status } = bench('--passages', passages, '--queries', lost);
    expect(status).toBe(0);
    expect(stderr).toContain('1 queries have no relevant passage');
    expect(JSON.parse(stdout)['mrr@10']).toBe(0);
  });

  it.each([
    ['without passages', ['--queries', queries], '--passages is missing'],
    ['without queries', ['--passages', passages], '--queries is missing'],
    ['without anything', [], '--passages is missing'],
    ['with an unknown option', ['--passage', passages], "'--passage'"],
    ['with a file that is not there', ['--passages', join(folder, 'none'), '--queries', queries], '--passages'],
    [
      'with a line that is not JSON',
      ['--passages', file('broken', [{ id: 'a', text: 'b' }, '{"id":']), '--queries', queries],
      'broken, line 2: not JSON',
    ],
    [
      'with a field missing',
      ['--passages', file('short', [{ id: 'a' }]), '--queries', queries],
      'short, line 1: "text"',
    ],
    [
      'with an id twice',
      [
        '--passages',
        file('twice', [
          { id: 'a', text: 'b' },
          { id: 'a', text: 'c' },
        ]),
        '--queries',
        queries,
      ],
      'twice, line 2: the id "a" is taken by line 1',
    ],
    ['with no question', ['--passages', passages, '--queries', file('empty', [''])], 'the file holds no line'],
  ])('exits 2 %s, and says what is wrong', (_, args, problem) => {
    const { stdout, stderr, status } = bench(...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(problem);
  });
});
