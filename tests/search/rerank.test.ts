import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparable, coverageOf, createSubject } from '../../src/search/rerank.ts';
import { normalise } from '../../src/text/normalise.ts';
import { queryTokens } from '../../src/text/tokens.ts';

function coverage(question: string, passage: string) {
  const normal = normalise(question);
  const subject = createSubject(normal, queryTokens(normal), () => 3);
  return coverageOf(subject, comparable(normalise(passage)), 40);
}

describe('comparable', () => {
  it('puts a sentence on a line and blanks what is neither letter nor digit', () => {
    expect(comparable('日米、協議。2+2! f-35 v1.5 end. next')).toBe('日米 協議\n2 2\n f 35 v1 5 end\n next');
  });

  it('keeps every offset', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => comparable(text).length === text.length));
  });
});

describe('coverageOf', () => {
  it('is whole where the passage holds the question', () => {
    expect(coverage('拡大抑止', '日米拡大抑止協議を開いた。').passage).toBeCloseTo(1);
  });

  it('is nothing where they share nothing', () => {
    expect(coverage('拡大抑止', 'ミサイル。')).toEqual({ passage: 0, sentence: 0, pairs: 0 });
  });

  it('is more for a whole piece than for its parts', () => {
    expect(coverage('拡大抑止', '拡大抑止').passage).toBeGreaterThan(coverage('拡大抑止', '抑止の拡大').passage);
  });

  it('is more for one sentence that holds the question than for two that share it', () => {
    const one = coverage('沖縄 基地', '沖縄の基地。東京の会談。');
    const two = coverage('沖縄 基地', '沖縄の会談。東京の基地。');
    expect(one.sentence).toBeGreaterThan(two.sentence);
    expect(one.passage).toBeCloseTo(two.passage);
  });

  it('takes English words from their beginning, and no scraps of them', () => {
    expect(coverage('reaction', 'creation').passage).toBe(0);
    expect(coverage('contract', 'connect').passage).toBe(0);
    expect(coverage('deterrence', 'deterrent').passage).toBeGreaterThan(0.5);
  });

  it('counts a single kanji that is a word', () => {
    expect(coverage('核', '核の傘').passage).toBeGreaterThan(0);
  });

  it('stays within 0 and 1 for any question and passage', () => {
    const text = fc.string({ unit: fc.constantFrom(...'日米安保条約ミサイルのがabcde 。.12\n') });
    fc.assert(
      fc.property(text, text, (question, passage) => {
        const found = coverage(question, passage);
        for (const share of [found.passage, found.sentence]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1 + 1e-9);
        }
        expect(found.passage).toBeGreaterThanOrEqual(found.sentence - 1e-9);
      }),
    );
  });

  it('takes time that grows with the passage alone, even when every character repeats', () => {
    const start = performance.now();
    coverage('ああ'.repeat(150), 'あ'.repeat(20_000));
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
