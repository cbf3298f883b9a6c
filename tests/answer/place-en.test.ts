import { expect, test } from 'vitest';
import { placed } from '../../src/answer/phrases/place-en.ts';

test.each([
  ['Tokyo', 'in Tokyo'],
  ['Camp David', 'at Camp David'],
  ['Washington, D.C. (Pentagon)', 'at the Pentagon in Washington, D.C.'],
  ['Washington, D.C. area (the Pentagon)', 'at the Pentagon in the Washington, D.C. area'],
  ['Tokyo (a (b) c)', 'at a (b) c in Tokyo'],
  ['Tokyo (a) and Osaka', 'in Tokyo (a) and Osaka'],
  ['Tokyo ()', 'in Tokyo ()'],
])('%s is told as %s', (place, told) => {
  expect(placed(place)).toBe(told);
});
