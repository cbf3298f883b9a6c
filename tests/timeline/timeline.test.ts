import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Timeline, TimelineItem } from '../../src/answer/answer.ts';
import { describeTimeline, renderTimelinePng, timelineSvg } from '../../src/timeline/index.ts';
import { ems, LEVELS, layOut, SIZES } from '../../src/timeline/layout.ts';

function item(from: string, change: Partial<TimelineItem> = {}): TimelineItem {
  const base = {
    consultation: `${from}-x`,
    from,
    to: from,
    dateLabel: from,
    label: '日米防衛相会談',
    place: '東京',
    level: 'ministers',
  } as const;
  return { ...base, marked: false, citations: [1], ...change };
}

function timeline(items: TimelineItem[], change: Partial<Timeline> = {}): Timeline {
  return {
    language: 'ja',
    title: '日米同盟の協議 2025年',
    from: '2025-01-01',
    to: '2025-12-31',
    items,
    citations: [],
    ...change,
  };
}

const anyItem = fc
  .record({
    day: fc.integer({ min: 0, max: 364 }),
    level: fc.constantFrom(...LEVELS),
    marked: fc.boolean(),
    label: fc.string({ maxLength: 60 }),
  })
  .map(({ day, ...rest }) => item(Temporal.PlainDate.from('2025-01-01').add({ days: day }).toString(), rest));

describe('layOut', () => {
  test('every item is placed once, in the lane of its level, inside the picture', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 120 }), (items) => {
        const layout = layOut(timeline(items));
        const placed = layout.lanes.flatMap((lane) => lane.items.map((each) => ({ lane, each })));
        expect(placed).toHaveLength(items.length);
        for (const { lane, each } of placed) {
          expect(each.item.level).toBe(lane.level);
          expect(each.y).toBeGreaterThan(lane.top);
          expect(each.y).toBeLessThan(lane.top + lane.height);
          expect(each.x).toBeGreaterThanOrEqual(SIZES.margin);
          expect(each.x2).toBeLessThanOrEqual(SIZES.width);
          const { label } = each;
          if (label === null) continue;
          const width = ems(label.text) * SIZES.font * (label.anchor === 'end' ? -1 : 1);
          expect(label.x + width).toBeGreaterThanOrEqual(SIZES.margin + SIZES.names - 1);
          expect(label.x + width).toBeLessThanOrEqual(SIZES.width);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('items lie in date order along the axis', () => {
    const [early, late] = layOut(timeline([item('2025-02-01'), item('2025-11-30')])).lanes.flatMap(
      (lane) => lane.items,
    );
    expect(early?.x).toBeLessThan(late?.x ?? 0);
  });

  test('labels on one row never overlap', () => {
    const items = Array.from({ length: 5 }, (_, index) => item(`2025-03-0${index + 1}`));
    const lane = layOut(timeline(items)).lanes.find((each) => each.items.length > 0);
    expect(new Set(lane?.items.map((each) => each.y)).size).toBe(5);
  });

  test('a crowded lane keeps the words of its marked items and shows the others as dots', () => {
    const crowd = Array.from({ length: 60 }, (_, index) =>
      item(`2025-06-${String((index % 30) + 1).padStart(2, '0')}`),
    );
    const placed = layOut(timeline([...crowd, item('2025-06-15', { marked: true })])).lanes.flatMap(
      (lane) => lane.items,
    );
    expect(placed.filter((each) => each.label !== null).map((each) => each.item.marked)).toEqual([true]);
  });

  test('a label at the right edge is written to the left of its dot', () => {
    const [placed] = layOut(timeline([item('2025-12-31')])).lanes.flatMap((lane) => lane.items);
    expect(placed?.label?.anchor).toBe('end');
  });
});

describe('timelineSvg', () => {
  test('markup in a record is text, not elements', () => {
    const svg = timelineSvg(timeline([item('2025-03-30', { label: '<script>alert(1)</script>&"' })]));
    expect(svg).not.toContain('<script>');
    expect(svg).toContain('&#60;script&#62;');
  });

  test('characters that XML forbids are left out', () => {
    expect(timelineSvg(timeline([], { title: 'a\u0000b\u001bc' }))).toContain('>abc<');
  });

  test('leaves out lanes that hold nothing where it is told to', () => {
    const svg = timelineSvg(timeline([item('2025-03-30')]), { onlyHeld: true });
    expect(svg).toContain('閣僚');
    expect(svg).not.toContain('首脳');
    expect(timelineSvg(timeline([]), { onlyHeld: true })).toContain('首脳');
  });

  test('the same timeline draws the same picture', () => {
    const one = timeline([item('2025-03-30'), item('2025-02-07', { level: 'leaders' })]);
    expect(timelineSvg(one)).toBe(timelineSvg(one));
  });

  test('an item whose month alone is known is dated by its month', () => {
    expect(timelineSvg(timeline([item('2025-11-01', { to: '2025-11-30' })]))).toContain('>11月 日米防衛相会談<');
  });
});

describe('labels', () => {
  const textsOf = (items: TimelineItem[]) =>
    layOut(timeline(items)).lanes.flatMap((lane) => lane.items.map(({ label }) => label?.text));

  test('lose their remarks together where one of a lane is too long for them', () => {
    const label = '日米防衛相会談（東京）';
    const items = [
      item('2025-03-30', { label }),
      item('2025-09-01', { label: `日米防衛相会談（${'長'.repeat(30)}）` }),
    ];
    expect(textsOf(items)).toEqual(['3/30 日米防衛相会談', '9/1 日米防衛相会談']);
    expect(textsOf(items.slice(0, 1))).toEqual([`3/30 ${label}`]);
  });

  test('are cut between words, and those of marked items later', () => {
    const label = 'Talks between the Chief of Staff and the Chairman of the Joint Chiefs';
    expect(textsOf([item('2025-03-30', { label })])).toEqual(['3/30 Talks between the Chief of Staff and…']);
    expect(textsOf([item('2025-03-30', { label, marked: true })])).toEqual([
      '3/30 Talks between the Chief of Staff and the Chairman of the…',
    ]);
  });

  test('keep clear of the ring around a marked dot', () => {
    const placed = layOut(timeline([item('2025-03-30', { marked: true }), item('2025-12-30', { marked: true })]));
    for (const { x, label } of placed.lanes.flatMap((lane) => lane.items)) {
      expect(Math.abs((label?.x ?? 0) - x)).toBeGreaterThan(SIZES.markedDot + 10);
    }
  });
});

test('the day that a timeline is about has a line of its own', () => {
  const { day } = layOut(timeline([item('2025-03-30')], { day: '2025-03-30' }));
  const [placed] = layOut(timeline([item('2025-03-30')])).lanes.flatMap((lane) => lane.items);
  expect(day).toBe(placed?.x);
  expect(layOut(timeline([item('2025-03-30')])).day).toBeNull();
});

describe('renderTimelinePng', () => {
  test('makes a PNG of 1,800 pixels width', async () => {
    const png = await renderTimelinePng(timeline([item('2025-03-30')]));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(1800);
  });

  test('draws Japanese with a real glyph for each character', async () => {
    const draw = (title: string) => renderTimelinePng(timeline([], { title }));
    const [a, b] = await Promise.all([draw('協'), draw('議')]);
    // Without a font both would be the same empty box.
    expect(a.equals(b)).toBe(false);
  });
});

describe('describeTimeline', () => {
  test('gives the title and a line an item', () => {
    expect(describeTimeline(timeline([item('2025-03-30')]))).toBe(
      '日米同盟の協議 2025年\n2025-03-30 日米防衛相会談 東京',
    );
  });

  test('counts what does not fit and keeps the limit', () => {
    const items = Array.from({ length: 100 }, (_, index) =>
      item(`2025-01-${String((index % 28) + 1).padStart(2, '0')}`),
    );
    const text = describeTimeline(timeline(items), 300);
    expect(text.length).toBeLessThanOrEqual(300);
    expect(text).toMatch(/\nほか\d+件$/);
  });
});
