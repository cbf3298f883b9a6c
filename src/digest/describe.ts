import { filterNames } from '../knowledge/filter.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Language } from '../text/language.ts';
import { formatDate } from '../time/format.ts';
import type { Subscription } from './subscription.ts';

/** A subscription in one line: time, zone, language, quiet days, filters, and the next run or why it is paused. */
export function describeSubscription(
  subscription: Subscription,
  options: { knowledge: KnowledgeBase; language: Language; nextRun: Temporal.ZonedDateTime | null },
): string {
  const { language, nextRun } = options;
  const names = filterNames(options.knowledge, subscription.filters, language);
  const parts =
    language === 'ja'
      ? [
          `毎日 ${subscription.time}（${subscription.zone}）`,
          { ja: '日本語', en: '英語', both: '日本語と英語' }[subscription.language],
          { skip: '何もない日は送りません', say: '何もない日は一行で伝えます' }[subscription.quietDays],
          names.length === 0 ? '絞り込みなし' : `絞り込み：${names.join('、')}`,
          nextRun === null
            ? `停止中${subscription.pausedFor === null ? '' : `（${describePause(subscription.pausedFor, 'ja')}）`}`
            : `次回 ${wallTime(nextRun, 'ja')}`,
        ]
      : [
          `Daily at ${subscription.time} (${subscription.zone})`,
          { ja: 'in Japanese', en: 'in English', both: 'in Japanese and English' }[subscription.language],
          { skip: 'quiet days are skipped', say: 'quiet days get one line' }[subscription.quietDays],
          names.length === 0 ? 'no filters' : `filtered by ${names.join(', ')}`,
          nextRun === null
            ? `paused${subscription.pausedFor === null ? '' : ` (${describePause(subscription.pausedFor, 'en')})`}`
            : `next ${wallTime(nextRun, 'en')}`,
        ];
  return parts.join(language === 'ja' ? '・' : ', ');
}

/** Why a subscription is paused, in words; a reason of the platform's that has none stands as it is. */
export function describePause(reason: string, language: Language): string {
  const known = pauses.get(reason);
  return known === undefined ? reason : known[language];
}

/** What the subscriber is told when the platform refused a digest. */
export function pauseNotice(reason: string, language: Subscription['language']): string {
  const ja = `毎日のダイジェストを停止しました。理由：${describePause(reason, 'ja')}。設定は残っています。直ったら /alliance-digest で再開できます。`;
  const en = `The daily digest is paused: ${describePause(reason, 'en')}. Its settings are kept; once fixed, resume it with /alliance-digest.`;
  if (language === 'both') return `${ja}\n${en}`;
  return language === 'ja' ? ja : en;
}

/** The reasons that senders and commands give. */
const pauses: ReadonlyMap<string, Record<Language, string>> = new Map([
  ['by-user', { ja: '利用者が停止', en: 'paused by a member' }],
  ['missing-access', { ja: 'チャンネルに投稿する権限がありません', en: 'I may not post in the channel' }],
  ['channel-gone', { ja: 'チャンネルが見つかりません', en: 'the channel is gone' }],
  ['archived', { ja: 'チャンネルがアーカイブされています', en: 'the channel is archived' }],
  [
    'blocked',
    { ja: 'サーバーのルール（AutoMod）で投稿が止められています', en: 'a rule of the server (AutoMod) blocks it' },
  ],
  ['not-in-channel', { ja: 'チャンネルに参加していません', en: 'I am not in the channel' }],
  ['invalid-message', { ja: 'メッセージが受け付けられませんでした', en: 'the message was not accepted' }],
  ['uninstalled', { ja: 'アプリが削除されています', en: 'the app was removed' }],
]);

function wallTime(at: Temporal.ZonedDateTime, language: Language): string {
  return `${formatDate(at.toPlainDate().toString(), language)} ${at.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}
