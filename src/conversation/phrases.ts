import type { Language } from '../text/language.ts';

/** What people read on buttons, in hints and in errors, whatever the platform. Answers themselves come from the desk. */
export type Phrases = Readonly<typeof en>;

/** The fixed phrases of a language. */
export function phrases(language: Language): Phrases {
  return language === 'ja' ? ja : en;
}

/** In English, and for every language what each is for and what it takes. */
const en = {
  sources: 'Sources',
  details: 'Details',
  /** On a button that opens the list behind a timeline or digest in a browser. */
  openList: 'Open the list on the web',
  timeline: 'Timeline',
  /** Names the language the button switches to, in that language. */
  otherLanguage: '日本語',
  next: 'More',
  previous: 'Back',
  share: 'Share',
  /** Opens the form that tells the curators. */
  notRight: 'Something wrong?',
  /** Asks the same question of the whole record, where the answer kept to what was shown before. */
  wholeRecord: 'Ask the whole record',
  /** Over what else can be done with an answer. */
  whatElse: 'What would you like to do?',
  helpful: 'Helpful',
  tryAsking: 'You could ask',
  chooseConsultation: 'Open a consultation',
  chooseReading: 'Which one do you mean?',
  participants: 'Participants',
  participant: (name: string, office: string, country: string) => `${name}, ${office} (${country})`,
  outcomes: 'Outcomes',
  documents: 'Documents',
  date: 'Date',
  framework: 'Framework',
  format: 'Format',
  place: 'Place',
  news: 'news',
  reprint: 'reprint',
  page: (index: number, count: number) => `Page ${index} of ${count}`,
  /** `who` is already in the platform's own form and pings nobody. */
  sharedBy: (who: string) => `Shared by ${who}`,
  asked: (question: string) => `Question: ${question}`,
  tooLong: (most: number) =>
    `That question is too long. Please use at most ${most} characters and name a period, a person, a framework or a topic.`,
  tooManyQuestions: 'That is a lot of questions at once. Please try again in a minute.',
  tooManyInChannel: 'There are a lot of questions in this channel at once. Please try again in a minute.',
  /** Share was pressed before. */
  sharedAlready: 'You have already shared this answer.',
  failed: 'Something went wrong. Please try again in a moment.',
  /** A button whose question is no longer kept, or of an older version. */
  askAgain: 'This button no longer works. Please ask the question again.',
  knowledgeChanged: 'The record was updated after that answer; this shows the record as it is now.',
  nothingThere: 'There is no consultation to show.',
  noConsultationsInMessage: 'No date, person, framework or topic could be read from this message.',
  continued: 'continued',
  feedbackKind: 'What is wrong?',
  feedbackText: 'Details (optional)',
  /** Under the field: who reads it. At most 100 characters (Discord). */
  feedbackReaders: 'The curators of the record get this with the question and the answer, but not your name.',
  feedbackThanks: 'Thank you. The people who keep the record will check it.',
  feedbackKinds: {
    'wrong-date': 'A date is wrong',
    'wrong-person': 'A person or office is wrong',
    'missing-record': 'A consultation is missing',
    other: 'Something else',
  },
  /** The platform would not take the answer in any form. */
  notTaken: 'I have an answer but could not post it here. Please ask in another channel or in a direct message.',
  /** A channel was chosen that the person does not see. */
  channelUnseen: 'Please choose a channel you can see.',
  notAllowed: 'This needs the Manage Server permission.',
  timelineCount: (count: number) => `${count} ${count === 1 ? 'consultation' : 'consultations'}`,
  /** `typed` is shown as typed, escaped by the platform; `nearest` are names on record that it may stand for. */
  unknownFilter: (typed: string, nearest: readonly string[]) =>
    nearest.length === 0
      ? `“${typed}” is not on record. Please choose one of the suggestions that appear as you type.`
      : `“${typed}” is not on record. Did you mean ${nearest.join(' or ')}?`,
  /** Words that a timeline cannot be narrowed to, shown as typed. */
  noSuchTimeline: (typed: string) =>
    `There is no timeline of “${typed}”. Give a period (2025, March 2025, last month, FY2024), a framework (2+2), a topic, a person or a country.`,
  digestsOnlyInServers: 'Digests work in the channels of a server, where they are switched on.',
  /** `where` is the channel in the platform's own form, `missing` the permissions by their names. */
  cannotPostThere: (where: string, missing: string) =>
    `I cannot post in ${where}. Please allow ${missing} there, then subscribe again.`,
};

const ja: Phrases = {
  sources: '出典',
  details: '詳細',
  openList: 'ウェブで一覧を見る',
  timeline: '年表',
  otherLanguage: 'English',
  next: '続きを見る',
  previous: '前に戻る',
  share: '共有',
  notRight: '誤りを報告',
  wholeRecord: '記録全体から調べる',
  whatElse: '操作を選んでください。',
  helpful: '役に立った',
  tryAsking: '次の質問例',
  chooseConsultation: '協議を選んで詳細を見る',
  chooseReading: 'どちらの意味ですか',
  participants: '出席者',
  participant: (name, office, country) => `${name}（${office}、${country}）`,
  outcomes: '内容',
  documents: '文書',
  date: '日付',
  framework: '枠組み',
  format: '形式',
  place: '場所',
  news: '報道',
  reprint: '転載',
  page: (index, count) => `${index}／${count}ページ`,
  sharedBy: (who) => `${who} さんが共有しました`,
  asked: (question) => `質問：${question}`,
  tooLong: (most) => `質問が長すぎます。時期・人・枠組み・議題のいずれかを含め、${most}文字以内で質問してください。`,
  tooManyQuestions: '質問が続いています。1分ほど待ってから、もう一度お試しください。',
  tooManyInChannel: 'このチャンネルで質問が続いています。1分ほど待ってから、もう一度お試しください。',
  sharedAlready: 'この回答はすでに共有しました。',
  failed: '回答できませんでした。少し時間をおいて、もう一度お試しください。',
  askAgain: 'このボタンはもう使えません。お手数ですが、もう一度質問してください。',
  knowledgeChanged: 'この回答のあとに記録が更新されたため、新しい記録で表示しています。',
  nothingThere: '表示できる協議がありません。',
  noConsultationsInMessage: 'このメッセージから、日付・人・枠組み・議題を読み取れませんでした。',
  continued: '続き',
  feedbackKind: 'どこが違いますか',
  feedbackText: '詳しく（任意）',
  feedbackReaders: '質問と回答とともに、記録の担当者が読みます。お名前は伝わりません。',
  feedbackThanks: 'ありがとうございます。記録の担当者が確認します。',
  feedbackKinds: {
    'wrong-date': '日付が違う',
    'wrong-person': '人・肩書きが違う',
    'missing-record': '抜けている協議がある',
    other: 'その他',
  },
  notTaken: '回答はできましたが、ここには表示できませんでした。別のチャンネルかダイレクトメッセージでお試しください。',
  channelUnseen: '閲覧できるチャンネルを選んでください。',
  notAllowed: 'この操作には「サーバー管理」の権限が必要です。',
  timelineCount: (count) => `協議 ${count}件`,
  unknownFilter: (typed, nearest) =>
    nearest.length === 0
      ? `「${typed}」は記録にありません。入力中に表示される候補から選んでください。`
      : `「${typed}」は記録にありません。もしかして：${nearest.join('、')}`,
  noSuchTimeline: (typed) =>
    `「${typed}」の年表は作れません。期間（2025年、2025年3月、先月、2024年度など）、枠組み（「2+2」など）、議題、人物、国で指定してください。`,
  digestsOnlyInServers: '要約は、配信が有効なサーバーのチャンネルで使えます。',
  cannotPostThere: (where, missing) =>
    `${where} に投稿できません。${missing}を許可してから、もう一度登録してください。`,
};
