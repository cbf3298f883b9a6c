import { describe, expect, test } from 'vitest';
import { answerTo } from '../compose-answer.ts';

const year = { from: '2025-01-01', to: '2025-12-31' };

describe('compare, in English', () => {
  test('two periods on a topic', () => {
    expect(
      answerTo(
        { intent: 'compare', topics: ['amraam'], period: { from: '2024-01-01', to: '2024-12-31' }, otherPeriod: year },
        'en',
      ),
    ).toMatchInlineSnapshot(`
      "answered
      On AMRAAM, consultations on record: 1 for 2024 and 1 for 2025. [1][2]

      • July 28, 2024, Japan–U.S. Security Consultative Committee ("2+2"): They agreed to pursue co-production of AMRAAM. [1]
      • March 30, 2025, Japan–U.S. Defense Ministerial Meeting: They discussed speeding up co-production of AMRAAM. [3]
      • March 30, 2025, Japan–U.S. Defense Ministerial Meeting: Minister Nakatani also spoke of studying another missile (news report). [4]

      Sources
      [1] “Joint statement”, Department of State, July 28, 2024 https://state.example/scc
      [2] “防衛白書”, Ministry of Defense https://mod.example/wp
      [3] “防衛白書”, Ministry of Defense, para. 6 https://mod.example/wp
      [4] “Ministers talk by phone”, Some Paper, February 1, 2025 (news report) https://news.example/call"
    `);
  });
  test('two people', () => {
    expect(
      answerTo({ intent: 'compare', people: ['kihara', 'nakatani'], peopleMatch: 'any' }, 'en'),
    ).toMatchInlineSnapshot(`
      "answered
      Consultations on record: 1 for Kihara Minoru and 2 for Nakatani Gen. [1][2]

      • [Kihara Minoru] July 28, 2024, Japan–U.S. Security Consultative Committee ("2+2"): They restated the importance of peace and stability across the Taiwan Strait. [1]
      • [Kihara Minoru] July 28, 2024, Japan–U.S. Security Consultative Committee ("2+2"): They agreed to pursue co-production of AMRAAM. [1]
      • [Nakatani Gen] January 31, 2025, Japan–U.S. Defense Ministerial Telephone Talk: They discussed the situation around the Taiwan Strait (news report). [3]
      • [Nakatani Gen] March 30, 2025, Japan–U.S. Defense Ministerial Meeting: They welcomed the creation of the Joint Operations Command. [4]

      Sources
      [1] “Joint statement”, Department of State, July 28, 2024 https://state.example/scc
      [2] “防衛白書”, Ministry of Defense https://mod.example/wp
      [3] “Ministers talk by phone”, Some Paper, February 1, 2025 (news report) https://news.example/call
      [4] “防衛白書”, Ministry of Defense, para. 6 https://mod.example/wp"
    `);
  });
});

describe('compare, in Japanese', () => {
  test('two periods on a topic', () => {
    expect(
      answerTo(
        { intent: 'compare', topics: ['amraam'], period: { from: '2024-01-01', to: '2024-12-31' }, otherPeriod: year },
        'ja',
      ),
    ).toMatchInlineSnapshot(`
      "answered
      AMRAAM（アムラーム）について、記録にある協議は、2024年が1件、2025年が1件です。 [1][2]

      ・2024年7月28日の日米安全保障協議委員会（日米「2+2」）：AMRAAMの共同生産の機会を追求することで一致しました。 [1]
      ・2025年3月30日の日米防衛相会談：AMRAAMの共同生産を速めることを議論しました。 [3]
      ・2025年3月30日の日米防衛相会談：中谷大臣は、別のミサイルの検討も述べました（報道による）。 [4]

      出典
      [1] 国務省「Joint statement」（2024年7月28日） https://state.example/scc
      [2] 防衛省「防衛白書」 https://mod.example/wp
      [3] 防衛省「防衛白書」（第6段落） https://mod.example/wp
      [4] 某紙「Ministers talk by phone」（2025年2月1日、報道） https://news.example/call"
    `);
  });
  test('two people', () => {
    expect(
      answerTo({ intent: 'compare', people: ['kihara', 'nakatani'], peopleMatch: 'any' }, 'ja'),
    ).toMatchInlineSnapshot(`
      "answered
      記録にある協議は、木原稔が1件、中谷元が2件です。 [1][2]

      ・【木原稔】2024年7月28日の日米安全保障協議委員会（日米「2+2」）：台湾海峡の平和と安定の重要性を改めて述べました。 [1]
      ・【木原稔】2024年7月28日の日米安全保障協議委員会（日米「2+2」）：AMRAAMの共同生産の機会を追求することで一致しました。 [1]
      ・【中谷元】2025年1月31日の日米防衛相電話会談：台湾海峡をめぐる情勢を話し合いました（報道による）。 [3]
      ・【中谷元】2025年3月30日の日米防衛相会談：統合作戦司令部の創設を歓迎しました。 [4]

      出典
      [1] 国務省「Joint statement」（2024年7月28日） https://state.example/scc
      [2] 防衛省「防衛白書」 https://mod.example/wp
      [3] 某紙「Ministers talk by phone」（2025年2月1日、報道） https://news.example/call
      [4] 防衛省「防衛白書」（第6段落） https://mod.example/wp"
    `);
  });
});
