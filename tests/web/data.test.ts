import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ICAL from 'ical.js';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRoom, type Room } from './harness.ts';

let room: Room;
beforeAll(async () => {
  room = await openRoom();
});
afterAll(() => room.close());

const text = async (path: string) => (await room.get(path)).text();
// Data of our own server.
const json = async (path: string) => JSON.parse(await text(path));

describe('headers', () => {
  test('nothing but our own style and script may run, no cookie is set, every origin may read', async () => {
    const { headers } = await room.get('/en/', { origin: 'https://elsewhere.example' });
    expect(headers.get('content-security-policy')).toMatch(
      /default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/,
    );
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('an unchanged record is not sent again', async () => {
    for (const path of ['/en/consultations.csv', '/en/', '/api/ask?q=latest+2%2B2']) {
      const tag = (await room.get(path)).headers.get('etag') ?? '';
      expect(tag).toContain(room.desk.knowledge().version);
      const again = await room.get(path, { 'if-none-match': `"other", W/${tag}` });
      expect(again.status).toBe(304);
      expect(await again.text()).toBe('');
    }
  });

  test('a record that was swapped is sent anew at once', async () => {
    let version = 'first';
    const swapped = await openRoom({
      desk: () => ({ ...room.desk, knowledge: () => ({ ...room.desk.knowledge(), version }) }),
    });
    const path = '/en/frameworks/scc';
    const before = await swapped.get(path);
    expect(await before.text()).toContain('<code>first</code>');
    version = 'second';
    const after = await swapped.get(path, { 'if-none-match': before.headers.get('etag') ?? '' });
    expect(after.status).toBe(200);
    expect(await after.text()).toContain('<code>second</code>');
    await swapped.close();
  });

  test('a page that is not there carries no tag', async () => {
    expect((await room.get('/en/nope')).headers.get('etag')).toBeNull();
  });

  test('HEAD has the headers of GET and no body', async () => {
    const response = await room.request('/en/consultations.csv', { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/csv');
    expect(await response.text()).toBe('');
  });
});

describe('CSV', () => {
  test('holds the whole list with a byte order mark and CRLF', async () => {
    const bytes = new Uint8Array(await (await room.get('/ja/consultations.csv')).arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = new TextDecoder().decode(bytes).trimEnd().split('\r\n');
    expect(rows).toHaveLength(room.desk.knowledge().consultations.length + 1);
    expect(rows[0]).toMatch(/^id,date,from,to,title,/);
  });

  test('of a consultation has a row for each statement with its pages', async () => {
    const rows = (await text('/en/consultations/2024-07-28-scc.csv')).trimEnd().split('\r\n');
    const outcomes = room.desk.knowledge().consultations.find(({ id }) => id === '2024-07-28-scc')?.outcomes;
    expect(rows).toHaveLength((outcomes?.length ?? 0) + 1);
    expect(rows.slice(1).every((row) => row.includes('https://'))).toBe(true);
  });

  test('a cell never opens as a formula', async () => {
    const { csvOf } = await import('../../adapters/web/formats/csv.ts');
    expect(csvOf({ columns: ['a'], rows: [['=1+1'], ['@x'], ['plain']] })).toBe("\ufeffa\r\n'=1+1\r\n'@x\r\nplain\r\n");
  });
});

describe('the API', () => {
  test('answers as the command line’s JSON does', async () => {
    const answer = await json('/api/ask?q=who+met+in+March+2025');
    expect(answer).toMatchObject({ status: 'answered', language: 'en', question: { intent: 'who' } });
    expect(answer.statements.every(({ citations }: { citations: number[] }) => citations.length > 0)).toBe(true);
    expect((await json(`/api/ask?q=${encodeURIComponent('直近の2+2')}`)).language).toBe('ja');
    expect((await json(`/api/ask?q=${encodeURIComponent('直近の2+2')}&lang=en`)).language).toBe('en');
  });

  test('questions are counted by kind and outcome, on pages and in the API', async () => {
    const counted: string[] = [];
    const metrics = {
      onAsk: (ask: { platform: string; intent: string; status: string }) =>
        counted.push(`${ask.platform} ${ask.intent} ${ask.status}`),
      onThrottled: () => {},
    };
    const watched = await openRoom({ metrics });
    await watched.get('/en/ask?q=who+met+in+March+2025');
    await watched.get('/api/ask?q=who+met+on+Mars+in+2025');
    await watched.get('/en/about');
    expect(counted).toEqual(['web who answered', 'web who not-found']);
    await watched.close();
  });

  test('completes what is being typed', async () => {
    const suggestions = await json('/api/suggest?q=who+met+Heg&lang=en');
    expect(suggestions.length).toBeGreaterThan(1);
    expect(suggestions[0]).toEqual({ label: expect.any(String), value: expect.any(String) });
  });

  test.each([
    ['/api/ask', 'no-question'],
    ['/api/ask?q=x&lang=fr', 'unknown-filter'],
    ['/api/ask?q=x&format=xml', 'unknown-parameter'],
    ['/api/ask?q=2%2B2&day=today', 'bad-period'],
    ['/api/nope', 'not-found'],
  ])('%s is a problem: %s', async (path, kind) => {
    const response = await room.get(path);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await response.json()).toMatchObject({ kind });
  });

  test('an address that asks too much is told when to come back, and others are not held up', async () => {
    const small = await openRoom({ perMinute: 3, proxies: 1 });
    const as = (client: string) => small.get('/en/about', { 'x-forwarded-for': `6.6.6.6, ${client}` });
    for (let n = 0; n < 3; n += 1) expect((await as('1.2.3.4')).status).toBe(200);
    const refused = await as('1.2.3.4');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('20');
    expect((await as('1.2.3.5')).status).toBe(200);
    await small.close();
  });
});

type Schema = { paths: Record<string, { get: Operation }>; components: { schemas: object } };
type Operation = { responses: Record<string, { content?: Record<string, { schema: object }> }> };

describe('OpenAPI', () => {
  test('is valid, and the file in docs/ is what is served', async () => {
    const served = await json('/api/openapi.json');
    const { valid, errors } = await new Validator().validate(structuredClone(served));
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    const kept = JSON.parse(readFileSync(join(import.meta.dirname, '../../docs/openapi.json'), 'utf8'));
    expect({ ...kept, servers: [] }).toEqual({ ...served, servers: [] });
  });

  test('every answer is as it says', async () => {
    const described: Schema = await json('/api/openapi.json');
    const ajv = new Ajv2020({ strict: false, formats: { date: true, uri: true } });
    ajv.addSchema({ $id: 'api', components: described.components });
    const examples: Record<string, string> = {
      consultation: '2024-07-28-scc',
      framework: 'scc',
      person: 'ishiba-shigeru',
      topic: 'command-and-control',
      period: '2025-03',
    };
    const paths = Object.entries(described.paths);
    expect(paths.length).toBeGreaterThan(30);
    for (const [path, { get }] of paths) {
      const query = path === '/api/ask' ? '?q=who+met+in+March+2025' : '';
      const address = path.replace('{language}', 'ja').replace(/\{(\w+)\}/, (_, name) => examples[name] ?? '');
      const response = await room.get(address + query);
      expect({ address, status: response.status }).toEqual({ address, status: 200 });
      const [[type, { schema }] = ['', { schema: {} }]] = Object.entries(get.responses['200']?.content ?? {});
      expect(response.headers.get('content-type')).toContain(type);
      if (type !== 'application/json') continue;
      const check = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/')));
      const body = await response.json();
      expect({ address, errors: check(body) ? [] : check.errors }).toEqual({ address, errors: [] });
    }
  });
});

describe('Atom', () => {
  test.each(['consultations.atom', 'frameworks/scc.atom', 'on-this-day.atom', 'topics/taiwan-strait.atom'])(
    '%s has what RFC 4287 wants of a feed and its entries',
    async (path) => {
      const feed = parse(await text(`/ja/${path}`));
      const own = (name: string) => feed.querySelectorAll(`feed > ${name}`);
      for (const name of ['id', 'title', 'updated', 'author']) expect(own(name)).toHaveLength(1);
      expect(own('link[rel=self]')[0]?.getAttribute('href')).toBe(`http://localhost:1/ja/${path}`);
      const entries = own('entry');
      expect(entries.length).toBeGreaterThan(0);
      const ids = entries.map((entry) => entry.querySelector('id')?.text);
      expect(new Set(ids).size).toBe(entries.length);
      for (const entry of entries) {
        for (const name of ['id', 'title', 'updated']) expect(entry.querySelectorAll(`> ${name}`)).toHaveLength(1);
        expect(entry.querySelector('updated')?.text).toMatch(/^\d{4}-\d{2}-\d{2}T/);
      }
    },
  );

  test('tells of changes newest first', async () => {
    const feed = parse(await text('/en/consultations.atom'));
    const days = feed.querySelectorAll('entry > updated').map((each) => each.text);
    expect(days).toEqual(days.toSorted().reverse());
  });
});

describe('calendars', () => {
  const events = async (path: string) => {
    const calendar = new ICAL.Component(ICAL.parse(await text(path)));
    return calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
  };

  test('show a consultation on its day at the venue, for as long as it took', async () => {
    const list = await events('/en/consultations.ics');
    expect(list).toHaveLength(room.desk.knowledge().consultations.length);
    const scc = list.find(({ uid }) => uid === '2024-07-28-scc-en@kyogi');
    expect(scc?.startDate.isDate).toBe(true);
    expect([scc?.startDate.toString(), scc?.endDate.toString()]).toEqual(['2024-07-28', '2024-07-29']);
    expect(scc?.component.getFirstPropertyValue('url')).toBe('http://localhost:1/en/consultations/2024-07-28-scc');
  });

  test('have the title of their page as their name, without what would need an escape', async () => {
    const path = '/en/consultations.ics?framework=scc&from=2024-01-01&to=2024-12-31&level=2%2B2';
    const name = new ICAL.Component(ICAL.parse(await text(path))).getFirstPropertyValue('name');
    expect(name).toBe('Consultations: 2024 · Japan–U.S. Security Consultative Committee (“2+2”) · “2+2” – Kyōgi');
  });

  test('no line is longer than 75 bytes', async () => {
    const lines = (await text('/ja/consultations.ics')).split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  });

  test('a revision raises the sequence', async () => {
    const revised = room.desk.knowledge().consultations.find(({ revisedOn }) => revisedOn !== undefined);
    const event = (await events('/en/consultations.ics')).find(({ uid }) => uid === `${revised?.id}-en@kyogi`);
    expect(event?.sequence).toBeGreaterThan(0);
  });

  test('anniversaries come back every year', async () => {
    const [event] = await events('/en/on-this-day.ics?framework=scc');
    expect(event?.isRecurring()).toBe(true);
  });
});

describe('pictures', () => {
  test('a framework’s timeline is drawn', async () => {
    const response = await room.get('/ja/frameworks/scc.svg');
    expect(response.headers.get('content-type')).toContain('image/svg+xml');
    expect(await response.text()).toMatch(/^<svg /);
  });

  test('a page without records has none', async () => {
    expect((await room.get('/ja/about.svg')).status).toBe(404);
  });
});
