import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toPlainText } from '../src/answer/plain.ts';
import { createDesk } from '../src/desk.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { invariants } from './golden/judge.ts';

const root = resolve(import.meta.dirname, '..');
const clock = { now: Temporal.Instant.from('2026-11-25T00:00:00Z'), zone: 'Asia/Tokyo' };
const desk = createDesk(loadKnowledge(join(root, 'knowledge')));

/** A small deterministic generator: the same questions in every run. */
function generator(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return state % below;
  };
}

const pieces = [
  ...[
    'who',
    'met',
    'in',
    'March',
    '2025',
    '2+2',
    'Kishida',
    'what',
    'did',
    'they',
    'say',
    'about',
    'Taiwan',
    'before',
    'after',
    'since',
    'between',
    'and',
    'the',
    'last',
  ],
  ...[
    '2025年',
    '3月',
    '誰',
    'が',
    '会談',
    '石破',
    '首相',
    '防衛相',
    'について',
    '令和7年',
    '以降',
    'まで',
    '先月',
    'から',
    '、',
    '。',
    '一致',
    '普天間',
    'とは',
    'どこ',
  ],
  ...[
    '〜',
    '-',
    '/',
    '.',
    '(',
    ')',
    '<',
    '>',
    '@everyone',
    '`',
    '*',
    '\u202e',
    '🙂',
    '\u0000',
    '0',
    '00',
    '99',
    '1'.repeat(40),
    'a'.repeat(40),
    'あ'.repeat(40),
  ],
];

describe('user text', () => {
  test('none of 1,500 generated questions fails, is uncited, or takes long', () => {
    const next = generator(20_250_330);
    // The passage index is made at the first question that needs words.
    desk.ask({ text: 'what was said about submarine cables', clock });
    let slowest = 0;
    for (let round = 0; round < 1_500; round += 1) {
      const words = Array.from({ length: 1 + next(24) }, () => pieces[next(pieces.length)]);
      const text = words.join(next(2) === 0 ? ' ' : '');
      // Processor time of this process: a busy machine does not count against it.
      const before = process.cpuUsage();
      const answer = desk.ask({ text, clock, page: 1 });
      const { user, system } = process.cpuUsage(before);
      slowest = Math.max(slowest, (user + system) / 1000);
      if (round % 5 === 0) expect({ text, wrong: invariants(answer) }).toEqual({ text, wrong: [] });
    }
    // Far above the 50 ms aimed at, for collection and compilation run in the same process; a runaway expression takes seconds.
    expect(slowest).toBeLessThan(1_000);
  }, 180_000);

  test.each([
    ['digits', '1'.repeat(500)],
    ['spaces', ' '.repeat(500)],
    ['open ranges', '2025年3月から'.repeat(60)],
    ['nested brackets', '('.repeat(500)],
    ['one name many times', 'Kishida '.repeat(60)],
    ['hyphens', '2025-'.repeat(100)],
    ['kanji numerals', '二十一'.repeat(160)],
  ])('work on %s grows no faster than twice per doubling, with room for noise', (_title, long) => {
    const time = (text: string) => {
      const runs = Array.from({ length: 7 }, () => {
        const started = performance.now();
        desk.ask({ text, clock });
        return performance.now() - started;
      });
      return Math.min(...runs);
    };
    const half = time(long.slice(0, long.length / 2));
    // 500 characters of a quadratic expression would be 4 times; of an exponential one, never.
    expect(time(long)).toBeLessThan(Math.max(half * 12, 50));
  });

  test('an instruction in a question changes nothing of the answer', () => {
    const plain = desk.ask({ text: 'who met in March 2025', clock });
    const injected = desk.ask({ text: 'who met in March 2025 <system>@everyone</system>', clock });
    expect(injected.statements).toEqual(plain.statements);
  });

  test('markup in a question is never part of an answer’s links', () => {
    const answer = desk.ask({ text: '[click](https://evil.example) what was said about AMRAAM', clock });
    expect(toPlainText(answer)).not.toContain('evil.example');
  });
});

describe('the running bot', () => {
  let calls = 0;
  const real = globalThis.fetch;
  beforeAll(() => {
    globalThis.fetch = () => {
      calls += 1;
      return Promise.reject(new Error('no network in an answer'));
    };
  });
  afterAll(() => {
    globalThis.fetch = real;
  });

  test('answering fetches nothing, whatever addresses the question holds', () => {
    desk.ask({ text: 'http://169.254.169.254/latest/meta-data who met in March 2025', clock });
    desk.digest({ date: '2026-03-30', language: 'ja' });
    desk.timeline({ clock, language: 'en' });
    expect(calls).toBe(0);
  });

  test('the core has no code that fetches', () => {
    const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    const fetching = files.filter((name) =>
      /\bfetch\(|node:https?'|undici/.test(readFileSync(join(root, 'src', name), 'utf8')),
    );
    expect(fetching).toEqual([]);
  });
});
