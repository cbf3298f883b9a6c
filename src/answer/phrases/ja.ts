import { formatPeriod } from '../../time/format.ts';
import { DAYS_A_MONTH, LONG_APART } from '../elapsed.ts';
import { explainPolitely, toPolite } from '../polite.ts';
import type { Told } from '../told.ts';
import { aboutJa } from './about-ja.ts';
import { asksJa } from './asks-ja.ts';
import { bodiesJa } from './bodies-ja.ts';
import type { FormCount, Phrases } from './phrases.ts';
import { scope, scopeNoun } from './scope-ja.ts';
import {
  bracket,
  bySide,
  held,
  heldWhen,
  inPerson,
  joined,
  lastDay,
  lengthOf,
  levelWords,
  monthOnly,
  named,
  names,
  onMargins,
  opensWith,
  opensWithBody,
  side,
  span,
  titled,
  withMore,
} from './words-ja.ts';

/** Attendees named in one line of a list; the rest are counted. */
const namedInItem = 4;

/** Answers' sentences in Japanese, です・ます throughout. */
export const ja: Phrases = {
  ...aboutJa,
  ...bodiesJa,
  ask: asksJa,

  attendees: (people) => joined(people.map(named)),
  names: joined,
  person: (name) => `${name}氏`,
  scope,
  times: (name, count) => (count > 1 ? `${name}（${count}回）` : name),

  heading: (told) => `${told.date}の${told.name}`,
  meeting: (told) => `${told.date}の${told.name}`,
  attended(told) {
    const { attendees } = told;
    if (attendees.length === 0) return `${told.date}の${told.name}については、出席者の氏名が記録にありません。`;
    const who = attendees.length > 2 ? bySide(attendees) : joined(attendees.map(named));
    // A visit is paid, and nobody attends it.
    if (VISIT.test(told.name)) return `${heldWhen(told, 'た')}${told.name}では、${who}が会談に臨みました。`;
    return `${heldWhen(told, 'た')}${told.name}には、${who}が${inPerson(told) ? '出席' : '参加'}しました。`;
  },
  present: ({ attendees }) =>
    attendees.length > 2 ? `参加者は、${bySide(attendees)}です。` : `参加者は、${joined(attendees.map(named))}です。`,
  attendedFor: (country, told) =>
    `${heldWhen(told, 'た')}${told.name}には、${country === null ? '' : `${country}から`}${joined(told.attendees.map((each) => named(country === null ? each : { ...each, country: null })))}が${inPerson(told) ? '出席' : '参加'}しました。`,
  met(who, told) {
    const others = joined(told.attendees.map(named));
    const at = told.place === null ? '' : `${told.place}で`;
    const verb = told.format === 'telephone' ? '電話で会談しました' : '会いました';
    return `${joined(who)}は、${told.date}に${at}${others}と${verb}（${told.name}）。`;
  },
  heldOn: (told) => `${told.name}は、${heldWhen(told)}${monthOnly(told)}。`,
  heldAt(told) {
    if (told.place !== null) return `${told.date}の${told.name}は、${told.place}で${onMargins(told)}${held(told)}。`;
    if (told.format === 'telephone') return `${told.date}の${told.name}は電話で行われ、開催地はありません。`;
    if (told.format === 'video') return `${told.date}の${told.name}はオンライン形式で行われ、開催地はありません。`;
    return `${told.date}の${told.name}については、開催地が記録にありません。`;
  },
  nobodyElse: (told) => `${told.date}の${told.name}について、ほかの出席者の名前は記録にありません。`,
  noOccasion: (told) => `${told.date}の${told.name}がほかの会議などの機会に行われたという記録はありません。`,
  item: (told) => `${told.date}：${titled(told)}`,
  full(told) {
    const shown = told.attendees.slice(0, namedInItem).map(named);
    if (shown.length === 0) return ja.item(told);
    const label = told.isMeeting ? '出席' : '発表';
    const rest = told.attendees.length - shown.length;
    return `${ja.item(told)}。${label}：${shown.join('、')}${rest > 0 ? `ほか${rest}名` : ''}`;
  },
  framed: (told, statement) => `${told.date}の${told.name}：${toPolite(statement)}`,
  said: (told, statement) =>
    opensWithBody(told.name, statement)
      ? `${told.date}、${toPolite(statement)}`
      : `${told.date}の${told.name}${at(told, statement)}${toPolite(statement)}`,
  onTheDay: (told, statement) =>
    `${told.date}です。この${told.dayKnown ? '日' : '月'}の${told.name}${at(told, statement)}${toPolite(statement)}`,
  outcome: toPolite,
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
  between(one, other, elapsed) {
    const known = [one, other].every((each) => typeof each === 'string' || each.dayKnown);
    return `${side(one)}から${side(other)}までは、${lengthOf(elapsed, known) ?? '1日未満'}です。`;
  },
  gapUnknown: (told) => `${told.date}の${told.name}がいつ以来のものかは、記録からは分かりません。`,
  longerBy: (one, other) =>
    one.minutes === other.minutes
      ? `${one.told.date}の${one.told.name}と${other.told.date}の${other.told.name}は、どちらも約${one.minutes}分間でした。`
      : `${one.told.date}の${one.told.name}は約${one.minutes}分間で、${other.told.date}の${other.told.name}（約${other.minutes}分間）より約${one.minutes - other.minutes}分長く行われました。`,
  lasted: (told, minutes) =>
    `${told.date}の${told.name}は、約${minutes}分間${minutes % 60 === 0 ? `（${minutesOf(minutes)}）` : ''}行われました。`,
  lengthUnknown: (told) => `${told.date}の${told.name}の所要時間は、記録にありません。`,
  lengthKnown: (known, all) => `該当する${all}件のうち、所要時間の記録があるのは${known}件です。`,
  lengths: (about, count, { relation, count: minutes }) =>
    `所要時間の記録がある${scope(about)}のうち、${minutesOf(minutes)}${BOUNDS[relation]}ものは${count === 0 ? 'ありません' : `${count}件です`}。`,
  noLengths: (about, count) => `${scope(about)}は記録に${count}件ありますが、所要時間の記録はありません。`,
  documents: (told, titles) =>
    `${told.date}の${told.name}の文書として、${titles.map((title) => `「${title}」`).join('')}があります。`,
  noDocuments: (told) => `${told.date}の${told.name}の文書は、記録にありません。`,
  documentsOf: (about, count) => `${scope(about)}のうち、文書が記録にあるのは次の${count}件です。`,
  papersSaying: (count) => `記録では、次の${count}件の協議の文書がこれに触れています。`,
  noOutcomes: (told) => `${told.date}の${told.name}については、内容が記録にありません。`,

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
      places.map(({ name, count }) => ja.times(name, count)),
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
    `所要時間の記録がある${scope(about)}のうち、最も${direction === 'most' ? '長い' : '短い'}のは${told.date}の${told.name}で、約${minutes}分です。`,
  longestOf: (direction, dates, minutes, about) =>
    `所要時間の記録がある${scope(about)}のうち、最も${direction === 'most' ? '長い' : '短い'}のは${joined(dates)}の${dates.length}件で、いずれも約${minutes}分です。`,
  mostPeople: (told, people, about) =>
    `記録にある${scope(about)}のうち、参加者の名前が最も多く残っているのは${told.date}の${told.name}で、${people}人です。`,
  peopleAt: (told, people) => `${told.date}の${told.name}：${people}人`,
  noDay: (name) => `${name}がいつ出されたかは、記録にありません。`,
  noTerm: (name) => `${name}がいつまで有効かは、記録にありません。`,
  lastHeld: (told) => `記録にある最後のものは、${told.date}の${told.name}です。`,
  developed: (subject, count, from, to, [first, latest]) =>
    `${subject}は、記録では${count}件の協議で取り上げられています。${from}には、${toPolite(first)}${to}には、${toPolite(latest)}`,
  saidByEach: (subject, each) =>
    `${subject}についての記録は、${each.map(({ name, text }) => `${name}では「${text.replace(/。$/, '')}」`).join('、')}となっています。`,
  besides: (meetings) => `${joined(meetings)}を並べて示します。`,
  outnumbers: (which, direction, compared) =>
    `${which === null ? '同数です。' : `${which}のほうが${direction === 'most' ? '多く' : '少なく'}なっています。`}${compared}`,
  heldApart(compared, sides) {
    const nth = sides.length === 2 ? ['前者', '後者'] : ['1つ目', '2つ目', '3つ目', '4つ目'];
    const told = sides.flatMap(({ names, more }, at) =>
      names.length === 0 ? [] : [`${nth[at]}だけが${withMore(names, more, '件')}を`],
    );
    return told.length === 0 ? compared : `${compared}記録では、${told.join('、')}取り上げています。`;
  },
  atBoth(sides, people, isSame) {
    const both = `${sides.join('と')}の両方`;
    const names = joined(people.map((name) => `${name}氏`));
    if (people.length === 0) return `${both}に参加した人は、記録にありません。`;
    return isSame
      ? `${both}とも、記録にある参加者は同じで、${names}です。`
      : `${both}に参加したのは、記録では${names}です。`;
  },
  notJudged: (sentence) => `どちらが上かの評価はお答えできません。記録にある内容は次のとおりです。${sentence}`,
  earlier(sides, isKnown) {
    const [first, ...others] = sides.map(({ name, date, onRecord: isRecorded }) => {
      if (!isRecorded) return `${name}は${date}に始まりました`;
      return isKnown ? `${name}（${date}）` : `記録にある最初の${name}は${date}です`;
    });
    if (isKnown && sides[0]?.onRecord) return `記録で先に行われたのは${first}で、その次が${others.join('、')}です。`;
    return `${isKnown ? `${sides[0]?.name}のほうが先です。` : ''}${[first, ...others].join('。')}。`;
  },
  notCompared: (sentence) => `両者を比べた記録はありません。${sentence}`,
  inCommon: (topics, more, beside, sides) =>
    `${sides === 2 ? 'どちら' : 'いずれ'}でも取り上げた${beside ? '他の' : ''}議題：${withMore(topics, more, '件')}`,
  alone: (name) => name,
  common: '共通点',
  sideEmpty: (which) => `${which}の記録はありません。`,
  rests: (count) => `出典は次の${count}件です。`,
  source: ({ title, publisher, published, locator, language }) =>
    `${publisher}「${title}」${bracket([published, locator, language === 'en' ? '英文' : null])}`,

  noneShown: (count) =>
    `直前に示した${count === 1 ? '' : `${count}件の`}協議には該当がないため、記録全体からお答えします。`,
  noneLeft: (about) => `${scope(about)}は、記録にありません。記録全体からお答えします。`,
  opened: (opening, sentence) => `${opening}${sentence}`,
  yes: (sentence) => `はい。${sentence}`,
  no: (sentence) => `いいえ。${sentence}`,
  closest: (sentence) => `記録で最も近いのは、次の内容です。${sentence}`,
  notHeld: (event) =>
    `この記録にあるのは日米の協議と、日米に第三国が加わった協議で、${event}そのものは載っていません。関連する記録は次のとおりです。`,
  severalHeld: (about, count, latest) =>
    `${scope(about)}は記録に${count}件あり、直近は${latest.date}の${latest.name}です。`,
  reached(about, count, { relation, count: wanted }, holds) {
    const unit = { more: 'を超え', 'at-least': '以上', fewer: '未満', 'at-most': '以下', exactly: 'ちょうど' };
    const measure = relation === 'exactly' ? `ちょうど${wanted}件` : `${wanted}件${unit[relation]}`;
    if (relation === 'more')
      return holds
        ? `はい。${scope(about)}は、記録に${count}件あり、${measure}ています。`
        : `いいえ。記録にある${scope(about)}は${count}件で、${measure}ていません。`;
    return holds
      ? `はい。${scope(about)}は、記録に${count}件あり、${measure}です。`
      : `いいえ。記録にある${scope(about)}は${count}件で、${measure}ではありません。`;
  },
  notSoMany: (about, count, latest) =>
    `${scope(about)}は記録に${count}件あり、直近は${latest.date}の${latest.name}です。`,

  defined: (name, text, short = name) =>
    opensWith(text, name) || opensWith(text, short) ? explainPolitely(text) : `${name}：${explainPolitely(text)}`,
  explained: explainPolitely,
  term({ name, country, office, from, to }) {
    const who = `${name}氏（${country}）`;
    // 次期大使 is no post that one fills.
    const served = office.startsWith('次期') ? 'でした' : 'を務めました';
    if (from?.isTerm && to?.isTerm) return `${who}は、${from.day}から${to.day}まで${office}を務めました。`;
    if (from?.isTerm && to !== null) return `${who}は、${from.day}に${office}に就任しました（最新の記録は${to.day}）。`;
    if (from?.isTerm) return `${who}は、${from.day}に${office}に就任しました。`;
    if (from !== null && to?.isTerm) return `${who}は、${to.day}まで${office}${served}（最初の記録は${from.day}）。`;
    if (to?.isTerm) return `${who}は、${to.day}まで${office}${served}。`;
    if (from === null || to === null) return `${who}は、記録では${office}です。`;
    const days = from.day === to.day ? from.day : `${from.day}から${lastDay(from.day, to.day)}まで`;
    return `${who}は、${days}の記録で${office}となっています。`;
  },
  endUnknown: (name, office, last) =>
    `${name}氏が${office}を退任した日は、記録にありません。${office}としての最後の記録は${last}です。`,
  peopleNamed: (count, sentence) => `記録に名前があるのは${count}人です。${sentence}`,
  holders(posts, period) {
    const all = posts.map(({ office, names }) => ({ office, people: joined(names.map((name) => `${name}氏`)) }));
    const [first, ...others] = all;
    if (first !== undefined && others.length === 0 && period !== null)
      return `${period}に${first.office}を務めた人として記録にあるのは、${first.people}です。`;
    const each = all.map(({ office, people }) => `${office}は${people}`).join('、');
    return period === null ? `記録にある最新の${each}です。` : `記録では、${period}の${each}です。`;
  },
  handedOver(office, before, after) {
    const [last, first] = [before.bound?.day ?? '', after.bound?.day ?? ''];
    if (before.bound?.isTerm && after.bound?.isTerm && last === first)
      return `${office}は、${first}に${before.name}氏から${after.name}氏に代わりました。`;
    const ended = before.bound?.isTerm
      ? `${before.name}氏が${last}まで務め`
      : `${before.name}氏の最後の記録が${last}で`;
    const began = after.bound?.isTerm
      ? `${after.name}氏が${first}に就任しました`
      : `${after.name}氏の最初の記録が${first}です`;
    return `${office}は、${ended}、${began}。`;
  },
  neighbour: (which, office, name, other) =>
    `${other}氏の${which === 'before' ? '前' : '次'}の${office}は、記録では${name}氏です。`,
  noNeighbour: (which, office, name) =>
    `${name}氏の${which === 'before' ? '前' : '次'}の${office}は、記録にありません。`,
  personMet: (name, count, latest) =>
    `${name}氏が参加した協議は記録に${count}件あり、${count === 1 ? '' : '最新は'}${latest.date}の${latest.name}です。`,
  documentDated: (name, date) => `${name}の日付は、${date}です。`,
};

/** 内訳は、対面3件、電話3件です。 */
function ofForms(forms: readonly FormCount[]): string {
  const nameOf = ({ form }: FormCount) => (form === undefined ? '形式の記録がないもの' : aboutJa.formats[form]);
  const [only, ...others] = forms;
  if (only === undefined) return '';
  if (others.length === 0) return only.form === undefined ? '' : `すべて${nameOf(only)}です。`;
  return `内訳は、${forms.map((each) => `${nameOf(each)}${each.count}件`).join('、')}です。`;
}

/** A statement that tells its own time or meeting does not follow on では. */
const OWN_TIME = /^(?:会談|会合|協議|同日|\d)/;

/** What joins a statement to its meeting: では, but not twice, as in 会談で、指揮・統制では、…. */
function at({ isMeeting }: Told, statement: string): string {
  if (OWN_TIME.test(statement)) return '：';
  return isMeeting && !OPENS_WITH_SUBJECT.test(statement) ? 'では、' : 'で、';
}

const OPENS_WITH_SUBJECT = /^[^、。]{1,20}では、/;

const BOUNDS = {
  more: 'を超えた',
  'at-least': '以上の',
  fewer: '未満の',
  'at-most': '以内の',
  exactly: '程度の',
} as const;

/** How the title of a visit ends. */
const VISIT = /(?:訪日|来日|訪米|訪問)$/;

/** 120分は2時間。 */
function minutesOf(minutes: number): string {
  return minutes % 60 === 0 ? `${minutes / 60}時間` : `${minutes}分`;
}

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
