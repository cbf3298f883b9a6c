import { describe, expect, test } from 'vitest';
import { answerTo } from '../compose-answer.ts';

const year = { from: '2025-01-01', to: '2025-12-31' };

describe('what, in English', () => {
  test('on a topic, over several meetings', () => {
    expect(answerTo({ intent: 'what', topics: ['amraam'] }, 'en')).toMatchInlineSnapshot(`
      "answered
      At the Japan–U.S. Security Consultative Committee ("2+2") on July 28, 2024, Kihara and Austin agreed to pursue co-production of AMRAAM. [1]

      • March 30, 2025, Japan–U.S. Defense Ministerial Meeting: They discussed speeding up co-production of AMRAAM. [2]
      • March 30, 2025, Japan–U.S. Defense Ministerial Meeting: Minister Nakatani also spoke of studying another missile (news report). [3]

      Sources
      [1] “Joint statement”, Department of State, July 28, 2024 https://state.example/scc
      [2] “防衛白書”, Ministry of Defense, para. 6 https://mod.example/wp
      [3] “Ministers talk by phone”, Some Paper, February 1, 2025 (news report) https://news.example/call"
    `);
  });
  test('asked what was agreed, an agreement comes first', () => {
    expect(
      answerTo({ intent: 'what', frameworks: ['scc'], text: 'what was agreed 合意' }, 'en'),
    ).toMatchInlineSnapshot(`
      "answered
      At the Japan–U.S. Security Consultative Committee ("2+2") on July 28, 2024, Kihara and Austin agreed to pursue co-production of AMRAAM. [1]

      • They restated the importance of peace and stability across the Taiwan Strait. [1]
      • Document of the Japan–U.S. Security Consultative Committee ("2+2") on July 28, 2024: “Joint Statement”. [1]

      Sources
      [1] “Joint statement”, Department of State, July 28, 2024 https://state.example/scc"
    `);
  });
  test('asked what was agreed where nothing was, the verbs stay and a note says so', () => {
    expect(
      answerTo(
        { intent: 'what', topics: ['taiwan-strait'], period: year, text: 'what was agreed on Taiwan 合意' },
        'en',
      ),
    ).toMatchInlineSnapshot(`
      "answered
      In the Japan–U.S. Defense Ministerial Telephone Talk on January 31, 2025, Nakatani and Hegseth discussed the situation around the Taiwan Strait. [1]

      The record names no agreement on this; what is shown was confirmed, discussed, stated or the like.
      This answer rests on news reports alone; no official page is on record for it.

      Sources
      [1] “Ministers talk by phone”, Some Paper, February 1, 2025 (news report) https://news.example/call"
    `);
  });
  test('of one meeting, with its documents', () => {
    expect(answerTo({ intent: 'what', frameworks: ['scc'] }, 'en')).toMatchInlineSnapshot(`
      "answered
      At the Japan–U.S. Security Consultative Committee ("2+2") on July 28, 2024, Kihara and Austin restated the importance of peace and stability across the Taiwan Strait. [1]

      • They agreed to pursue co-production of AMRAAM. [1]
      • Document of the Japan–U.S. Security Consultative Committee ("2+2") on July 28, 2024: “Joint Statement”. [1]

      Sources
      [1] “Joint statement”, Department of State, July 28, 2024 https://state.example/scc"
    `);
  });
  test('of a meeting whose record says nothing is not answered', () => {
    expect(answerTo({ intent: 'what', frameworks: ['edd'] }, 'en')).toMatchInlineSnapshot(`
      "not-found
      The record does not say what was discussed at the Japan–U.S. Extended Deterrence Dialogue in June 2025. [1]

      • June 2025: Japan–U.S. Extended Deterrence Dialogue [1]

      This answer rests on reprints or news reports, not on the official page itself.

      Sources
      [1] “首脳会談”, Mirror (reprint) https://mirror.example/1"
    `);
  });
});

describe('what, in Japanese', () => {
  test('on a topic, over several meetings', () => {
    expect(answerTo({ intent: 'what', topics: ['amraam'] }, 'ja')).toMatchInlineSnapshot(`
      "answered
      2024年7月28日の日米安全保障協議委員会（日米「2+2」）では、AMRAAMの共同生産の機会を追求することで一致しました。 [1]

      ・2025年3月30日の日米防衛相会談：AMRAAMの共同生産を速めることを議論しました。 [2]
      ・2025年3月30日の日米防衛相会談：中谷大臣は、別のミサイルの検討も述べました（報道による）。 [3]

      出典
      [1] 国務省「Joint statement」（2024年7月28日） https://state.example/scc
      [2] 防衛省「防衛白書」（第6段落） https://mod.example/wp
      [3] 某紙「Ministers talk by phone」（2025年2月1日、報道） https://news.example/call"
    `);
  });
  test('asked what was agreed, an agreement comes first', () => {
    expect(
      answerTo({ intent: 'what', frameworks: ['scc'], text: 'what was agreed 合意' }, 'ja'),
    ).toMatchInlineSnapshot(`
      "answered
      2024年7月28日の日米安全保障協議委員会（日米「2+2」）では、AMRAAMの共同生産の機会を追求することで一致しました。 [1]

      ・台湾海峡の平和と安定の重要性を改めて述べました。 [1]
      ・2024年7月28日の日米安全保障協議委員会（日米「2+2」）の文書として、「共同発表」があります。 [1]

      出典
      [1] 国務省「Joint statement」（2024年7月28日） https://state.example/scc"
    `);
  });
  test('asked what was agreed where nothing was, the verbs stay and a note says so', () => {
    expect(
      answerTo(
        { intent: 'what', topics: ['taiwan-strait'], period: year, text: 'what was agreed on Taiwan 合意' },
        'ja',
      ),
    ).toMatchInlineSnapshot(`
      "answered
      2025年1月31日の日米防衛相電話会談では、台湾海峡をめぐる情勢を話し合いました。 [1]

      この件で「合意」「一致」と記された内容は記録になく、ここに示すのは確認・議論・表明などの内容です。
      この回答の出典は報道だけです。公式の発表は記録にありません。

      出典
      [1] 某紙「Ministers talk by phone」（2025年2月1日、報道） https://news.example/call"
    `);
  });
  test('of one meeting, with its documents', () => {
    expect(answerTo({ intent: 'what', frameworks: ['scc'] }, 'ja')).toMatchInlineSnapshot(`
      "answered
      2024年7月28日の日米安全保障協議委員会（日米「2+2」）では、台湾海峡の平和と安定の重要性を改めて述べました。 [1]

      ・AMRAAMの共同生産の機会を追求することで一致しました。 [1]
      ・2024年7月28日の日米安全保障協議委員会（日米「2+2」）の文書として、「共同発表」があります。 [1]

      出典
      [1] 国務省「Joint statement」（2024年7月28日） https://state.example/scc"
    `);
  });
  test('of a meeting whose record says nothing is not answered', () => {
    expect(answerTo({ intent: 'what', frameworks: ['edd'] }, 'ja')).toMatchInlineSnapshot(`
      "not-found
      2025年6月の日米拡大抑止協議については、内容が記録にありません。 [1]

      ・2025年6月：日米拡大抑止協議 [1]

      この回答の出典は、公式発表そのものではなく、転載や報道です。

      出典
      [1] 転載サイト「首脳会談」（転載） https://mirror.example/1"
    `);
  });
});
