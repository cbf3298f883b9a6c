import { describe, expect, test } from 'vitest';
import { dayNote, reportNote } from '../../src/curators/note.ts';
import { pagesAt } from '../../src/record/pages.ts';
import { reportOf } from './fixture.ts';

describe('a report as curators read it', () => {
  test('has what was asked, answered and written, the records and when, and not who', () => {
    const note = reportNote(reportOf({ text: 'It was the 31st.\nSee page 2.' }), { language: 'en' });
    expect(note.heading).toBe('A date is wrong');
    expect(note.passages).toEqual([
      { name: 'Question', text: 'when did they meet?' },
      { name: 'Answer', text: 'They met on March 30, 2025.' },
      { name: 'What they wrote', text: 'It was the 31st.\nSee page 2.' },
    ]);
    expect(note.records).toEqual([{ id: '2025-03-30-defense-ministerial', url: undefined }]);
    expect(note.footer).toBe('Report report-1 · 2026-03-30 00:00 UTC · discord');
    expect(JSON.stringify(note)).not.toContain('ann');
  });

  test('says what is no longer kept', () => {
    const { passages, records } = reportNote(reportOf({ about: null, text: null }), { language: 'ja' });
    expect(passages.map(({ text }) => text)).toEqual([
      '（保存期間が過ぎたか、削除されました）',
      '（保存期間が過ぎたか、削除されました）',
      '（記入なし）',
    ]);
    expect(records).toEqual([]);
  });

  test('links records where the reading room is', () => {
    const pages = pagesAt('https://example.org');
    const { records } = reportNote(reportOf({}), { language: 'ja', pages });
    expect(records[0]?.url).toBe('https://example.org/ja/consultations/2025-03-30-defense-ministerial');
  });
});

describe('a day’s note', () => {
  const gaps = [
    { language: 'en', reason: 'no-record', text: null, count: 3 },
    { language: 'ja', reason: 'out-of-scope', text: '今日の\n天気は？', count: 2 },
  ] as const;

  test('counts the reports that were not shown, by kind, and unanswered questions, with their text where it is kept', () => {
    const reports = [reportOf({}), reportOf({ kind: 'other' }), reportOf({ kind: 'other' })];
    const note = dayNote({ date: '2026-03-30', reports, gaps }, { language: 'en' });
    expect(note.heading).toBe('Reports and unanswered questions of March 30, 2026');
    expect(note.passages.map(({ text }) => text)).toEqual([
      'There are 3 more reports. npm run feedback lists them.\n2 × Something else\n1 × A date is wrong',
      '5 questions had no answer. npm run gaps lists them.\n3 × not on record (English)\n2 × outside the subject (Japanese)\n2 × “今日の 天気は？”',
    ]);
  });

  test('leaves out what there is none of', () => {
    const note = dayNote({ date: '2026-03-30', reports: [], gaps }, { language: 'ja' });
    expect(note.passages.map(({ name }) => name)).toEqual(['答えられなかった質問']);
  });
});
