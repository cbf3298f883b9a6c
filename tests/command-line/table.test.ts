import { expect, test } from 'vitest';
import { table } from '../../src/command-line/table.ts';

test('columns line up whatever the width of their characters, numbers at the right', () => {
  expect(
    table(
      [
        ['名', 'n', 'text'],
        ['防衛', '9', 'a'],
        ['x', '10', 'b'],
      ],
      new Set([1]),
    ),
  ).toBe(['名     n  text', '防衛   9  a', 'x     10  b', ''].join('\n'));
});

test('control characters in a cell break no line and no column', () => {
  expect(table([['a\tb\nc\u001b[31m', 'd']])).toBe('a b c [31m  d\n');
});
