import { describe, expect, test } from 'vitest';
import { answerTo } from '../compose-answer.ts';

describe('extreme, in English', () => {
  test('the first 2+2', () => {
    expect(answerTo({ intent: 'first', order: 'first', frameworks: ['scc'] }, 'en')).toMatchInlineSnapshot(`
      "answered
      The first meeting of the 2+2 on record took place on July 28, 2024 in Tokyo (Iikura Guest House). [1]

      • Minister of Defense Kihara Minoru and Secretary of Defense Lloyd Austin met in Tokyo (Iikura Guest House) on July 28, 2024 (Japan–U.S. Security Consultative Committee ("2+2")). [1]
      • They restated the importance of peace and stability across the Taiwan Strait. [1]
      • They agreed to pursue co-production of AMRAAM. [1]

      Sources
      [1] “Joint statement”, Department of State, July 28, 2024 https://state.example/scc"
    `);
  });
  test('the latest on a topic with a person', () => {
    expect(
      answerTo({ intent: 'latest', order: 'latest', topics: ['amraam'], people: ['hegseth'] }, 'en'),
    ).toMatchInlineSnapshot(`
      "answered
      The latest consultation with Pete Hegseth on AMRAAM on record is the Japan–U.S. Defense Ministerial Meeting, which took place on March 30, 2025 in Tokyo (Ministry of Defense). [1]

      • Minister of Defense Nakatani Gen and Secretary of Defense Pete Hegseth met in Tokyo (Ministry of Defense) on March 30, 2025 (Japan–U.S. Defense Ministerial Meeting). [1]
      • They discussed speeding up co-production of AMRAAM. [2]
      • Minister Nakatani also spoke of studying another missile (news report). [3]

      Sources
      [1] “防衛白書”, Ministry of Defense https://mod.example/wp
      [2] “防衛白書”, Ministry of Defense, para. 6 https://mod.example/wp
      [3] “Ministers talk by phone”, Some Paper, February 1, 2025 (news report) https://news.example/call"
    `);
  });
});

describe('extreme, in Japanese', () => {
  test('the first 2+2', () => {
    expect(answerTo({ intent: 'first', order: 'first', frameworks: ['scc'] }, 'ja')).toMatchInlineSnapshot(`
      "answered
      記録にある最初の日米「2+2」は、2024年7月28日に東京・飯倉公館で行われました。 [1]

      ・2024年7月28日の日米安全保障協議委員会（日米「2+2」）には、木原稔防衛大臣とロイド・オースティン国防長官が出席しました。 [1]
      ・台湾海峡の平和と安定の重要性を改めて述べました。 [1]
      ・AMRAAMの共同生産の機会を追求することで一致しました。 [1]

      出典
      [1] 国務省「Joint statement」（2024年7月28日） https://state.example/scc"
    `);
  });
  test('the latest on a topic with a person', () => {
    expect(
      answerTo({ intent: 'latest', order: 'latest', topics: ['amraam'], people: ['hegseth'] }, 'ja'),
    ).toMatchInlineSnapshot(`
      "answered
      ピート・ヘグセス氏が参加し、AMRAAM（アムラーム）を取り上げた協議のうち、記録にある最新のものは、2025年3月30日に東京・防衛省で行われた日米防衛相会談です。 [1]

      ・2025年3月30日の日米防衛相会談には、中谷元防衛大臣とピート・ヘグセス国防長官が出席しました。 [1]
      ・AMRAAMの共同生産を速めることを議論しました。 [2]
      ・中谷大臣は、別のミサイルの検討も述べました（報道による）。 [3]

      出典
      [1] 防衛省「防衛白書」 https://mod.example/wp
      [2] 防衛省「防衛白書」（第6段落） https://mod.example/wp
      [3] 某紙「Ministers talk by phone」（2025年2月1日、報道） https://news.example/call"
    `);
  });
});
