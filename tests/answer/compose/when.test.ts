import { describe, expect, test } from 'vitest';
import { answerTo } from '../compose-answer.ts';

describe('when, in English', () => {
  test('one meeting', () => {
    expect(answerTo({ intent: 'when', frameworks: ['summit'] }, 'en')).toMatchInlineSnapshot(`
      "answered
      The Japan–U.S. Summit Meeting took place on February 7, 2025 in Washington, D.C. (White House). [1]

      • Prime Minister Ishiba Shigeru and President Donald Trump met in Washington, D.C. (White House) on February 7, 2025 (Japan–U.S. Summit Meeting). [1]

      Note on the Japan–U.S. Summit Meeting on February 7, 2025: It was 8 February in Japan.

      Sources
      [1] “防衛白書”, Ministry of Defense https://mod.example/wp"
    `);
  });
  test('a record that knows the month alone says so', () => {
    expect(answerTo({ intent: 'when', frameworks: ['edd'] }, 'en')).toMatchInlineSnapshot(`
      "answered
      The Japan–U.S. Extended Deterrence Dialogue took place in June 2025 (the record gives the month only). [1]

      This answer rests on reprints or news reports, not on the official page itself.

      Sources
      [1] “首脳会談”, Mirror (reprint) https://mirror.example/1"
    `);
  });
  test('several meetings on a topic', () => {
    expect(answerTo({ intent: 'when', topics: ['amraam'] }, 'en')).toMatchInlineSnapshot(`
      "answered
      Consultations on AMRAAM on record: July 28, 2024 and March 30, 2025. [1][2]

      • July 28, 2024, Japan–U.S. Security Consultative Committee ("2+2"): They agreed to pursue co-production of AMRAAM. [1]
      • March 30, 2025, Japan–U.S. Defense Ministerial Meeting: They discussed speeding up co-production of AMRAAM. [3]

      Sources
      [1] “Joint statement”, Department of State, July 28, 2024 https://state.example/scc
      [2] “防衛白書”, Ministry of Defense https://mod.example/wp
      [3] “防衛白書”, Ministry of Defense, para. 6 https://mod.example/wp"
    `);
  });
  test('how long since the latest, by the asker’s clock', () => {
    expect(
      answerTo({ intent: 'latest', manner: 'how-long-since', order: 'latest', frameworks: ['summit'] }, 'en'),
    ).toMatchInlineSnapshot(`
      "answered
      As of November 25, 2026, it has been 1 year, 9 months and 18 days (656 days) since the latest Japan–U.S. summit on record: on February 7, 2025. [1]

      • Prime Minister Ishiba Shigeru and President Donald Trump met in Washington, D.C. (White House) on February 7, 2025 (Japan–U.S. Summit Meeting). [1]

      Note on the Japan–U.S. Summit Meeting on February 7, 2025: It was 8 February in Japan.

      Sources
      [1] “防衛白書”, Ministry of Defense https://mod.example/wp"
    `);
  });
});

describe('when, in Japanese', () => {
  test('one meeting', () => {
    expect(answerTo({ intent: 'when', frameworks: ['summit'] }, 'ja')).toMatchInlineSnapshot(`
      "answered
      日米首脳会談は、2025年2月7日にワシントンDC・ホワイトハウスで行われました。 [1]

      ・2025年2月7日の日米首脳会談には、石破茂内閣総理大臣とドナルド・トランプ大統領が出席しました。 [1]

      2025年2月7日の日米首脳会談についての注記：日本では2月8日です。

      出典
      [1] 防衛省「防衛白書」 https://mod.example/wp"
    `);
  });
  test('a record that knows the month alone says so', () => {
    expect(answerTo({ intent: 'when', frameworks: ['edd'] }, 'ja')).toMatchInlineSnapshot(`
      "answered
      日米拡大抑止協議は、2025年6月に行われました（記録にあるのは月までです）。 [1]

      この回答の出典は、公式発表そのものではなく、転載や報道です。

      出典
      [1] 転載サイト「首脳会談」（転載） https://mirror.example/1"
    `);
  });
  test('several meetings on a topic', () => {
    expect(answerTo({ intent: 'when', topics: ['amraam'] }, 'ja')).toMatchInlineSnapshot(`
      "answered
      AMRAAM（アムラーム）を取り上げた協議の日付は、2024年7月28日と2025年3月30日です。 [1][2]

      ・2024年7月28日の日米安全保障協議委員会（日米「2+2」）：AMRAAMの共同生産の機会を追求することで一致しました。 [1]
      ・2025年3月30日の日米防衛相会談：AMRAAMの共同生産を速めることを議論しました。 [3]

      出典
      [1] 国務省「Joint statement」（2024年7月28日） https://state.example/scc
      [2] 防衛省「防衛白書」 https://mod.example/wp
      [3] 防衛省「防衛白書」（第6段落） https://mod.example/wp"
    `);
  });
  test('how long since the latest, by the asker’s clock', () => {
    expect(
      answerTo({ intent: 'latest', manner: 'how-long-since', order: 'latest', frameworks: ['summit'] }, 'ja'),
    ).toMatchInlineSnapshot(`
      "answered
      記録にある最新の日米首脳会談（2025年2月7日）から、2026年11月25日までに1年9か月18日（656日）が経っています。 [1]

      ・2025年2月7日の日米首脳会談には、石破茂内閣総理大臣とドナルド・トランプ大統領が出席しました。 [1]

      2025年2月7日の日米首脳会談についての注記：日本では2月8日です。

      出典
      [1] 防衛省「防衛白書」 https://mod.example/wp"
    `);
  });
});
