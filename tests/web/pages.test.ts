import fc from 'fast-check';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRoom, type Room } from './harness.ts';

let room: Room;
beforeAll(async () => {
  room = await openRoom({ publicUrl: 'https://example.org/kyogi', contact: 'mailto:record@example.org' });
});
afterAll(() => room.close());

const seen = new Map<string, ReturnType<typeof visit>>();

/** A page, asked for once. */
function page(path: string): ReturnType<typeof visit> {
  const visited = seen.get(path) ?? visit(path);
  seen.set(path, visited);
  return visited;
}

async function visit(path: string) {
  const response = await room.get(path);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, html: parse(text) };
}

/** One page of each kind. */
const KINDS = [
  '',
  'ask?q=2025-03%202%2B2',
  'consultations',
  'consultations?framework=scc&order=oldest',
  'consultations/2025-03-30-defense-ministerial',
  'frameworks',
  'frameworks/scc',
  'people',
  'people/hegseth-pete',
  'topics',
  'topics/command-and-control',
  'periods',
  'periods/2025',
  'periods/2025-03',
  'on-this-day',
  'about',
];

describe.each(['ja', 'en'])('pages in %s', (language) => {
  test.each(KINDS)(
    '/%s has its language, one heading, a description, both languages and no inline code',
    async (path) => {
      const { status, html } = await page(`/${language}/${path}`);
      expect(status).toBe(200);
      expect(html.querySelector('html')?.getAttribute('lang')).toBe(language);
      expect(html.querySelectorAll('h1')).toHaveLength(1);
      expect(html.querySelector('title')?.text.length).toBeGreaterThan(5);
      expect(html.querySelector('meta[name=description]')?.getAttribute('content')).not.toBe('');
      expect(html.querySelectorAll('link[hreflang]').map((each) => each.getAttribute('hreflang'))).toEqual([
        'ja',
        'en',
        'x-default',
      ]);
      expect(html.querySelector('link[rel=canonical]')?.getAttribute('href')).toMatch(
        /^https:\/\/example\.org\/kyogi\//,
      );
      expect(html.querySelectorAll('[style], [onclick], script:not([src]):not([type])')).toEqual([]);
    },
  );

  test('headings go down one level at a time', async () => {
    for (const path of KINDS) {
      const { html } = await page(`/${language}/${path}`);
      const levels = html.querySelectorAll('h1, h2, h3, h4').map(({ tagName }) => Number(tagName.slice(1)));
      const jumps = levels.filter((level, at) => level - (levels[at - 1] ?? 0) > 1);
      expect({ path, jumps }).toEqual({ path, jumps: [] });
    }
  });

  test('every mark of a citation leads to a source on the same page', async () => {
    for (const path of KINDS) {
      const { html } = await page(`/${language}/${path}`);
      const missing = html
        .querySelectorAll('a.mark')
        .filter((mark) => html.querySelector(mark.getAttribute('href') ?? '') === null);
      expect({ path, missing: missing.length }).toEqual({ path, missing: 0 });
    }
  });

  test('no page names an id where a name belongs', async () => {
    for (const path of KINDS) {
      const { html } = await page(`/${language}/${path}`);
      expect(html.querySelector('main')?.structuredText).not.toMatch(/undefined|\[object|\bnull\b|NaN/);
    }
  });
});

describe('the first page', () => {
  test.each([
    ['ja', '/kyogi/ja/'],
    ['ja-JP,ja;q=0.9,en;q=0.5', '/kyogi/ja/'],
    ['en-GB;q=0.4, ja;q=0.3', '/kyogi/en/'],
    ['fr', '/kyogi/en/'],
    ['', '/kyogi/en/'],
    ['ja;q=0, en', '/kyogi/en/'],
  ])('a browser that asks for “%s” is sent to %s', async (accept, location) => {
    const response = await room.get('/', { 'accept-language': accept });
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe(location);
    expect(response.headers.get('vary')).toContain('Accept-Language');
  });
});

describe('the answer page', () => {
  test('says the same statements as the desk says in chat', async () => {
    const question = 'who attended the defense ministerial in March 2025';
    const answer = room.desk.ask({
      text: question,
      clock: { now: Temporal.Instant.from('2026-11-30T03:00:00Z'), zone: 'Asia/Tokyo' },
    });
    const { html } = await page(`/en/ask?q=${encodeURIComponent(question)}`);
    expect(html.querySelector('.headline')?.text).toContain(answer.headline.text);
    for (const { url } of answer.citations) expect(html.querySelector(`.sources a[href="${url}"]`)).not.toBeNull();
  });

  test.each(['/en/ask?q=compare+2023+and+2024+on+Taiwan', '/ja/ask?q=台湾について2023年と2024年を比べて'])(
    'sets the sides of a comparison side by side, what is common below: %s',
    async (path) => {
      const { html } = await page(encodeURI(path));
      const names = html.querySelectorAll('.sides h2').map(({ text }) => text.replace('年', ''));
      expect(names).toEqual(['2023', '2024']);
      expect(html.querySelectorAll('.sides h2 a')).toEqual([]);
      expect(html.querySelector('.sides + h2')?.text).toMatch(/^(?:In common|共通点)$/);
    },
  );

  test('keeps in its link the day that “last month” was reckoned from', async () => {
    const { html } = await page('/en/ask?q=who+met+last+month');
    const link = html.querySelector('.permalink a')?.getAttribute('href');
    expect(link).toBe('/kyogi/en/ask?q=who+met+last+month&day=2026-11-30');
    const earlier = await page('/en/ask?q=who+met+last+month&day=2025-04-10');
    expect(earlier.html.querySelector('.headline')?.text).toContain('March 2025');
  });

  test('answers in the language of its address', async () => {
    const { html } = await page('/ja/ask?q=when+was+the+latest+2%2B2');
    expect(html.querySelector('.headline')?.text).toMatch(/2024年7月28日/);
  });

  test('shows markup in a question as text', async () => {
    const { text } = await page(`/en/ask?q=${encodeURIComponent('<img src=x onerror=alert(1)> "2+2" </title>')}`);
    expect(text).not.toContain('<img src=x');
    expect(text).toContain('&lt;img');
  });

  test('turns its pages', async () => {
    const first = await page('/en/ask?q=list+the+consultations+of+2024');
    const next = first.html.querySelector('a[rel=next]')?.getAttribute('href')?.replace('/kyogi', '') ?? '';
    expect((await page(next)).html.querySelector('a[rel=prev]')).not.toBeNull();
    expect((await page('/en/ask?q=list+the+consultations+of+2024&page=99')).status).toBe(404);
  });
});

describe('the consultation page', () => {
  test('has every statement with its marks, the participants, and JSON-LD of an event', async () => {
    const { html } = await page('/en/consultations/2024-07-28-scc');
    const outcomes = html.querySelectorAll('.outcomes > li');
    const onRecord = room.desk.knowledge().consultations.find(({ id }) => id === '2024-07-28-scc');
    expect(outcomes).toHaveLength(onRecord?.outcomes.length ?? 0);
    expect(outcomes.every((each) => each.querySelector('a.mark') !== null)).toBe(true);
    expect(html.querySelectorAll('.people li')).toHaveLength(onRecord?.participants.length ?? 0);
    const event = JSON.parse(html.querySelector('script[type="application/ld+json"]')?.text ?? '{}');
    expect(event).toMatchObject({ '@type': 'Event', startDate: '2024-07-28', location: { '@type': 'Place' } });
  });

  test('leads to the one before and the one after in its framework', async () => {
    const { html } = await page('/en/consultations/2024-07-28-scc');
    const earlier = html.querySelector('.neighbours a')?.getAttribute('href')?.replace('/kyogi', '') ?? '';
    const before = await page(earlier);
    expect(before.html.querySelector('.neighbours')?.outerHTML).toContain('/consultations/2024-07-28-scc');
  });
});

describe('filters', () => {
  test('a form’s empty fields and words for a period lead to one stable address', async () => {
    const response = await room.get('/en/consultations?period=fiscal+2024&framework=2%2B2&topic=&order=');
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe(
      '/kyogi/en/consultations?framework=scc&from=2024-04-01&to=2025-03-31',
    );
  });

  test('names of campaigns do not count as filters', async () => {
    const response = await room.get('/en/consultations?utm_source=x');
    expect(response.headers.get('location')).toBe('/kyogi/en/consultations');
  });

  test('all of several kinds must match', async () => {
    const { html } = await page(
      '/en/consultations?person=hegseth-pete&country=JP&level=ministers&from=2025-01-01&to=2025-12-31',
    );
    const links = html.querySelectorAll('.rows .what a').map((each) => each.getAttribute('href'));
    expect(links.length).toBeGreaterThan(1);
    expect(links.every((link) => link?.includes('/consultations/2025-'))).toBe(true);
  });
});

describe('bad input', () => {
  test.each([
    ['/en/nope', 404],
    ['/nope', 404],
    ['/en/consultations/no-such', 404],
    ['/en/consultations/2024-07-28-scc/more', 404],
    ['/en/frameworks/__proto__', 404],
    ['/en/constructor', 404],
    ['/en/periods/2025-13', 404],
    ['/en/periods/1999', 404],
    ['/en/%ff', 400],
    ['/en/%00', 404],
    ['/en/consultations?framework=zzz', 400],
    ['/en/consultations?level=king', 400],
    ['/en/consultations?period=soon-ish', 400],
    ['/en/consultations?from=2025-02-30', 400],
    ['/en/consultations?from=2026-01-01&to=2025-01-01', 400],
    ['/en/consultations?page=0', 404],
    ['/en/consultations?page=999999', 404],
    ['/en/consultations?page=1e3', 404],
    ['/en/consultations?limit=5', 400],
    ['/en/about?x=1', 400],
    ['/en/ask', 400],
    [`/en/ask?q=${'x'.repeat(501)}`, 400],
    ['/en/ask?q=2%2B2&day=2025-03', 400],
    [`/en/consultations?${'topic=taiwan-strait&'.repeat(11)}`, 400],
    ['/assets/../package.json', 404],
  ])('%s gets a page that says what is wrong, with status %i', async (path, status) => {
    const { status: got, text, html, headers } = await page(path);
    expect(got).toBe(status);
    if (headers.get('content-type')?.startsWith('text/html')) {
      expect(html.querySelector('h1')?.text.length).toBeGreaterThan(3);
      expect(headers.get('cache-control')).toBe('no-store');
    }
    expect(text).not.toMatch(/at \w+ \(|node_modules|\.ts:\d/);
    expect(room.errors).toEqual([]);
  });

  test('says it in the language of the address, with what is near', async () => {
    const { html } = await page('/ja/consultations?framework=防衛相会談と外相会談');
    expect(html.querySelector('main')?.text).toMatch(/は記録にありません（近いもの：.*防衛相会談/);
  });

  test('programs get the same as RFC 9457', async () => {
    const response = await room.get('/ja/consultations.json?level=king');
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({ status: 400, kind: 'unknown-filter', type: 'about:blank' });
  });

  test('no path and no query brings a fault of ours or shows its inside', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'consultations',
        'frameworks',
        'ask',
        'people',
        'periods',
        'on-this-day',
        'scc',
        '2025-03',
        '.json',
        '.csv',
        '..',
        '%',
        '\u0000',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    );
    const name = fc.constantFrom(
      'q',
      'framework',
      'topic',
      'person',
      'from',
      'to',
      'period',
      'page',
      'order',
      'day',
      'lang',
      '__proto__',
    );
    const pairs = fc.array(
      fc.tuple(name, fc.oneof(piece, fc.constantFrom('2025', "' OR 1=1 --", '<script>', '2+2', '=1+1'))),
      { maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('ja', 'en', 'api'),
        fc.array(piece, { maxLength: 3 }),
        pairs,
        async (first, rest, query) => {
          const path = [first, ...rest.map((each) => encodeURIComponent(each.toWellFormed()))].join('/');
          const search = new URLSearchParams(
            query.map(([key, value]): [string, string] => [key, value.toWellFormed()]),
          );
          const response = await room.get(`/${path}?${search}`);
          const text = await response.text();
          expect(response.status).toBeLessThan(500);
          expect(text).not.toMatch(/<script>|node_modules|\.ts:\d/);
        },
      ),
      { numRuns: 60 },
    );
    expect(room.errors).toEqual([]);
  });

  test('nothing can be written', async () => {
    const response = await room.request('/en/', { method: 'POST', body: 'x' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });

  test('a fault of ours is logged and told without its inside', async () => {
    const broken = await openRoom({
      desk: () => ({
        ...room.desk,
        examples: () => {
          throw new Error('inside');
        },
      }),
    });
    const response = await broken.get('/en/');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('inside');
    expect(broken.errors).toHaveLength(1);
    await broken.close();
  });
});
