import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Timeline, TimelineItem } from '../../src/answer/answer.ts';
import { PLOT } from '../../src/timeline/axis.ts';
import { describeTimeline, renderTimelinePng, timelineSvg } from '../../src/timeline/index.ts';
import type { PlacedItem } from '../../src/timeline/lanes.ts';
import { layOut } from '../../src/timeline/layout.ts';
import { LEVELS, SIZES } from '../../src/timeline/sizes.ts';
import { ems, wrap } from '../../src/timeline/words.ts';

function item(from: string, change: Partial<TimelineItem> = {}): TimelineItem {
  const base = {
    consultation: `${from}-x`,
    from,
    to: from,
    dateLabel: from,
    label: '日米防衛相会談',
    short: '防衛相会談',
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
    short: fc.string({ maxLength: 60 }),
  })
  .map(({ day, ...rest }) => item(Temporal.PlainDate.from('2025-01-01').add({ days: day }).toString(), rest));

/** Up to so many in order of date, as a timeline has them. */
const inOrder = (maxLength: number) =>
  fc.array(anyItem, { maxLength }).map((items) => items.sort((a, b) => (a.from < b.from ? -1 : 1)));

function dotsOf(of: Timeline): readonly PlacedItem[] {
  const layout = layOut(of);
  if (layout.kind !== 'dots') throw new Error('drawn as counts');
  return layout.lanes.flatMap((lane) => lane.items);
}

function countsOf(of: Timeline) {
  const layout = layOut(of);
  if (layout.kind !== 'counts') throw new Error('drawn as dots');
  return layout;
}

/** `count` in the days of a year, spread evenly. */
const spread = (count: number, change: Partial<TimelineItem> = {}) =>
  Array.from({ length: count }, (_, index) =>
    item(
      Temporal.PlainDate.from('2025-01-01')
        .add({ days: Math.floor((index * 364) / count) })
        .toString(),
      change,
    ),
  );

describe('layOut', () => {
  test('every item is drawn once, in the lane of its level, inside the picture, or counted', () => {
    fc.assert(
      fc.property(inOrder(120), (items) => {
        const layout = layOut(timeline(items));
        if (layout.kind === 'counts') {
          const all = layout.rows.flatMap(({ counts }) => counts).reduce((sum, count) => sum + count, 0);
          return expect(all).toBe(items.length);
        }
        const placed = layout.lanes.flatMap((lane) => lane.items.map((each) => ({ lane, each })));
        expect(placed).toHaveLength(items.length);
        for (const { lane, each } of placed) {
          expect(each.item.level).toBe(lane.level);
          expect(each.y).toBeGreaterThan(lane.top);
          expect(each.y).toBeLessThan(lane.top + lane.height);
          expect(each.x).toBeGreaterThanOrEqual(PLOT.left);
          expect(each.x2).toBeLessThanOrEqual(SIZES.width);
          const { label } = each;
          if (label === null) continue;
          const width = ems(label.text) * SIZES.font * (label.anchor === 'end' ? -1 : 1);
          expect(label.x + width).toBeGreaterThanOrEqual(PLOT.left - 1);
          expect(label.x + width).toBeLessThanOrEqual(SIZES.width);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('any timeline keeps to the height at which its text can be read', () => {
    fc.assert(
      fc.property(inOrder(400), (items) => {
        expect(layOut(timeline(items)).height).toBeLessThanOrEqual(SIZES.mostHeight);
      }),
      { numRuns: 20 },
    );
    const { height } = layOut(timeline(spread(50)));
    expect(height / SIZES.width).toBeLessThan(1);
  });

  test('items lie in date order along the axis and have the numbers of the list', () => {
    const [early, late] = dotsOf(timeline([item('2025-02-01'), item('2025-11-30')]));
    expect(early?.x).toBeLessThan(late?.x ?? 0);
    expect([early?.number, late?.number]).toEqual([1, 2]);
  });

  test('items of one day each have a row', () => {
    const placed = dotsOf(timeline(Array.from({ length: 5 }, () => item('2025-03-01'))));
    expect(new Set(placed.map(({ y }) => y)).size).toBe(5);
  });

  test('lanes that hold nothing are left out', () => {
    const layout = layOut(timeline([item('2025-02-01'), item('2025-03-01', { level: 'leaders' })]));
    expect(layout.kind === 'dots' && layout.lanes.map(({ level }) => level)).toEqual(['leaders', 'ministers']);
  });

  test('either all have words beside their dots or none has', () => {
    const labelled = (count: number) => dotsOf(timeline(spread(count))).filter(({ label }) => label !== null).length;
    expect(labelled(6)).toBe(6);
    expect(labelled(40)).toBe(0);
  });

  test('what does not stay legible is counted by quarter, with the numbers of each', () => {
    const { columns, rows } = countsOf(timeline(spread(300)));
    expect(columns.map(({ label }) => label)).toEqual(['1-3月', '4-6月', '7-9月', '10-12月']);
    expect(columns[0]?.numbers?.[0]).toBe(1);
    expect(columns[3]?.numbers?.[1]).toBe(300);
    for (const [index, { numbers }] of columns.entries()) {
      expect(rows[0]?.counts[index]).toBe((numbers?.[1] ?? 0) - (numbers?.[0] ?? 0) + 1);
    }
  });

  test('years that hold nothing are left out at either end', () => {
    const change = { from: '2021-01-01', to: '2026-12-31' };
    const layout = layOut(timeline([item('2024-03-01'), item('2025-03-01')], change));
    expect(layout.kind === 'dots' && layout.axis.headings.map(({ label }) => label)).toEqual(['2024年', '2025年']);
  });

  test('a label at the right edge is written to the left of its dot', () => {
    expect(dotsOf(timeline([item('2025-12-31')]))[0]?.label?.anchor).toBe('end');
  });
});

describe('timelineSvg', () => {
  test('markup in a record is text, not elements', () => {
    const svg = timelineSvg(timeline([item('2025-03-30', { short: '<script>&"' })]));
    expect(svg).not.toContain('<script>');
    expect(svg).toContain('&#60;script&#62;');
  });

  test('characters that XML forbids are left out', () => {
    expect(timelineSvg(timeline([], { title: 'a\u0000b\u001bc' }))).toContain('>abc<');
  });

  test('draws no text smaller than what can be read at half its size', () => {
    const all = [
      timeline(spread(4)),
      timeline(spread(40)),
      timeline(spread(300)),
      timeline(spread(40), { day: '2025-06-01' }),
    ];
    for (const svg of all.map((each) => timelineSvg(each))) {
      const sizes = [...svg.matchAll(/font-size="(\d+)"/g)].map(([, size]) => Number(size));
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(22);
    }
  });

  test('is drawn on a dark ground where that is asked for', () => {
    const one = timeline([item('2025-03-30')]);
    expect(timelineSvg(one, { theme: 'dark' })).not.toBe(timelineSvg(one));
    expect(timelineSvg(one, { theme: 'light' })).toBe(timelineSvg(one));
  });

  test('the same timeline draws the same picture', () => {
    const one = timeline([item('2025-03-30'), item('2025-02-07', { level: 'leaders' })]);
    expect(timelineSvg(one)).toBe(timelineSvg(one));
  });

  test('an item whose month alone is known is dated by its month', () => {
    expect(timelineSvg(timeline([item('2025-11-01', { to: '2025-11-30' })]))).toContain('>11月 防衛相会談<');
  });
});

describe('labels', () => {
  const textsOf = (of: Timeline) => dotsOf(of).map(({ label }) => label?.text);

  test('name the day and the framework, or the place where all are of one framework', () => {
    const other = item('2025-09-01', { short: '外相会談' });
    expect(textsOf(timeline([item('2025-03-30'), other]))).toEqual(['3/30 防衛相会談', '9/1 外相会談']);
    const abroad = item('2025-09-01', { place: 'シンガポール（シャングリラ）' });
    expect(textsOf(timeline([item('2025-03-30'), abroad]))).toEqual(['3/30 東京', '9/1 シンガポール']);
  });

  test('are never cut: what has no room is told by its day', () => {
    const long = item('2025-03-30', { short: '長'.repeat(40) });
    expect(textsOf(timeline([long]))).toEqual(['3/30']);
  });

  test('keep clear of the ring around a marked dot', () => {
    const marked = [item('2025-03-30', { marked: true }), item('2025-12-30', { marked: true })];
    for (const { x, label } of dotsOf(timeline(marked, { day: '2025-12-31' }))) {
      expect(Math.abs((label?.x ?? 0) - x)).toBeGreaterThan(SIZES.markedDot + 5);
    }
  });
});

describe('a timeline that is about a day', () => {
  test('has a line there', () => {
    const layout = layOut(timeline([item('2025-03-30')], { day: '2025-03-30' }));
    expect(layout.kind === 'dots' && layout.day).toBe(dotsOf(timeline([item('2025-03-30')]))[0]?.x);
  });

  test('has words for what is marked, and no numbers, for no list counts so', () => {
    const items = [item('2025-03-30', { marked: true }), item('2025-04-30')];
    const placed = dotsOf(timeline(items, { day: '2025-05-01' }));
    expect(placed.map(({ label, number }) => [label?.text, number])).toEqual([
      ['3/30 東京', null],
      [undefined, null],
    ]);
  });
});

test('a title is told on as many lines as it needs, figures with their units', () => {
  expect(wrap('日米同盟の協議（「2+2」） 記録の全期間（2021年1月〜2026年10月）', 18, 3)).toEqual([
    '日米同盟の協議（「2+2」） 記録の全',
    '期間（2021年1月〜2026年10月）',
  ]);
});

describe('renderTimelinePng', () => {
  test('makes a PNG of 1,440 pixels width', async () => {
    const png = await renderTimelinePng(timeline([item('2025-03-30')]));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(1440);
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
