import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { readKnowledgeFiles } from '../../src/knowledge/read-files.ts';
import { NotPlain, parsePlain } from '../../src/knowledge/yaml/parse-plain.ts';

const outside = [
  ['an anchor', 'a: &x 1\nb: *x\n'],
  ['a block scalar', 'a: |\n  text\n'],
  ['a folded line', 'a: one\n  two\n'],
  ['a duplicate key', 'a: 1\na: 2\n'],
  ['a tab', 'a:\tb\n'],
  ['an inline comment', 'a: b # c\n'],
  ['an unclosed quote', 'a: "b\n'],
  ['an escape', 'a: "b\\n"\n'],
  ['a float', 'a: 1.5\n'],
  ['a leading zero', 'a: 012\n'],
  ['a second document', 'a: 1\n---\nb: 2\n'],
  ['a key in quotes', '"a": 1\n'],
] as const;

describe('the plain YAML reader', () => {
  it('reads every record file as the full parser does', () => {
    for (const { path, text } of readKnowledgeFiles('knowledge')) {
      expect(parsePlain(text), path).toStrictEqual(parse(text));
    }
  });

  it.each(outside)('leaves %s to the full parser', (_, text) => {
    expect(parsePlain(text)).toBe(NotPlain);
  });

  it('gives the value of the full parser or none, whatever the text', () => {
    const piece = fc.constantFrom(
      'a',
      'key: ',
      '- ',
      '\n',
      '  ',
      '{ ',
      ' }',
      '[',
      ']',
      ', ',
      '"',
      "'",
      ':',
      '#',
      '2025-03',
      '12',
      'null',
      '日本',
      '-',
      '~',
      '。',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const text = pieces.join('');
        const plain = parsePlain(text);
        if (plain !== NotPlain) expect(plain).toStrictEqual(parse(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('gives back what the writer wrote, or leaves it to the full parser', () => {
    const scalar = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.constantFrom('2+2', '日米「2+2」', 'a: b', ' x', "it's"),
    );
    const value = fc.dictionary(
      fc.stringMatching(/^[a-z]{1,6}$/),
      fc.oneof(scalar, fc.array(scalar, { maxLength: 3 })),
      { minKeys: 1 },
    );
    fc.assert(
      fc.property(value, (written) => {
        const plain = parsePlain(stringify(written));
        if (plain !== NotPlain) expect(plain).toStrictEqual({ ...written });
      }),
    );
  });
});
