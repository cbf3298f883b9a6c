import { describe, expect, test } from 'vitest';
import { answerTo } from '../compose-answer.ts';

const year = { from: '2025-01-01', to: '2025-12-31' };

describe('list, in English', () => {
  test('every consultation of a year', () => {
    expect(answerTo({ intent: 'list', period: year }, 'en')).toMatchInlineSnapshot(`
      "answered
      The record holds 4 consultations in 2025 (from January 31, 2025 to June 2025). [1][2]

      • January 31, 2025: Japan–U.S. Defense Ministerial Telephone Talk. Present: Minister of Defense Nakatani Gen, Secretary of Defense Pete Hegseth (news report) [1]
      • February 7, 2025: Japan–U.S. Summit Meeting, Washington, D.C. (White House). Present: Prime Minister Ishiba Shigeru, President Donald Trump [3]
      • March 30, 2025: Japan–U.S. Defense Ministerial Meeting, Tokyo (Ministry of Defense). Present: Minister of Defense Nakatani Gen, Secretary of Defense Pete Hegseth [3]
      • June 2025: Japan–U.S. Extended Deterrence Dialogue [2]

      Sources
      [1] “Ministers talk by phone”, Some Paper, February 1, 2025 (news report) https://news.example/call
      [2] “首脳会談”, Mirror (reprint) https://mirror.example/1
      [3] “防衛白書”, Ministry of Defense https://mod.example/wp"
    `);
  });
  test('how many, over what coverage', () => {
    expect(answerTo({ intent: 'count', frameworks: ['defense-ministerial'] }, 'en')).toMatchInlineSnapshot(`
      "answered
      The record holds 2 defense ministerials (from January 31, 2025 to March 30, 2025). [1][2]

      • January 31, 2025: Japan–U.S. Defense Ministerial Telephone Talk. Present: Minister of Defense Nakatani Gen, Secretary of Defense Pete Hegseth (news report) [1]
      • March 30, 2025: Japan–U.S. Defense Ministerial Meeting, Tokyo (Ministry of Defense). Present: Minister of Defense Nakatani Gen, Secretary of Defense Pete Hegseth [2]

      Counted within this record alone (5 consultations from July 28, 2024 to June 30, 2025); a consultation that is not on record is not counted.

      Sources
      [1] “Ministers talk by phone”, Some Paper, February 1, 2025 (news report) https://news.example/call
      [2] “防衛白書”, Ministry of Defense https://mod.example/wp"
    `);
  });
  test('the latest two', () => {
    expect(
      answerTo({ intent: 'latest', order: 'latest', limit: 2, frameworks: ['defense-ministerial'] }, 'en'),
    ).toMatchInlineSnapshot(`
      "answered
      The latest 2 defense ministerials on record: [1][2]

      • March 30, 2025: Japan–U.S. Defense Ministerial Meeting, Tokyo (Ministry of Defense). Present: Minister of Defense Nakatani Gen, Secretary of Defense Pete Hegseth [2]
      • January 31, 2025: Japan–U.S. Defense Ministerial Telephone Talk. Present: Minister of Defense Nakatani Gen, Secretary of Defense Pete Hegseth (news report) [1]

      Sources
      [1] “Ministers talk by phone”, Some Paper, February 1, 2025 (news report) https://news.example/call
      [2] “防衛白書”, Ministry of Defense https://mod.example/wp"
    `);
  });
});

describe('list, in Japanese', () => {
  test('every consultation of a year', () => {
    expect(answerTo({ intent: 'list', period: year }, 'ja')).toMatchInlineSnapshot(`
      "answered
      2025年の協議は、記録に4件あります（2025年1月31日から2025年6月まで）。 [1][2]

      ・2025年1月31日：日米防衛相電話会談。出席：中谷元防衛大臣、ピート・ヘグセス国防長官（報道による） [1]
      ・2025年2月7日：日米首脳会談（ワシントンDC・ホワイトハウス）。出席：石破茂内閣総理大臣、ドナルド・トランプ大統領 [3]
      ・2025年3月30日：日米防衛相会談（東京、中谷大臣・ヘグセス長官）。出席：中谷元防衛大臣、ピート・ヘグセス国防長官 [3]
      ・2025年6月：日米拡大抑止協議 [2]

      出典
      [1] 某紙「Ministers talk by phone」（2025年2月1日、報道） https://news.example/call
      [2] 転載サイト「首脳会談」（転載） https://mirror.example/1
      [3] 防衛省「防衛白書」 https://mod.example/wp"
    `);
  });
  test('how many, over what coverage', () => {
    expect(answerTo({ intent: 'count', frameworks: ['defense-ministerial'] }, 'ja')).toMatchInlineSnapshot(`
      "answered
      日米防衛相会談は、記録に2件あります（2025年1月31日から2025年3月30日まで）。 [1][2]

      ・2025年1月31日：日米防衛相電話会談。出席：中谷元防衛大臣、ピート・ヘグセス国防長官（報道による） [1]
      ・2025年3月30日：日米防衛相会談（東京、中谷大臣・ヘグセス長官）。出席：中谷元防衛大臣、ピート・ヘグセス国防長官 [2]

      数えたのはこの記録にある協議だけです（2024年7月28日から2025年6月30日までの5件）。記録にない協議は含みません。

      出典
      [1] 某紙「Ministers talk by phone」（2025年2月1日、報道） https://news.example/call
      [2] 防衛省「防衛白書」 https://mod.example/wp"
    `);
  });
  test('the latest two', () => {
    expect(
      answerTo({ intent: 'latest', order: 'latest', limit: 2, frameworks: ['defense-ministerial'] }, 'ja'),
    ).toMatchInlineSnapshot(`
      "answered
      日米防衛相会談のうち、記録にある最新の2件は次のとおりです。 [1][2]

      ・2025年3月30日：日米防衛相会談（東京、中谷大臣・ヘグセス長官）。出席：中谷元防衛大臣、ピート・ヘグセス国防長官 [2]
      ・2025年1月31日：日米防衛相電話会談。出席：中谷元防衛大臣、ピート・ヘグセス国防長官（報道による） [1]

      出典
      [1] 某紙「Ministers talk by phone」（2025年2月1日、報道） https://news.example/call
      [2] 防衛省「防衛白書」 https://mod.example/wp"
    `);
  });
});
