import { describe, expect, it } from 'vitest';
import { type Asked, asked, understand } from './table.ts';

const rows: readonly (readonly [text: string, expected: Asked])[] = [
  // 誰が
  ['2025年3月に誰が会談したか', { ask: 'who', period: '2025-03-01..2025-03-31' }],
  ['2024年7月の2+2の出席者は？', { ask: 'who', framework: ['scc'], period: '2024-07-01..2024-07-31' }],
  ['２０２３年１月の２プラス２に参加したのは誰', { ask: 'who', framework: ['scc'], period: '2023-01-01..2023-01-31' }],
  [
    '中谷防衛大臣は2025年に誰と会いましたか？',
    { ask: 'who', person: ['nakatani-gen'], period: '2025-01-01..2025-12-31' },
  ],
  ['最新の2+2には誰が出た', { ask: 'who', framework: ['scc'], order: 'latest' }],
  [
    '防衛大臣は2025年3月に誰と会った？',
    { ask: 'who', post: ['jp-defense-minister'], period: '2025-03-01..2025-03-31' },
  ],
  [
    '2024年の2+2の出席者と場所は？',
    { ask: 'who', also: ['where'], framework: ['scc'], period: '2024-01-01..2024-12-31' },
  ],
  // いつ
  ['石破 訪米 いつ', { ask: 'when', person: ['ishiba-shigeru'], country: ['US'] }],
  ['石破首相はいつ訪米したか', { ask: 'when', person: ['ishiba-shigeru'], country: ['US'] }],
  ['2+2は2024年のいつ開かれた？', { ask: 'when', framework: ['scc'], period: '2024-01-01..2024-12-31' }],
  ['石破さんがトランプさんといつ会ったか知りたい', { ask: 'when', person: ['ishiba-shigeru', 'trump-donald'] }],
  ['拡大抑止はいつ議論された', { ask: 'when', topic: ['extended-deterrence'] }],
  ['最後の2+2はいつ？', { ask: 'when', framework: ['scc'], order: 'latest' }],
  [
    '石破総理とトランプ大統領が初めて会ったのはいつ？',
    { ask: 'when', person: ['ishiba-shigeru', 'trump-donald'], order: 'first' },
  ],
  ['ヘグセスと中谷の初会談はいつ', { ask: 'when', person: ['hegseth-pete', 'nakatani-gen'], order: 'first' }],
  ['アムラームが最初に話題になったのはいつですか', { ask: 'when', topic: ['amraam'], order: 'first' }],
  ['日米韓外相会合はいつ', { ask: 'when', framework: ['trilateral-rok-foreign'] }],
  ['2+2はいつどこで開かれた？', { ask: 'when', also: ['where'], framework: ['scc'] }],
  // どこで
  ['石破・トランプ会談はどこで行われた？', { ask: 'where', person: ['ishiba-shigeru', 'trump-donald'] }],
  [
    '2025年3月の防衛相会談の場所',
    { ask: 'where', framework: ['defense-ministerial'], period: '2025-03-01..2025-03-31' },
  ],
  ['最後の2+2はどこで', { ask: 'where', framework: ['scc'], order: 'latest' }],
  // 何を
  [
    '2024年7月の2+2で何が合意されましたか',
    { ask: 'what', framework: ['scc'], act: ['agreed'], period: '2024-07-01..2024-07-31' },
  ],
  [
    '2024年の2+2は何が合意された？',
    { ask: 'what', framework: ['scc'], act: ['agreed'], period: '2024-01-01..2024-12-31' },
  ],
  ['台湾について2023年に何と言っているか', { ask: 'what', topic: ['taiwan-strait'], period: '2023-01-01..2023-12-31' }],
  ['アムラームについて何を一致したか', { ask: 'what', topic: ['amraam'], act: ['agreed'] }],
  ['2025年3月に両国は何を歓迎した？', { ask: 'what', act: ['welcomed'], period: '2025-03-01..2025-03-31' }],
  ['拡大抑止について確認されたこと', { ask: 'what', topic: ['extended-deterrence'], act: ['confirmed'] }],
  [
    '2025年3月の防衛相会談の成果',
    { ask: 'what', framework: ['defense-ministerial'], period: '2025-03-01..2025-03-31' },
  ],
  [
    'ヘグセスは台湾について何と言った？',
    { ask: 'what', person: ['hegseth-pete'], topic: ['taiwan-strait'], whose: 'speaker' },
  ],
  ['直近の2+2で何が合意された？', { ask: 'what', framework: ['scc'], act: ['agreed'], order: 'latest' }],
  ['米側は台湾について何と言った', { ask: 'what', side: ['US'], topic: ['taiwan-strait'] }],
  ['尖閣 バイデン', { ask: 'what', person: ['biden-joseph'], topic: ['senkaku'] }],
  // 一覧
  ['2025年3月 防衛相会談', { ask: 'list', framework: ['defense-ministerial'], period: '2025-03-01..2025-03-31' }],
  ['2025年の協議の一覧', { ask: 'list', period: '2025-01-01..2025-12-31' }],
  ['2025年の首脳会談をすべて教えて', { ask: 'list', framework: ['summit'], period: '2025-01-01..2025-12-31' }],
  ['2+2の年表', { ask: 'list', framework: ['scc'] }],
  ['指揮統制を議論した会談は？', { ask: 'list', topic: ['command-and-control'] }],
  ['2025年に東京で開かれた会談', { ask: 'list', place: ['tokyo'], period: '2025-01-01..2025-12-31' }],
  ['2024年以降の防衛相会談', { ask: 'list', framework: ['defense-ministerial'], period: '2024-01-01..' }],
  ['電話会談一覧', { ask: 'list', format: ['telephone'] }],
  ['なかたに へぐせす', { ask: 'list', person: ['nakatani-gen', 'hegseth-pete'] }],
  ['ｲｼﾊﾞ ﾄﾗﾝﾌﾟ', { ask: 'list', person: ['ishiba-shigeru', 'trump-donald'] }],
  ['２＋２　２０２４', { ask: 'list', framework: ['scc'], period: '2024-01-01..2024-12-31' }],
  ['日米 2023 2+2', { ask: 'list', framework: ['scc'], period: '2023-01-01..2023-12-31' }],
  ['R7.3.30', { ask: 'list', period: '2025-03-30..2025-03-30' }],
  ['日米豪防衛相会談', { ask: 'list', framework: ['trilateral-australia-defense'] }],
  ['日米の会談 2025年', { ask: 'list', period: '2025-01-01..2025-12-31' }],
  ['ヘグセス 訪日', { ask: 'list', person: ['hegseth-pete'], country: ['JP'] }],
  ['ホワイトハウスでの首脳会談', { ask: 'list', framework: ['summit'], place: ['white-house'] }],
  ['東京以外で開かれた2025年の会談', { ask: 'list', 'not place': ['tokyo'], period: '2025-01-01..2025-12-31' }],
  // 最初、最新、前後
  ['最新の防衛相会談', { ask: 'list', framework: ['defense-ministerial'], order: 'latest' }],
  ['直近3回の首脳会談', { ask: 'list', framework: ['summit'], order: 'latest 3' }],
  [
    'ヘグセス長官と中谷大臣が最後に会ったのは？',
    { ask: 'list', person: ['hegseth-pete', 'nakatani-gen'], order: 'latest' },
  ],
  ['2025年3月より前の最後の会談', { ask: 'list', order: 'latest', period: '..2025-02-28' }],
  ['2025年10月以降の最初の首脳会談は', { ask: 'list', framework: ['summit'], order: 'first', period: '2025-10-01..' }],
  ['2024年7月の2+2の次の会談は？', { ask: 'list', order: 'first', period: '2024-07-29..' }],
  ['2025年3月30日の次の会談', { ask: 'list', order: 'first', period: '2025-03-31..' }],
  ['2025年2月の首脳会談の直前の会談', { ask: 'list', order: 'latest', period: '..2025-02-06' }],
  ['次回の2+2はいつ？', { ask: 'list', framework: ['scc'], ahead: true, period: '2026-11-26..' }],
  // 回数、期間
  ['記録は何件ありますか', { ask: 'coverage' }],
  ['電話会談は何回？', { ask: 'count', format: ['telephone'] }],
  ['2025年に首脳会談は何回あった？', { ask: 'count', framework: ['summit'], period: '2025-01-01..2025-12-31' }],
  ['中谷大臣とヘグセス長官は何回会った?', { ask: 'count', person: ['nakatani-gen', 'hegseth-pete'] }],
  ['前回のEDDから何日経った？', { ask: 'since', framework: ['extended-deterrence-dialogue'], order: 'latest' }],
  // はい・いいえ
  ['石破首相はトランプ大統領と会ったことがありますか', { ask: 'yes-no', person: ['ishiba-shigeru', 'trump-donald'] }],
  [
    '2024年の2+2で台湾は議論されましたか？',
    { ask: 'yes-no', framework: ['scc'], topic: ['taiwan-strait'], period: '2024-01-01..2024-12-31' },
  ],
  ['中谷はヘグセスと会った？', { ask: 'yes-no', person: ['nakatani-gen', 'hegseth-pete'] }],
  // 何か、誰か
  ['2+2とは', { ask: 'define', framework: ['scc'] }],
  ['２プラス２って何？', { ask: 'define', framework: ['scc'] }],
  ['DICASとは何ですか', { ask: 'define', framework: ['dicas'] }],
  ['拡大抑止の意味', { ask: 'define', topic: ['extended-deterrence'] }],
  ['SCCは何の略？', { ask: 'define', framework: ['scc'], aspect: 'expansion' }],
  ['ヘグセスは誰ですか', { ask: 'define', person: ['hegseth-pete'] }],
  ['日米安全保障条約とは', { ask: 'define', mention: ['document:security-treaty'] }],
  ['思いやり予算とは何か', { ask: 'define', topic: ['host-nation-support'] }],
  ['2+2について教えて', { ask: 'define', framework: ['scc'] }],
  // 役職
  ['2023年の首相は？', { ask: 'holder', post: ['jp-prime-minister'], period: '2023-01-01..2023-12-31' }],
  ['米国防長官は誰', { ask: 'holder', post: ['us-secretary-of-defense'] }],
  [
    '2023年1月の外務大臣は誰でしたか',
    { ask: 'holder', post: ['jp-foreign-minister'], period: '2023-01-01..2023-01-31' },
  ],
  ['岸大臣の後任は誰', { ask: 'succession', succession: 'after', person: ['kishi-nobuo'] }],
  // 比較、変化
  [
    '2023年と2024年の2+2を台湾について比較して',
    {
      ask: 'compare',
      framework: ['scc'],
      topic: ['taiwan-strait'],
      period: '2023-01-01..2023-12-31',
      otherPeriod: '2024-01-01..2024-12-31',
    },
  ],
  [
    '岸田と石破の首脳会談の違い',
    { ask: 'compare', framework: ['summit'], person: ['kishida-fumio', 'ishiba-shigeru'] },
  ],
  ['指揮統制の見直しはどう進展した？', { ask: 'develop', topic: ['command-and-control'] }],
  ['台湾の表現は2021年からどう変わった？', { ask: 'develop', topic: ['taiwan-strait'], period: '2021-01-01..' }],
  // 記録そのもの
  ['何を収録していますか', { ask: 'coverage' }],
  ['いつの情報まで反映されている？', { ask: 'coverage' }],
  ['データはいつ時点？', { ask: 'coverage' }],
  ['カットオフはいつ', { ask: 'coverage' }],
  ['どの首脳会談が長かった？', { ask: 'rank', measure: 'duration', direction: 'most', framework: ['summit'] }],
  ['次官協議いつだっけ', { ask: 'when', framework: ['vice-foreign-ministerial'] }],
  ['2024年の2+2の概要', { ask: 'what', framework: ['scc'], period: '2024-01-01..2024-12-31' }],
  ['リモートで会談したのはいつ', { ask: 'when', format: ['video'] }],
  ['いつからいつまでの記録がありますか', { ask: 'coverage' }],
  ['それはどこに書いてありますか', { ask: 'source' }],
  ['SDCの上には何がある？', { ask: 'structure', aspect: 'above', framework: ['sdc'] }],
  ['ヘルプ', { ask: 'help' }],
  ['使い方', { ask: 'help' }],
  ['こんにちは', { ask: 'greeting' }],
  ['ありがとう', { ask: 'thanks' }],
  ['お疲れさま', { ask: 'thanks' }],
  ['おはよう', { ask: 'greeting' }],
  ['さようなら', { ask: 'farewell' }],
  // 出来事や在任で示された時
  ['前回の2+2以降の会談', { ask: 'list', period: '2024-07-29..' }],
  ['東京での首脳会談の後の会談は?', { ask: 'list', period: '2025-10-29..' }],
  ['石破内閣での会談一覧', { ask: 'list', period: '2024-10-01..2025-10-21' }],
  ['第2次トランプ政権の首脳会談', { ask: 'list', framework: ['summit'], period: '2025-01-20..' }],
  ['石破首相就任後の会談', { ask: 'list', period: '2024-10-01..' }],
  ['ヘグセス長官就任以降の会談', { ask: 'list', period: '2025-01-25..' }],
];

describe('a Japanese question asks', () => {
  it.each(rows)('%s', (text, expected) => {
    const query = understand(text, { fallbackLanguage: 'ja' });
    expect(query.language).toBe('ja');
    expect(query.choices).toEqual([]);
    expect(asked(query, expected)).toEqual(expected);
  });
});
