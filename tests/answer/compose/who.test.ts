import { describe, expect, test } from 'vitest';
import { answerTo } from '../compose-answer.ts';

const year = { from: '2025-01-01', to: '2025-12-31' };
const march = { from: '2025-03-01', to: '2025-03-31' };

describe('who, in English', () => {
  test('one meeting: who met, with offices, where and when', () => {
    expect(
      answerTo({ intent: 'who', frameworks: ['defense-ministerial'], period: march }, 'en'),
    ).toMatchInlineSnapshot(`
      "answered
      Minister of Defense Nakatani Gen and Secretary of Defense Pete Hegseth met in Tokyo (Ministry of Defense) on March 30, 2025 (Japan–U.S. Defense Ministerial Meeting). [1]

      Sources
      [1] “防衛白書”, Ministry of Defense https://mod.example/wp"
    `);
  });
  test('people asked about: whom they met, and each meeting', () => {
    expect(answerTo({ intent: 'who', people: ['hegseth'] }, 'en')).toMatchInlineSnapshot(`
      "answered
      On record, Pete Hegseth took part in consultations with Minister of Defense Nakatani Gen (2 times). [1]

      • January 31, 2025: Japan–U.S. Defense Ministerial Telephone Talk. Present: Minister of Defense Nakatani Gen, Secretary of Defense Pete Hegseth (news report) [1]
      • March 30, 2025: Japan–U.S. Defense Ministerial Meeting, Tokyo (Ministry of Defense). Present: Minister of Defense Nakatani Gen, Secretary of Defense Pete Hegseth [2]

      Sources
      [1] “Ministers talk by phone”, Some Paper, February 1, 2025 (news report) https://news.example/call
      [2] “防衛白書”, Ministry of Defense https://mod.example/wp"
    `);
  });
  test('several meetings: the first in the first line, the others below', () => {
    expect(answerTo({ intent: 'who', period: year }, 'en')).toMatchInlineSnapshot(`
      "answered
      Minister of Defense Nakatani Gen and Secretary of Defense Pete Hegseth spoke by telephone on January 31, 2025 (Japan–U.S. Defense Ministerial Telephone Talk) (news report). [1]

      • Prime Minister Ishiba Shigeru and President Donald Trump met in Washington, D.C. (White House) on February 7, 2025 (Japan–U.S. Summit Meeting). [2]
      • Minister of Defense Nakatani Gen and Secretary of Defense Pete Hegseth met in Tokyo (Ministry of Defense) on March 30, 2025 (Japan–U.S. Defense Ministerial Meeting). [2]
      • The record does not name who attended the Japan–U.S. Extended Deterrence Dialogue in June 2025. [3]

      4 consultations on record fit; each is given here.
      Note on the Japan–U.S. Summit Meeting on February 7, 2025: It was 8 February in Japan.

      Sources
      [1] “Ministers talk by phone”, Some Paper, February 1, 2025 (news report) https://news.example/call
      [2] “防衛白書”, Ministry of Defense https://mod.example/wp
      [3] “首脳会談”, Mirror (reprint) https://mirror.example/1"
    `);
  });
  test('a meeting whose record names nobody is not answered', () => {
    expect(answerTo({ intent: 'who', frameworks: ['edd'] }, 'en')).toMatchInlineSnapshot(`
      "not-found
      The record does not name who attended the Japan–U.S. Extended Deterrence Dialogue in June 2025. [1]

      This answer rests on reprints or news reports, not on the official page itself.

      Sources
      [1] “首脳会談”, Mirror (reprint) https://mirror.example/1"
    `);
  });
  test('who held a post in a period', () => {
    expect(
      answerTo({ intent: 'who', offices: ['jp-defense'], period: { from: '2024-01-01', to: '2024-12-31' } }, 'en'),
    ).toMatchInlineSnapshot(`
      "answered
      On record as Minister of Defense in 2024: Kihara Minoru and Nakatani Gen. [1]

      • Kihara Minoru (Japan) appears in records as Minister of Defense from July 28, 2024 on and held the post until October 1, 2024. [1]
      • Nakatani Gen (Japan) was Minister of Defense from October 1, 2024 to October 21, 2025. [1]

      Sources
      [1] “Joint statement”, Department of State, July 28, 2024 https://state.example/scc"
    `);
  });
});

describe('who, in Japanese', () => {
  test('one meeting: who met, with offices, where and when', () => {
    expect(
      answerTo({ intent: 'who', frameworks: ['defense-ministerial'], period: march }, 'ja'),
    ).toMatchInlineSnapshot(`
      "answered
      2025年3月30日の日米防衛相会談には、中谷元防衛大臣とピート・ヘグセス国防長官が出席しました。 [1]

      出典
      [1] 防衛省「防衛白書」 https://mod.example/wp"
    `);
  });
  test('people asked about: whom they met, and each meeting', () => {
    expect(answerTo({ intent: 'who', people: ['hegseth'] }, 'ja')).toMatchInlineSnapshot(`
      "answered
      ピート・ヘグセス氏が参加した協議の相手として記録にあるのは、中谷元防衛大臣（2回）です。 [1]

      ・2025年1月31日：日米防衛相電話会談。出席：中谷元防衛大臣、ピート・ヘグセス国防長官（報道による） [1]
      ・2025年3月30日：日米防衛相会談（東京、中谷大臣・ヘグセス長官）。出席：中谷元防衛大臣、ピート・ヘグセス国防長官 [2]

      出典
      [1] 某紙「Ministers talk by phone」（2025年2月1日、報道） https://news.example/call
      [2] 防衛省「防衛白書」 https://mod.example/wp"
    `);
  });
  test('several meetings: the first in the first line, the others below', () => {
    expect(answerTo({ intent: 'who', period: year }, 'ja')).toMatchInlineSnapshot(`
      "answered
      2025年1月31日の日米防衛相電話会談には、中谷元防衛大臣とピート・ヘグセス国防長官が参加しました（報道による）。 [1]

      ・2025年2月7日の日米首脳会談には、石破茂内閣総理大臣とドナルド・トランプ大統領が出席しました。 [2]
      ・2025年3月30日の日米防衛相会談には、中谷元防衛大臣とピート・ヘグセス国防長官が出席しました。 [2]
      ・2025年6月の日米拡大抑止協議については、出席者の氏名が記録にありません。 [3]

      条件に合う協議は記録に4件あり、それぞれを挙げています。
      2025年2月7日の日米首脳会談についての注記：日本では2月8日です。

      出典
      [1] 某紙「Ministers talk by phone」（2025年2月1日、報道） https://news.example/call
      [2] 防衛省「防衛白書」 https://mod.example/wp
      [3] 転載サイト「首脳会談」（転載） https://mirror.example/1"
    `);
  });
  test('a meeting whose record names nobody is not answered', () => {
    expect(answerTo({ intent: 'who', frameworks: ['edd'] }, 'ja')).toMatchInlineSnapshot(`
      "not-found
      2025年6月の日米拡大抑止協議については、出席者の氏名が記録にありません。 [1]

      この回答の出典は、公式発表そのものではなく、転載や報道です。

      出典
      [1] 転載サイト「首脳会談」（転載） https://mirror.example/1"
    `);
  });
  test('who held a post in a period', () => {
    expect(
      answerTo({ intent: 'who', offices: ['jp-defense'], period: { from: '2024-01-01', to: '2024-12-31' } }, 'ja'),
    ).toMatchInlineSnapshot(`
      "answered
      2024年に防衛大臣を務めた人として記録にあるのは、木原稔氏と中谷元氏です。 [1]

      ・木原稔氏（日本）は、2024年7月28日以降の記録に防衛大臣として登場し、2024年10月1日まで務めました。 [1]
      ・中谷元氏（日本）は、2024年10月1日から2025年10月21日まで防衛大臣を務めました。 [1]

      出典
      [1] 国務省「Joint statement」（2024年7月28日） https://state.example/scc"
    `);
  });
});
