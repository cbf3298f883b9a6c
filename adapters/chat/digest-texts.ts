import type { Language } from '../../src/text/index.ts';
import { type DigestVerb, DigestVerbs } from './digest-verbs.ts';

/** How a command for digests is called where the texts appear, in the form that the platform shows. */
export type DigestCommandName = (verb: DigestVerb) => string;

/** What is said of digests, the same on every platform. `which` names a digest in one line; `command` says how commands are called. */
export type DigestTexts = {
  readonly title: string;
  /** Over a list of digests. */
  readonly listTitle: string;
  readonly channel: string;
  readonly time: string;
  readonly zone: string;
  /** Leave empty for no filter. */
  readonly optional: string;
  readonly all: string;
  /** Buttons. */
  readonly verbs: Readonly<Record<DigestVerb, string>>;
  readonly stop: string;
  /** Asks before a digest is stopped. */
  stopQuestion(which: string): string;
  subscribed(where: string, which: string): string;
  changed(which: string): string;
  paused(which: string, command: DigestCommandName): string;
  resumed(which: string): string;
  unsubscribed(which: string, command: DigestCommandName): string;
  none(command: DigestCommandName): string;
  usage(command: DigestCommandName): string;
  readonly failed: string;
  /** The person is not in the channel chosen. */
  readonly elsewhere: string;
};

/** The texts of a language. */
export function digestTexts(language: Language): DigestTexts {
  return language === 'ja' ? ja : en;
}

const ja: DigestTexts = {
  title: '要約の配信',
  listTitle: 'このチャンネルに届く要約',
  channel: 'チャンネル',
  time: '時刻',
  zone: 'タイムゾーン',
  optional: '選ばなければ、すべてが対象です。',
  all: 'すべて',
  verbs: {
    subscribe: '登録する',
    list: '一覧',
    preview: 'プレビュー',
    change: '設定を変更',
    pause: '休止',
    resume: '再開',
    unsubscribe: '登録を解除',
  },
  stop: 'この要約の登録を解除',
  stopQuestion: (which) => `解除すると、この要約は届かなくなります。\n${which}`,
  subscribed: (where, which) => `${where} に要約を届けます：${which}`,
  changed: (which) => `要約の設定を変更しました：${which}`,
  paused: (which, command) =>
    `要約を休止しました：${which}\n設定は残っています。再開するには ${command('resume')} を使います。`,
  resumed: (which) => `要約を再開しました：${which}`,
  unsubscribed: (which, command) =>
    `要約の登録を解除しました：${which}\nもう一度受け取るには ${command('subscribe')} を使います。`,
  none: (command) => `このチャンネルに登録された要約はありません。${command('subscribe')} で登録できます。`,
  usage: (command) => `使い方：${DigestVerbs.map((verb) => `${command(verb)}（${ja.verbs[verb]}）`).join('、')}`,
  failed: '処理できませんでした。少し待ってから、もう一度お試しください。',
  elsewhere: '参加しているチャンネルを選んでください。',
};

const en: DigestTexts = {
  title: 'Digest',
  listTitle: 'Digests of this channel',
  channel: 'Channel',
  time: 'Time',
  zone: 'Time zone',
  optional: 'Leave empty for everything.',
  all: 'Everything',
  verbs: {
    subscribe: 'Subscribe',
    list: 'List',
    preview: 'Preview',
    change: 'Change settings',
    pause: 'Pause',
    resume: 'Resume',
    unsubscribe: 'Stop',
  },
  stop: 'Stop this digest',
  stopQuestion: (which) => `This digest will no longer come.\n${which}`,
  subscribed: (where, which) => `A digest will be posted to ${where}: ${which}`,
  changed: (which) => `The digest has been changed: ${which}`,
  paused: (which, command) =>
    `The digest is paused: ${which}\nIts settings are kept. To resume it, use ${command('resume')}.`,
  resumed: (which) => `The digest has resumed: ${which}`,
  unsubscribed: (which, command) => `The digest is stopped: ${which}\nTo get it again, use ${command('subscribe')}.`,
  none: (command) => `No digest is set up for this channel. Add one with ${command('subscribe')}.`,
  usage: (command) => `Usage: ${DigestVerbs.map((verb) => command(verb)).join(', ')}`,
  failed: 'That did not work. Please try again in a moment.',
  elsewhere: 'Please choose a channel that you are in.',
};
