import type { Elapsed } from '../elapsed.ts';
import type { Attendee, Told } from '../told.ts';

/** 中谷元防衛大臣; a long office keeps its distance from a name in kanji, 安藤敦史・防衛省防衛政策局次長, and kana from kana. */
export function named({ name, office, country }: Attendee): string {
  const isLong = office.length > 7 && /\p{Script=Han}$/u.test(name);
  const isRun = /[ァ-ヶー]$/.test(name) && /^[ァ-ヶ]/.test(office);
  const gap = isLong || isRun ? '・' : '';
  return `${country === null ? '' : `${country}の`}${name}${gap}${office}`;
}

/** AとB; from three on A、B、C. */
export function joined(items: readonly string[]): string {
  return items.length === 2 ? items.join('と') : items.join('、');
}

/** A title in brackets; those within it are double. */
export const quoted = (title: string): string => `「${title.replaceAll('「', '『').replaceAll('」', '』')}」`;

/** The names, and how many are not named, by their counter. */
export function withMore(items: readonly string[], more: number, counter: string): string {
  return more > 0 ? `${items.join('、')}ほか${more}${counter}` : joined(items);
}

/** 日本から…、米国から…: those present by country. */
export function bySide(people: readonly Attendee[]): string {
  return [...Map.groupBy(people, ({ side }) => side)]
    .map(([country, all]) => `${country}から${joined(all.map((each) => named({ ...each, country: null })))}`)
    .join('、');
}

/** When and where, with the verb: 2025年3月30日に東京・防衛省で行われました. */
export function heldWhen(told: Told, form: 'ました' | 'た' = 'ました'): string {
  const verb = `${told.isMeeting ? '行われ' : '発表され'}${form}`;
  if (told.place !== null) return `${told.date}に${told.place}で${verb}`;
  if (told.format === 'telephone' && !told.name.includes('電話')) return `${told.date}に電話で${verb}`;
  if (told.format === 'video' && !/テレビ|オンライン/.test(told.name)) return `${told.date}にオンライン形式で${verb}`;
  return `${told.date}に${verb}`;
}

/** G7サミットに合わせて: the larger event beside which it was held. */
export function onMargins({ occasion }: Told): string {
  return occasion === null ? '' : `${occasion}に合わせて`;
}

export function held(told: Told): string {
  return told.isMeeting ? '行われました' : '発表されました';
}

export function inPerson(told: Told): boolean {
  return told.format === 'in-person' || (told.format === null && told.place !== null);
}

/** Says that the day is not known. */
export function monthOnly(told: Told): string {
  return told.dayKnown ? '' : '（記録にあるのは月までです）';
}

/** From the first to the last of so many; one day needs no span, and a year or month that both share is said once. */
export function span(from: string, to: string, count: number): string {
  if (from === to) return '';
  // Of one the month alone is known.
  if (to.startsWith(from) || from.startsWith(to)) return `（いずれも${from.length < to.length ? from : to}）`;
  return count === 2 ? `（${from}と${lastDay(from, to)}）` : `（${from}から${lastDay(from, to)}まで）`;
}

/** The second of two days without the year or month that both share. */
export function lastDay(from: string, to: string): string {
  const [shared = ''] = [/^\d+年\d+月(?=\d)/, /^\d+年/]
    .flatMap((part) => part.exec(from)?.slice(0, 1) ?? [])
    .filter((part) => to.startsWith(part));
  return to.slice(shared.length);
}

/** The title with the place, each said once: 日米首脳会談（岸田総理の米国公式訪問、ワシントンDC・ホワイトハウス）. */
export function titled({ title, name, place }: Told): string {
  const remark = title.slice(name.length).replace(/^[\s(（]+|[)）]$/g, '');
  if (place === null || name.includes(place)) return title;
  if (remark === '' || place.includes(remark)) return `${name}（${place}）`;
  const parts = place
    .split(/[(（・)）]/)
    .map((part) => part.replace(/^(?:米国|日本|韓国|英国)(?=.)/, ''))
    .filter((part) => part.length > 1 && !/^(?:米国|日本|韓国|英国)$/.test(part));
  // 第2回・ワシントン at ワシントンDC: told once.
  const isTold = remark.split(/[・、]/).some((part) => part.length > 2 && place.startsWith(part));
  return isTold || parts.some((part) => remark.includes(part)) ? title : `${name}（${remark}、${place}）`;
}

/** 2024年7月28日の「2+2」; a day alone stands for itself. */
export function side(one: Told | string): string {
  return typeof one === 'string' ? one : `${one.date}の${one.name}`;
}

/** 1年6か月（約540日）; `null` for less than a day. */
export function lengthOf({ years, months, days, total }: Elapsed, dayKnown: boolean): string | null {
  const long = [
    years > 0 ? `${years}年` : '',
    months > 0 ? `${months}か月` : '',
    days > 0 && dayKnown ? `${days}日` : '',
  ].filter((part) => part !== '');
  if (long.length === 0) return null;
  return `${dayKnown ? '' : '約'}${long.join('')}${long.length > 1 && dayKnown ? `（${total}日）` : ''}`;
}

/** Whether what was asked for is the very name of the meeting. */
export function names(noun: string, told: Told): boolean {
  return (
    noun.replace(/^日米/, '') === told.name.replace(/^日米/, '') ||
    (noun.endsWith('「2+2」') && told.name.endsWith('（日米「2+2」）'))
  );
}

/** Whether a definition names what it defines, in full, in short or by a part of its name. */
export function opensWith(text: string, name: string): boolean {
  const head = text.slice(0, 60);
  const [, whole = name, inside] = /^([^(（]*)[(（](.*)[)）]$/.exec(name) ?? [];
  const bare = whole.replace(/^日米/, '');
  const parts = bare.split('・').filter((part) => part.length > 2);
  // 資料26は、… of 資料26「日米協議の実績」: the sentence calls it by a part of its name.
  const subject = /^[^、。]{4,}?(?=は、)/.exec(head)?.[0] ?? '';
  const isPart = subject !== '' && name.includes(subject);
  return isPart || [bare, inside, ...parts].some((each) => each !== undefined && each !== '' && head.includes(each));
}

/** Whether a statement tells of the body that the meeting is named after: 日米合同委員会の合意, 日米合同委員会は、…. */
export function opensWithBody(name: string, statement: string): boolean {
  const end = statement.indexOf('は、');
  return end >= LEAST_BODY && name.startsWith(statement.slice(0, end));
}

/** Shorter subjects are 両者 and the like. */
const LEAST_BODY = 4;

/** （A、B）; empty for none. */
export function bracket(parts: readonly (string | null)[]): string {
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? '' : `（${said.join('、')}）`;
}

/** What a level is called before の協議. */
export const levelWords = {
  leaders: '首脳級',
  ministers: '閣僚級',
  'vice-ministers': '次官級',
  officials: '事務レベル',
  military: '制服組',
} as const;

/** 210分に添える（3時間半）。何時間かと尋ねる人に計算させない。 */
export function inHours(minutes: number): string {
  if (minutes < 60) return '';
  const rest = minutes % 60;
  return `（${Math.floor(minutes / 60)}時間${rest === 0 ? '' : rest === 30 ? '半' : `${rest}分`}）`;
}

/** 120分は2時間。 */
export function minutesOf(minutes: number): string {
  return minutes % 60 === 0 ? `${minutes / 60}時間` : `${minutes}分`;
}
