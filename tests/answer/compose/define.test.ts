import { describe, expect, test } from 'vitest';
import { answerTo } from '../compose-answer.ts';

describe('define, in English', () => {
  test('a framework', () => {
    expect(answerTo({ intent: 'define', frameworks: ['scc'] }, 'en')).toMatchInlineSnapshot(`
      "answered
      Security Consultative Committee (“2+2”): The “2+2” plays the part of an important consultative body. [1]

      • Members of the Security Consultative Committee (“2+2”): The ministers of foreign affairs and defense of both countries. [1]
      • The record holds 1 meeting of the 2+2; the latest was on July 28, 2024 in Tokyo (Iikura Guest House). [2]

      Sources
      [1] “防衛白書”, Ministry of Defense, para. 2 https://mod.example/wp
      [2] “Joint statement”, Department of State, July 28, 2024 https://state.example/scc"
    `);
  });
  test('a topic, with what was last said on it', () => {
    expect(answerTo({ intent: 'define', topics: ['amraam'] }, 'en')).toMatchInlineSnapshot(`
      "answered
      AMRAAM is an air-to-air missile. [1]

      • March 30, 2025, Japan–U.S. Defense Ministerial Meeting: They discussed speeding up co-production of AMRAAM. [2]
      • July 28, 2024, Japan–U.S. Security Consultative Committee ("2+2"): They agreed to pursue co-production of AMRAAM. [3]

      Sources
      [1] “防衛白書”, Ministry of Defense, para. 2 https://mod.example/wp
      [2] “防衛白書”, Ministry of Defense, para. 6 https://mod.example/wp
      [3] “Joint statement”, Department of State, July 28, 2024 https://state.example/scc"
    `);
  });
  test('a person by office and meetings', () => {
    expect(answerTo({ intent: 'define', people: ['nakatani'] }, 'en')).toMatchInlineSnapshot(`
      "answered
      Nakatani Gen (Japan) was Minister of Defense from October 1, 2024 to October 21, 2025. [1]

      • The record holds 2 consultations with Nakatani Gen; the latest is the Japan–U.S. Defense Ministerial Meeting on March 30, 2025. [2]

      Sources
      [1] “Joint statement”, Department of State, July 28, 2024 https://state.example/scc
      [2] “防衛白書”, Ministry of Defense https://mod.example/wp"
    `);
  });
  test('a document', () => {
    expect(answerTo({ intent: 'define', documents: ['security-treaty'] }, 'en')).toMatchInlineSnapshot(`
      "answered
      The Japan–U.S. Security Treaty is the basis of the alliance. [1]

      • The Japan–U.S. Security Treaty is dated January 19, 1960. [1]

      Sources
      [1] “防衛白書”, Ministry of Defense, para. 2 https://mod.example/wp"
    `);
  });
});

describe('define, in Japanese', () => {
  test('a framework', () => {
    expect(answerTo({ intent: 'define', frameworks: ['scc'] }, 'ja')).toMatchInlineSnapshot(`
      "answered
      日米「2+2」は、重要な協議機関の役割を果たしています。 [1]

      ・日米安全保障協議委員会（日米「2+2」）の構成員は、日米の外務・防衛担当閣僚です。 [1]
      ・日米「2+2」は記録に1件あり、最新は2024年7月28日（東京・飯倉公館）です。 [2]

      出典
      [1] 防衛省「防衛白書」（第2段落） https://mod.example/wp
      [2] 国務省「Joint statement」（2024年7月28日） https://state.example/scc"
    `);
  });
  test('a topic, with what was last said on it', () => {
    expect(answerTo({ intent: 'define', topics: ['amraam'] }, 'ja')).toMatchInlineSnapshot(`
      "answered
      AMRAAMは、空対空ミサイルです。 [1]

      ・2025年3月30日の日米防衛相会談：AMRAAMの共同生産を速めることを議論しました。 [2]
      ・2024年7月28日の日米安全保障協議委員会（日米「2+2」）：AMRAAMの共同生産の機会を追求することで一致しました。 [3]

      出典
      [1] 防衛省「防衛白書」（第2段落） https://mod.example/wp
      [2] 防衛省「防衛白書」（第6段落） https://mod.example/wp
      [3] 国務省「Joint statement」（2024年7月28日） https://state.example/scc"
    `);
  });
  test('a person by office and meetings', () => {
    expect(answerTo({ intent: 'define', people: ['nakatani'] }, 'ja')).toMatchInlineSnapshot(`
      "answered
      中谷元氏（日本）は、2024年10月1日から2025年10月21日まで防衛大臣を務めました。 [1]

      ・中谷元氏が参加した協議は記録に2件あり、最新は2025年3月30日の日米防衛相会談です。 [2]

      出典
      [1] 国務省「Joint statement」（2024年7月28日） https://state.example/scc
      [2] 防衛省「防衛白書」 https://mod.example/wp"
    `);
  });
  test('a document', () => {
    expect(answerTo({ intent: 'define', documents: ['security-treaty'] }, 'ja')).toMatchInlineSnapshot(`
      "answered
      日米安全保障条約は、同盟の基礎です。 [1]

      ・日米安全保障条約の日付は1960年1月19日です。 [1]

      出典
      [1] 防衛省「防衛白書」（第2段落） https://mod.example/wp"
    `);
  });
});
