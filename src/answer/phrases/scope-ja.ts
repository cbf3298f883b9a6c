import { formatPeriod } from '../../time/format.ts';
import type { Scope } from '../scope.ts';

const levelNouns: Readonly<Record<string, string>> = {
  leaders: '首脳級の協議',
  ministers: '閣僚級の協議',
  '2+2': '「2+2」',
  officials: '事務レベルの協議',
  military: '制服組の協議',
  trilateral: '3か国以上の協議',
};

const formatWords = { 'in-person': '対面', telephone: '電話', video: 'オンライン形式' } as const;

const actWords: Readonly<Record<string, string>> = {
  agreed: '合意',
  confirmed: '確認',
  reaffirmed: '再確認',
  welcomed: '歓迎',
  instructed: '指示',
  announced: '発表',
  signed: '署名',
  condemned: '非難',
  concerned: '懸念を表明',
  protested: '抗議',
  condoled: '弔意を表明',
};

/** 2025年に石破茂氏が参加し、台湾海峡を取り上げた日米首脳会談. */
export function scope(about: Scope): string {
  const when = [about.period, about.otherPeriod ?? null]
    .flatMap((period) => (period === null ? [] : [formatPeriod(period, 'ja')]))
    .join('と');
  const clauses = clausesOf(about);
  const said = clauses
    .map(({ going, closing }, index) => (index === clauses.length - 1 ? closing : `${going}、`))
    .join('');
  const particle = when === '' ? '' : clauses.length === 0 ? 'の' : 'に';
  return `${about.carried ? (said === '' ? '前の回答の' : '前の回答のうち、') : ''}${when}${particle}${said}${scopeNoun(about)}`;
}

/** What kind of meeting: a framework, a level, or 協議. */
export function scopeNoun(about: Scope): string {
  if (about.frameworks.length > 0) return about.frameworks.map(meetingNoun).join('・');
  const levels = about.levels.map((level) => levelNouns[level] ?? '協議');
  return levels.length > 0 ? levels.join('・') : '協議';
}

/** Nothing but the kind of meeting is asked about. */
export function isPlain(about: Scope): boolean {
  return about.period === null && !about.carried && clausesOf(about).length === 0;
}

type Clause = { readonly going: string; readonly closing: string };

function clausesOf(about: Scope): readonly Clause[] {
  const clauses: Clause[] = [];
  const add = (stem: string, going: string, closing: string) => {
    clauses.push({ going: `${stem}${going}`, closing: `${stem}${closing}` });
  };
  if (about.people.length > 0) {
    const names = about.people.map((name) => (/[一-龠ァ-ヶー]$/.test(name) && !isOffice(name) ? `${name}氏` : name));
    add(`${names.join(about.anyPerson ? 'または' : 'と')}が`, '参加し', '参加した');
  }
  if (about.countries.length > 0) {
    const names = about.countries.join('・');
    if (about.countriesJoined) add(`${names}が`, '参加し', '参加した');
    else add(`${names}が`, '関わり', '関わる');
  }
  if (about.venues.length > 0) add(`${about.venues.join('・')}で`, '行われ', '行われた');
  if (about.outside.length > 0) add(`${about.outside.join('・')}以外で`, '行われ', '行われた');
  if (about.formats.length > 0)
    add(`${about.formats.map((format) => formatWords[format]).join('または')}で`, '行われ', '行われた');
  const act = about.acts.map((each) => actWords[each]).find((word) => word !== undefined);
  if (about.topics.length > 0) {
    const topics = about.topics.join(about.oneSubject ? 'と' : '・');
    if (act !== undefined) add(`${topics}について${act}`, 'し', 'した');
    else add(`${topics}を`, '取り上げ', '取り上げた');
  } else if (act !== undefined) add(`${act}が`, 'あり', 'あった');
  if (about.words !== null) add(`「${about.words}」に`, '触れ', '触れた');
  return clauses;
}

/** A short name that is no word for a meeting gets one: 日米韓の協議, SSCの会合. */
function meetingNoun(name: string): string {
  if (/(?:会談|会合|協議|会議|対話|「2\+2」|表敬|交渉|発表)$/.test(name)) return name;
  return `${name}の${/[A-Z]$/.test(name) ? '会合' : '協議'}`;
}

function isOffice(name: string): boolean {
  return /(?:大臣|長官|大統領|次官|局長|議長|司令官|幕僚長|補佐官|大使)$/.test(name);
}
