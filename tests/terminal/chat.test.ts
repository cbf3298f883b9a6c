import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { createChat, type Turn } from '../../adapters/terminal/chat.ts';
import { createTerminalAdapter } from '../../adapters/terminal/index.ts';
import { createDesk } from '../../src/desk.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

const desk = createDesk(loadKnowledge(join(import.meta.dirname, '../../knowledge')));
const clock = () => ({ now: Temporal.Instant.from('2026-11-25T00:00:00Z'), zone: 'Asia/Tokyo' });
const chat = () => createChat({ desk: () => desk, clock, fallbackLanguage: 'en' });

function answerOf(turn: Turn) {
  if (turn !== null && 'answer' in turn) return turn.answer;
  throw new Error('no answer');
}

describe('createChat', () => {
  test('a follow-up keeps the question before', () => {
    const { turn } = chat();
    turn('who attended the 2+2 in 2023');
    expect(answerOf(turn('and in 2024?')).consultations).toEqual(['2024-07-28-scc']);
  });

  test('"next" and "back" turn the pages of the answer in view', () => {
    const { turn } = chat();
    const first = answerOf(turn('list the consultations of 2025'));
    const second = answerOf(turn('next'));
    expect(second.page.index).toBe(2);
    expect(second.statements).not.toEqual(first.statements);
    expect(answerOf(turn('back')).statements).toEqual(first.statements);
  });

  test('past the last page and before the first it says so', () => {
    const { turn } = chat();
    turn('who met in March 2025');
    expect(turn('next')).toEqual({ say: 'This is the last page.' });
    expect(turn('back')).toEqual({ say: 'This is the first page.' });
  });

  test('"lang ja" gives the answer in view in Japanese, and those after it', () => {
    const { turn } = chat();
    const english = answerOf(turn('who met in March 2025'));
    const japanese = answerOf(turn('lang ja'));
    expect(japanese.language).toBe('ja');
    expect(japanese.consultations).toEqual(english.consultations);
    expect(answerOf(turn('what is DICAS?')).language).toBe('ja');
  });

  test('a number asks the suggestion of that number, and says what was asked', () => {
    const { turn } = chat();
    const { suggestions } = answerOf(turn('who met in March 2025'));
    expect(turn('2')).toMatchObject({ asked: suggestions[1], answer: { status: 'answered' } });
  });

  test('a number that was not offered is told, and not asked', () => {
    const { turn } = chat();
    const { suggestions } = answerOf(turn('who met in March 2025'));
    expect(turn('99')).toEqual({ say: `Type a number from 1 to ${suggestions.length}.` });
  });

  test('turning a page before any question asks for one', () => {
    expect(chat().turn('next')).toEqual({ say: 'Ask something first.' });
  });

  test('an empty line is nothing, "quit" the end', () => {
    const { turn } = chat();
    expect([turn('  '), turn('quit')]).toEqual([null, { quit: true }]);
  });
});

describe('createTerminalAdapter', () => {
  function terminal(tty: boolean) {
    const input = Object.assign(new PassThrough(), { isTTY: tty });
    const output = Object.assign(new PassThrough(), { isTTY: tty, columns: 100 });
    const chunks: string[] = [];
    output.on('data', (chunk) => chunks.push(String(chunk)));
    const saved: (readonly string[])[] = [];
    const adapter = createTerminalAdapter({
      history: { lines: ['an earlier question'], save: (lines) => void saved.push([...lines]) },
      desk: () => desk,
      clock,
      fallbackLanguage: 'en',
      input,
      output,
      env: { TERM: 'xterm', NO_COLOR: '1' },
    });
    return { input, adapter, shown: () => chunks.join(''), saved };
  }

  test('greets on a terminal with coverage and an example, and leaves at the end of input', async () => {
    const { input, adapter, shown } = terminal(true);
    const done = adapter.start();
    input.end();
    await done;
    expect(shown()).toContain('Kyōgi — cited answers');
    expect(shown()).toContain('January 21, 2021');
  });

  test('lines pasted together each stand over their own answer', async () => {
    const { input, adapter, shown } = terminal(true);
    const done = adapter.start();
    input.end('what is DICAS?\nwhat is the SDC?\n');
    await done;
    expect(shown()).toMatch(/what is DICAS\?[\s\S]*DICAS is the Forum[\s\S]*what is the SDC\?[\s\S]*The Subcommittee/);
  });

  test('Ctrl-C clears what is typed, and on an empty line leaves', async () => {
    const { input, adapter, shown } = terminal(true);
    const done = adapter.start();
    input.write('half a question\u0003what is DICAS?\n');
    input.write('\u0003');
    await done;
    expect(shown()).toContain('DICAS is the Forum');
    expect(shown()).not.toContain('half a questionwhat');
  });

  test('the history holds what was typed before and now, newest first', async () => {
    const { input, adapter, saved } = terminal(true);
    const done = adapter.start();
    input.end('what is DICAS?\n');
    await done;
    expect(saved).toEqual([['what is DICAS?', 'an earlier question']]);
  });

  test('a pipe leaves no history', async () => {
    const { input, adapter, saved } = terminal(false);
    const done = adapter.start();
    input.end('what is DICAS?\n');
    await done;
    expect(saved).toEqual([]);
  });

  test('what happens beside the conversation is shown in its language, and never in a pipe', async () => {
    for (const tty of [true, false]) {
      const { input, adapter, shown } = terminal(tty);
      const done = adapter.start();
      adapter.notice((language) => `news in ${language}`);
      input.end();
      await done;
      expect(shown().includes('news in en')).toBe(tty);
    }
  });

  test('a pipe gets answers alone, without greeting or prompt', async () => {
    const { input, adapter, shown } = terminal(false);
    const done = adapter.start();
    input.end('SDCとは\n');
    await done;
    expect(shown()).toMatch(/^防衛協力小委員会/);
    expect(shown()).not.toContain('›');
  });

  test('stop ends the chat', async () => {
    const { adapter } = terminal(true);
    const done = adapter.start();
    await adapter.stop();
    await expect(done).resolves.toBeUndefined();
  });
});
