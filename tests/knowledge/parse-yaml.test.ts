import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { parseYaml } from '../../src/knowledge/yaml/parse-yaml.ts';
import { createLocator } from '../../src/knowledge/yaml/places.ts';

const refused = [
  ['an anchor', 'a: b\nc: &x 1\n', '2:4 &x is an anchor'],
  ['an alias', 'a: b\nc: *x\n', '2:4 *x is an alias'],
  ['a tag', 'a: !!binary aGVsbG8=\n', '1:4 !!binary is a tag'],
  ['a tag of one’s own', 'a: !secret x\n', '1:4 !secret is a tag'],
  ['a key twice', 'a: 1\nb: 2\na: 3\n', '3:1 Map keys must be unique'],
  ['a second document', 'a: 1\n---\nb: 2\n', '2:1 a second document begins here'],
  ['a quote that is not closed', 'a: "b\n', '2:1 Missing closing "quote'],
  ['a colon in plain text', 'a: b: c\n', '1:4 Nested mappings are not allowed in compact mappings'],
  ['a tab before a key', 'a: 1\n\tb: 2\n', '2:1 Tabs are not allowed as indentation'],
  ['a group as a key', 'a:\n  - b\n  - { c: 1 }: 2\n', '3:5 a key must be text'],
  ['a nest without end', '['.repeat(150) + ']'.repeat(150), '1:100 nesting exceeded maxDepth (100)'],
  ['a character that nobody types', 'a: b\u0000\n', '1:5 null byte is not allowed in input'],
] as const;

describe('parsing YAML', () => {
  it.each(refused)('names %s by line and column', (_, text, expected) => {
    const parsed = parseYaml(text);
    const told = parsed.ok ? 'nothing' : `${parsed.fault.line}:${parsed.fault.column} ${parsed.fault.message}`;
    expect(told).toBe(expected);
  });

  it('takes a date, a yes and a figure with a leading zero as the core schema of YAML 1.2 has them', () => {
    expect(parseYaml('a: 2025-03-30\nb: yes\nc: 012\nd: ~\ne: 1_000\n')).toEqual({
      ok: true,
      value: { a: '2025-03-30', b: 'yes', c: 12, d: null, e: '1_000' },
    });
  });

  it.each(['', '# only a remark\n'])('takes %j for an empty value', (text) => {
    expect(parseYaml(text)).toEqual({ ok: true, value: null });
  });

  it('gives the value that another parser gives, or a fault within the text, whatever the text', () => {
    const piece = fc.constantFrom(
      ...[
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
        '#',
        '2025-03',
        '12',
        'null',
        '日本',
        '-',
        '~',
        '|\n',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const text = pieces.join('');
        const parsed = parseYaml(text);
        const other = parseDocument(text);
        if (!parsed.ok) expect(parsed.fault.line).toBeLessThanOrEqual(text.split('\n').length);
        else if (other.errors.length === 0) expect(parsed.value).toStrictEqual(other.toJS());
      }),
      { numRuns: 1000 },
    );
  });
});

describe('where a value stands', () => {
  const text = 'id: x\ntitle: { ja: あ, en: "b" }\nlist:\n  - act: agreed\n    none:\n  - 日本\n"k": \'v\'\n';
  it.each([
    [['id'], '1:5'],
    [['title'], '2:8'],
    [['title', 'en'], '2:21'],
    [['list', 0], '4:5'],
    [['list', 0, 'act'], '4:10'],
    [['list', 1], '6:5'],
    [['k'], '7:6'],
  ])('%j is found', (path, expected) => {
    const { line, column } = createLocator(text)(path);
    expect(`${line}:${column}`).toBe(expected);
  });

  it('an empty value stands at its key', () => {
    expect(createLocator(text)(['list', 0, 'none'])).toEqual({ line: 5, column: 5 });
  });

  it('what is not there stands where its nearest parent does', () => {
    expect(createLocator(text)(['list', 0, 'place', 'ja'])).toEqual({ line: 4, column: 5 });
    expect(createLocator(text)(['nothing'])).toEqual({ line: 1, column: 1 });
  });

  it('counts lines however they end, and columns beyond the sign that marks an encoding', () => {
    expect(createLocator('a: 1\r\nb: 2\r\n')(['b'])).toEqual({ line: 2, column: 4 });
  });
});
