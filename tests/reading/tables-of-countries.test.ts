import { describe, expect, it } from 'vitest';
import { idsIn } from '../../src/reading/query.ts';
import { clock, desk, understand } from './table.ts';

/** The countries of the table that a question means, in order of the alphabet. */
const table = (text: string) =>
  idsIn(understand(text), 'members').map((id) =>
    id
      .split('+')
      .sort((a, b) => a.localeCompare(b))
      .join('+'),
  );

describe('three countries or more named one after the other', () => {
  it.each([
    ['defence ministerial among Tokyo, Washington and Seoul', 'JP+KR+US'],
    ['aus-jp-us-phil defence ministers 2025', 'AU+JP+PH+US'],
    ['the latest jp us kr call', 'JP+KR+US'],
    ['Manila, Tokyo and Washington at the leaders’ level', 'JP+PH+US'],
    ['日本・米国・オーストラリアの防衛相会談', 'AU+JP+US'],
  ])('are one table: %s', (text, members) => {
    expect(table(text)).toEqual([members]);
  });

  it('are places where meetings were held in them', () => {
    expect(table('summits in Tokyo, Washington and Seoul')).toEqual([]);
  });
});

describe('those who stand before a meeting', () => {
  it.each([
    'Has the Japan-U.S.-ROK leaders’ summit convened since January 2025?',
    '日米韓の首脳会談は2025年にありましたか',
    'Did the Japan-U.S. Cyber Dialogue hold a session in 2025?',
    'Was there a bilateral cyber dialogue in 2025?',
  ])('sit at it, and no other table stands in for theirs: %s', (text) => {
    expect(desk.ask({ text, clock }).status).toBe('not-found');
  });

  it('sit at any table of that rank where none is named', () => {
    expect(desk.ask({ text: 'summit at Camp David with the ROK', clock }).consultations).toEqual([
      '2023-08-18-trilateral-rok-summit',
    ]);
  });
});

describe('"bilateral"', () => {
  it('before a meeting leaves out tables of three', () => {
    expect(idsIn(understand('bilateral defense ministerials in 2024'), 'level')).not.toContain('trilateral');
  });

  it('before anything else says nothing of who met', () => {
    expect(idsIn(understand('bilateral exercises in 2024'), 'level')).toEqual([]);
  });
});

describe('a meeting of the two allies by name', () => {
  it.each([
    '2025年5月の日米防衛相会談でフィリピンに触れていますか',
    'Did the Japan-U.S. defense ministerial of May 2025 mention the Philippines?',
  ])('is not answered with one that others joined: %s', (text) => {
    expect(desk.ask({ text, clock }).status).toBe('not-found');
  });

  it('without their names may be one that others joined', () => {
    const { status, consultations } = desk.ask({
      text: 'did the defense ministers mention the Philippines in May 2025',
      clock,
    });
    expect([status, consultations[0]]).toEqual(['answered', '2025-05-31-quadrilateral-defense']);
  });
});
