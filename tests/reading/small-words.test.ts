import { describe, expect, it } from 'vitest';
import { clock, desk, understand } from './table.ts';

const ask = (text: string) => desk.ask({ text, clock });

describe('a single character that no table holds', () => {
  it('leaves a count as it is', () => {
    const plain = ask('2021年以降の日米韓首脳会合は何回');
    expect(ask('日米韓の首脳会合って2021年以降で数えると何回になりますか').consultations).toEqual(plain.consultations);
  });

  it.each(['首脳間で台湾に言及した例はございますか', '台湾に触れた旨の首脳会談はありますか'])(
    'is no part of a claim: %s',
    (text) => {
      expect(
        understand(text).constraints.filter(({ role, strength }) => role === 'word' && strength === 'firm'),
      ).toEqual([]);
    },
  );
});

describe('a time behind an incident', () => {
  it('is that of the meeting', () => {
    const text = 'ミャンマーでクーデターがあった直後、2021年2月の日米外相の電話では何を確認した';
    expect(ask(text).consultations[0]).toBe('2021-02-10-foreign-ministerial-telephone');
  });
});

describe('an event that several meetings could be', () => {
  it.each([
    [
      'who went to Washington in February 2026 to see Rubio ahead of the summit',
      '2026-02-20-national-security-advisors',
    ],
    ['who met Hegseth in March 2025 before the defense ministerial', undefined],
  ])('is the one next to the time named: %s', (text, id) => {
    const { period } = understand(text);
    expect(period?.from).toMatch(/^202[56]-0[23]/);
    if (id !== undefined) expect(ask(text).consultations).toEqual([id]);
  });
});

describe('which of two lasted longer', () => {
  it.each([
    ['経済版2プラス2の第1回と第2回、どっちが長かった？', /約130分/, /約60分/],
    ['Which was longer, the summit of February 2025 or the one of October 28, 2025?', /110 minutes/, /90 minutes/],
  ])('is told with the minutes of both, the longer first: %s', (text, longer, shorter) => {
    const { headline } = ask(text);
    expect(headline.text.search(longer)).toBeGreaterThan(-1);
    expect(headline.text.search(shorter)).toBeGreaterThan(headline.text.search(longer));
  });
});

describe('a long word', () => {
  it('is shown with the mark it ends in', () => {
    expect(understand('クーデターについて何を話した').constraints.map(({ label }) => label)).toContain('クーデター');
  });
});

describe('two governments with one word between them', () => {
  it.each([
    'compare the Biden and Trump administrations on extended deterrence',
    'バイデンとトランプ政権で拡大抑止を比較',
  ])('are both governments: %s', (text) => {
    const { period, otherPeriod } = understand(text);
    expect([period?.from, otherPeriod?.from]).toEqual(['2021-01-20', '2025-01-20']);
  });
});
