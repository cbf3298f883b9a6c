import type { GapCount } from '../store/store.ts';
import type { Language } from '../text/language.ts';
import type { PlainDate } from '../time/period.ts';

/** What curators read around the words of people and of the record. */
export type CuratorPhrases = Readonly<typeof en>;

/** The phrases of a language. */
export function curatorPhrases(language: Language): CuratorPhrases {
  return language === 'ja' ? ja : en;
}

const REASONS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'no-record': { ja: '記録にない', en: 'not on record' },
  'out-of-scope': { ja: '対象外の質問', en: 'outside the subject' },
  'impossible-date': { ja: '存在しない日付', en: 'a date that does not exist' },
};

/** In English, and for every language what each is for and what it takes. */
const en = {
  question: 'Question',
  answer: 'Answer',
  written: 'What they wrote',
  nothingWritten: '(nothing)',
  noLongerKept: '(expired or deleted)',
  records: 'Records',
  report: (id: string) => `Report ${id}`,
  dayHeading: (date: PlainDate) => {
    const told = Temporal.PlainDate.from(date).toLocaleString('en-US', { dateStyle: 'long' });
    return `Reports and unanswered questions of ${told}`;
  },
  moreReports: 'More reports',
  moreReportsCount: (count: number) =>
    count === 1
      ? 'There is 1 more report. npm run feedback shows it.'
      : `There are ${count} more reports. npm run feedback lists them.`,
  unanswered: 'Unanswered questions',
  unansweredCount: (count: number) =>
    count === 1
      ? '1 question had no answer. npm run gaps shows it.'
      : `${count} questions had no answer. npm run gaps lists them.`,
  /** Why a question was not answered, by the reason that gaps are stored with. */
  reason: (reason: string) => REASONS[reason]?.en ?? reason,
  inLanguage: (reason: string, language: GapCount['language']) =>
    `${reason} (${language === 'ja' ? 'Japanese' : 'English'})`,
  quoted: (text: string) => `“${text}”`,
  times: (count: number, what: string) => `${count} × ${what}`,
};

const ja: CuratorPhrases = {
  question: '質問',
  answer: '回答',
  written: '報告の内容',
  nothingWritten: '（記入なし）',
  noLongerKept: '（保存期間が過ぎたか、削除されました）',
  records: '記録',
  report: (id) => `報告 ${id}`,
  dayHeading: (date) => {
    const { year, month, day } = Temporal.PlainDate.from(date);
    return `${year}年${month}月${day}日の報告と、答えられなかった質問`;
  },
  moreReports: 'そのほかの報告',
  moreReportsCount: (count) => `ほかに${count}件の報告があります。npm run feedback で確認できます。`,
  unanswered: '答えられなかった質問',
  unansweredCount: (count) => `${count}件の質問に答えられませんでした。npm run gaps で確認できます。`,
  reason: (reason) => REASONS[reason]?.ja ?? reason,
  inLanguage: (reason, language) => `${reason}（${language === 'ja' ? '日本語' : '英語'}）`,
  quoted: (text) => `「${text}」`,
  times: (count, what) => `${what}：${count}件`,
};
