import { describe, expect, it } from 'vitest';
import { idsIn, type Role } from '../../src/reading/query.ts';
import { understand } from './table.ts';

/** The ids that a question names, with what it asks. */
const named = (text: string, role: Role) => idsIn(understand(text), role);

describe('several names with slips', () => {
  it.each([
    ['kamikwa blinken napels', ['kamikawa-yoko', 'blinken-antony']],
    ['nakatni hegseth singapoer', ['nakatani-gen', 'hegseth-pete']],
    ['iwaya rubo bangkok', ['iwaya-takeshi', 'rubio-marco']],
  ])('are read one by one where nothing holds them all: %s', (text, people) => {
    expect(named(text, 'person')).toEqual(people);
  });
});

describe('kana that no entry accounts for', () => {
  it.each([
    ['かくだいよくしきょうぎはいつ', 'framework', 'extended-deterrence-dialogue'],
    ['ぶりんけんちょうかんのらいにち', 'person', 'blinken-antony'],
    ['ぼうえいしょうかいだんはどこで', 'framework', 'defense-ministerial'],
  ] as const)('count against a reading: %s', (text, role, id) => {
    expect(named(text, role)).toContain(id);
  });
});

describe('a country where nothing named was held', () => {
  it.each(['2+2 in Korea', 'EDD in Australia'])('is no subject: %s', (text) => {
    expect(named(text, 'mention')).toEqual([]);
  });
});

describe('a slip near a word that denies', () => {
  it.each(['hayashi calls after the norht korea mising launch', 'summits nevr mentioned'])(
    'is not read as a denial: %s',
    (text) => {
      expect(understand(text).constraints.filter(({ negated }) => negated)).toEqual([]);
    },
  );
});
