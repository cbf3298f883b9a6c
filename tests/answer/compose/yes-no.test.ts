import { describe, expect, test } from 'vitest';
import { answerTo } from '../compose-answer.ts';

describe('yes-no, in English', () => {
  test('yes, with what shows it', () => {
    expect(answerTo({ intent: 'list', manner: 'yes-no', people: ['ishiba', 'trump'] }, 'en')).toMatchInlineSnapshot(`
      "answered
      Yes, on record: 1 consultation with Ishiba Shigeru and Donald Trump (Japan–U.S. Summit Meeting, February 7, 2025). [1]

      • February 7, 2025: Japan–U.S. Summit Meeting, Washington, D.C. (White House). Present: Prime Minister Ishiba Shigeru, President Donald Trump [1]

      Note on the Japan–U.S. Summit Meeting on February 7, 2025: It was 8 February in Japan.

      Sources
      [1] “防衛白書”, Ministry of Defense https://mod.example/wp"
    `);
  });
  test('yes on a topic, latest first', () => {
    expect(answerTo({ intent: 'what', manner: 'yes-no', topics: ['taiwan-strait'] }, 'en')).toMatchInlineSnapshot(`
      "answered
      Yes, on record: 2 consultations on the Taiwan Strait, the latest being the Japan–U.S. Defense Ministerial Telephone Talk on January 31, 2025 (news report). [1]

      • January 31, 2025, Japan–U.S. Defense Ministerial Telephone Talk: They discussed the situation around the Taiwan Strait (news report). [1]
      • July 28, 2024, Japan–U.S. Security Consultative Committee ("2+2"): They restated the importance of peace and stability across the Taiwan Strait. [2]

      Sources
      [1] “Ministers talk by phone”, Some Paper, February 1, 2025 (news report) https://news.example/call
      [2] “Joint statement”, Department of State, July 28, 2024 https://state.example/scc"
    `);
  });
  test('no as far as the record shows, with the nearest records', () => {
    expect(answerTo({ intent: 'list', manner: 'yes-no', people: ['kihara', 'trump'] }, 'en')).toMatchInlineSnapshot(`
      "not-found
      Not as far as the record shows: it holds no consultations with Kihara Minoru and Donald Trump.

      • Nearest on record, July 28, 2024: Japan–U.S. Security Consultative Committee ("2+2"), Tokyo (Iikura Guest House). Present: Minister of Defense Kihara Minoru, Secretary of Defense Lloyd Austin [1]

      The record covers 5 consultations from July 28, 2024 to June 30, 2025.

      Sources
      [1] “Joint statement”, Department of State, July 28, 2024 https://state.example/scc"
    `);
  });
});

describe('yes-no, in Japanese', () => {
  test('yes, with what shows it', () => {
    expect(answerTo({ intent: 'list', manner: 'yes-no', people: ['ishiba', 'trump'] }, 'ja')).toMatchInlineSnapshot(`
      "answered
      はい。石破茂氏とドナルド・トランプ氏が参加した協議は、記録に1件あります（2025年2月7日の日米首脳会談）。 [1]

      ・2025年2月7日：日米首脳会談（ワシントンDC・ホワイトハウス）。出席：石破茂内閣総理大臣、ドナルド・トランプ大統領 [1]

      2025年2月7日の日米首脳会談についての注記：日本では2月8日です。

      出典
      [1] 防衛省「防衛白書」 https://mod.example/wp"
    `);
  });
  test('yes on a topic, latest first', () => {
    expect(answerTo({ intent: 'what', manner: 'yes-no', topics: ['taiwan-strait'] }, 'ja')).toMatchInlineSnapshot(`
      "answered
      はい。台湾海峡を取り上げた協議は、記録に2件あり、直近は2025年1月31日の日米防衛相電話会談です（報道による）。 [1]

      ・2025年1月31日の日米防衛相電話会談：台湾海峡をめぐる情勢を話し合いました（報道による）。 [1]
      ・2024年7月28日の日米安全保障協議委員会（日米「2+2」）：台湾海峡の平和と安定の重要性を改めて述べました。 [2]

      出典
      [1] 某紙「Ministers talk by phone」（2025年2月1日、報道） https://news.example/call
      [2] 国務省「Joint statement」（2024年7月28日） https://state.example/scc"
    `);
  });
  test('no as far as the record shows, with the nearest records', () => {
    expect(answerTo({ intent: 'list', manner: 'yes-no', people: ['kihara', 'trump'] }, 'ja')).toMatchInlineSnapshot(`
      "not-found
      記録の範囲では、木原稔氏とドナルド・トランプ氏が参加した協議はありません。

      ・【近い記録】2024年7月28日：日米安全保障協議委員会（日米「2+2」）（東京・飯倉公館）。出席：木原稔防衛大臣、ロイド・オースティン国防長官 [1]

      記録の範囲は、2024年7月28日から2025年6月30日までの5件です。

      出典
      [1] 国務省「Joint statement」（2024年7月28日） https://state.example/scc"
    `);
  });
});
