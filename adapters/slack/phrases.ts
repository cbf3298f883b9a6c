import type { Language } from '../../src/text/index.ts';
import type { Because } from './refusals.ts';

/** What only Slack's surfaces say; the rest is in `src/conversation/phrases.ts`. */
export type SlackPhrases = Readonly<typeof en>;

/** Slack's own phrases in a language. */
export function slackPhrases(language: Language): SlackPhrases {
  return language === 'ja' ? ja : en;
}

/** In English, and for every language what each is for and what it takes. */
const en = {
  faults: {
    blocks: 'Part of this could not be displayed, so here it is as plain text.',
    membership: 'I am not in that channel, so I cannot post there. Please `/invite` the app.',
    gone: 'That channel cannot be found, so I cannot post there. If it is private, please `/invite` the app.',
    archived: 'That channel is archived, so I cannot post there.',
    locked: 'That thread is locked, so I cannot post there.',
    'no-threads': 'That channel takes no replies in threads.',
    'threads-only': 'That channel takes posts in threads alone.',
    'read-only': 'Only some people may post in that channel. Please ask a channel manager to add the app to them.',
    suspended: 'Administrators have suspended posting, so I cannot post there.',
    'no-direct': 'Direct messages with the app are switched off.',
    late: 'That took too long, and the form could not be opened. Please try again.',
    scope: 'The app lacks a permission. Please ask a workspace admin to reinstall it.',
    token: "The app's connection is no longer valid. Please ask a workspace admin to reinstall it.",
    restricted: 'Workspace settings do not let me post there.',
    busy: 'Slack is busy. Please try again in a moment.',
    unknown: 'Slack could not deliver that. Please try again in a moment.',
  } satisfies Record<Because, string>,
  /** Slack failed in a way that leaves open whether the answer is there. */
  maybeDelivered: 'Slack did not confirm that my answer arrived. If you do not see it, please ask again.',
  /** On a button that shows an answer of which that was said. */
  showAnswer: 'Show the answer',
  buttonExpired: 'This button is from an older version. Please ask the question again.',
  promptsTitle: 'From the consultations on record',
  homeTitle: 'Look up Japan–U.S. alliance consultations',
  homeIntro:
    'Who met, when, where, and what was agreed, each statement with its public source. Mention me in a channel, or ask in Messages here.',
  coverage: (from: string, to: string, count: number) => `On record: ${count} consultations, ${from} to ${to}`,
  homeSubscriptions: 'Your digests',
  homeNoSubscriptions: 'None yet. Subscribe here, and a digest is posted to a channel.',
  homeSettings: 'Settings',
  /** Over the settings of the direct messages with the person. */
  homeDirect: 'Direct messages with me',
  homeChange: 'Change',
  homeChannelSettings: 'Settings of a channel',
  homeData: 'Your data',
  settingsTitle: 'Channel settings',
  settingsChangedBy: (name: string) => `${name} changed how questions are answered in this channel.`,
  save: 'Save',
  cancel: 'Cancel',
  send: 'Send',
};

const ja: SlackPhrases = {
  faults: {
    blocks: '表示できない部分があったため、文字だけでお送りします。',
    membership: 'このチャンネルに参加していないため投稿できません。`/invite` でアプリを招待してください。',
    gone: 'チャンネルが見つからないため、投稿できません。非公開のチャンネルでは、`/invite` でアプリを招待してください。',
    archived: 'このチャンネルはアーカイブされているため、投稿できません。',
    locked: 'このスレッドはロックされているため、投稿できません。',
    'no-threads': 'このチャンネルではスレッドに返信できません。',
    'threads-only': 'このチャンネルではスレッドにだけ投稿できます。',
    'read-only': 'このチャンネルに投稿できる人は限られています。チャンネルの管理者に、アプリの追加を依頼してください。',
    suspended: '管理者が投稿を停止しているため、投稿できません。',
    'no-direct': 'アプリとのダイレクトメッセージが無効になっています。',
    late: '時間がかかったため、フォームを開けませんでした。もう一度お試しください。',
    scope: 'アプリの権限が足りません。ワークスペースの管理者に、アプリの再インストールを依頼してください。',
    token: 'アプリの接続が無効になっています。ワークスペースの管理者に、アプリの再インストールを依頼してください。',
    restricted: 'ワークスペースの設定により、ここには投稿できません。',
    busy: 'Slackが混み合っています。少し待ってから、もう一度お試しください。',
    unknown: 'Slackに届けられませんでした。少し待ってから、もう一度お試しください。',
  },
  maybeDelivered: '回答がSlackに届いたかどうか確認できませんでした。見当たらなければ、もう一度質問してください。',
  showAnswer: '回答を表示',
  buttonExpired: 'このボタンは古い版のものです。お手数ですが、もう一度質問してください。',
  promptsTitle: '記録にある協議から',
  homeTitle: '日米同盟の協議を調べる',
  homeIntro:
    'いつ、誰が、どこで会い、何に合意したかを、公開資料の出典つきで答えます。チャンネルでメンションするか、ここのメッセージで質問してください。',
  coverage: (from, to, count) => `記録：${from}から${to}まで、協議${count}件`,
  homeSubscriptions: 'あなたが登録した要約',
  homeNoSubscriptions: 'まだありません。ここで登録すると、要約をチャンネルに届けます。',
  homeSettings: '設定',
  homeDirect: 'アプリとのダイレクトメッセージ',
  homeChange: '変更',
  homeChannelSettings: 'チャンネルの設定',
  homeData: '保存内容',
  settingsTitle: 'チャンネルの設定',
  settingsChangedBy: (name) => `${name}さんが、このチャンネルでの回答の設定を変更しました。`,
  save: '保存',
  cancel: 'キャンセル',
  send: '送信',
};
