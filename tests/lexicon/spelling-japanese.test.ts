import { describe, expect, it } from 'vitest';
import { fixed, tellOf } from './spelling-fixture.ts';

describe('one wrong character', () => {
  it.each([
    ['石被総理', '石破総理'],
    ['石波首相の訪米', '石破首相の訪米'],
    ['岸田文夫', '岸田文雄'],
    ['林方正外相', '林芳正外相'],
    ['普天満飛行場の移設', '普天間飛行場の移設'],
    ['辺野子への移設', '辺野古への移設'],
    ['尖閣諸鳥', '尖閣諸島'],
    ['台湾海協', '台湾海峡'],
    ['北朝選のミサイル', '北朝鮮のミサイル'],
    ['害相会談', '外相会談'],
    ['日米韓首悩会合', '日米韓首脳会合'],
    ['拡第抑止協議', '拡大抑止協議'],
    ['在日米軍駐留経否負担', '在日米軍駐留経費負担'],
    ['特別協程', '特別協定'],
    ['極超音束', '極超音速'],
    ['迎貧館', '迎賓館'],
    ['拉致門題', '拉致問題'],
    ['経済安全保証', '経済安全保障'],
    ['処理推の放出', '処理水の放出'],
  ])('of a name in kanji is fixed: %s', (typed, read) => {
    expect(fixed(typed)).toBe(read);
  });

  it.each([
    ['石破首相とトラップ大統領', '石破首相とトランプ大統領'],
    ['トランフ大統領', 'トランプ大統領'],
    ['ヘグセヌ長官', 'ヘグセス長官'],
    ['ルピオ国務長官', 'ルビオ国務長官'],
    ['バイテン大統領', 'バイデン大統領'],
    ['ブリンケソ長官', 'ブリンケン長官'],
    ['エマニュアル大使', 'エマニュエル大使'],
    ['トマホーグの取得', 'トマホークの取得'],
    ['オスブレイの事故', 'オスプレイの事故'],
    ['サプライチェーソ', 'サプライチェーン'],
    ['クワッド', 'クアッド'],
    ['ホルムス海峡', 'ホルムズ海峡'],
    ['ミサイノ防衛', 'ミサイル防衛'],
    ['シャングリア会合', 'シャングリラ会合'],
    ['キャンプ・デビットの会談', 'キャンプ・デービッドの会談'],
    ['ウクナイナ情勢', 'ウクライナ情勢'],
  ])('of a name in katakana is fixed: %s', (typed, read) => {
    expect(fixed(typed)).toBe(read);
  });

  it.each([
    ['missing', '拡大抑協議', '拡大抑止協議'],
    ['too many', '普天間飛飛行場', '普天間飛行場'],
    ['out of its place', 'トンラプ大統領', 'トランプ大統領'],
  ])('%s is fixed', (_, typed, read) => {
    expect(fixed(typed)).toBe(read);
  });
});

describe('another word of the same sound', () => {
  it.each([
    ['首脳階段で何を話した', '首脳会談で何を話した'],
    ['拡大抑止競技', '拡大抑止協議'],
    ['外務時間協議', '外務次官協議'],
    ['日米防衛省会談', '日米防衛相会談'],
    ['小泉防衛省とヘグセス長官', '小泉防衛相とヘグセス長官'],
    ['共同生命', '共同声明'],
    ['日米安全補償条約', '日米安全保障条約'],
    ['統合作戦指令部', '統合作戦司令部'],
    ['仲谷防衛大臣', '中谷防衛大臣'],
    ['ルビオ国務長官と岩谷外相', 'ルビオ国務長官と岩屋外相'],
  ])('is read as the name it makes: %s', (typed, read) => {
    expect(fixed(typed)).toBe(read);
  });

  it.each(['階段はどこ', '会談の時間は', '防衛省の文書', '競技の結果'])(
    'is left where it makes none: %s',
    (question) => {
      expect(tellOf(question)).toBeUndefined();
    },
  );
});

describe('what is no slip', () => {
  it.each([
    '日仏外相会談',
    '日露首脳会談',
    '米中首脳会談',
    '財務大臣の発言',
    '防災協力',
    '福田首相',
    '河野外相',
    '安倍総理',
    '中国外相',
    '西シナ海',
    '軍事同盟',
    '仏大統領',
  ])('is another name: %s', (question) => {
    expect(tellOf(question)).toBeUndefined();
  });

  it('is an everyday word where nothing speaks of people', () => {
    expect(tellOf('トランクの値段は')).toBeUndefined();
  });
});
