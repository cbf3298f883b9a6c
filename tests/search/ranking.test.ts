import { describe, expect, it } from 'vitest';
import { createPassageIndex } from '../../src/search/passage-index.ts';
import { passages } from './fixture.ts';

const index = createPassageIndex(passages);
const ranking = (query: string) => index.search(query).map(({ id }) => id);

describe('ranking set: Japanese', () => {
  it('puts the passage that holds the whole phrase before one that holds its words', () => {
    expect(ranking('AMRAAMの共同生産を早めること')).toEqual([
      'missile-production', // the phrase as asked
      'missile-talks', // AMRAAM and 生産, apart
    ]);
  });

  it('puts a compound found whole before its parts found apart', () => {
    expect(ranking('拡大抑止')).toEqual([
      'deterrence', // 拡大抑止 twice, once in the title
      'deterrence-apart', // 抑止 and 拡大 in one sentence, not joined
    ]);
    expect(ranking('抑止力')).toEqual([
      'deterrence-apart', // 抑止力 whole
      'deterrence', // 抑止 alone
    ]);
  });

  it('lets the words asked about decide, whatever the ending of the question', () => {
    expect(ranking('ミサイルの生産については？')).toEqual([
      'missile-talks', // ミサイルの生産について, as asked
      'missile-production', // 生産 alone: its missiles are in English
    ]);
  });

  it('finds a year in the title and the words beside it', () => {
    expect(ranking('２０２５年度の経費はいくら')).toEqual([
      'budget', // 2025年度の経費 in the title, 経費 in the text
    ]);
  });

  it('does not mistake one word in common for an answer', () => {
    expect(ranking('防衛大臣はどこを視察した')).toEqual([
      'okinawa-visit', // 防衛大臣 and 視察
      'missile-production', // 防衛 in the title: last, by far
    ]);
    const [first, second] = index.search('防衛大臣はどこを視察した');
    expect(first?.score).toBeGreaterThan(5 * (second?.score ?? 0));
  });
});

describe('ranking set: English', () => {
  it('puts the passage that holds more of the rare words first', () => {
    expect(ranking('confirmed co-production of AMRAAM')).toEqual([
      'missile-production', // all of it, co-production as one piece
      'missile-talks', // production and AMRAAM
      'deterrence-apart', // confirmed, in a shorter sentence
      'taiwan', // confirmed alone
    ]);
  });

  it('puts words side by side before the same words apart', () => {
    expect(ranking('missile production')).toEqual([
      'missile-talks', // "missile production"
      'missile-production', // "co-production of AMRAAM missiles"
    ]);
    expect(ranking('extended deterrence')).toEqual([
      'deterrence', // "extended deterrence" twice
      'deterrence-apart', // "stronger deterrence and an extended scope"
    ]);
  });

  it('finds every form of a word', () => {
    expect(ranking('inspecting a unit')).toEqual([
      'okinawa-visit', // "inspected units"
    ]);
  });
});

describe('ranking set: both languages at once', () => {
  it('reaches one passage from either language', () => {
    for (const query of ['台湾海峡の平和と安定', 'peace and stability across the Taiwan Strait', '台湾 Strait']) {
      expect(ranking(query)[0]).toBe('taiwan');
    }
  });

  it('adds up what the two languages of a question find', () => {
    expect(ranking('Naha 視察')).toEqual([
      'okinawa-visit', // Naha in the English half, 視察 in the Japanese
    ]);
  });
});
