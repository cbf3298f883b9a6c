import { describe, expect, it } from 'vitest';
import { type Expected, nothingNamed, periodText, understand } from './table.ts';

const rows: readonly (readonly [text: string, expected: Expected])[] = [
  // added while asking the real record
  ['R7.3.30', { intent: 'list', period: '2025-03-30..2025-03-30' }],
  ['2025年3月30日の次の会談', { intent: 'first', manner: 'next', order: 'first', period: '2025-03-31..' }],
  ['台湾が最後に言及されたのは', { intent: 'latest', order: 'latest', topics: ['taiwan-strait'] }],
  [
    '2025年2月の首脳会談の直前の会談',
    { intent: 'latest', manner: 'previous', order: 'latest', period: '..2025-02-06' },
  ],
  ['石破首相就任後の会談', { intent: 'list', period: '2024-10-01..' }],
  ['ヘグセス長官就任以降の会談', { intent: 'list', period: '2025-01-25..' }],
  ['大野と石破の会談', { intent: 'list', people: ['ohno-keitaro', 'ishiba-shigeru'] }],
  ['記録は何件ありますか', { intent: 'count' }],
  // who
  ['2025年3月に誰が会談したか', { intent: 'who', period: '2025-03-01..2025-03-31' }],
  ['2024年7月の2+2の出席者は？', { intent: 'who', frameworks: ['scc'], period: '2024-07-01..2024-07-31' }],
  [
    '２０２３年１月の２プラス２に参加したのは誰',
    { intent: 'who', frameworks: ['scc'], period: '2023-01-01..2023-01-31' },
  ],
  [
    '中谷防衛大臣は2025年に誰と会いましたか？',
    { intent: 'who', people: ['nakatani-gen'], period: '2025-01-01..2025-12-31' },
  ],
  ['最新の2+2には誰が出た', { intent: 'who', order: 'latest', frameworks: ['scc'] }],
  [
    '防衛大臣は2025年3月に誰と会った？',
    { intent: 'who', people: ['nakatani-gen'], offices: ['jp-minister-of-defense'], period: '2025-03-01..2025-03-31' },
  ],
  [
    '2024年の2+2の出席者と場所は？',
    { intent: 'who', also: ['where'], frameworks: ['scc'], period: '2024-01-01..2024-12-31' },
  ],
  // when
  ['石破 訪米 いつ', { intent: 'when', people: ['ishiba-shigeru'], countries: ['US'], venueCountries: ['US'] }],
  [
    '石破首相はいつ訪米したか',
    { intent: 'when', people: ['ishiba-shigeru'], countries: ['US'], venueCountries: ['US'] },
  ],
  ['2+2は2024年のいつ開かれた？', { intent: 'when', frameworks: ['scc'], period: '2024-01-01..2024-12-31' }],
  ['石破さんがトランプさんといつ会ったか知りたい', { intent: 'when', people: ['ishiba-shigeru', 'donald-trump'] }],
  ['拡大抑止はいつ議論された', { intent: 'when', topics: ['extended-deterrence'] }],
  ['2+2はいつどこで誰が出席した？', { intent: 'when', also: ['where', 'who'], frameworks: ['scc'] }],
  // where
  ['石破・トランプ会談はどこで行われた？', { intent: 'where', people: ['ishiba-shigeru', 'donald-trump'] }],
  [
    '2025年3月の防衛相会談の場所',
    { intent: 'where', frameworks: ['defense-ministerial'], period: '2025-03-01..2025-03-31' },
  ],
  ['最後の2+2はどこで', { intent: 'where', order: 'latest', frameworks: ['scc'] }],
  // what
  ['2024年7月の2+2で何が合意されましたか', { intent: 'what', frameworks: ['scc'], period: '2024-07-01..2024-07-31' }],
  ['2024年の2+2は何が合意された？', { intent: 'what', frameworks: ['scc'], period: '2024-01-01..2024-12-31' }],
  [
    '台湾について2023年に何と言っているか',
    { intent: 'what', topics: ['taiwan-strait'], period: '2023-01-01..2023-12-31' },
  ],
  ['アムラームについて何を一致したか', { intent: 'what', topics: ['amraam'] }],
  ['2025年3月に両国は何を歓迎した？', { intent: 'what', acts: ['welcomed'], period: '2025-03-01..2025-03-31' }],
  [
    '拡大抑止について確認されたこと',
    { intent: 'what', topics: ['extended-deterrence'], acts: ['confirmed', 'reaffirmed'] },
  ],
  [
    '2025年3月の防衛相会談の成果',
    { intent: 'what', frameworks: ['defense-ministerial'], period: '2025-03-01..2025-03-31' },
  ],
  ['ヘグセスは台湾について何と言った？', { intent: 'what', people: ['pete-hegseth'], topics: ['taiwan-strait'] }],
  ['直近の2+2で何が合意された？', { intent: 'what', order: 'latest', frameworks: ['scc'] }],
  ['米側は台湾について何と言った', { intent: 'what', topics: ['taiwan-strait'], by: ['US'] }],
  ['尖閣 バイデン', { intent: 'what', people: ['joe-biden'], topics: ['senkaku'] }],
  // list
  ['2025年3月 防衛相会談', { intent: 'list', frameworks: ['defense-ministerial'], period: '2025-03-01..2025-03-31' }],
  ['2025年の協議の一覧', { intent: 'list', period: '2025-01-01..2025-12-31' }],
  ['2025年の首脳会談をすべて教えて', { intent: 'list', frameworks: ['summit'], period: '2025-01-01..2025-12-31' }],
  ['2+2の年表', { intent: 'list', frameworks: ['scc'] }],
  ['指揮統制を議論した会談は？', { intent: 'list', topics: ['command-and-control'] }],
  [
    '2025年に東京で開かれた会談',
    { intent: 'list', places: ['Tokyo', 'Tokyo (Ministry of Defense)'], period: '2025-01-01..2025-12-31' },
  ],
  ['2024年以降の防衛相会談', { intent: 'list', frameworks: ['defense-ministerial'], period: '2024-01-01..' }],
  ['電話会談一覧', { intent: 'list', formats: ['telephone'] }],
  ['最近の会談', { intent: 'list', order: 'latest', limit: 5 }],
  ['なかたに へぐせす', { intent: 'list', people: ['nakatani-gen', 'pete-hegseth'] }],
  ['ｲｼﾊﾞ ﾄﾗﾝﾌﾟ', { intent: 'list', people: ['ishiba-shigeru', 'donald-trump'] }],
  ['２＋２　２０２４', { intent: 'list', frameworks: ['scc'], period: '2024-01-01..2024-12-31' }],
  ['日米 2023 2+2', { intent: 'list', frameworks: ['scc'], period: '2023-01-01..2023-12-31' }],
  // count
  ['電話会談は何回？', { intent: 'count', formats: ['telephone'] }],
  ['2025年に首脳会談は何回あった？', { intent: 'count', frameworks: ['summit'], period: '2025-01-01..2025-12-31' }],
  ['中谷大臣とヘグセス長官は何回会った?', { intent: 'count', people: ['nakatani-gen', 'pete-hegseth'] }],
  // first, latest, next, previous
  ['最後の2+2はいつ？', { intent: 'latest', order: 'latest', frameworks: ['scc'] }],
  ['最新の防衛相会談', { intent: 'latest', order: 'latest', frameworks: ['defense-ministerial'] }],
  ['直近3回の首脳会談', { intent: 'latest', order: 'latest', limit: 3, frameworks: ['summit'] }],
  [
    '石破総理とトランプ大統領が初めて会ったのはいつ？',
    { intent: 'first', order: 'first', people: ['ishiba-shigeru', 'donald-trump'] },
  ],
  ['ヘグセスと中谷の初会談はいつ', { intent: 'first', order: 'first', people: ['pete-hegseth', 'nakatani-gen'] }],
  [
    'ヘグセス長官と中谷大臣が最後に会ったのは？',
    { intent: 'latest', order: 'latest', people: ['pete-hegseth', 'nakatani-gen'] },
  ],
  ['アムラームが最初に話題になったのはいつですか', { intent: 'first', order: 'first', topics: ['amraam'] }],
  ['2025年3月より前の最後の会談', { intent: 'latest', manner: 'previous', order: 'latest', period: '..2025-02-28' }],
  [
    '2025年10月以降の最初の首脳会談は',
    { intent: 'first', manner: 'next', order: 'first', frameworks: ['summit'], period: '2025-10-01..' },
  ],
  ['2024年7月の2+2の次の会談は？', { intent: 'first', manner: 'next', order: 'first', period: '2024-07-29..' }],
  [
    '次回の2+2はいつ？',
    { intent: 'first', manner: 'next', order: 'first', frameworks: ['scc'], period: '2026-11-26..' },
  ],
  [
    '前回のEDDから何日経った？',
    { intent: 'latest', manner: 'how-long-since', order: 'latest', frameworks: ['extended-deterrence-dialogue'] },
  ],
  // yes-no
  [
    '石破首相はトランプ大統領と会ったことがありますか',
    { intent: 'list', manner: 'yes-no', people: ['ishiba-shigeru', 'donald-trump'] },
  ],
  [
    '2024年の2+2で台湾は議論されましたか？',
    {
      intent: 'what',
      manner: 'yes-no',
      frameworks: ['scc'],
      topics: ['taiwan-strait'],
      period: '2024-01-01..2024-12-31',
    },
  ],
  ['中谷はヘグセスと会った？', { intent: 'list', manner: 'yes-no', people: ['nakatani-gen', 'pete-hegseth'] }],
  // define
  ['2+2とは', { intent: 'define', frameworks: ['scc'] }],
  ['２プラス２って何？', { intent: 'define', frameworks: ['scc'] }],
  ['DICASとは何ですか', { intent: 'define', frameworks: ['dicas'] }],
  ['拡大抑止の意味', { intent: 'define', topics: ['extended-deterrence'] }],
  ['SCCは何の略？', { intent: 'define', frameworks: ['scc'] }],
  ['ヘグセスは誰ですか', { intent: 'define', people: ['pete-hegseth'] }],
  ['日米安全保障条約とは', { intent: 'define', documents: ['security-treaty'] }],
  ['思いやり予算とは何か', { intent: 'define', topics: ['host-nation-support'] }],
  ['2+2について教えて', { intent: 'define', frameworks: ['scc'] }],
  // posts
  [
    '2023年の首相は？',
    { intent: 'who', people: ['kishida-fumio'], offices: ['jp-prime-minister'], period: '2023-01-01..2023-12-31' },
  ],
  ['米国防長官は誰', { intent: 'who', order: 'latest', offices: ['us-secretary-of-defense'] }],
  [
    '2023年1月の外務大臣は誰でしたか',
    {
      intent: 'who',
      people: ['hayashi-yoshimasa'],
      offices: ['jp-minister-for-foreign-affairs'],
      period: '2023-01-01..2023-01-31',
    },
  ],
  // compare, development, coverage, source, help
  [
    '2023年と2024年の2+2を台湾について比較して',
    {
      intent: 'compare',
      frameworks: ['scc'],
      topics: ['taiwan-strait'],
      period: '2023-01-01..2023-12-31',
      otherPeriod: { from: '2024-01-01', to: '2024-12-31' },
    },
  ],
  [
    '岸田と石破の首脳会談の違い',
    { intent: 'compare', frameworks: ['summit'], people: ['kishida-fumio', 'ishiba-shigeru'], peopleMatch: 'any' },
  ],
  ['指揮統制の見直しはどう進展した？', { intent: 'what', manner: 'development', topics: ['command-and-control'] }],
  [
    '台湾の表現は2021年からどう変わった？',
    { intent: 'what', manner: 'development', topics: ['taiwan-strait'], period: '2021-01-01..' },
  ],
  ['何を収録していますか', { intent: 'help', manner: 'coverage' }],
  ['いつからいつまでの記録がありますか', { intent: 'help', manner: 'coverage' }],
  ['それはどこに書いてありますか', { intent: 'what', manner: 'source' }],
  ['ヘルプ', { intent: 'help' }],
  ['使い方', { intent: 'help' }],
  ['こんにちは', { intent: 'help' }],
  // events, administrations
  ['前回の2+2以降の会談', { intent: 'list', period: '2024-07-29..' }],
  ['東京での首脳会談の後の会談は?', { intent: 'list', period: '2025-10-29..' }],
  ['石破内閣での会談一覧', { intent: 'list', period: '2024-10-01..2025-10-21' }],
  ['第2次トランプ政権の首脳会談', { intent: 'list', frameworks: ['summit'], period: '2025-01-20..' }],
  // partners and places
  [
    '日米韓外相会合はいつ',
    { intent: 'when', frameworks: ['trilateral-rok-foreign'], countries: ['KR'], members: ['JP', 'US', 'KR'] },
  ],
  [
    '日韓米の外相会談',
    { intent: 'list', frameworks: ['trilateral-rok-foreign'], countries: ['KR'], members: ['JP', 'US', 'KR'] },
  ],
  [
    '日米豪防衛相会談',
    { intent: 'list', frameworks: ['trilateral-australia-defense'], countries: ['AU'], members: ['JP', 'US', 'AU'] },
  ],
  ['日米の会談 2025年', { intent: 'list', period: '2025-01-01..2025-12-31' }],
  ['ヘグセス 訪日', { intent: 'list', people: ['pete-hegseth'], countries: ['JP'], venueCountries: ['JP'] }],
  [
    'ホワイトハウスでの首脳会談',
    { intent: 'list', frameworks: ['summit'], places: ['Washington, D.C. (White House)'] },
  ],
];

describe('a Japanese question', () => {
  it.each(rows)('%s', (text, expected) => {
    const question = understand(text);
    const { period, ...rest } = expected;
    expect({ ...question, period: periodText(question.period) }).toMatchObject({
      language: 'ja',
      manner: 'plain',
      also: [],
      ...nothingNamed,
      choices: [],
      ...rest,
      period,
    });
  });
});
