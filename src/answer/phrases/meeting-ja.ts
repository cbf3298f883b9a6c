import { toPolite } from '../polite.ts';
import type { Told } from '../told.ts';
import type { meetingEn } from './meeting-en.ts';
import {
  bySide,
  held,
  heldWhen,
  inHours,
  inPerson,
  joined,
  lengthOf,
  monthOnly,
  named,
  onMargins,
  opensWithBody,
  quoted,
  side,
  titled,
} from './words-ja.ts';

/** What is said of one consultation: who, when, where, how long, what was said there. */
export const meetingJa: typeof meetingEn = {
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
  item,
  full(told) {
    const shown = told.attendees.slice(0, namedInItem).map(named);
    if (shown.length === 0) return item(told);
    const label = told.isMeeting ? '出席' : '発表';
    const rest = told.attendees.length - shown.length;
    return `${item(told)}。${label}：${shown.join('、')}${rest > 0 ? `ほか${rest}名` : ''}`;
  },
  framed: (told, statement) => `${told.date}の${told.name}：${toPolite(statement)}`,
  said: (told, statement) =>
    opensWithBody(told.name, statement)
      ? `${told.date}、${toPolite(statement)}`
      : `${told.date}の${told.name}${at(told, statement)}${toPolite(statement)}`,
  onTheDay: (told, statement) =>
    `${told.date}です。この${told.dayKnown ? '日' : '月'}の${told.name}${at(told, statement)}${toPolite(statement)}`,
  outcome: toPolite,
  between(one, other, elapsed) {
    const known = [one, other].every((each) => typeof each === 'string' || each.dayKnown);
    return `${side(one)}から${side(other)}までは、${lengthOf(elapsed, known) ?? '1日未満'}です。`;
  },
  gapUnknown: (told) => `${told.date}の${told.name}がいつ以来のものかは、記録からは分かりません。`,
  longerBy: (one, other) =>
    one.minutes === other.minutes
      ? `${one.told.date}の${one.told.name}と${other.told.date}の${other.told.name}は、どちらも約${one.minutes}分間でした。`
      : `${one.told.date}の${one.told.name}は約${one.minutes}分間で、${other.told.date}の${other.told.name}（約${other.minutes}分間）より約${one.minutes - other.minutes}分長く行われました。`,
  lasted: (told, minutes) => `${told.date}の${told.name}は、約${minutes}分間${inHours(minutes)}行われました。`,
  lengthUnknown: (told) => `${told.date}の${told.name}の所要時間は、記録にありません。`,
  documents: (told, titles) => `${told.date}の${told.name}の文書として、${titles.map(quoted).join('')}があります。`,
  noDocuments: (told) => `${told.date}の${told.name}の文書は、記録にありません。`,
  noOutcomes: (told) => `${told.date}の${told.name}については、内容が記録にありません。`,
  peopleAt: (told, people) => `${told.date}の${told.name}：${people}人`,
  lastHeld: (told) => `記録にある最後のものは、${told.date}の${told.name}です。`,
};

function item(told: Told): string {
  return `${told.date}：${titled(told)}`;
}

/** Attendees named in one line of a list; the rest are counted. */
const namedInItem = 4;

/** A statement that tells its own time or meeting does not follow on では. */
const OWN_TIME = /^(?:会談|会合|協議|同日|\d)/;

/** What joins a statement to its meeting: では, but not twice, as in 会談で、指揮・統制では、…. */
function at({ isMeeting }: Told, statement: string): string {
  if (OWN_TIME.test(statement)) return '：';
  return isMeeting && !OPENS_WITH_SUBJECT.test(statement) ? 'では、' : 'で、';
}

const OPENS_WITH_SUBJECT = /^[^、。]{1,20}では、/;

/** How the title of a visit ends. */
const VISIT = /(?:訪日|来日|訪米|訪問)$/;
