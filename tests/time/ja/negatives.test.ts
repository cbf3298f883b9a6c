import { describe, expect, it } from 'vitest';
import { findTimes } from '../../../src/time/index.ts';
import { TODAY } from '../expression-table.ts';

describe('Japanese text that names no time', () => {
  it.each([
    '2+2',
    '２プラス２',
    '日米2+2',
    '日米安全保障協議委員会',
    '日米韓',
    '日韓',
    '日本',
    '在日米軍',
    '第5条',
    '第３回',
    '第1回日米会談',
    '第2次トランプ政権',
    '3か国',
    '３ヶ国',
    '5人',
    '12機',
    '2000人',
    '2025人',
    '2025円',
    '1億2000万円',
    '資料26',
    '資料III-2-1-1',
    '図表1-2',
    'F-35',
    'F35B',
    'F-35を12機',
    'AMRAAM 120',
    'AUKUS第2の柱',
    'SM-6',
    'CH-47',
    '3年間',
    '5日間',
    '2日目',
    '2日連続',
    '3年目',
    '10年ぶり',
    '22年間',
    '20年にわたる協力',
    '20年の歴史',
    '20年ごと',
    '25年以上',
    '1年前倒し',
    '熊本日日新聞',
    '70周年',
    '5日本部',
    '5年後',
    '数年前',
    '何年',
    '何月',
    '毎月',
    '月例報告',
    '三日月',
    '一日',
    '十分',
    '二国間',
    '三沢基地',
    '四国',
    '春日基地',
    '秋田県',
    '秋葉原',
    '青春',
    '夏島',
    '前半',
    '会議の前半',
    '後半の議論',
    '午後3時',
    '15時30分',
    '月曜会',
    '最近の会談',
    '最後に会ったのはいつ？',
    '次の2+2はいつ？',
    '3分の2',
    '3/4の賛成',
    '決議1973',
    '１回',
    '昨今の情勢',
    '今後の課題',
    '現在の体制',
    '去就',
    '来日',
    '明日香',
    'https://www.mod.go.jp/j/press/news/2025/03/30a.html',
    '',
    '。。。',
  ])('%s', (text) => {
    expect(findTimes(text, { today: TODAY })).toEqual([]);
  });

  it('leaves the characters beside a date alone', () => {
    const found = (text: string): string[] => findTimes(text, { today: TODAY }).map((mention) => mention.text);
    expect(found('3月5日米国防長官が来日')).toEqual(['3月5日']);
    expect(found('2025年3か国会合')).toEqual(['2025年']);
    expect(found('第5条は2025年3月の2+2で確認された')).toEqual(['2025年3月']);
    expect(found('資料1から2025年3月の会談を見る')).toEqual(['2025年3月']);
    expect(found('本日米首脳会談')).toEqual(['本日']);
    expect(found('2025年春闘')).toEqual(['2025年']);
  });
});
