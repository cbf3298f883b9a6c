import { describe, expect, test } from 'vitest';
import { buildLexicon } from '../../src/lexicon/lexicon.ts';
import { annotate } from '../../src/reading/annotate.ts';
import { questionsIn } from '../../src/reading/clauses/questions.ts';
import { desk } from './table.ts';

const lexicon = buildLexicon(desk.knowledge());
const parted = (text: string) => questionsIn(annotate(text, lexicon, { today: '2026-11-30', fallbackLanguage: 'en' }));

describe('a text is parted into the questions it asks', () => {
  test.each([
    ['Who led the 2+2 in 2023 and what was it about?', ['Who led the 2+2 in 2023?', 'what was it about?']],
    [
      'When was the last 2+2? Was North Korea on the agenda?',
      ['When was the last 2+2?', 'Was North Korea on the agenda?'],
    ],
    ['What does EDD stand for, and how often does it meet?', ['What does EDD stand for?', 'how often does it meet?']],
    ['Who led it, and did they plan to meet in person?', ['Who led it?', 'did they plan to meet in person?']],
    ['2+2は誰が率いて、何が議題だった？', ['2+2は誰が率いて', '何が議題だった？']],
    ['EDDは何の略で、年に何回開かれますか', ['EDDは何の略で', '年に何回開かれますか']],
    ['初めて会ったのはいつ？何の機会？何分くらい？', ['初めて会ったのはいつ？', '何の機会？', '何分くらい？']],
  ])('%s', (text, questions) => {
    expect(parted(text)).toEqual(questions);
  });

  test.each([
    'When and where did Kishida and Biden meet in 2024?',
    'Which countries met in 2023 and agreed on North Korea?',
    'Who met in Tokyo and Washington in 2024?',
    'Did Gen. Yoshida and Adm. Aquilino meet in Oct. 2023?',
    'My class is looking at the alliance. What was the first 2+2?',
    '2+2はいつ、どこで開かれましたか？',
    'どの都市で、誰が会いましたか？',
    '台湾について記事を書いています。2024年の2+2では何と言った？',
  ])('%s is one', (text) => {
    expect(parted(text)).toHaveLength(1);
  });
});
