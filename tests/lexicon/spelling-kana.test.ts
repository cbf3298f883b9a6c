import { describe, expect, it } from 'vitest';
import { fixed, tellOf } from './spelling-fixture.ts';

describe('hiragana', () => {
  it.each([
    ['かくだいよくしきょうぎはいつ', '拡大抑止協議はいつ'],
    ['ぼうえいしょうかいだん', '防衛相会談'],
    ['しゅのうかいだんでなにをはなした', '首脳会談でなにを話した'],
    ['さいしんのがいしょうかいだんはいつ', '最新の外相会談はいつ'],
    ['にちべいかんのきょうどうくんれん', '日米韓の共同訓練'],
    ['いしばしゅしょうとトランプだいとうりょう', '石破首相とトランプ大統領'],
    ['なかたにぼうえいだいじんとへぐせすこくぼうちょうかん', '中谷防衛大臣とヘグセス国防長官'],
    ['おきなわのふたんけいげん', '沖縄の負担軽減'],
    ['せんかくしょとうにげんきゅうしたのは', '尖閣諸島に言及したのは'],
    ['でんわかいだんはなんかい', '電話会談は何回'],
    ['はんどうたいのきょうりょく', '半導体の協力'],
    ['がいむじかんきょうぎ', '外務次官協議'],
    ['だれがしゅっせきした', 'だれが出席した'],
    ['どうめいちょうせいめかにずむ', '同盟調整メカニズム'],
    ['かくだいよくし協議', '拡大抑止協議'],
    ['ぼうえい しょう かいだん', '防衛相会談'],
  ])('is read as words: %s', (typed, read) => {
    expect(fixed(typed)).toBe(read);
  });

  it('of one stretch is told as one', () => {
    expect(tellOf('にちべいごうのぼうえいしょうかいだん 2024')?.repairs).toEqual([
      { typed: 'にちべいごうのぼうえいしょうかいだん', read: '日米豪の防衛相会談' },
    ]);
  });

  it.each([
    ['２０２５ねん３がつ に だれ が あった', '２０２５年３月 に だれ が あった'],
    ['2024ねんどのかいだん', '2024年度の会談'],
    ['だい 2かいめはいつ', 'だい 2回目はいつ'],
  ])('after figures is read as their unit: %s', (typed, read) => {
    expect(fixed(typed)).toBe(read);
  });

  it('after figures is not told', () => {
    expect(tellOf('2026ねん3がつ')).toEqual({ text: '2026年3月', repairs: [] });
  });

  it('after figures that begins a longer word is no unit', () => {
    expect(fixed('2025 かいだん')).toBe('2025 会談');
  });

  it.each([
    'こんにちは、きょうのてんきはどうですか',
    'なにができますか',
    'ありがとうございました',
    'もっとくわしく',
    'いまなんじですか',
    'でんしゃがおくれています',
    'これまでに話し合われたことを教えてください',
    '誰がいつどこで会ったのか教えてください',
  ])('of everyday sentences is left: %s', (question) => {
    expect(tellOf(question)).toBeUndefined();
  });
});

describe('Japanese in Latin letters', () => {
  it.each([
    ['nichibei shuno kaidan february 2025', '日米首脳会談 february 2025'],
    ['boei daijin kaidan 2025 march tokyo', '防衛大臣会談 2025 march tokyo'],
    ['gaisho kaidan', '外相会談'],
    ['kakudai yokushi kyogi', '拡大抑止協議'],
    ['denwa kaidan itsu', '電話会談いつ'],
    ['dare ga atta', 'だれがあった'],
    ['taiwan kaikyo', '台湾海峡'],
    ['senkaku shoto', '尖閣諸島'],
    ['okinawa kichi futan', '沖縄基地負担'],
    ['kitachosen misairu', '北朝鮮ミサイル'],
    ['nichibei chii kyotei', '日米地位協定'],
    ['futenma hikojo iten', '普天間飛行場移転'],
    ['keizai anzen hosho', '経済安全保障'],
    ['kokubo chokan wa dare', '国防長官はだれ'],
    ['nani wo goui shita', 'なにを合意した'],
    ['doko de okonawareta', 'どこで行われた'],
    ['ishiba to toranpu no kaidan wa itsu', '石破とトランプの会談はいつ'],
    ['arigato', 'ありがとう'],
  ])('is read as words: %s', (typed, read) => {
    expect(fixed(typed)).toBe(read);
  });

  it.each(['shuno kaidan', 'shunou kaidan', 'shunoh kaidan', 'shunō kaidan', 'syunou kaidan', 'shunokaidan'])(
    'is read whatever way its long vowels are written: %s',
    (typed) => {
      expect(fixed(typed)).toBe('首脳会談');
    },
  );

  it('is read within an English question', () => {
    expect(fixed('What was said at the gaisho kaidan in 2024?')).toBe('What was said at the 外相会談 in 2024?');
  });

  it('after figures is read as their unit', () => {
    expect(fixed('2025 nen 3 gatsu no shunou kaidan')).toBe('2025年 3月 no 首脳会談');
  });

  it.each([
    'who would dare to go',
    'I ate sushi and ramen in Kyoto',
    'is karaoke popular',
    'made to order',
    'no one was there to take note',
  ])('is not heard in English: %s', (question) => {
    expect(tellOf(question)).toBeUndefined();
  });
});
