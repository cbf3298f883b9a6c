import type { Language } from '../../src/text/language.ts';
import type { Because } from './refusals.ts';

/** What only Slack's surfaces say; the rest is in `src/conversation/phrases.ts`. */
export type SlackPhrases = {
  readonly faults: Readonly<Record<Because, string>>;
  /** Slack failed in a way that leaves open whether the answer is there. */
  readonly maybeDelivered: string;
  /** On a button that shows an answer of which that was said. */
  readonly showAnswer: string;
  readonly buttonExpired: string;

  readonly promptsTitle: string;
  readonly homeTitle: string;
  readonly homeIntro: string;
  coverage(from: string, to: string, count: number, version: string): string;
  readonly homeExamples: string;
  readonly homeSubscriptions: string;
  readonly homeNoSubscriptions: string;
  readonly homeSettings: string;
  readonly homeHow: string;

  readonly digestTitle: string;
  readonly digestSubmit: string;
  readonly digestCancel: string;
  readonly digestChannel: string;
  readonly digestTime: string;
  readonly digestZone: string;
  readonly digestLanguage: string;
  readonly digestBoth: string;
  readonly digestFrameworks: string;
  readonly digestTopics: string;
  readonly digestPeople: string;
  readonly digestCountries: string;
  readonly digestQuiet: string;
  readonly digestQuietSkip: string;
  readonly digestQuietSay: string;
  readonly digestOptional: string;
  readonly digestAll: string;
  digestSaved(channel: string, time: string, zone: string): string;
  /** `told`: who set it up, and when it comes. */
  digestAnnounced(told: string): string;
  /** The person is not in the channel chosen. */
  readonly digestElsewhere: string;
  digestLine(channel: string, time: string, zone: string, next: string): string;
  digestPaused(reason: string): string;
  readonly digestNone: string;
  readonly digestChanged: Readonly<Record<'paused' | 'resumed' | 'unsubscribed', string>>;
  readonly pause: string;
  readonly resume: string;
  readonly unsubscribe: string;
  readonly subscribe: string;
  readonly preview: string;
  readonly digestUsage: string;
  readonly digestFailed: string;
  readonly zoneUnknown: string;

  readonly settingsTitle: string;
  settingsChangedBy(name: string): string;
  readonly save: string;
  readonly send: string;
  /** `kept`: digests that the person set up, which stay. */
  forgotten(rows: number, kept: number): string;
};

/** Slack's own phrases in a language. */
export function slackPhrases(language: Language): SlackPhrases {
  return language === 'ja' ? ja : en;
}

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
  coverage: (from, to, count, version) => `記録：${from}〜${to}、${count}件（版 ${version}）`,
  homeExamples: '質問の例',
  homeSubscriptions: 'あなたが登録した要約',
  homeNoSubscriptions: 'まだありません。`/alliance-digest` で、毎日の要約をチャンネルに届けられます。',
  homeSettings: '設定',
  homeHow:
    '/alliance 設定：チャンネルごとの公開範囲と言語　/alliance 忘れて：あなたに関する保存内容の削除　/alliance 使い方：使い方',
  digestTitle: '毎日の要約',
  digestSubmit: '登録',
  digestCancel: 'キャンセル',
  digestChannel: '届けるチャンネル',
  digestTime: '時刻',
  digestZone: '時間帯',
  digestLanguage: '言語',
  digestBoth: '日本語とEnglish',
  digestFrameworks: '枠組み',
  digestTopics: '議題',
  digestPeople: '人',
  digestCountries: '国',
  digestQuiet: '新しい内容がない日',
  digestQuietSkip: '送らない',
  digestQuietSay: '1行だけ送る',
  digestOptional: '選ばなければ、すべてが対象です。',
  digestAll: 'すべて',
  digestSaved: (channel, time, zone) => `${channel} に毎日 ${time}（${zone}）に届けます。`,
  digestAnnounced: (told) => `${told}変更や停止は /alliance-digest で。`,
  digestElsewhere: '参加しているチャンネルを選んでください。',
  digestLine: (channel, time, zone, next) => `${channel}　毎日 ${time}（${zone}）　次回 ${next}`,
  digestPaused: (reason) => `停止中：${reason}`,
  digestNone: 'このチャンネルに登録された要約はありません。`/alliance-digest` で登録できます。',
  digestChanged: {
    paused: '要約の配信を一時停止しました。設定は残っています。',
    resumed: '要約の配信を再開しました。',
    unsubscribed: '要約の登録を解除しました。',
  },
  pause: '一時停止',
  resume: '再開',
  unsubscribe: '登録を解除',
  subscribe: '登録する',
  preview: 'プレビュー',
  digestUsage:
    '使い方：/alliance-digest（登録）、/alliance-digest 一覧、/alliance-digest 試し、/alliance-digest 停止、/alliance-digest 再開、/alliance-digest 解除',
  digestFailed: '登録できませんでした。少し待ってから、もう一度お試しください。',
  zoneUnknown: '一覧から時間帯を選んでください。',
  settingsTitle: 'チャンネルの設定',
  settingsChangedBy: (name) => `${name}さんが、このチャンネルでの回答の設定を変更しました。`,
  save: '保存',
  send: '送信',
  forgotten: (rows, kept) =>
    `あなたに関する保存内容を削除しました（${rows}件）。${kept === 0 ? '' : `登録した要約${kept}件は残っています。変更できる人を示すため、登録した人のIDが必要です。不要な場合は /alliance-digest 解除 で消せます。`}`,
};

const en: SlackPhrases = {
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
  },
  maybeDelivered: 'Slack did not confirm that my answer arrived. If you do not see it, please ask again.',
  showAnswer: 'Show the answer',
  buttonExpired: 'This button is from an older version. Please ask the question again.',
  promptsTitle: 'From the consultations on record',
  homeTitle: 'Look up Japan–U.S. alliance consultations',
  homeIntro:
    'Who met, when, where, and what was agreed, each statement with its public source. Mention me in a channel, or ask in Messages here.',
  coverage: (from, to, count, version) => `On record: ${from} to ${to}, ${count} consultations (version ${version})`,
  homeExamples: 'You could ask',
  homeSubscriptions: 'Your digests',
  homeNoSubscriptions: 'None yet. `/alliance-digest` sends a daily digest to a channel.',
  homeSettings: 'Settings',
  homeHow:
    '/alliance settings: who sees answers in a channel, and their language · /alliance forget: delete what is kept about you · /alliance help: how to ask',
  digestTitle: 'Daily digest',
  digestSubmit: 'Subscribe',
  digestCancel: 'Cancel',
  digestChannel: 'Channel',
  digestTime: 'Time',
  digestZone: 'Time zone',
  digestLanguage: 'Language',
  digestBoth: '日本語 and English',
  digestFrameworks: 'Frameworks',
  digestTopics: 'Topics',
  digestPeople: 'People',
  digestCountries: 'Countries',
  digestQuiet: 'On a day with nothing new',
  digestQuietSkip: 'Send nothing',
  digestQuietSay: 'Say so in one line',
  digestOptional: 'Leave empty for everything.',
  digestAll: 'Everything',
  digestSaved: (channel, time, zone) => `A digest goes to ${channel} every day at ${time} (${zone}).`,
  digestAnnounced: (told) => `${told} Change or stop it with /alliance-digest.`,
  digestElsewhere: 'Please choose a channel that you are in.',
  digestLine: (channel, time, zone, next) => `${channel} · daily at ${time} (${zone}) · next ${next}`,
  digestPaused: (reason) => `paused: ${reason}`,
  digestNone: 'No digest is set up for this channel. Add one with `/alliance-digest`.',
  digestChanged: {
    paused: 'The digest has been paused. Its settings are kept.',
    resumed: 'The digest has resumed.',
    unsubscribed: 'The subscription has been removed.',
  },
  pause: 'Pause',
  resume: 'Resume',
  unsubscribe: 'Unsubscribe',
  subscribe: 'Subscribe',
  preview: 'Preview',
  digestUsage:
    'Usage: /alliance-digest (subscribe), /alliance-digest list, /alliance-digest preview, /alliance-digest pause, /alliance-digest resume, /alliance-digest unsubscribe',
  digestFailed: 'The subscription could not be saved. Please try again in a moment.',
  zoneUnknown: 'Please choose a time zone from the list.',
  settingsTitle: 'Channel settings',
  settingsChangedBy: (name) => `${name} changed how questions are answered in this channel.`,
  save: 'Save',
  send: 'Send',
  forgotten: (rows, kept) =>
    `What was kept about you has been deleted (${rows} ${rows === 1 ? 'entry' : 'entries'}).${kept === 0 ? '' : ` ${kept === 1 ? 'A digest that you set up stays' : `${kept} digests that you set up stay`}, with your id, which says who may change ${kept === 1 ? 'it' : 'them'}; /alliance-digest unsubscribe removes ${kept === 1 ? 'it' : 'them'}.`}`,
};
