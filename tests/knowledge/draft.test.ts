import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { actOf } from '../../src/knowledge/draft/acts-in-words.ts';
import { findConsultations } from '../../src/knowledge/draft/find-consultations.ts';
import { readDocument } from '../../src/knowledge/draft/read-document.ts';
import { splitSentences } from '../../src/knowledge/draft/sentences.ts';
import { writeRecord } from '../../src/knowledge/draft/write-draft.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { Consultation } from '../../src/knowledge/schema.ts';

const knowledge = loadKnowledge('knowledge');
const draft = (text: string) =>
  findConsultations(readDocument(text), knowledge, { source: 'mod-white-paper-2025', today: '2026-11-25' });
const fixture = (name: string): string => readFileSync(`tests/knowledge/fixtures/${name}`, 'utf8');

describe('drafting from a Japanese text', () => {
  const [summit, ministerial, ...others] = draft(fixture('section-ja.txt'));

  it('finds both consultations and no third', () => {
    expect(others).toEqual([]);
    expect(summit).toMatchObject({ id: '2025-02-summit', framework: 'summit', date: '2025-02', status: 'draft' });
    expect(ministerial).toMatchObject({
      id: '2025-03-defense-ministerial',
      framework: 'defense-ministerial',
      date: '2025-03',
    });
  });

  it('gives a title that a published record may keep', () => {
    expect(ministerial?.title).toEqual({ ja: '日米防衛相会談', en: 'Japan–U.S. Defense Ministerial Meeting' });
  });

  it('names the participants with the office they held', () => {
    expect(summit?.participants.map(({ person }) => person)).toEqual(['ishiba-shigeru', 'trump-donald']);
    expect(ministerial?.participants).toEqual([
      { person: 'nakatani-gen', office: { ja: '防衛大臣', en: 'Minister of Defense' }, country: 'JP' },
      { person: 'hegseth-pete', office: { ja: '国防長官', en: 'Secretary of Defense' }, country: 'US' },
    ]);
  });

  it('reads the place: the country visited, the ministry where it was held', () => {
    expect(summit?.place?.country).toBe('US');
    expect(ministerial?.place).toEqual({ ja: '東京・防衛省', en: 'Tokyo (Ministry of Defense)', country: 'JP' });
  });

  it('makes one outcome of each statement and each numbered point, with paragraph, act, topics and evidence', () => {
    expect(summit?.outcomes.map(({ act }) => act)).toEqual(['stated', 'confirmed', 'instructed']);
    expect(ministerial?.outcomes.map(({ act }) => act)).toEqual([
      'confirmed',
      'discussed',
      'discussed',
      'discussed',
      'agreed',
      'confirmed',
      'stated',
    ]);
    const amraam = ministerial?.outcomes.find(({ topics }) => topics.includes('amraam'));
    expect(amraam?.evidence).toContain('AMRAAM');
    expect(amraam?.sources).toEqual([{ source: 'mod-white-paper-2025', locator: { ja: '第3段落', en: 'para. 3' } }]);
    const futenma = ministerial?.outcomes.find(({ topics }) => topics.includes('futenma'));
    expect(futenma?.sources[0]?.locator?.en).toBe('para. 4');
  });

  it('gives a remark to the side that made it', () => {
    expect(ministerial?.outcomes.at(-1)?.by).toEqual(['JP']);
    expect(ministerial?.outcomes[0]?.by).toBeUndefined();
  });

  it('writes a file that reads back as the same valid record', () => {
    if (ministerial === undefined) throw new Error('no draft');
    expect(Consultation.parse(parse(writeRecord(ministerial)))).toEqual(ministerial);
  });
});

describe('drafting from an English page', () => {
  it('reads the running text alone, with the year of its title', () => {
    const [meeting, ...others] = draft(fixture('release-en.html'));
    expect(others).toEqual([]);
    expect(meeting).toMatchObject({ framework: 'defense-ministerial', date: '2024-12-10', place: { en: 'Tokyo' } });
    expect(meeting?.participants.map(({ person }) => person)).toEqual(['nakatani-gen', 'austin-lloyd']);
    expect(meeting?.outcomes.map(({ act, by }) => [act, by])).toEqual([
      ['agreed', undefined],
      ['discussed', undefined],
      ['stated', ['US']],
    ]);
  });
});

describe('drafting from a ministry’s release', () => {
  it('takes the year from the date line, the framework from the heading, and the length of the talks', () => {
    const text = `アメリカ合衆国
日米外相会談
令和8年2月14日
現地時間2月14日午後2時10分（日本時間2月14日午後10時10分）から約30分間、ドイツ連邦共和国・ミュンヘンを訪問中の茂木敏充外務大臣は、マルコ・ルビオ米国国務長官と会談を行ったところ、概要は以下のとおりです。
両外相は、日米同盟の抑止力・対処力を更に強化していくことで一致しました。
`;
    const [meeting, ...others] = draft(text);
    expect(others).toEqual([]);
    expect(meeting).toMatchObject({
      id: '2026-02-14-foreign-ministerial',
      date: '2026-02-14',
      durationMinutes: 30,
      place: { en: 'Munich, Germany', country: 'DE' },
    });
    expect(meeting?.outcomes.map(({ act }) => act)).toEqual(['agreed']);
  });

  it('knows the framework by the two offices when nothing names it', () => {
    const text =
      'On January 12th, 2024, commencing at 1:30 p.m. for approximately 45 minutes, Ms. KAMIKAWA Yoko, Minister for Foreign ' +
      'Affairs of Japan, who was visiting Washington D.C., held a meeting with the Honorable Antony Blinken, Secretary of State.\n' +
      '1. The two ministers concurred on working closely on issues related to China.\n';
    const [meeting] = draft(text);
    expect(meeting).toMatchObject({ framework: 'foreign-ministerial', date: '2024-01-12', durationMinutes: 45 });
    expect(meeting?.participants.map(({ person }) => person)).toEqual(['kamikawa-yoko', 'blinken-antony']);
    expect(meeting?.outcomes).toMatchObject([{ act: 'agreed', topics: ['china'] }]);
  });
});

describe('drafting from a page without a consultation', () => {
  it.each(['', 'Nothing happened.', '2025年3月の天気は晴れだった。', '<p>The committee met in May 2025.</p>'])(
    'finds none in %j',
    (text) => {
      expect(draft(text)).toEqual([]);
    },
  );
});

describe('the parts of drafting', () => {
  it('takes the act from the last verb in Japanese and the first in English', () => {
    expect(actOf('連携を確認し、協力することで一致した。', 'ja')).toBe('agreed');
    expect(actOf('約束を再確認した。', 'ja')).toBe('reaffirmed');
    expect(actOf('They agreed to meet and confirmed the date.', 'en')).toBe('agreed');
    expect(actOf('The sun shone.', 'en')).toBeNull();
  });

  it('does not end an English sentence at an abbreviation', () => {
    expect(splitSentences('The U.S. side agreed. Mr. Austin left.', 'en').map(({ text }) => text)).toEqual([
      'The U.S. side agreed.',
      'Mr. Austin left.',
    ]);
  });

  it('numbers running text alone, not captions or cross-references', () => {
    const { paragraphs } = readDocument('一つ目。\n見出し（2025年）\n二つ目。\n参照資料1。\n');
    expect(paragraphs).toEqual([
      { number: 1, text: '一つ目。' },
      { number: 2, text: '二つ目。' },
    ]);
  });
});
