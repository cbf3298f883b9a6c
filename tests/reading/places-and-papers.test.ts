import { describe, expect, it } from 'vitest';
import { idsIn } from '../../src/reading/query.ts';
import { clock, desk, understand } from './table.ts';

const ask = (text: string) => desk.ask({ text, clock });

describe('a country in which something was held', () => {
  it.each([
    'How many Extended Deterrence Dialogues were held on U.S. soil?',
    '拡大抑止協議は米国内で何回',
    'EDD rounds in American territory',
  ])('is the place: %s', (text) => {
    expect(idsIn(understand(text), 'country')).toEqual(['US']);
  });
});

describe('a larger event', () => {
  it.each([
    'who met on the sidelines of the 2024 NATO summit',
    'Where did the leaders meet during the NATO summit?',
    'NATO首脳会議の際の日米韓の会合は？',
    'NATO首脳会合に合わせて会ったのは誰？',
  ])('is that on whose margins a meeting was held: %s', (text) => {
    expect(idsIn(understand(text), 'occasion')).toEqual(['nato-summit']);
  });

  it.each([
    'What was said about the NATO summit?',
    'NATO首脳会議について何を話した？',
    'Did they discuss the NATO summit?',
  ])('is spoken of where something is said about it: %s', (text) => {
    expect(idsIn(understand(text), 'occasion')).toEqual([]);
    expect(idsIn(understand(text), 'mention')).toContain('group:nato');
  });
});

describe('a visit that tells a time', () => {
  it.each([
    "Who met Kihara after Trump's visit to Japan?",
    'which US ambassador saw Kihara after trumps japan trip',
    'who met Kihara after the visit of Trump to Japan',
  ])('is the visit to that country, not the last meeting of the visitor: %s', (text) => {
    expect(ask(text).consultations).toEqual(['2025-11-21-high-level-talks-kihara-glass']);
  });
});

describe('a paper issued after a meeting', () => {
  it.each([
    'What joint statement was released after the May 2024 defence ministerial with Australia?',
    'documents issued after the Japan-US-Australia defense ministerial of May 2024',
  ])('is that of the meeting: %s', (text) => {
    expect(ask(text).consultations[0]).toBe('2024-05-02-trilateral-australia-defense');
  });
});

describe('"each other"', () => {
  it('asks for both people, not for one of them', () => {
    expect(understand('Where did Kishida and Biden first see each other?').anyPerson).toBe(false);
  });
});

describe('どこ', () => {
  it.each([
    ['初回の日米韓インド太平洋対話で重点が置かれた地域はどこか', 'what'],
    ['2024年7月の2+2はどこか', 'where'],
    ['会談が行われた都市は', 'where'],
    ['2021年6月に茂木とブリンケンが会ったのはなんという町', 'where'],
  ])('asks for a venue only of a meeting: %s is %s', (text, asked) => {
    expect(understand(text).ask).toBe(asked);
  });
});

describe('somebody left out', () => {
  it.each([
    ['首脳会談は都内ではなくどこで', 'place'],
    ['秋葉局長とサリバン補佐官の協議、韓国は除いて', 'member'],
  ] as const)('is negated: %s', (text, role) => {
    const { constraints } = understand(text);
    expect(constraints.filter((each) => each.negated).map((each) => each.role)).toContain(role);
  });
});

describe('words that the meetings named do not say', () => {
  it.each([['Did the January 2023 2+2 concede that an attack in orbit might trigger the treaty?', /Article V/]])(
    'are not found, and what comes closest is shown: %s',
    (text, closest) => {
      const { status, headline, statements } = ask(text);
      expect(status).toBe('not-found');
      expect([headline, ...statements].map((each) => each.text).join(' ')).toMatch(closest);
    },
  );

  it('and that no single statement says come without a yes', () => {
    const { headline } = ask('Did the American ambassador show regret about the soldiers’ crimes in Okinawa in 2024?');
    expect(headline.text).toMatch(/^(?!Yes).*Vice-Minister Okano/);
  });

  it('and nothing near them are not found without a statement', () => {
    expect(ask('did they talk about penguins at the 2+2 in July 2024').statements).toEqual([]);
  });
});
