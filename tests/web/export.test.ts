import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportSite } from '../../adapters/web/export.ts';
import { createDesk, type Desk } from '../../src/desk.ts';
import { realDesk } from './harness.ts';

/** The newest consultations of the record with the people in them. */
async function fewConsultations(): Promise<Desk> {
  const knowledge = realDesk().knowledge();
  const consultations = knowledge.consultations.slice(-8);
  const present = new Set(consultations.flatMap(({ participants }) => participants.map(({ person }) => person)));
  const people = new Map([...knowledge.people].filter(([id]) => present.has(id)));
  return createDesk({ ...knowledge, consultations, people });
}

async function exported(desk: Desk, publicUrl?: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for await (const { path, body } of exportSite(desk, { zone: 'Asia/Tokyo', publicUrl })) files.set(path, body);
  return files;
}

describe('the static copy', () => {
  let desk: Desk;
  let files: Map<string, string>;
  beforeAll(async () => {
    desk = await fewConsultations();
    files = await exported(desk, 'https://example.org/record');
  });

  test('every link inside it leads to a file of it, and every fragment to a place on its page', () => {
    const missing: string[] = [];
    for (const [path, body] of files) {
      if (!path.endsWith('.html')) continue;
      const html = parse(body);
      for (const element of html.querySelectorAll('a[href], link[rel=stylesheet], link[type], img[src]')) {
        const link = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
        if (/^(?:https?|mailto):/.test(link)) continue;
        if (link.startsWith('#')) {
          if (html.querySelector(link) === null) missing.push(`${path} ${link}`);
          continue;
        }
        const [target = ''] = link.replace('/record/', '').split('?');
        const file = target.endsWith('/') || target === '' ? posix.join(target, 'index.html') : target;
        if (!link.startsWith('/record/') || !files.has(file)) missing.push(`${path} → ${link}`);
      }
    }
    expect(missing).toEqual([]);
  });

  test('has a page in both languages, data and feeds of everything on record', () => {
    const [first] = desk.knowledge().consultations;
    for (const language of ['ja', 'en']) {
      for (const format of ['html', 'json', 'csv'])
        expect(files.has(`${language}/consultations/${first?.id}.${format}`)).toBe(true);
      for (const format of ['html', 'json', 'csv', 'atom', 'ics', 'svg'])
        expect(files.has(`${language}/frameworks/scc.${format}`)).toBe(true);
    }
    expect(files.get('sitemap.xml')).toContain('<loc>https://example.org/record/ja/frameworks/scc.html</loc>');
  });

  test('asks nothing of a server: no form, no script', () => {
    for (const [path, body] of files) if (path.endsWith('.html')) expect(body).not.toMatch(/<form|<script src/);
  });

  test('is the same bytes each time', async () => {
    expect(await exported(desk, 'https://example.org/record')).toEqual(files);
  });
});

describe('npm run site', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kyogi-site-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('leaves a folder alone that holds anything else', () => {
    const file = join(folder, 'mine.txt');
    writeFileSync(file, 'mine');
    const root = join(import.meta.dirname, '../..');
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'tools/site.ts'), '--out', dirname(file)], {
      encoding: 'utf8',
    });
    expect(status).toBe(2);
    expect(stderr).toContain('holds something else');
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(existsSync(join(folder, 'en'))).toBe(false);
  });
});
