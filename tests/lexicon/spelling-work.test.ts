import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { soundOf, soundOfKana } from '../../src/lexicon/kana.ts';
import { distance } from '../../src/lexicon/spelling/distance.ts';
import { isEnglish } from '../../src/lexicon/spelling/english.ts';
import { nearWords } from '../../src/lexicon/spelling/near-words.ts';
import { readings } from '../../src/lexicon/spelling/readings.ts';
import { isHiragana } from '../../src/lexicon/spelling/script.ts';
import { slips } from '../../src/lexicon/spelling/slips.ts';
import { foldKey } from '../../src/text/fold.ts';
import { fixed, respell, tellOf, unknownIn } from './spelling-fixture.ts';

const word = fc.string({ unit: fc.constantFrom(...'abcd'), minLength: 1, maxLength: 9 });

describe('the distance of two words', () => {
  it.each([
    ['kishida', 'kishida', 0],
    ['kishda', 'kishida', 1],
    ['isihba', 'ishiba', 1],
    ['byden', 'biden', 1],
    ['koizummmi', 'koizumi', 2],
    ['cat', 'elephant', 3],
  ])('%s and %s', (one, other, apart) => {
    expect(distance(one, other, 2)).toBe(apart);
  });

  it('is the same from either side', () => {
    fc.assert(fc.property(word, word, (one, other) => distance(one, other, 2) === distance(other, one, 2)));
  });

  it('counts one for any one slip', () => {
    const slip = fc.tuple(word, fc.nat(8), fc.constantFrom(...'xyz'));
    fc.assert(
      fc.property(slip, ([right, place, letter]) => {
        const at = place % right.length;
        return (
          distance(right, right.slice(0, at) + letter + right.slice(at + 1), 2) === 1 &&
          distance(right, right.slice(0, at) + letter + right.slice(at), 2) === 1 &&
          distance(right, right.slice(0, at) + right.slice(at + 1), 2) === 1
        );
      }),
    );
  });
});

describe('the index of words', () => {
  it('finds every word one slip away', () => {
    const list = ['kishida', 'ishiba', 'takaichi', 'hegseth', 'rubio', 'trump', 'biden'];
    const near = nearWords(list);
    fc.assert(
      fc.property(fc.constantFrom(...list), fc.nat(8), (right, place) => {
        const at = place % right.length;
        const typed = right.slice(0, at) + right.slice(at + 1);
        return near(typed, 1).some((found) => found.word === right);
      }),
    );
  });
});

describe('the dictionary', () => {
  it.each(['weather', 'aardvark', 'zymurgy', 'bread'])('has %s', (english) => {
    expect(isEnglish(english)).toBe(true);
  });

  it.each(['kishda', 'hegseth', 'zzzzzz', 'a b', ''])('has not “%s”', (other) => {
    expect(isEnglish(other)).toBe(false);
  });
});

describe('sounds', () => {
  it.each([
    ['しゅのう', 'shunoh'],
    ['ぼうえい', 'boei'],
    ['じゅんび', 'jumbi'],
    ['はっぴょう', 'happyo'],
    ['フィリピン', 'firipin'],
    ['チェーン', 'chen'],
    ['ウェンディ', 'wendi'],
    ['ちょうさ', 'tyousa'],
    ['ごくちょうおんそく', 'gokucho onsoku'],
  ])('%s and %s are one', (kana, letters) => {
    expect(letters.split(' ').map(soundOf).join('')).toBe(soundOfKana(foldKey(kana)));
  });
});

describe('the tables', () => {
  it('give readings in hiragana', () => {
    expect(readings().words.filter(({ kana }) => !isHiragana(kana))).toEqual([]);
  });

  it('give no reading twice', () => {
    const kana = readings().words.map((one) => one.kana);
    expect(kana.filter((one, index) => kana.indexOf(one) !== index)).toEqual([]);
  });

  it('give no wrong word to two right ones', () => {
    const wrong = slips().miswritten.map((one) => one.wrong);
    expect(wrong.filter((one, index) => wrong.indexOf(one) !== index)).toEqual([]);
  });
});

describe('any text', () => {
  it('is read in bounded time', () => {
    const hardest = [
      'kishda byden ',
      '石波総理害相会談普天満飛行場',
      'しゅのうかいだんでなにを',
      'nichibei shuno kaidan ',
      '高',
      'a ',
    ];
    for (const piece of hardest) {
      const text = piece.repeat(1000).slice(0, 1000);
      const unknown = unknownIn(text);
      respell(text, unknown);
      const before = process.threadCpuUsage();
      for (let turn = 0; turn < 5; turn += 1) respell(text, unknown);
      const { user, system } = process.threadCpuUsage(before);
      expect((user + system) / 5_000).toBeLessThan(50);
    }
  });

  it('keeps what is no slip, letter for letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const read = tellOf(text);
        for (const { typed } of read?.repairs ?? []) expect(text).toContain(typed);
        expect(typeof (read?.text ?? text)).toBe('string');
      }),
    );
  });

  it('settles: what was fixed needs no fixing', () => {
    for (const typed of [
      'Kishda Byden camp davd',
      '石波総理とトラップ大統領',
      'nichibei shuno kaidan',
      'しゅのうかいだん',
    ])
      expect(tellOf(fixed(typed))).toBeUndefined();
  });
});
