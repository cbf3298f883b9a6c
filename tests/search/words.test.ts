import { describe, expect, it } from 'vitest';
import { standNear } from '../../src/search/near.ts';
import { createCorpus, Spoken, says, wordingOf } from '../../src/search/said.ts';
import { normalise } from '../../src/text/normalise.ts';
import { contentTerms } from '../../src/text/tokens.ts';

describe('a label', () => {
  it.each([
    ['Tomahawk', '', 'They bought Tomahawks.', true],
    ['exercises', '', 'One exercise was held.', true],
    ['air', '', 'The chairman spoke.', false],
    ['space', '', 'An aerospace company.', false],
    ['F35', '', 'They fly the F-35.', true],
    ['Taiwan Strait', '', 'Peace across the Taiwan  Strait', true],
    ['指揮統制', '指揮・統制の枠組み', '', true],
    ['サプライ・チェーン', 'サプライチェーンの強化', '', true],
    ['核', '核の傘', '', false], // a single character is in too many words
    ['', '', 'Anything.', false],
  ])('%j is said in “%s%s”: %s', (label, ja, en, expected) => {
    const text = new Spoken(ja, en);
    expect(says(text, wordingOf(label))).toBe(expected);
    const others = createCorpus([[new Spoken('別の文', 'Another.')], [text], [new Spoken('', '')]]);
    expect([...others.saying(wordingOf(label))]).toEqual(expected ? [1] : []);
  });
});

describe('words of one name', () => {
  it.each([
    ['nuclear sharing', 'talks on nuclear sharing', true],
    ['nuclear sharing', 'nuclear included, and pledged real-time missile warning sharing', false],
    ['rare earths', 'critical minerals and rare-earth supply', true],
    ['核共有', '核の共有を議論した', true],
    ['核共有', '核・ミサイル活動に深刻な懸念を共有した', false],
    ['核共有', '懸念を共有し、核に触れた', false],
  ])('%s stand near each other in “%s”: %s', (label, text, expected) => {
    expect(
      standNear(
        contentTerms(label).map((term) => [term]),
        normalise(text),
      ),
    ).toBe(expected);
  });
});
