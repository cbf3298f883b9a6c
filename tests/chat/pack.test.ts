import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fit, pack, splitText } from '../../adapters/chat/pack.ts';
import type { CitedText, Unit } from '../../adapters/chat/text.ts';
import type { Citation } from '../../src/answer/answer.ts';

const fit: Fit = {
  room: 1_000,
  notes: 100,
  units: 10,
  unit: ({ text, citations }) => text.length + citations.length * 4,
  source: ({ title, details, url }) => title.length + details.length + url.length,
};

const texts = fc
  .record({
    pages: fc.integer({ min: 0, max: 12 }),
    headline: fc.string({ maxLength: 300 }),
    units: fc.array(
      fc.record({
        kind: fc.constantFrom<Unit['kind']>('statement', 'line', 'heading'),
        text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 900 }),
        cites: fc.array(fc.nat(30), { maxLength: 4 }),
      }),
      { maxLength: 30 },
    ),
    notes: fc.array(fc.string({ minLength: 1, maxLength: 80 }), { maxLength: 4 }),
  })
  .map(({ pages, headline, units, notes }): CitedText => {
    const citations = Array.from(
      { length: pages * 2 },
      (_, i): Citation => ({
        n: i + 1,
        source: `s${i % pages}`,
        title: `Page ${i % pages}`,
        publisher: 'Ministry',
        kind: 'official',
        url: `https://a.example/${i % pages}`,
        published: null,
        locator: `para. ${i + 1}`,
      }),
    );
    return {
      language: 'en',
      headline: { kind: 'headline', text: headline, citations: [] },
      units: units.map(({ kind, text, cites }) => ({
        kind,
        text,
        citations: kind === 'heading' ? [] : cites.filter((n) => n < citations.length).map((n) => n + 1),
      })),
      notes,
      citations,
    };
  });

describe('a text dealt out into messages', () => {
  it('keeps to the room of each', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { headline, units, sources } of pack(text, fit)) {
          const used = [headline, ...units].reduce((sum, unit) => sum + (unit ? fit.unit(unit, new Map()) : 0), 0);
          expect(used + sources.reduce((sum, page) => sum + fit.source(page), 0)).toBeLessThanOrEqual(fit.room);
          expect(units.length).toBeLessThanOrEqual(fit.units);
        }
      }),
    );
  });

  it('lists the page of every number beside the number', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { headline, units, sources } of pack(text, fit)) {
          const listed = sources.flatMap(({ numbers }) => numbers);
          for (const unit of [headline, ...units]) for (const n of unit?.citations ?? []) expect(listed).toContain(n);
        }
      }),
    );
  });

  it('loses neither text nor sources', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const leaves = pack(text, fit);
        const bare = (all: readonly string[]) => all.join('').replace(/\s/g, '');
        const shown = leaves.flatMap(({ headline, units }) => [
          headline?.text ?? '',
          ...units.map((unit) => unit.text),
        ]);
        const rest = leaves[0]?.notes.length ?? 0;
        expect(bare(shown)).toBe(
          bare([text.headline.text, ...text.units.map((unit) => unit.text), ...text.notes.slice(rest)]),
        );
        const numbers = new Set(leaves.flatMap(({ sources }) => sources.flatMap((page) => page.numbers)));
        expect([...numbers].sort((a, b) => a - b)).toEqual(text.citations.map(({ n }) => n));
      }),
    );
  });

  it('never ends a message with a heading that stands over nothing', () => {
    const heading: Unit = { kind: 'heading', text: 'h'.repeat(30), citations: [] };
    const point: Unit = { kind: 'statement', text: 'p'.repeat(400), citations: [] };
    const text: CitedText = {
      language: 'en',
      headline: { kind: 'headline', text: 'first', citations: [] },
      units: [point, point, heading, point],
      notes: [],
      citations: [],
    };
    expect(pack(text, fit).map(({ units }) => units.at(-1)?.kind)).toEqual(['statement', 'statement']);
  });
});

describe('a split', () => {
  const within = (most: number) => (piece: string) => piece.length <= most;

  it('never cuts a surrogate pair', () => {
    for (const piece of splitText('😀'.repeat(100), within(11))) expect(piece.isWellFormed()).toBe(true);
  });

  it('prefers the end of a sentence', () => {
    expect(splitText('会談した。場所は東京だった。', within(8))[0]).toBe('会談した。');
  });
});
