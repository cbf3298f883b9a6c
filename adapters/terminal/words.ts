import type { Language } from '../../src/text/index.ts';
import { formatDate } from '../../src/time/index.ts';

type Words = {
  readonly sources: string;
  readonly page: (index: number, count: number) => string;
  readonly ask: string;
  readonly lastPage: string;
  readonly firstPage: string;
  readonly noNumber: (count: number) => string;
  readonly nothing: string;
  readonly language: string;
  readonly greeting: (record: { from: string; to: string; consultations: number }, example: string) => string;
  readonly renewed: string;
  readonly unusable: string;
  /** What can be typed, and what it does. */
  readonly keys: readonly (readonly [typed: string, does: string])[];
  readonly keysTitle: string;
};

/** Every sentence that the terminal adds to answers, in both languages. */
export const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    sources: 'Sources',
    page: (index, count) =>
      `Page ${index} of ${count}. ${index < count ? 'Type "next" for more.' : 'Type "back" for the page before.'}`,
    ask: 'You could ask (type the number):',
    lastPage: 'This is the last page.',
    firstPage: 'This is the first page.',
    noNumber: (count) =>
      count === 1 ? 'There is one question to choose: type 1.' : `Type a number from 1 to ${count}.`,
    nothing: 'Ask something first.',
    language: 'Answers are in English from here on.',
    greeting: ({ from, to, consultations }, example) =>
      `Kyōgi — cited answers about Japan–U.S. alliance consultations (${formatDate(from, 'en')} to ${formatDate(to, 'en')}, ${consultations} on record).\nTry: ${example}\nType "help" to see what else you can type, "exit" to leave.`,
    renewed: 'The records have changed: answers are from the new ones.',
    unusable: 'The edited records cannot be used yet; answers are from the ones before:',
    keysTitle: 'You can also type',
    keys: [
      ['next, back', 'the next or the previous page'],
      ['1, 2 …', 'the suggested question with that number'],
      ['lang ja, lang en', 'answers in Japanese or English'],
      ['Tab', 'completes a question'],
      ['↑, ↓', 'earlier questions'],
      ['help', 'this help'],
      ['exit', 'leaves, as does Ctrl-D'],
    ],
  },
  ja: {
    sources: '出典',
    page: (index, count) =>
      `${count}ページ中${index}ページ目です。${index < count ? '「次」で続きを表示します。' : '「前」で前のページに戻ります。'}`,
    ask: '続けて聞くなら（番号を入力）：',
    lastPage: '最後のページです。',
    firstPage: '最初のページです。',
    noNumber: (count) =>
      count === 1 ? '選べる質問は1つです。1を入力してください。' : `1から${count}までの番号を入力してください。`,
    nothing: '先に質問してください。',
    language: '以後は日本語で答えます。',
    greeting: ({ from, to, consultations }, example) =>
      `協議 — 日米同盟の協議に関する質問に、出典を付けて答えます（${formatDate(from, 'ja')}〜${formatDate(to, 'ja')}、${consultations}件）。\n例：${example}\n「ヘルプ」で使い方を表示します。「終了」で終わります。`,
    renewed: '記録が更新されました。以後は新しい記録から答えます。',
    unusable: '編集中の記録に誤りがあるため、前の記録から答えています。',
    keysTitle: 'ほかに入力できるもの',
    keys: [
      ['次、前', '次のページ、前のページ'],
      ['1、2 …', 'その番号の質問'],
      ['日本語、english', '答えの言語を切り替え'],
      ['Tab', '質問を補完'],
      ['↑、↓', '前にした質問'],
      ['ヘルプ', 'この説明'],
      ['終了', '終わる（Ctrl-Dでも）'],
    ],
  },
};
