import { inPerson, named, withMore } from '../../answer/phrases/words-ja.ts';
import type { Attendee, Told } from '../../answer/told.ts';
import { formatDate, formatDateWithWeekday, formatPeriod } from '../../time/format.ts';
import type { Difference } from '../differences.ts';
import type { Names, Wording } from './wording.ts';

/** A digest's sentences in Japanese. */
export const ja: Wording = {
  title: ({ from, to }) =>
    `日米同盟の協議：${from === to ? formatDateWithWeekday(to, 'ja') : formatPeriod({ from, to }, 'ja')}`,
  headings: {
    latest: '最新の協議',
    new: '記録に追加した協議',
    corrected: '訂正した記録',
    'on-this-day': '過去の同じ日の協議',
    ahead: '今後の予定',
  },
  theseDays: '過去の同じ時期の協議',
  cut: (heading, shown, all) => `${heading}（${all}件のうち${shown}件）`,
  distant: (heading, distance) => `${heading}（${distance}）`,
  gathered: (told, shown) => {
    if (shown.length === 0) return `${how(told)}${told.isMeeting ? '行われました' : '発表されました'}。`;
    const where = how(told);
    return `${where === '' ? '' : `${where}行われ、`}${who(told, shown)}が${inPerson(told) ? '出席' : '参加'}しました。`;
  },
  planned: (told, shown) =>
    `${how(told)}予定されています。${shown.length === 0 ? '' : `${who(told, shown)}が出席する予定です。`}`,
  yearsAgo: (years, isToday) => (isToday ? `${years}年前の今日` : `${years}年前`),
  ago: ({ years, months, days }) => {
    if (years === 0 && months === 0) return days === 0 ? '今日' : days === 1 ? '昨日' : `${days}日前`;
    return `${years === 0 ? '' : `${years}年`}${months === 0 ? '' : `${months}か月`}前`;
  },
  monthsAgo: (months) => (months === 0 ? '今月' : `${months}か月前`),
  inDays: (days) => (days === 0 ? '今日' : days === 1 ? '明日' : `${days}日後`),
  difference: (difference, names) => `${changed(difference, names)}。`,
  addedSentence: (text) => `追加：${text}`,
  rewordedSentence: (text) => `改めた記述：${text}`,
  revised: (date) => `${formatDate(date, 'ja')}に記録を改めました。`,
  coverage: ({ from, to, consultations }) => `収録範囲は${from}から${to}までの協議${consultations}件です。`,
  filtered: (names) => `絞り込み：${names.join('、')}。`,
  quiet: ({ from, to }) =>
    from === to
      ? '新しい記録はなく、過去の同じ日に行われた協議もありません。'
      : '前回からの新しい記録はなく、過去の同じ時期に行われた協議もありません。',
  timelineTitle: (period) => `日米同盟の協議　${period}`,
};

function who({ attendees }: Told, shown: readonly Attendee[]): string {
  return withMore(shown.map(named), attendees.length - shown.length, '名');
}

/** Where or by what means, with the particle; empty where neither is known. */
function how({ place, format }: Told): string {
  if (format === 'telephone') return '電話で';
  if (format === 'video') return 'オンライン形式で';
  return place === null ? '' : `${place}で`;
}

function changed(difference: Difference, names: Names): string {
  switch (difference.of) {
    case 'title':
      return fromTo('名称', `「${difference.from.ja}」`, `「${difference.to.ja}」`);
    case 'date':
      return fromTo('日付', formatDate(difference.from, 'ja'), formatDate(difference.to, 'ja'));
    case 'framework':
      return fromTo('枠組み', names.framework(difference.from), names.framework(difference.to));
    case 'place':
      return fromTo('場所', difference.from?.ja ?? null, difference.to?.ja ?? null);
    case 'format':
      return fromTo('形式', FORMATS[difference.from ?? 'none'], FORMATS[difference.to ?? 'none']);
    case 'minutes':
      return fromTo('所要時間', minutes(difference.from), minutes(difference.to));
    case 'people': {
      const list = (ids: readonly string[]) => ids.map(names.person).join('、');
      const { added, removed } = difference;
      if (removed.length === 0) return `出席者を追加：${list(added)}`;
      if (added.length === 0) return `出席者から削除：${list(removed)}`;
      return `出席者を訂正：${list(added)}を追加、${list(removed)}を削除`;
    }
    case 'offices':
      return '出席者の役職を訂正しました';
    case 'added':
      return `${noun(difference)}${difference.outcomes.length}件を追加しました`;
    case 'reworded':
      return `${noun(difference)}${difference.outcomes.length}件の記述を改めました`;
    case 'removed':
      return `協議の内容${difference.count}件を削除しました`;
    case 'sources':
      return '出典を更新しました';
  }
}

function noun({ outcomes }: Extract<Difference, { of: 'added' | 'reworded' }>): string {
  return outcomes.every(({ act }) => act === 'agreed') ? '合意' : '協議の内容';
}

function fromTo(what: string, from: string | null, to: string | null): string {
  if (from === null) return `${what}を追加：${to}`;
  return to === null ? `${what}を削除：${from}` : `${what}を訂正：${from}から${to}へ`;
}

const FORMATS = { 'in-person': '対面', telephone: '電話', video: 'オンライン', none: null } as const;

function minutes(number: number | null): string | null {
  return number === null ? null : `${number}分`;
}
