import { describe, expect, test } from 'vitest';
import { answerTo } from '../compose-answer.ts';

const year = { from: '2025-01-01', to: '2025-12-31' };
const march = { from: '2025-03-01', to: '2025-03-31' };

describe('where, in English', () => {
  test('one meeting', () => {
    expect(
      answerTo({ intent: 'where', frameworks: ['defense-ministerial'], period: march }, 'en'),
    ).toMatchInlineSnapshot(`
      "answered
      The Japan–U.S. Defense Ministerial Meeting on March 30, 2025 took place in Tokyo (Ministry of Defense). [1]

      Sources
      [1] “防衛白書”, Ministry of Defense https://mod.example/wp"
    `);
  });
  test('a telephone talk has no venue', () => {
    expect(answerTo({ intent: 'where', formats: ['telephone'] }, 'en')).toMatchInlineSnapshot(`
      "answered
      The Japan–U.S. Defense Ministerial Telephone Talk on January 31, 2025 took place by telephone, so there was no venue. [1]

      This answer rests on news reports alone; no official page is on record for it.

      Sources
      [1] “Ministers talk by phone”, Some Paper, February 1, 2025 (news report) https://news.example/call"
    `);
  });
  test('several meetings', () => {
    expect(answerTo({ intent: 'where', period: year }, 'en')).toMatchInlineSnapshot(`
      "answered
      Venues on record of consultations in 2025: Washington, D.C. (White House) and Tokyo (Ministry of Defense). [1]

      • The Japan–U.S. Defense Ministerial Telephone Talk on January 31, 2025 took place by telephone, so there was no venue (news report). [2]
      • The Japan–U.S. Summit Meeting on February 7, 2025 took place in Washington, D.C. (White House). [1]
      • The Japan–U.S. Defense Ministerial Meeting on March 30, 2025 took place in Tokyo (Ministry of Defense). [1]
      • The record does not say where the Japan–U.S. Extended Deterrence Dialogue in June 2025 took place. [3]

      Sources
      [1] “防衛白書”, Ministry of Defense https://mod.example/wp
      [2] “Ministers talk by phone”, Some Paper, February 1, 2025 (news report) https://news.example/call
      [3] “首脳会談”, Mirror (reprint) https://mirror.example/1"
    `);
  });
  test('a record that names no place is not answered', () => {
    expect(answerTo({ intent: 'where', frameworks: ['edd'] }, 'en')).toMatchInlineSnapshot(`
      "not-found
      The record does not say where the Japan–U.S. Extended Deterrence Dialogue in June 2025 took place. [1]

      This answer rests on reprints or news reports, not on the official page itself.

      Sources
      [1] “首脳会談”, Mirror (reprint) https://mirror.example/1"
    `);
  });
});

describe('where, in Japanese', () => {
  test('one meeting', () => {
    expect(
      answerTo({ intent: 'where', frameworks: ['defense-ministerial'], period: march }, 'ja'),
    ).toMatchInlineSnapshot(`
      "answered
      2025年3月30日の日米防衛相会談は、東京・防衛省で行われました。 [1]

      出典
      [1] 防衛省「防衛白書」 https://mod.example/wp"
    `);
  });
  test('a telephone talk has no venue', () => {
    expect(answerTo({ intent: 'where', formats: ['telephone'] }, 'ja')).toMatchInlineSnapshot(`
      "answered
      2025年1月31日の日米防衛相電話会談は電話で行われ、開催地はありません。 [1]

      この回答の出典は報道だけです。公式の発表は記録にありません。

      出典
      [1] 某紙「Ministers talk by phone」（2025年2月1日、報道） https://news.example/call"
    `);
  });
  test('several meetings', () => {
    expect(answerTo({ intent: 'where', period: year }, 'ja')).toMatchInlineSnapshot(`
      "answered
      2025年の協議の開催地は、ワシントンDC・ホワイトハウスと東京・防衛省です。 [1]

      ・2025年1月31日の日米防衛相電話会談は電話で行われ、開催地はありません（報道による）。 [2]
      ・2025年2月7日の日米首脳会談は、ワシントンDC・ホワイトハウスで行われました。 [1]
      ・2025年3月30日の日米防衛相会談は、東京・防衛省で行われました。 [1]
      ・2025年6月の日米拡大抑止協議については、開催地が記録にありません。 [3]

      出典
      [1] 防衛省「防衛白書」 https://mod.example/wp
      [2] 某紙「Ministers talk by phone」（2025年2月1日、報道） https://news.example/call
      [3] 転載サイト「首脳会談」（転載） https://mirror.example/1"
    `);
  });
  test('a record that names no place is not answered', () => {
    expect(answerTo({ intent: 'where', frameworks: ['edd'] }, 'ja')).toMatchInlineSnapshot(`
      "not-found
      2025年6月の日米拡大抑止協議については、開催地が記録にありません。 [1]

      この回答の出典は、公式発表そのものではなく、転載や報道です。

      出典
      [1] 転載サイト「首脳会談」（転載） https://mirror.example/1"
    `);
  });
});
