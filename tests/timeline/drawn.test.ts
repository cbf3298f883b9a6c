import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Timeline } from '../../src/answer/answer.ts';
import { createDesk } from '../../src/desk.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { createDrawing } from '../../src/timeline/drawn.ts';

const timeline = (title: string): Timeline => ({
  title,
  language: 'en',
  from: '2025-01-01',
  to: '2025-12-31',
  items: [],
  citations: [],
});

describe('createDrawing', () => {
  test('the same timeline is drawn once, asked for at once or later', async () => {
    let times = 0;
    const draw = createDrawing(async ({ title }) => {
      times += 1;
      return Buffer.from(title);
    });
    const [one, two] = await Promise.all([draw(timeline('a'), 'digest'), draw(timeline('a'), 'digest')]);
    expect(one).toBe(two);
    expect(await draw(timeline('a'), 'digest')).toBe(one);
    expect(times).toBe(1);
  });

  test('different ones are drawn in turn, and one that fails holds up nobody and is tried anew', async () => {
    let under = 0;
    let most = 0;
    let fail = true;
    const draw = createDrawing(async ({ title }) => {
      under += 1;
      most = Math.max(most, under);
      await new Promise((resolve) => setTimeout(resolve, 1));
      under -= 1;
      if (title === 'bad' && fail) throw new Error('no font');
      return Buffer.from(title);
    });
    const all = await Promise.allSettled(['a', 'bad', 'c', 'd'].map((title) => draw(timeline(title), 'digest')));
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(most).toBe(1);
    fail = false;
    expect(String(await draw(timeline('bad'), 'digest'))).toBe('bad');
  });

  test('a picture of hundreds of items takes hardly anything of this thread', async () => {
    const desk = createDesk(loadKnowledge(resolve(import.meta.dirname, '../../knowledge')));
    const clock = { now: Temporal.Instant.from('2026-11-25T00:00:00Z'), zone: 'Asia/Tokyo' };
    const whole = desk.timeline({ clock, language: 'ja', period: { from: '2021-01-01', to: '2026-12-31' } });
    const draw = createDrawing();
    // The thread is started first; processor time, for the machine may be busy with something else.
    await draw(timeline('first'), 'digest');
    const before = process.threadCpuUsage();
    const png = await draw(whole, 'digest');
    const { user, system } = process.threadCpuUsage(before);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect((user + system) / 1000).toBeLessThan(50);
  });
});
