import { describe, expect, it } from 'vitest';
import { type Action, decodeAction, encodeAction } from '../../adapters/discord/custom-id.ts';
import { splitText } from '../../adapters/discord/layout.ts';
import { clip } from '../../adapters/discord/limits.ts';
import { escapeMarkdown, linkAddress, maskedLink } from '../../adapters/discord/markdown.ts';

describe('text of people and records', () => {
  it.each([
    ['**bold** _it_ ~~no~~ `code` ||hidden||', /(?<!\\)[*_~`|]/],
    ['<@123> <@&1> <#2> <t:1:R> <a:b:3>', /(?<!\\)</],
    ['[click](https://evil.example)', /(?<!\\)[[\]]/],
    ['@everyone @here', /@(?:everyone|here)/],
    ['https://evil.example', /:\/\//],
    ['discord.gg/abc', /discord\.gg\//],
    ['# heading', /^#/],
    ['> quote', /^>/],
    ['- item', /^-/],
    ['1. item', /^1\./],
    ['-# small', /^-/],
    ['two\nlines\r\nthree', /[\r\n]/],
  ])('shows %j as it is', (text, live) => {
    expect(escapeMarkdown(text)).not.toMatch(live);
  });

  it('leaves ordinary Japanese and English alone', () => {
    for (const text of [
      '中谷元・防衛大臣は「2+2」で会談した。',
      'Pete Hegseth (Secretary of Defense) – Tokyo; 85 minutes.',
    ]) {
      expect(escapeMarkdown(text)).toBe(text);
    }
  });

  it('is escaped in time that grows with its length alone', () => {
    const started = performance.now();
    for (const piece of ['\\', '[', '@', '://', ' ', '<', 'discord.', '1']) escapeMarkdown(piece.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});

describe('a link', () => {
  it('survives parentheses, pipes and Japanese paths', () => {
    expect(maskedLink('a', 'https://a.example/国内(1)|2')).toBe(
      '[a](<https://a.example/%E5%9B%BD%E5%86%85%281%29%7C2>)',
    );
  });

  it('is not made of anything but http and https', () => {
    for (const url of ['javascript:alert(1)', 'discord://x', 'not a url', 'file:///etc/passwd']) {
      expect(linkAddress(url)).toBeUndefined();
    }
  });
});

describe('a split', () => {
  it('never cuts an escape or a surrogate pair', () => {
    for (const text of ['\\*'.repeat(100), '😀'.repeat(100), `${'a'.repeat(9)}\\*${'b'.repeat(30)}`]) {
      const pieces = splitText(text, 11);
      expect(pieces.join('')).toBe(text);
      for (const piece of pieces) {
        expect(piece).not.toMatch(/(?<!\\)(?:\\\\)*\\$/);
        expect(piece.isWellFormed()).toBe(true);
      }
    }
  });

  it('prefers the end of a sentence', () => {
    expect(splitText('会談した。場所は東京だった。', 8)).toEqual(['会談した。', '場所は東京だった', '。']);
  });
});

describe('a label', () => {
  it('is cut with an ellipsis and no half of a pair', () => {
    expect(clip('abcdef', 4)).toBe('abc…');
    expect(clip('ab😀def', 4)).toBe('ab…');
    expect(clip('abcd', 4)).toBe('abcd');
  });
});

describe('a button', () => {
  const ask = 'a1b2c3d4e5f6a7b8c9d0e1f2';
  const actions: Action[] = [
    { kind: 'page', ask, page: 12, leaf: -1, version: '01234567' },
    { kind: 'language', ask, language: 'ja', version: '01234567' },
    { kind: 'sources', ask, leaf: 3 },
    { kind: 'details', ask },
    { kind: 'card', ask, consultation: '2024-07-28-extended-deterrence-ministerial-meeting-xxxxx', leaf: 2 },
    { kind: 'timeline', ask, leaf: 9 },
    { kind: 'share', ask, page: 2, leaf: 1 },
    { kind: 'feedback', ask },
    { kind: 'open', ask },
    { kind: 'suggestion', ask, page: 4 },
    { kind: 'choice', ask, index: 4 },
    { kind: 'unsubscribe', subscription: '0123456789abcdef' },
    { kind: 'unsubscribe', subscription: '0123456789abcdef', delivery: 'abcdefghijklmnopqrstuvwx' },
  ];

  it.each(actions)('comes back as it was made: $kind', (action) => {
    const id = encodeAction(action);
    expect(id.length).toBeLessThanOrEqual(100);
    expect(decodeAction(id)).toEqual(action);
  });

  it('of anything else is none of ours', () => {
    for (const id of ['', 'k1', 'k1|', 'k1|q|a', 'k2|p|a', '{"a":1}', 'k1|p']) expect(decodeAction(id)).toBeUndefined();
  });
});
