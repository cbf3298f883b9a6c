import { describe, expect, it } from 'vitest';
import { type Action, decodeAction, encodeAction } from '../../adapters/chat/actions.ts';

const ask = 'a1b2c3d4e5f6a7b8c9d0e1f2';
const consultation = '2024-07-28-extended-deterrence-ministerial-meeting-xxxxx';

describe('an action', () => {
  const actions: Action[] = [
    { kind: 'page', ask, page: 12, leaf: -1, version: '01234567' },
    { kind: 'language', ask, language: 'ja', version: '01234567' },
    { kind: 'sources', ask, leaf: 3, page: 2 },
    { kind: 'details', ask },
    { kind: 'details', ask, consultation },
    { kind: 'card', ask, consultation, leaf: 2 },
    { kind: 'timeline', ask, leaf: 0, turned: false },
    { kind: 'timeline', ask, leaf: 0, turned: true },
    { kind: 'share', ask, page: 2, leaf: 1 },
    { kind: 'whole', ask },
    { kind: 'suggestion', ask, index: 3, page: 4 },
    { kind: 'choice', ask, index: 4 },
    { kind: 'menu', ask, page: 2, leaf: 1, version: '01234567' },
    { kind: 'feedback', ask },
    { kind: 'helpful', ask },
    { kind: 'unsubscribe', subscription: '0123456789abcdef' },
    { kind: 'unsubscribe', subscription: '0123456789abcdef', delivery: 'abcdefghijklmnopqrstuvwx' },
    { kind: 'part', delivery: 'abcdefghijklmnopqrstuvwx' },
    { kind: 'select', index: 1 },
  ];

  it.each(actions)('comes back as it was made, within 100 characters: $kind', (action) => {
    const text = encodeAction(action, 100);
    expect(text).toBeDefined();
    expect(decodeAction(text ?? '')).toEqual(action);
  });

  it('holds a whole question where there is room for one, and is none where there is not', () => {
    const action: Action = { kind: 'question', text: 'Who met | when, and where? '.repeat(10) };
    expect(decodeAction(encodeAction(action, 2_000) ?? '')).toEqual(action);
    expect(encodeAction(action, 100)).toBeUndefined();
  });

  it('of anything else is none of ours', () => {
    for (const text of ['', 'k1', 'k1|', 'k1|y|a', 'k2|p|a', '{"a":1}', 'k1|p']) {
      expect(decodeAction(text)).toBeUndefined();
    }
  });
});

describe('a button of version 0.1', () => {
  it.each<[string, Action]>([
    [`k1|p|${ask}|2|0|01234567`, { kind: 'page', ask, page: 2, leaf: 0, version: '01234567' }],
    [`k1|l|${ask}|ja|01234567`, { kind: 'language', ask, language: 'ja', version: '01234567' }],
    [`k1|s|${ask}|0`, { kind: 'sources', ask, leaf: 0 }],
    [`k1|d|${ask}`, { kind: 'details', ask }],
    [`k1|c|${ask}|${consultation}|1`, { kind: 'card', ask, consultation, leaf: 1 }],
    [`k1|t|${ask}|1`, { kind: 'timeline', ask, leaf: 1, turned: true }],
    [`k1|h|${ask}|2|1`, { kind: 'share', ask, page: 2, leaf: 1 }],
    [`k1|f|${ask}`, { kind: 'feedback', ask }],
    [`k1|r|${ask}|1`, { kind: 'choice', ask, index: 1 }],
    ['k1|u|subscription', { kind: 'unsubscribe', subscription: 'subscription' }],
  ])('still means what it meant: %s', (text, action) => {
    expect(decodeAction(text)).toEqual(action);
  });
});
