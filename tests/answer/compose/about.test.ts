import { describe, expect, test } from 'vitest';
import { answerTo } from '../compose-answer.ts';

describe('about, in English', () => {
  test('help', () => {
    expect(answerTo({ intent: 'help' }, 'en')).toMatchInlineSnapshot(`
      "answered
      Ask about Japan–U.S. alliance consultations: who met, when, where and what was discussed. Every statement carries its source.

      Use plain sentences with a period, a person, a framework or a topic (last month, March 2025, Minister Nakatani, 2+2, AMRAAM). A follow-up such as “where was it?” works too.
      What is not on record is said to be so; there are no opinions and no predictions.
      The record covers 5 consultations from July 28, 2024 to June 30, 2025."
    `);
  });
  test('coverage', () => {
    expect(answerTo({ intent: 'help', manner: 'coverage' }, 'en')).toMatchInlineSnapshot(`
      "answered
      The record covers 5 consultations of the Japan–U.S. alliance from July 28, 2024 to June 30, 2025. [1][2]

      • Japan–U.S. defense ministerial meeting: 2 (latest: March 30, 2025) [3]
      • Japan–U.S. summit meeting: 1 (latest: February 7, 2025) [3]
      • Security Consultative Committee (“2+2”): 1 (latest: July 28, 2024) [1]
      • Extended Deterrence Dialogue (EDD): 1 (latest: June 2025) [2]

      Sources
      [1] “Joint statement”, Department of State, July 28, 2024 https://state.example/scc
      [2] “首脳会談”, Mirror (reprint) https://mirror.example/1
      [3] “防衛白書”, Ministry of Defense https://mod.example/wp"
    `);
  });
  test('sources of the answer before', () => {
    expect(
      answerTo({ intent: 'what', manner: 'source', consultations: ['2025-03-30-defense'] }, 'en'),
    ).toMatchInlineSnapshot(`
      "answered
      On record, this rests on 2 sources: [1]

      • Japan–U.S. Defense Ministerial Meeting, March 30, 2025: Ministry of Defense, para. 6 [1]
      • Japan–U.S. Defense Ministerial Meeting, March 30, 2025: “Ministers talk by phone”, Some Paper, February 1, 2025 (news report) [2]

      Sources
      [1] “防衛白書”, Ministry of Defense, para. 6 https://mod.example/wp
      [2] “Ministers talk by phone”, Some Paper, February 1, 2025 (news report) https://news.example/call"
    `);
  });
});

describe('about, in Japanese', () => {
  test('help', () => {
    expect(answerTo({ intent: 'help' }, 'ja')).toMatchInlineSnapshot(`
      "answered
      日米同盟の協議について、だれが、いつ、どこで会い、何を話し合ったかを、出典とともに答えます。

      時期・人・枠組み・議題を普通の文で聞いてください（例：先月、令和7年3月、中谷防衛大臣、2プラス2、AMRAAM）。続けて「場所は？」のようにも聞けます。
      記録にないことは「記録にありません」と答えます。意見や予測は述べません。
      記録の範囲は、2024年7月28日から2025年6月30日までの5件です。"
    `);
  });
  test('coverage', () => {
    expect(answerTo({ intent: 'help', manner: 'coverage' }, 'ja')).toMatchInlineSnapshot(`
      "answered
      記録にあるのは、2024年7月28日から2025年6月30日までの日米同盟に関わる協議5件です。 [1][2]

      ・日米防衛相会談：2件（最新は2025年3月30日） [3]
      ・日米首脳会談：1件（最新は2025年2月7日） [3]
      ・日米安全保障協議委員会（日米「2+2」）：1件（最新は2024年7月28日） [1]
      ・日米拡大抑止協議（EDD）：1件（最新は2025年6月） [2]

      出典
      [1] 国務省「Joint statement」（2024年7月28日） https://state.example/scc
      [2] 転載サイト「首脳会談」（転載） https://mirror.example/1
      [3] 防衛省「防衛白書」 https://mod.example/wp"
    `);
  });
  test('sources of the answer before', () => {
    expect(
      answerTo({ intent: 'what', manner: 'source', consultations: ['2025-03-30-defense'] }, 'ja'),
    ).toMatchInlineSnapshot(`
      "answered
      記録にある出典は、次の2件です。 [1]

      ・2025年3月30日の日米防衛相会談：防衛省「防衛白書」（第6段落） [1]
      ・2025年3月30日の日米防衛相会談：某紙「Ministers talk by phone」（2025年2月1日）（報道による） [2]

      出典
      [1] 防衛省「防衛白書」（第6段落） https://mod.example/wp
      [2] 某紙「Ministers talk by phone」（2025年2月1日、報道） https://news.example/call"
    `);
  });
});
