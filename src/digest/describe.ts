import { filterNames } from '../knowledge/filter.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Bilingual, Language } from '../text/language.ts';
import { formatDate } from '../time/format.ts';
import { rhythmAt } from './rhythm.ts';
import type { Subscription } from './subscription.ts';

/** A subscription in one line: when it comes, language, filters, quiet days, and the next run or why it is paused. */
export function describeSubscription(
  subscription: Subscription,
  options: { knowledge: KnowledgeBase; language: Language; nextRun: Temporal.ZonedDateTime | null },
): string {
  const { language, nextRun } = options;
  const ja = language === 'ja';
  const saysQuiet = subscription.quietDays === 'say' && subscription.rhythm !== 'changes';
  const parts = [
    nameSubscription(subscription, options),
    saysQuiet ? (ja ? '新しい内容がない日も1行で知らせる' : 'says so when there is nothing new') : '',
    nextRun === null ? pausedFor(subscription, language) : `${ja ? '次回' : 'next'} ${wallTime(nextRun, language)}`,
  ];
  return parts.filter((part) => part !== '').join(ja ? '・' : ', ');
}

/** What tells a subscription from the others of its channel: when it comes, in what language, and about what. */
export function nameSubscription(
  { rhythm, time, zone, language: written, filters }: Subscription,
  { knowledge, language }: { knowledge: KnowledgeBase; language: Language },
): string {
  const names = filterNames(knowledge, filters, language);
  const when = rhythmAt(rhythm, { time, zone }, language);
  if (language === 'ja') {
    return [when, { ja: '日本語', en: '英語', both: '日本語と英語' }[written], ...names].join('・');
  }
  const languages = { ja: 'Japanese', en: 'English', both: 'Japanese and English' };
  return [capital(when), `in ${languages[written]}`, ...(names.length === 0 ? [] : [`about ${names.join(', ')}`])].join(
    ', ',
  );
}

/** Why a subscription is paused, in words; a reason of the platform's that has none stands as it is. */
export function describePause(reason: string, language: Language): string {
  const known = pauses.get(reason);
  return known === undefined ? reason : known[language];
}

/** What the subscriber is told when the platform refused a digest; `resume` is how the command that resumes it is called. */
export function pauseNotice(reason: string, { language, rhythm, time, zone }: Subscription, resume: Bilingual): string {
  const ja = `要約（${rhythmAt(rhythm, { time, zone }, 'ja')}）の配信を休止しました。理由：${describePause(reason, 'ja')}。設定は残っています。原因を取り除いたあと、${resume.ja} で再開できます。`;
  const en = `The digest that comes ${rhythmAt(rhythm, { time, zone }, 'en')} is paused: ${describePause(reason, 'en')}. Its settings are kept. Once this is fixed, resume it with ${resume.en}.`;
  if (language === 'both') return `${ja}\n${en}`;
  return language === 'ja' ? ja : en;
}

/** The reasons that senders and commands give. */
const pauses: ReadonlyMap<string, Record<Language, string>> = new Map([
  ['by-user', { ja: '利用者による休止', en: 'paused by a member' }],
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

function pausedFor({ pausedFor: reason }: Subscription, language: Language): string {
  const why = reason === null ? '' : describePause(reason, language);
  if (language === 'ja') return why === '' ? '休止中' : `休止中（${why}）`;
  return why === '' ? 'paused' : `paused (${why})`;
}

function wallTime(at: Temporal.ZonedDateTime, language: Language): string {
  return `${formatDate(at.toPlainDate().toString(), language)} ${at.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
