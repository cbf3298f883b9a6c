import { describe, expect, it } from 'vitest';
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

describe('a label', () => {
  it('is cut with an ellipsis and no half of a pair', () => {
    expect(clip('abcdef', 4)).toBe('abc…');
    expect(clip('ab😀def', 4)).toBe('ab…');
    expect(clip('abcd', 4)).toBe('abcd');
  });
});
