import type { Timeline, TimelineItem } from '../answer/answer.ts';
import type { Language } from '../text/language.ts';

const englishMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `month` counts from 1. */
export function monthLabel(language: Language, month: number): string {
  return language === 'ja' ? `${month}月` : (englishMonths[month - 1] ?? '');
}

/** `count`: how many years stand in a row; more than two need no word for what they are. */
export function yearLabel(language: Language, year: number, count: number): string {
  return language === 'ja' && count <= 2 ? `${year}年` : String(year);
}

/**
 * What may stand beside a dot, the fullest first: the day and the framework, or the place where all are of one framework; the day
 * alone. With the year when the axis spans more than one.
 */
export function labelsOf(item: TimelineItem, timeline: Timeline): readonly string[] {
  const isOneFramework = timeline.items.length > 1 && timeline.items.every(({ short }) => short === item.short);
  const name = isOneFramework ? ((item.place ?? '').split(/[（(]/)[0] ?? '').trimEnd() : item.short;
  const shown = timeline.language === 'ja' ? name : name.charAt(0).toUpperCase() + name.slice(1);
  const date = shortDate(item, timeline);
  return [`${date} ${shown}`.trimEnd(), date];
}

/** Month and day; the month alone when no day is known. */
function shortDate(item: TimelineItem, { language, from, to }: Timeline): string {
  const [year = 0, month = 1, day = 1] = item.from.split('-').map(Number);
  const wholeMonth =
    item.from.endsWith('-01') && item.to.slice(0, 7) === item.from.slice(0, 7) && Number(item.to.slice(8)) >= 28;
  const severalYears = from.slice(0, 4) !== to.slice(0, 4);
  if (language === 'ja') return `${severalYears ? `${year}/` : ''}${wholeMonth ? `${month}月` : `${month}/${day}`}`;
  const name = englishMonths[month - 1] ?? '';
  return `${wholeMonth ? name : `${name} ${day}`}${severalYears ? (wholeMonth ? ` ${year}` : `, ${year}`) : ''}`;
}

/** The line below the drawing: how many, and what the numbers are. */
export function closing({ language, items, day }: Timeline): string {
  const count = items.length;
  if (language === 'ja') return `記録された協議 ${count}件${day === undefined ? '。番号は日付順' : ''}（日付は現地）`;
  const noun = `${count} ${count === 1 ? 'consultation' : 'consultations'} on record`;
  return day === undefined ? `${noun}, numbered by local date` : `${noun} (local dates)`;
}

/** Width in ems: full-width characters one, the rest as BIZ UDPGothic sets them on average. */
export function ems(text: string): number {
  let width = 0;
  for (const character of text)
    width += (character.codePointAt(0) ?? 0) >= 0x2e80 ? 0.96 : /[A-Z0-9]/.test(character) ? 0.64 : 0.53;
  return width;
}

const WORDS = new Intl.Segmenter('ja', { granularity: 'word' });
const NO_BREAK_AFTER = /[（「『(“]$/u;
const NO_BREAK_BEFORE = /^[、。」』）・〜年月日\s)”–]/u;

/** What stays on one line: words, figures with their units, marks with what they open or close. */
function piecesOf(text: string): readonly string[] {
  return [...WORDS.segment(text)].reduce<string[]>((pieces, { segment }) => {
    const last = pieces.at(-1);
    const isLatin = last !== undefined && /[!-~’]$/.test(last) && /^[!-~’]/.test(segment);
    if (last !== undefined && (isLatin || NO_BREAK_AFTER.test(last) || NO_BREAK_BEFORE.test(segment))) {
      pieces[pieces.length - 1] = last + segment;
    } else pieces.push(segment);
    return pieces;
  }, []);
}

/** A text on lines of at most `mostEms`; what needs more than `mostLines` ends in an ellipsis. */
export function wrap(text: string, mostEms: number, mostLines: number): readonly string[] {
  const lines: string[] = [''];
  for (const piece of piecesOf(text)) {
    const line = lines.at(-1) ?? '';
    if (ems(line + piece.trimEnd()) <= mostEms) lines[lines.length - 1] = line + piece;
    else lines.push(piece);
  }
  const shown = lines.slice(0, mostLines).map((line) => clip(line.trimEnd(), mostEms));
  if (lines.length > mostLines)
    shown[mostLines - 1] = clip(`${lines[mostLines - 1] ?? ''}${lines[mostLines]}`, mostEms);
  return shown;
}

function clip(text: string, mostEms: number): string {
  if (ems(text) <= mostEms) return text;
  let short = '';
  for (const character of text) {
    if (ems(`${short}${character}…`) > mostEms) break;
    short += character;
  }
  return `${short.trimEnd()}…`;
}
