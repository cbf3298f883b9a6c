import { WriteStream } from 'node:tty';
import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import { parseCommand } from '../../adapters/terminal/commands.ts';
import { followUpsOf } from '../../adapters/terminal/follow-ups.ts';
import { renderAnswer } from '../../adapters/terminal/render.ts';
import { printable, styleFor } from '../../adapters/terminal/style.ts';
import { wrap } from '../../adapters/terminal/wrap.ts';
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

  const terminal = { isTTY: true, getColorDepth: WriteStream.prototype.getColorDepth };

  test('NO_COLOR on a terminal takes the colour away', () => {
    expect(styleFor(terminal, { TERM: 'xterm-256color', NO_COLOR: '1' }).bold('x')).toBe('x');
  });

  test('a terminal without colours gets none', () => {
    expect(styleFor(terminal, { TERM: 'dumb' }).bold('x')).toBe('x');
  });

  test('a terminal gets colour', () => {
    expect(styleFor(terminal, { TERM: 'xterm-256color' }).bold('x')).toBe(`${ESC}[1mx${ESC}[22m`);
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
        'Page 1 of 2. Type "next" for more.',
        '',
        'Sources',
        '[1] Meeting, MOD, March 30, 2025 – para. 2',
        '    https://example.org/a',
        '',
        'You could ask (type the number):',
        '  1. Where was it held?',
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

describe('followUpsOf', () => {
  test('numbers the readings to choose from, then the question over the whole record, then the suggestions', () => {
    const narrowed = answer({
      choices: [{ label: 'Shigeru', question: 'Ishiba Shigeru' }],
      scope: { text: 'Of the 2 consultations just shown:', wholeRecord: 'Where was it agreed?' },
    });
    expect(followUpsOf(narrowed)).toEqual([
      { label: 'Shigeru', question: 'Ishiba Shigeru' },
      { label: 'Where was it agreed?', question: 'Where was it agreed?' },
      { label: 'Where was it held?', question: 'Where was it held?' },
    ]);
  });
});

describe('every line fits the terminal but for addresses', () => {
  const long = answer({
    headline: {
      text: `${'日米防衛相会談では、DICASの枠組みを生かし、'.repeat(5)}`,
      citations: [1, 2, 3],
      consultation: null,
    },
    statements: [
      {
        text: 'They agreed to keep working closely together. '.repeat(4),
        citations: [1],
        consultation: null,
        heading: 'Heading '.repeat(12),
      },
    ],
    notes: ['note '.repeat(40), '注記'.repeat(60)],
    suggestions: ['What was discussed? '.repeat(6), '何が合意されたか'.repeat(12)],
    citations: answer().citations.map((each) => ({
      ...each,
      title: 'タイトル'.repeat(20),
      url: `https://example.org/${'a'.repeat(150)}`,
    })),
  });
  const help = answer({ question: { ask: 'help' } as Answer['question'], language: 'ja' });

  test.each([40, 60, 80, 120])('at %i columns', (columns) => {
    const lines = [long, help].flatMap((each) => renderAnswer(each, plain, columns).split('\n'));
    expect(lines.filter((line) => stringWidth(line) > columns && !line.includes('https://'))).toEqual([]);
    expect(lines.filter((line) => line.includes('https://'))).toHaveLength(2);
  });
});

describe('wrap', () => {
  test('breaks English between words', () => {
    expect(wrap('one two three four', 10, '  ')).toEqual(['one two', '  three', '  four']);
  });

  test('counts full-width characters as two columns', () => {
    expect(wrap('防衛大臣会談', 8)).toEqual(['防衛大臣', '会談']);
  });

  test('keeps a closing mark on the line of its word', () => {
    expect(wrap('防衛大臣、会談', 8)).toEqual(['防衛大', '臣、会談']);
  });

  test('keeps an address and a Latin word whole', () => {
    expect(wrap('資料はhttps://example.org/a/b?c=dにある。AMRAAMの', 12)).toEqual([
      '資料は',
      'https://example.org/a/b?c=d',
      'にある。',
      'AMRAAMの',
    ]);
  });

  test('keeps names that a dash joins together', () => {
    expect(wrap('the Japan–U.S. summit', 12)).toEqual(['the', 'Japan–U.S.', 'summit']);
  });

  test('keeps the lines of a text that has several', () => {
    expect(wrap('a\n\nb', 10)).toEqual(['a', '', 'b']);
  });

  test('loses no character', () => {
    const text = '2025年3月30日、東京で Nakatani Gen と Pete Hegseth が会談した。';
    expect(wrap(text, 12).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
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
    ['ＬＡＮＧ　ｅｎ', { kind: 'language', language: 'en' }],
    ['  ', { kind: 'nothing' }],
    ['who met in March 2025', { kind: 'ask', text: 'who met in March 2025' }],
  ])('%s', (line, command) => {
    expect(parseCommand(line, 0)).toEqual(command);
  });

  test('a number is a choice only when one was offered', () => {
    expect(parseCommand('2', 2)).toEqual({ kind: 'choice', index: 1 });
    expect(parseCommand('２', 2)).toEqual({ kind: 'choice', index: 1 });
    expect(parseCommand('3', 2)).toEqual({ kind: 'no-choice' });
    expect(parseCommand('2', 0)).toEqual({ kind: 'ask', text: '2' });
  });
});
