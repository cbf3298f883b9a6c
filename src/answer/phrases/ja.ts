import { formatPeriod } from '../../time/format.ts';
import type { Elapsed } from '../elapsed.ts';
import { explainPolitely, toPolite } from '../polite.ts';
import type { Scope } from '../scope.ts';
import type { Told } from '../told.ts';
import { asks } from './asks-ja.ts';
import type { Attendee, Phrases } from './phrases.ts';
import { isPlain, scope, scopeNoun } from './scope-ja.ts';

/** Attendees named in one line of a list; the rest are counted. */
const namedInItem = 4;

/** Answers' sentences in Japanese, です・ます throughout. */
export const ja: Phrases = {
  attendees,
  names: (names) => joined(names),
  person: (name) => `${name}氏`,
  scope,

  attended: (told) =>
    told.attendees.length === 0
      ? ja.nobodyNamed(told)
      : `${told.date}の${told.name}には、${attendees(told.attendees)}が${inPerson(told) ? '出席' : '参加'}しました。`,
  attendedFor: (country, told) =>
    `${told.date}の${told.name}には、${country}から${attendees(told.attendees)}が${inPerson(told) ? '出席' : '参加'}しました。`,
  tookPartFor: (country, names, more) =>
    `${country}からの出席者として記録にあるのは、${joined(names)}${more > 0 ? `ほか${more}名` : ''}です。`,
  nobodyNamed: (told) => `${told.date}の${told.name}については、出席者の氏名が記録にありません。`,
  heldOn: (told) => `${told.name}は、${heldWhen(told)}${monthOnly(told)}。`,
  heldAt(told) {
    if (told.place !== null) return `${told.date}の${told.name}は、${told.place}で${held(told)}。`;
    if (told.format === 'telephone') return `${told.date}の${told.name}は電話で行われ、開催地はありません。`;
    if (told.format === 'video') return `${told.date}の${told.name}はオンライン形式で行われ、開催地はありません。`;
    return ja.placeUnknown(told);
  },
  placeUnknown: (told) => `${told.date}の${told.name}については、開催地が記録にありません。`,
  item(told) {
    const shown = told.attendees.slice(0, namedInItem).map(named).join('、');
    const rest = told.attendees.length - namedInItem;
    const label = told.isMeeting ? '出席' : '発表';
    const who = shown === '' ? '' : `。${label}：${shown}${rest > 0 ? `ほか${rest}名` : ''}`;
    return `${told.date}：${titled(told)}${who}`;
  },
  framed: (told, outcome) => `${told.date}の${told.name}：${toPolite(outcome)}`,
  said: (told, outcome) =>
    /^(?:会談|会合|協議|同日|\d)/.test(outcome)
      ? `${told.date}の${told.name}：${toPolite(outcome)}`
      : `${told.date}の${told.name}${told.isMeeting ? 'では' : 'で'}、${toPolite(outcome)}`,
  outcome: toPolite,
  extreme(side, told, about, place) {
    const word = `${side === 'first' ? '最初' : '最新'}${place > 1 ? `から${place}番目` : ''}`;
    const noun = scopeNoun(about);
    if (isPlain(about) && names(noun, told))
      return `記録にある${word}の${noun}は、${heldWhen(told)}${monthOnly(told)}。`;
    const meeting = `${heldWhen(told, 'た')}${told.name}です`;
    if (isPlain(about)) return `記録にある${word}の${noun}は、${meeting}${monthOnly(told)}。`;
    return `${scope(about)}のうち、記録にある${word}のものは、${meeting}${monthOnly(told)}。`;
  },
  since(told, elapsed, today, about) {
    const last = names(scopeNoun(about), told) ? told.date : `${told.date}の${told.name}`;
    const length = lengthOf(elapsed, told.dayKnown);
    const span = length === null ? '1日も経っていません' : `${length}が経っています`;
    return `記録にある最新の${scopeNoun(about)}（${last}）から、${today}までに${span}。`;
  },
  between(one, other, elapsed) {
    const known = [one, other].every((side) => typeof side === 'string' || side.dayKnown);
    return `${side(one)}から${side(other)}までは、${lengthOf(elapsed, known) ?? '1日未満'}です。`;
  },
  lengthKnown: (known, all) => `条件に合う${all}件の協議のうち、長さの記録があるのは${known}件です。`,
  duration: (told, minutes) => `${told.date}の${told.name}は、約${minutes}分間行われました。`,
  documents: (told, titles) =>
    `${told.date}の${told.name}の文書として、${titles.map((title) => `「${title}」`).join('')}があります。`,
  lasted: (told, minutes) => `${told.date}の${told.name}は、記録では約${minutes}分間です。`,
  noOutcomes: (told) => `${told.date}の${told.name}については、内容が記録にありません。`,

  noAgreement: 'この件で「合意」「一致」と記された内容は記録になく、ここに示すのは確認・議論・表明などの内容です。',

  notRaised: (told, subjects) => `${told.date}の${told.name}で${subjects.join('・')}を取り上げた記録はありません。`,
  allShown: '記録にあるのは、これですべてです。',
  others: (count) => `条件に合う協議は記録に${count + 1}件あり、それぞれを挙げています。`,
  metWith: (who, others, more, about) =>
    `${about.period === null ? '' : `${formatPeriod(about.period, 'ja')}に`}${who}が参加した協議の相手として記録にあるのは、${joined(others)}${more > 0 ? `ほか${more}名` : ''}です。`,
  dates: (about, dates, more) => `${scope(about)}の日付は、${joined(dates)}${more > 0 ? `ほか${more}件` : ''}です。`,
  times: (name, count) => (count > 1 ? `${name}（${count}回）` : name),
  places: (about, places, more) =>
    `${scope(about)}の開催地は、${joined(places.map(({ name, count }) => ja.times(name, count)))}${more > 0 ? `ほか${more}か所` : ''}です。`,
  counted: (about, count, from, to) => `${scope(about)}は、記録に${count}件あります${span(from, to)}。`,
  mostInYear: (years, count) =>
    `記録で最も多いのは${years.map((year) => `${year}年`).join('と')}で、${years.length > 1 ? 'それぞれ' : ''}${count}件です。`,
  countedByYear: (years) => `年別では、${years.map(([year, count]) => `${year}年が${count}件`).join('、')}です。`,
  listed: (about, count, from, to) => ja.counted(about, count, from, to),
  several: (side, about, count) =>
    `${scope(about)}のうち、記録にある${side === 'first' ? '最初' : '最新'}の${count}件は次のとおりです。`,
  yes: (about, count, told) =>
    count === 1
      ? `はい。${scope(about)}は、記録に1件あります（${told.date}の${told.name}）。`
      : `はい。${scope(about)}は、記録に${count}件あり、直近は${told.date}の${told.name}です。`,
  reached(about, count, { relation, count: wanted }, holds) {
    const unit = { more: 'を超え', 'at-least': '以上', fewer: '未満', 'at-most': '以下', exactly: 'ちょうど' };
    const measure = relation === 'exactly' ? `ちょうど${wanted}件` : `${wanted}件${unit[relation]}`;
    if (relation === 'more')
      return holds
        ? `はい。${scope(about)}は、記録に${count}件あり、${measure}ています。`
        : `いいえ。記録の範囲では、${scope(about)}は${count}件で、${measure}ていません。`;
    return holds
      ? `はい。${scope(about)}は、記録に${count}件あり、${measure}です。`
      : `いいえ。記録の範囲では、${scope(about)}は${count}件で、${measure}ではありません。`;
  },
  developed: (subject, count, from, to) =>
    from === to
      ? `${subject}は、記録では${from}の協議で取り上げられています。`
      : `${subject}は、記録では${from}から${to}までに${count}件の協議で取り上げられています。`,
  compared: (sides, subject) =>
    `${subject === null ? '' : `${subject}について、`}記録にある協議は、${sides.map(({ name, count }) => `${name}が${count}件`).join('、')}です。`,
  sideItem: (side, sentence) => `【${side}】${sentence}`,
  sideEmpty: (side) => `${side}の記録はありません。`,
  rests: (count) => `記録にある出典は、次の${count}件です。`,
  source: (told, title, publisher, published, locator) =>
    `${told.date}の${told.name}：${publisher}「${title}」${bracket([published, locator])}`,

  defined: (name, text) => (opensWith(text, name) ? explainPolitely(text) : `${name}：${explainPolitely(text)}`),
  members: (name, members) => `${name}の構成員は、${members}です。`,
  onRecord: (name, count, latest) =>
    `${name}は記録に${count}件あり、最新は${latest.date}${latest.place === null ? '' : `（${latest.place}）`}です。`,
  term({ name, country, office, from, to }) {
    const who = `${name}氏（${country}）`;
    if (from?.isTerm && to?.isTerm) return `${who}は、${from.day}から${to.day}まで${office}を務めました。`;
    if (from?.isTerm && to !== null)
      return `${who}は、${from.day}に${office}に就任し、${to.day}までの記録に登場します。`;
    if (from?.isTerm) return `${who}は、${from.day}に${office}に就任しました。`;
    if (from !== null && to?.isTerm)
      return `${who}は、${from.day}以降の記録に${office}として登場し、${to.day}まで務めました。`;
    if (to?.isTerm) return `${who}は、${to.day}まで${office}を務めました。`;
    if (from !== null && from.day === to?.day) return `${who}は、${from.day}の記録に${office}として登場します。`;
    if (from !== null && to !== null)
      return `${who}は、${from.day}から${to.day}までの記録に${office}として登場します。`;
    return `${who}は、${office}として記録に登場します。`;
  },
  holders: (office, period, names) =>
    `${period === null ? '' : `${period}に`}${office}を務めた人として記録にあるのは、${joined(names.map((name) => `${name}氏`))}です。`,
  neighbour: (side, office, name, other) =>
    `記録で${other}氏の${side === 'before' ? '前' : '次'}に${office}として登場するのは、${name}氏です。`,
  noNeighbour: (side, office, name) => `${name}氏の${side === 'before' ? '前' : '次'}の${office}は、記録にありません。`,
  personMet: (name, count, latest) =>
    `${name}氏が参加した協議は記録に${count}件あり、最新は${latest.date}の${latest.name}です。`,
  documentDated: (name, date) => `${name}の日付は${date}です。`,

  coverage: ({ from, to, consultations }) =>
    `記録にあるのは、${from}から${to}までの日米同盟に関わる協議${consultations}件です。`,
  covers: ({ from, to, consultations }) => `記録の範囲は、${from}から${to}までの${consultations}件です。`,
  countNote: ({ from, to, consultations }) =>
    `数えたのはこの記録にある協議だけです（${from}から${to}までの${consultations}件）。記録にない協議は含みません。`,
  frameworkCovered: (name, count, latest) => `${name}：${count}件（最新は${latest.date}）`,
  nothing: (about) =>
    isEmpty(about) ? 'この質問に当たる記録は見つかりませんでした。' : `${scope(about)}は、記録にありません。`,
  nothingYesNo: (about) =>
    isEmpty(about) ? 'この質問に当たる記録は見つかりませんでした。' : `記録の範囲では、${scope(about)}はありません。`,
  nothingAhead: (about) => `これから行われる${scopeNoun(about)}は、記録にありません。`,
  impossible: (why) => `その日付は存在しません。${toPolite(why)}`,
  nearest: (told) => `【近い記録】${ja.item(told)}`,
  latestOnly: (side) => `条件に合う協議のうち、${side === 'first' ? '最初' : '最新'}のものについて答えています。`,
  outOfScope: 'この質問は、日米同盟の協議の記録では答えられません。',
  help: '日米同盟の協議について、だれが、いつ、どこで会い、何を話し合ったかを、出典とともに答えます。',
  helpNotes: [
    '時期・人・枠組み・議題を普通の文で聞いてください（例：先月、令和7年3月、中谷防衛大臣、2プラス2、AMRAAM）。続けて「場所は？」のようにも聞けます。',
    '記録にないことは「記録にありません」と答えます。意見や予測は述べません。',
  ],
  clarify: 'どちらの意味か選んでください。',
  dayBefore: 'お尋ねの日の記録はありません。開催地の日付で前日に当たる協議を示します。',
  byNews: (sentence) => sentence.replace(/。?$/, (stop) => `（報道による）${stop}`),
  newsOnly: 'この回答の出典は報道だけです。公式の発表は記録にありません。',
  reprintOnly: 'この回答の出典は、公式発表そのものではなく、転載や報道です。',
  perhaps: (told) => `月までしか分からず、当てはまるかもしれない協議：${told.date}の${told.title}`,
  note: (told, note) => `${told.date}の${told.name}についての注記：${explainPolitely(note)}`,
  page: (index, count) => `${index}／${count}ページ`,

  timelineTitle: (period) => `日米同盟の協議 ${period}`,
  formats: { 'in-person': '対面', telephone: '電話', video: 'オンライン' },

  sources: '出典',
  tryAsking: '続けて聞くなら',
  bullet: '・',
  sourceLine: ({ title, publisher, published, locator, kind }) =>
    `${publisher}「${title}」${bracket([published, locator, kind === 'news' ? '報道' : kind === 'reprint' ? '転載' : null])}`,

  ask: asks,
};

/** 2024年7月28日の「2+2」; a day alone stands for itself. */
function side(one: Told | string): string {
  return typeof one === 'string' ? one : `${one.date}の${one.name}`;
}

/** 1年と6か月（約540日）; `null` for less than a day. */
function lengthOf({ years, months, days, total }: Elapsed, dayKnown: boolean): string | null {
  const long = [
    years > 0 ? `${years}年` : '',
    months > 0 ? `${months}か月` : '',
    days > 0 && dayKnown ? `${days}日` : '',
  ].filter((part) => part !== '');
  if (long.length === 0) return null;
  return `${dayKnown ? '' : '約'}${long.join('')}${long.length > 1 && dayKnown ? `（${total}日）` : ''}`;
}

/** Whether what was asked for is the very name of the meeting. */
function names(noun: string, told: Told): boolean {
  return noun === told.name || (noun.endsWith('「2+2」') && told.name.endsWith('（日米「2+2」）'));
}

function attendees(people: readonly Attendee[]): string {
  return joined(people.map(named));
}

/** 中谷元防衛大臣; a long office keeps its distance from a name in kanji, 安藤敦史・防衛省防衛政策局次長, and kana from kana. */
function named({ name, office, country }: Attendee): string {
  const isLong = office.length > 7 && /\p{Script=Han}$/u.test(name);
  const isRun = /[ァ-ヶー]$/.test(name) && /^[ァ-ヶ]/.test(office);
  const gap = isLong || isRun ? '・' : '';
  return `${country === null ? '' : `${country}の`}${name}${gap}${office}`;
}

/** AとB; from three on A、B、C. */
function joined(items: readonly string[]): string {
  return items.length === 2 ? items.join('と') : items.join('、');
}

function heldWhen(told: Told, form: 'ました' | 'た' = 'ました'): string {
  const verb = told.isMeeting
    ? form === 'た'
      ? '行われた'
      : '行われました'
    : form === 'た'
      ? '発表された'
      : '発表されました';
  if (told.place !== null) return `${told.date}に${told.place}で${verb}`;
  if (told.format === 'telephone' && !told.name.includes('電話')) return `${told.date}に電話で${verb}`;
  if (told.format === 'video' && !/テレビ|オンライン/.test(told.name)) return `${told.date}にオンライン形式で${verb}`;
  return `${told.date}に${verb}`;
}

function held(told: Told): string {
  return told.isMeeting ? '行われました' : '発表されました';
}

function inPerson(told: Told): boolean {
  return told.format === 'in-person' || (told.format === null && told.place !== null);
}

function monthOnly(told: Told): string {
  return told.dayKnown ? '' : '（記録にあるのは月までです）';
}

/** From the first to the last of several; one day needs no span. */
function span(from: string, to: string): string {
  return from === to ? '' : `（${from}から${to}まで）`;
}

/** The title with the place, each said once: 日米首脳会談（岸田総理の米国公式訪問、ワシントンDC・ホワイトハウス）. */
function titled({ title, name, place }: Told): string {
  const remark = title.slice(name.length).replace(/^[\s(（]+|[)）]$/g, '');
  if (place === null || name.includes(place)) return title;
  if (remark === '') return `${name}（${place}）`;
  if (place.includes(remark)) return `${name}（${place}）`;
  const parts = place
    .split(/[(（・)）]/)
    .map((part) => part.replace(/^(?:米国|日本|韓国|英国)(?=.)/, ''))
    .filter((part) => part.length > 1 && !/^(?:米国|日本|韓国|英国)$/.test(part));
  return parts.some((part) => remark.includes(part)) ? title : `${name}（${remark}、${place}）`;
}

function opensWith(text: string, name: string): boolean {
  const head = text.slice(0, 40);
  return head.includes(name) || head.includes(name.replace(/[(（].*$/, '')) || /^.{1,30}(?:とは|は、)/.test(head);
}

function bracket(parts: readonly (string | null)[]): string {
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? '' : `（${said.join('、')}）`;
}

function isEmpty(about: Scope): boolean {
  return isPlain(about) && scopeNoun(about) === '協議';
}
