import type { Language } from '../../src/text/language.ts';
import type { Act } from './stage.ts';

/** What is pictured, by name, in both languages. */
export const SCENES: Readonly<Record<string, Readonly<Record<Language, Act>>>> = {
  who: {
    en: { ask: 'Who attended the defense ministerial in March 2025?' },
    ja: { ask: '2025年3月の防衛相会談の出席者は？' },
  },
  what: {
    en: { ask: 'What did they agree on AMRAAM?' },
    ja: { ask: 'アムラームについて何を一致した？' },
  },
  list: {
    en: { ask: 'List the defense ministerials in 2025' },
    ja: { ask: '2025年の防衛相会談の一覧' },
  },
  wide: {
    en: { ask: 'What was discussed in 2025?' },
    ja: { ask: '2025年は何を話し合った？' },
  },
  compare: {
    en: { ask: 'Compare 2023 and 2024 on Taiwan' },
    ja: { ask: '台湾について2023年と2024年を比べて' },
  },
  refusal: {
    en: { ask: 'What was agreed at the summit in 2019?' },
    ja: { ask: '2019年の首脳会談で何を合意した？' },
  },
  help: { en: { ask: 'help' }, ja: { ask: '使い方' } },
  timeline: { en: { timeline: { period: '2025' } }, ja: { timeline: { period: '2025年' } } },
  'timeline-framework': { en: { timeline: { framework: '2+2' } }, ja: { timeline: { framework: '2+2' } } },
  digest: { en: { digestOf: '2026-03-30' }, ja: { digestOf: '2026-03-30' } },
  'digest-news': {
    en: { digestOf: '2026-11-30', since: '2026-11-29' },
    ja: { digestOf: '2026-11-30', since: '2026-11-29' },
  },
  'digest-week': {
    en: { digestOf: '2026-12-07', from: '2026-12-01' },
    ja: { digestOf: '2026-12-07', from: '2026-12-01' },
  },
  settings: { en: { settings: true }, ja: { settings: true } },
  home: { en: { home: true }, ja: { home: true } },
};
