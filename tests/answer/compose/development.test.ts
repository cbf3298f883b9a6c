import { describe, expect, test } from 'vitest';
import { answerTo } from '../compose-answer.ts';

describe('development, in English', () => {
  test('a topic in order of date', () => {
    expect(answerTo({ intent: 'what', manner: 'development', topics: ['amraam'] }, 'en')).toMatchInlineSnapshot(`
      "answered
      On record, AMRAAM came up in 2 consultations from July 28, 2024 to March 30, 2025. [1][2]

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
});

describe('development, in Japanese', () => {
  test('a topic in order of date', () => {
    expect(answerTo({ intent: 'what', manner: 'development', topics: ['amraam'] }, 'ja')).toMatchInlineSnapshot(`
      "answered
      AMRAAM（アムラーム）は、記録では2024年7月28日から2025年3月30日までに2件の協議で取り上げられています。 [1][2]

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
});
