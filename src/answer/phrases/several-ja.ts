import { formatPeriod } from '../../time/format.ts';
import { DAYS_A_MONTH, LONG_APART } from '../elapsed.ts';
import { aboutJa } from './about-ja.ts';
import type { FormCount } from './phrases.ts';
import { scope, scopeNoun } from './scope-ja.ts';
import type { severalEn } from './several-en.ts';
import {
  heldWhen,
  inHours,
  joined,
  lengthOf,
  levelWords,
  minutesOf,
  monthOnly,
  names,
  span,
  withMore,
} from './words-ja.ts';

/** What is said of several consultations: how many, the first and the latest, when, where and with whom, and what ranks them. */
export const severalJa: typeof severalEn = {
  times,
  extreme(which, told, about, place) {
    const word = `${which === 'first' ? '最初' : '最新'}${place > 1 ? `から${place}番目` : ''}`;
    const noun = scopeNoun(about);
    const isNoun = scope(about) === noun;
    const among = isNoun ? (about.carried ? 'このうち' : '') : `${scope(about)}のうち、`;
    const one = `${among}${about.carried ? '' : '記録にある'}${word}の${isNoun ? noun : 'もの'}は、`;
    if (isNoun && names(noun, told)) return `${one}${heldWhen(told)}${monthOnly(told)}。`;
    return `${one}${heldWhen(told, 'た')}${told.name}です${monthOnly(told)}。`;
  },
  since(told, elapsed, today, about) {
    const last = names(scopeNoun(about), told) ? told.date : `${told.date}の${told.name}`;
    const length = lengthOf(elapsed, told.dayKnown);
    const passed = length === null ? '1日も経っていません' : `${length}が経っています`;
    return `記録にある最新の${scopeNoun(about)}（${last}）から、${today}までに${passed}。`;
  },
  lengthKnown: (known, all) => `該当する${all}件のうち、所要時間の記録があるのは${known}件です。`,
  lengths: (about, count, { relation, count: minutes }) =>
    `所要時間の記録がある${scope(about)}のうち、${minutesOf(minutes)}${BOUNDS[relation]}ものは${count === 0 ? 'ありません' : `${count}件です`}。`,
  noLengths: (about, count) => `${scope(about)}は記録に${count}件ありますが、所要時間の記録はありません。`,
  documentsOf: (about, count) => `${scope(about)}のうち、文書が記録にあるのは次の${count}件です。`,
  noPaper: (paper) =>
    `${{ statement: '共同声明', 'fact-sheet': 'ファクトシート', minutes: '議事録' }[paper]}は記録にありません。記録にある文書は次のとおりです。`,
  papersSaying: (count) => `記録では、次の${count}件の協議の文書がこれに触れています。`,

  counted(about, count, [from, to], forms) {
    const what = about.carried && scope(about) === '協議' ? '' : `${scope(about)}は`;
    const told = about.carried ? `${count}件です` : `、記録に${count}件あります`;
    return `${what}${told}${span(from, to, count)}。${ofForms(forms)}`;
  },
  spaced: (told, days) =>
    `${told}間隔は平均で${days < LONG_APART ? `${days}日` : `約${Math.round(days / DAYS_A_MONTH)}か月`}です。`,
  ofSeveral: (told, several, all) =>
    `${told}${several < all ? `このうち${several}件は` : all === 1 ? '' : 'いずれも'}3か国以上の協議です。`,
  visited: (who, place, visits, count, [from, to]) =>
    `記録で確認できる${who}氏の${place}訪問は${visits}回で、協議は合わせて${count}件です${span(from, to, count)}。`,
  visitNote: (days) => `間が${days}日以内の協議を1回の訪問と数えています。協議の記録がない訪問は含みません。`,
  countedApart: (parts) =>
    `記録には、${parts.map(({ scope: about, count }) => `${scope(about)}が${count}件`).join('、')}あります。`,
  several: (which, about, count) =>
    `${scope(about)}のうち、記録にある${which === 'first' ? '最初' : '最新'}の${count}件は次のとおりです。`,
  overview(about, count, levels) {
    const each = levels.map(({ level, count: of }) => `${level === undefined ? 'その他' : levelWords[level]}${of}件`);
    const told = each.length > 1 ? `（${each.join('、')}）` : '';
    return `${scope(about)}は、記録に${count}件あります${told}。主な合意や決定は次のとおりです。`;
  },
  dates: (about, dates, more, side) =>
    `${scope(about)}は、${joined(dates)}に行われました。${more > 0 ? `それより${side === 'before' ? '前' : '後'}にも${more}件あります。` : ''}`,
  places: (about, places, more) =>
    `${scope(about)}の開催地は、${withMore(
      places.map(({ name, count }) => times(name, count)),
      more,
      'か所',
    )}です。`,
  participants: (about, people, more) => `${scope(about)}の参加者は、記録では${withMore(people, more, '名')}です。`,
  tookPartFor: (country, people, more) =>
    `${country}からの参加者として記録にあるのは、${withMore(people, more, '名')}です。`,
  metWith: (who, others, more, { period }) =>
    `${period === null ? '' : `${formatPeriod(period, 'ja')}に`}${who}が会談・協議した相手は、記録では${withMore(others, more, '名')}です。`,
  breakdown(by, groups, more) {
    const each = groups.map(({ name, count }) => `${name}が${count}件`);
    return `${GROUPINGS[by]}では、${each.join('、')}${more > 0 ? `、ほか${more}が続きます` : 'です'}。`;
  },
  yearly: (name, years) =>
    `記録にある${name}は、${years.map(({ name: year, count }) => `${year}${/年$/.test(year) ? '' : '年'}に${count}回`).join('、')}です。`,
  ranked(by, direction, { names: top, more, count }, about) {
    const most = direction === 'most' ? RANKED[by] : RANKED[by].replace('多', '少な');
    const each = top.length + more > 1 ? 'それぞれ' : '';
    return `記録にある${scope(about)}のうち、${most}${withMore(top, more, '')}で、${each}${count}件です。`;
  },
  longest: (direction, told, minutes, about) =>
    `所要時間の記録がある${scope(about)}のうち、最も${direction === 'most' ? '長い' : '短い'}のは${told.date}の${told.name}で、約${minutes}分${inHours(minutes)}です。`,
  longestOf: (direction, dates, minutes, about) =>
    `所要時間の記録がある${scope(about)}のうち、最も${direction === 'most' ? '長い' : '短い'}のは${joined(dates)}の${dates.length}件で、いずれも約${minutes}分${inHours(minutes)}です。`,
  mostPeople: (told, people, about) =>
    `記録にある${scope(about)}のうち、参加者の名前が最も多く残っているのは${told.date}の${told.name}で、${people}人です。`,
};

/** 内訳は、対面3件、電話3件です。 */
function ofForms(forms: readonly FormCount[]): string {
  const nameOf = ({ form }: FormCount) => (form === undefined ? '形式の記録がないもの' : aboutJa.formats[form]);
  const [only, ...others] = forms;
  if (only === undefined) return '';
  if (others.length === 0) return only.form === undefined ? '' : `すべて${nameOf(only)}です。`;
  return `内訳は、${forms.map((each) => `${nameOf(each)}${each.count}件`).join('、')}です。`;
}

const BOUNDS = {
  more: 'を超えた',
  'at-least': '以上の',
  fewer: '未満の',
  'at-most': '以内の',
  exactly: '程度の',
} as const;

const RANKED = {
  year: '最も多いのは',
  month: '最も多いのは',
  person: '参加が最も多いのは',
  place: '開催地で最も多いのは',
  country: '開催国で最も多いのは',
  framework: '最も多い枠組みは',
  topic: '最も多い議題は',
} as const;

const GROUPINGS = {
  year: '年別',
  month: '月別',
  person: '人別',
  place: '場所別',
  country: '国別',
  framework: '枠組み別',
  topic: '議題別',
} as const;

function times(name: string, count: number): string {
  return count > 1 ? `${name}（${count}回）` : name;
}
