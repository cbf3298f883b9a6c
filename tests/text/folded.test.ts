import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldKey, foldText } from '../../src/text/fold.ts';
import { PhraseTable } from '../../src/text/phrase-table.ts';

test('a name folds to the same key alone as within a text, whatever its characters', () => {
  const any = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.string({ maxLength: 30 }),
    fc.string({
      unit: fc.constantFrom('A', 'é', 'e\u0301', 'ガ', 'ｶ', 'ﾞ', 'ー', '・', ' ', '-', "'", '２', '\t'),
      maxLength: 12,
    }),
  );
  fc.assert(
    fc.property(any, (name) => {
      expect(foldKey(name)).toBe(foldText(name).text);
    }),
  );
});

test('a phrase table finds every phrase that begins at a place, shortest first', () => {
  const phrase = fc.string({ unit: fc.constantFrom('a', 'b', '日', '米'), minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(
      fc.array(phrase, { maxLength: 30 }),
      fc.string({ unit: fc.constantFrom('a', 'b', '日', '米'), maxLength: 20 }),
      (phrases, text) => {
        const table = new PhraseTable<number>();
        for (const [index, each] of phrases.entries()) table.add(each, index);
        for (let at = 0; at <= text.length; at += 1) {
          const expected = [...new Set(phrases)]
            .filter((each) => text.startsWith(each, at))
            .sort((a, b) => a.length - b.length)
            .map((each) => ({
              end: at + each.length,
              values: phrases.flatMap((one, index) => (one === each ? [index] : [])),
            }));
          expect(table.matches(text, at)).toEqual(expected);
        }
      },
    ),
  );
});

test.each(['クーデター', 'ヘリコプターー'])('a folded text stands for its last long-vowel mark too: %s', (text) => {
  const { source, starts, ends } = foldText(`この${text}は`);
  expect(source.slice(starts[2], ends.at(-2))).toBe(text);
});
