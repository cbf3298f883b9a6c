import type { Bilingual, Language } from '../../src/text/index.ts';

/** The commands that texts name; each platform has its own way to write one. */
export type CommandName = 'ask' | 'timeline' | 'digest' | 'settings';

/** A line of help: words, and commands that the platform writes in its own way. */
export type HelpLine = readonly (string | { readonly command: CommandName })[];

export type HelpSection = { readonly heading: string; readonly lines: readonly HelpLine[] };

/** What differs between platforms. */
export type HelpPlatform = {
  /** How an answer comes to be seen by the asker alone, or by everybody. */
  readonly privately: Bilingual;
  /** Where the message menu is. */
  readonly menu: Bilingual;
};

/** Everything the bot can do, in sections; questions to try come from the answer to "help". */
export function helpSections(platform: HelpPlatform, language: Language): readonly HelpSection[] {
  const of = (both: Bilingual) => both[language];
  return (language === 'ja' ? ja : en)(of(platform.privately), of(platform.menu));
}

/** What is kept about people and how it is deleted, as the last section of help tells it. */
export function privacyLines(language: Language): readonly string[] {
  return language === 'ja' ? privacyJa : privacyEn;
}

/** What the bot says of itself when it comes to a server or a person opens it for the first time. */
export function welcomeLines(language: Language): readonly HelpLine[] {
  return language === 'ja' ? welcomeJa : welcomeEn;
}

export type HelpPhrases = {
  readonly howTo: string;
  readonly tryAsking: string;
  readonly forget: string;
  /** Asked before anything is deleted. */
  readonly forgetSure: string;
  readonly forgetYes: string;
  readonly cancel: string;
  /** `kept`: digests that the person set up, which stay. */
  forgotten(rows: number, kept: number): string;
};

export function helpPhrases(language: Language): HelpPhrases {
  return language === 'ja' ? phrasesJa : phrasesEn;
}

const ask = { command: 'ask' } as const;
const timeline = { command: 'timeline' } as const;
const digest = { command: 'digest' } as const;
const settings = { command: 'settings' } as const;

const privacyEn: readonly string[] = [
  'I see only what is addressed to me.',
  'Your questions are kept for 24 hours so that you can follow up, and for 90 days so that the buttons under answers work. What you report as wrong is kept for the curators.',
  '“Forget my data” deletes what is kept about you.',
];

const privacyJa: readonly string[] = [
  '読み取るのは、このボット宛ての内容だけです。',
  '質問は、続けて聞けるように24時間、回答のボタンが使えるように90日間保存します。誤りの報告は、記録の担当者のために保存します。',
  '「保存内容を削除」で、あなたに関する保存内容を削除できます。',
];

const en = (privately: string, menu: string): readonly HelpSection[] => [
  {
    heading: 'Ask',
    lines: [
      [ask, ` and your question, in English or Japanese. ${privately}`],
      ['Mention me in a channel, or write to me directly. You can follow up: “where was it?”'],
      [menu],
    ],
  },
  {
    heading: 'Timelines and digests',
    lines: [
      [timeline, ' lists and draws a period, a framework, a topic or a person: 2025, 2+2, Hegseth 2025.'],
      [digest, ' posts a digest to a channel. You can list, preview, pause and stop digests there too.'],
    ],
  },
  {
    heading: 'Settings',
    lines: [[settings, ' sets who sees answers in a channel, their language, and the time zone.']],
  },
  {
    heading: 'Privacy',
    lines: privacyEn.map((line) => [line]),
  },
];

const ja = (privately: string, menu: string): readonly HelpSection[] => [
  {
    heading: '質問する',
    lines: [
      [ask, ` に続けて、日本語か英語で質問してください。${privately}`],
      [
        'チャンネルでのメンションや、ダイレクトメッセージでも質問できます。続けて「場所は？」のように聞くこともできます。',
      ],
      [menu],
    ],
  },
  {
    heading: '年表と要約',
    lines: [
      [timeline, ' で、期間・枠組み・議題・人の年表を表示します（例：2025年、2プラス2、中谷 2025年）。'],
      [digest, ' で、チャンネルに要約を届けます。登録の一覧、プレビュー、一時停止、停止もできます。'],
    ],
  },
  {
    heading: '設定',
    lines: [[settings, ' で、チャンネルごとに回答の公開範囲と言語、タイムゾーンを設定できます。']],
  },
  {
    heading: 'プライバシー',
    lines: privacyJa.map((line) => [line]),
  },
];

const welcomeEn: readonly HelpLine[] = [
  [
    'Hello! I answer questions about Japan–U.S. alliance consultations: who met, when, where, and what was agreed. Every statement carries its source.',
  ],
  [
    'Ask with ',
    ask,
    ', or mention me. ',
    digest,
    ' posts a digest to a channel, ',
    settings,
    ' sets the language and who sees answers.',
  ],
];

const welcomeJa: readonly HelpLine[] = [
  ['はじめまして。日米同盟の協議について、だれが、いつ、どこで会い、何を決めたかを、出典とともにお答えします。'],
  [
    ask,
    ' かメンションで質問してください。',
    digest,
    ' でチャンネルに要約を届け、',
    settings,
    ' で言語や公開範囲を設定できます。',
  ],
];

const phrasesEn: HelpPhrases = {
  howTo: 'How to ask',
  tryAsking: 'You could ask',
  forget: 'Forget my data',
  forgetSure:
    'This deletes the questions kept about you and your reports of mistakes. Buttons under your earlier answers stop working. Digests that you set up stay.',
  forgetYes: 'Delete',
  cancel: 'Cancel',
  forgotten: (rows, kept) =>
    `What was kept about you has been deleted (${rows} ${rows === 1 ? 'entry' : 'entries'}).${kept === 0 ? '' : ` ${kept === 1 ? 'A digest that you set up stays' : `${kept} digests that you set up stay`}, with your id, which says who may change ${kept === 1 ? 'it' : 'them'}; you can stop ${kept === 1 ? 'it' : 'them'} with the digest command.`}`,
};

const phrasesJa: HelpPhrases = {
  howTo: '使い方',
  tryAsking: '質問の例',
  forget: '保存内容を削除',
  forgetSure:
    '保存されている質問と誤りの報告を削除します。これまでの回答のボタンは使えなくなります。登録した要約は残ります。',
  forgetYes: '削除する',
  cancel: 'キャンセル',
  forgotten: (rows, kept) =>
    `あなたに関する保存内容を削除しました（${rows}件）。${kept === 0 ? '' : `登録した要約${kept}件は残っています。変更できる人を示すため、登録した人のIDが必要です。不要な場合は、要約のコマンドで停止できます。`}`,
};
