import { describe, expect, test } from 'vitest';
import { answerTo } from '../compose-answer.ts';

describe('refuse, in English', () => {
  test('nothing in a period: what was searched, what is covered, the nearest', () => {
    expect(answerTo({ intent: 'who', period: { from: '2019-04-01', to: '2019-04-30' } }, 'en')).toMatchInlineSnapshot(`
      "not-found
      Nothing on record: no consultations in April 2019.

      • Nearest on record, July 28, 2024: Japan–U.S. Security Consultative Committee ("2+2"), Tokyo (Iikura Guest House). Present: Minister of Defense Kihara Minoru, Secretary of Defense Lloyd Austin [1]

      The record covers 5 consultations from July 28, 2024 to June 30, 2025.

      Sources
      [1] “Joint statement”, Department of State, July 28, 2024 https://state.example/scc"
    `);
  });
  test('a meeting still to come', () => {
    expect(
      answerTo(
        {
          intent: 'first',
          manner: 'next',
          order: 'first',
          frameworks: ['summit'],
          period: { from: '2026-11-26', to: null },
        },
        'en',
      ),
    ).toMatchInlineSnapshot(`
      "not-found
      Nothing on record: no Japan–U.S. summits still to come.

      • Nearest on record, July 28, 2024: Japan–U.S. Security Consultative Committee ("2+2"), Tokyo (Iikura Guest House). Present: Minister of Defense Kihara Minoru, Secretary of Defense Lloyd Austin [1]

      The record covers 5 consultations from July 28, 2024 to June 30, 2025.

      Sources
      [1] “Joint statement”, Department of State, July 28, 2024 https://state.example/scc"
    `);
  });
  test('another subject', () => {
    expect(answerTo({ intent: 'what', manner: 'out-of-scope', terms: 'weather' }, 'en')).toMatchInlineSnapshot(`
      "not-found
      This question cannot be answered from the record of Japan–U.S. alliance consultations.

      Ask about Japan–U.S. alliance consultations: who met, when, where and what was discussed. Every statement carries its source.
      The record covers 5 consultations from July 28, 2024 to June 30, 2025."
    `);
  });
  test('a date that cannot exist', () => {
    expect(
      answerTo(
        { intent: 'list', impossible: [{ ja: '2025年2月は28日までです。', en: 'February 2025 has only 28 days.' }] },
        'en',
      ),
    ).toMatchInlineSnapshot(`
      "not-found
      There is no such date: February 2025 has only 28 days.

      The record covers 5 consultations from July 28, 2024 to June 30, 2025."
    `);
  });
  test('two readings are asked back', () => {
    expect(
      answerTo(
        {
          choices: [
            { label: { ja: '4月3日', en: '3 April' }, question: '2025-04-03' },
            { label: { ja: '3月4日', en: 'March 4' }, question: '2025-03-04' },
          ],
        },
        'en',
      ),
    ).toMatchInlineSnapshot(`
      "clarify
      Which one do you mean?

      1. 3 April
      2. March 4"
    `);
  });
});

describe('refuse, in Japanese', () => {
  test('nothing in a period: what was searched, what is covered, the nearest', () => {
    expect(answerTo({ intent: 'who', period: { from: '2019-04-01', to: '2019-04-30' } }, 'ja')).toMatchInlineSnapshot(`
      "not-found
      2019年4月の協議は、記録にありません。

      ・【近い記録】2024年7月28日：日米安全保障協議委員会（日米「2+2」）（東京・飯倉公館）。出席：木原稔防衛大臣、ロイド・オースティン国防長官 [1]

      記録の範囲は、2024年7月28日から2025年6月30日までの5件です。

      出典
      [1] 国務省「Joint statement」（2024年7月28日） https://state.example/scc"
    `);
  });
  test('a meeting still to come', () => {
    expect(
      answerTo(
        {
          intent: 'first',
          manner: 'next',
          order: 'first',
          frameworks: ['summit'],
          period: { from: '2026-11-26', to: null },
        },
        'ja',
      ),
    ).toMatchInlineSnapshot(`
      "not-found
      これから行われる日米首脳会談は、記録にありません。

      ・【近い記録】2024年7月28日：日米安全保障協議委員会（日米「2+2」）（東京・飯倉公館）。出席：木原稔防衛大臣、ロイド・オースティン国防長官 [1]

      記録の範囲は、2024年7月28日から2025年6月30日までの5件です。

      出典
      [1] 国務省「Joint statement」（2024年7月28日） https://state.example/scc"
    `);
  });
  test('another subject', () => {
    expect(answerTo({ intent: 'what', manner: 'out-of-scope', terms: 'weather' }, 'ja')).toMatchInlineSnapshot(`
      "not-found
      この質問は、日米同盟の協議の記録では答えられません。

      日米同盟の協議について、だれが、いつ、どこで会い、何を話し合ったかを、出典とともに答えます。
      記録の範囲は、2024年7月28日から2025年6月30日までの5件です。"
    `);
  });
  test('a date that cannot exist', () => {
    expect(
      answerTo(
        { intent: 'list', impossible: [{ ja: '2025年2月は28日までです。', en: 'February 2025 has only 28 days.' }] },
        'ja',
      ),
    ).toMatchInlineSnapshot(`
      "not-found
      その日付は存在しません。2025年2月は28日までです。

      記録の範囲は、2024年7月28日から2025年6月30日までの5件です。"
    `);
  });
  test('two readings are asked back', () => {
    expect(
      answerTo(
        {
          choices: [
            { label: { ja: '4月3日', en: '3 April' }, question: '2025-04-03' },
            { label: { ja: '3月4日', en: 'March 4' }, question: '2025-03-04' },
          ],
        },
        'ja',
      ),
    ).toMatchInlineSnapshot(`
      "clarify
      どちらの意味か選んでください。

      1. 4月3日
      2. 3月4日"
    `);
  });
});
