import { describe, expect, test } from 'vitest';
import { parseCommand } from '../../adapters/terminal/commands.ts';
import { renderAnswer, wrapText } from '../../adapters/terminal/render.ts';
import { printable, styleFor } from '../../adapters/terminal/style.ts';
import type { Answer } from '../../src/answer/answer.ts';

const ESC = '\u001b';
const plain = styleFor({ isTTY: false }, {});

function answer(change: Partial<Answer> = {}): Answer {
  return {
    id: 'abc',
    status: 'answered',
    language: 'en',
    // The renderer reads nothing of the question.
    question: {} as Answer['question'],
    headline: { text: 'They met in Tokyo.', citations: [1], consultation: null },
    statements: [{ text: 'They agreed.', citations: [1], consultation: null }],
    disclosures: [],
    notes: ['On record: 2021 to 2026.'],
    consultations: [],
    focus: [],
    citations: [
      {
        n: 1,
        source: 's',
        title: 'Meeting',
        publisher: 'MOD',
        kind: 'official',
        url: 'https://example.org/a',
        published: '2025-03-30',
        locator: 'para. 2',
      },
    ],
    suggestions: ['Where was it held?'],
    choices: [],
    page: { index: 1, count: 2 },
    knowledgeVersion: 'v',
    ...change,
  };
}

describe('styleFor', () => {
  test('a pipe gets neither colour nor escape sequences', () => {
    expect(renderAnswer(answer(), plain)).not.toContain(ESC);
  });

  test('NO_COLOR on a terminal takes the colour away', () => {
    expect(styleFor({ isTTY: true }, { NO_COLOR: '1' }).bold('x')).toBe('x');
  });

  test('a terminal gets colour', () => {
    expect(styleFor({ isTTY: true }, {}).bold('x')).toBe(`${ESC}[1mx${ESC}[0m`);
  });

  test('a terminal known for links gets an OSC 8 link', () => {
    const style = styleFor({ isTTY: true }, { TERM_PROGRAM: 'WezTerm' });
    expect(style.link('page', 'https://example.org')).toBe(
      `${ESC}]8;;https://example.org${ESC}\\page${ESC}]8;;${ESC}\\`,
    );
  });

  test('any other output shows the address', () => {
    expect(plain.link('page', 'https://example.org')).toContain('https://example.org');
  });
});

describe('renderAnswer', () => {
  test('shows headline, statements, notes, numbered sources and suggestions in that order', () => {
    expect(renderAnswer(answer(), plain)).toBe(
      [
        'They met in Tokyo. [1]',
        '',
        '• They agreed. [1]',
        '',
        'On record: 2021 to 2026.',
        'type "next" for more (2 pages)',
        '',
        'Sources',
        '[1] Meeting, MOD, March 30, 2025 – para. 2',
        '    https://example.org/a',
        '',
        'You could ask:',
        '  Where was it held?',
      ].join('\n'),
    );
  });

  test('a news source is marked as one', () => {
    const [citation] = answer().citations;
    const news = answer({ citations: citation ? [{ ...citation, kind: 'news' }] : [] });
    expect(renderAnswer(news, plain)).toContain('Meeting (news report), MOD, March 30, 2025 – para. 2');
  });

  test('escape sequences and direction overrides in a record never reach the terminal', () => {
    const hostile = answer({ headline: { text: `a${ESC}[31mb\u202ec\u0007`, citations: [], consultation: null } });
    const [first] = renderAnswer(hostile, plain).split('\n');
    expect(first).toBe('a[31mbc');
  });
});

describe('wrapText', () => {
  test('breaks English between words', () => {
    expect(wrapText('one two three four', 10, '  ')).toBe('one two\n  three\n  four');
  });

  test('counts full-width characters as two columns', () => {
    expect(wrapText('防衛大臣会談', 8, '')).toBe('防衛大臣\n会談');
  });

  test('keeps a closing mark on the line of its word', () => {
    expect(wrapText('防衛大臣、会談', 8, '')).toBe('防衛大\n臣、会談');
  });

  test('loses no character', () => {
    const text = '2025年3月30日、東京で Nakatani Gen と Pete Hegseth が会談した。';
    expect(wrapText(text, 12, '').replaceAll('\n', '').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  });
});

describe('printable', () => {
  test('leaves line ends and Japanese as they are', () => {
    expect(printable('日米\n協議')).toBe('日米\n協議');
  });
});

describe('parseCommand', () => {
  test.each([
    ['next', { kind: 'next' }],
    ['次', { kind: 'next' }],
    ['QUIT', { kind: 'quit' }],
    ['lang ja', { kind: 'language', language: 'ja' }],
    ['  ', { kind: 'nothing' }],
    ['who met in March 2025', { kind: 'ask', text: 'who met in March 2025' }],
  ])('%s', (line, command) => {
    expect(parseCommand(line, 0)).toEqual(command);
  });

  test('a number is a choice only when one was offered', () => {
    expect(parseCommand('2', 2)).toEqual({ kind: 'choice', index: 1 });
    expect(parseCommand('2', 0)).toEqual({ kind: 'ask', text: '2' });
  });
});
