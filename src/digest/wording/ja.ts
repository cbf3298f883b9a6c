import { formatDate } from '../../time/format.ts';
import type { Meeting, Wording } from './wording.ts';

/** A digest's sentences in Japanese. */
export const ja: Wording = {
  title: (date) =>
    `日米同盟の協議：${formatDate(date, 'ja')}（${weekdays[Temporal.PlainDate.from(date).dayOfWeek - 1]}）`,
  headings: {
    new: '新しい記録・訂正',
    'on-this-day': '過去の年の同じころ（前後3日）',
    latest: '最近の協議',
    ahead: '今後の予定',
  },
  followed: 'この日のあとの協議',
  cut: (heading, shown, all) => `${heading}（${all}件のうち${shown}件）`,
  meeting: (meeting) => {
    const when = meeting.distance === null ? meeting.date : `${meeting.date}（${meeting.distance}）`;
    const done = meeting.isMeeting ? 'が行われました。' : 'が発表されました。';
    const verb = meeting.held ? done : 'が予定されています。';
    return `${when}、${how(meeting)}${meeting.title}${verb}`;
  },
  added: (sentence) => `【追加】${sentence}`,
  corrected: (sentence) => `【訂正】${sentence}`,
  yearsAgo: (years, exact) => (exact ? `${years}年前の今日` : `${years}年前`),
  ago: ({ years, months, days }) => {
    if (years === 0 && months === 0) return days === 0 ? '今日' : days === 1 ? '昨日' : `${days}日前`;
    return `${years === 0 ? '' : `${years}年`}${months === 0 ? '' : `${months}か月`}前`;
  },
  monthsAgo: (months) => (months === 0 ? '今月' : `${months}か月前`),
  inDays: (days) => (days === 1 ? '明日' : `${days}日後`),
  daysLater: (days) => (days === 1 ? '翌日' : `${days}日後`),
  coverage: ({ from, to, consultations }) => `収録範囲は${from}から${to}までの協議${consultations}件です。`,
  filtered: (names) => `絞り込み：${names.join('、')}。`,
  manage: '配信の変更と停止は /alliance-digest でできます。',
  quiet: '今日は、新しい記録も、過去の年の同じころの協議も、今後の予定もありません。',
  timelineTitle: (period) => `日米同盟の協議　${period}`,
};

const weekdays = ['月', '火', '水', '木', '金', '土', '日'] as const;

function how({ place, format, title }: Meeting): string {
  if (format === 'telephone') return title.includes('電話') ? '' : '電話で';
  if (format === 'video') return /テレビ|ビデオ|オンライン/.test(title) ? '' : 'テレビ会議で';
  return place === null ? '' : `${place}で`;
}
