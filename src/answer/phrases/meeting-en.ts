import type { Elapsed } from '../elapsed.ts';
import type { Attendee, Told } from '../told.ts';
import type { Timed } from './phrases.ts';
import { placed } from './place-en.ts';
import {
  behind,
  bySide,
  calledOn,
  capital,
  during,
  ended,
  inHours,
  joined,
  lengthOf,
  monthOnly,
  named,
  occasionOf,
  on,
  onMargins,
  opensWithBody,
  quoted,
  side,
  the,
  titled,
  took,
  where,
  withMore,
} from './words-en.ts';

/** What is said of one consultation: who, when, where, how long, what was said there. */
export const meetingEn = {
  /** Its name and day, over its statements. */
  heading: (told: Told) => `${told.date}, ${told.name}`,
  /** A consultation by its name and day, within a sentence. */
  meeting: (told: Told) => `${the(told.name)} ${on(told)}`,
  attended(told: Told) {
    const { attendees } = told;
    if (attendees.length === 0) return `The record does not name those who took part in ${the(told.name)} ${on(told)}.`;
    const who = joined(attendees.map(named));
    if (attendees.length === 1) return `${who} is the one participant on record at ${the(told.name)} ${on(told)}.`;
    if (attendees.length > 2)
      return ended(`Those taking part in ${the(told.name)} ${on(told)}${where(told)} were, ${sidesOf(attendees)}`);
    if (told.format === 'telephone') return `${who} spoke by telephone ${on(told)} (${told.name}).`;
    if (told.format === 'video') return `${who} met by video ${on(told)} (${told.name}).`;
    if (told.place !== null) return `${who} met ${placed(told.place)}${onMargins(told)} ${on(told)} (${told.name}).`;
    return `${who} took part in ${the(told.name)} ${on(told)}.`;
  },
  /** Who took part, the meeting being known. */
  present: ({ attendees }: Told) =>
    ended(
      attendees.length > 2
        ? `Those taking part were, ${sidesOf(attendees)}`
        : `${joined(attendees.map(named))} took part`,
    ),
  /** Some of those who took part, of one country where it is given; `told.attendees` are those alone. */
  attendedFor: (country: string | null, told: Told) => {
    const host = country === null ? null : calledOn(told);
    if (host !== null) return ended(`${joined(told.attendees.map(named))} called on ${host}${where(told)} ${on(told)}`);
    return ended(
      `${country === null ? '' : `For ${country}, `}${joined(told.attendees.map((each) => named(country === null ? each : { ...each, country: null })))} took part in ${the(told.name)} ${on(told)}${where(told)}`,
    );
  },
  /** Whom somebody met there; `told.attendees` are the others alone. */
  met(who: readonly string[], told: Told) {
    const others = joined(told.attendees.map(named));
    const verb = told.format === 'telephone' ? 'spoke by telephone with' : 'met';
    const at = told.format === 'telephone' ? '' : where(told);
    return `${joined(who)} ${verb} ${others}${at} ${on(told)} (${told.name}).`;
  },
  heldOn: (told: Told) => ended(`${capital(the(told.name))} ${took(told)} ${on(told)}${where(told)}${monthOnly(told)}`),
  heldAt(told: Told) {
    const name = `${capital(the(told.name))} ${on(told)}`;
    if (told.place !== null) return ended(`${name} ${took(told)} ${placed(told.place)}${onMargins(told)}`);
    if (told.format === 'telephone') return `${name} was held by telephone and had no venue.`;
    if (told.format === 'video') return `${name} was held by video and had no venue.`;
    return `The record does not say where ${the(told.name)} ${on(told)} took place.`;
  },
  /** Beside those told of before the record names nobody. */
  nobodyElse: (told: Told) => `The record names nobody else at ${the(told.name)} ${on(told)}.`,
  /** Asked on the margins of which event it was held. */
  noOccasion: (told: Told) =>
    `The record names no larger event on whose margins ${the(told.name)} ${on(told)} was held.`,
  /** One line of a list: date, title, place. */
  item,
  /** The same, and who was there. */
  full(told: Told) {
    const shown = told.attendees.slice(0, namedInItem).map(named);
    if (shown.length === 0) return item(told);
    return `${ended(item(told))} ${told.isMeeting ? 'Present' : 'Announced by'}: ${withMore(shown, told.attendees.length - shown.length)}`;
  },
  /** A statement within its consultation: when and where it was said comes first. */
  framed: (told: Told, statement: string) => `${told.date}, ${told.name}: ${statement}`,
  /** The same as a full sentence, for a first line; `pair` are the family names of the two who met. */
  said(told: Told, statement: string, pair: readonly string[] | null) {
    if (opensWithBody(told.name, statement)) return `${capital(on(told))}, the ${statement.slice('The '.length)}`;
    const who = pair === null || pair[0] === pair[1] ? 'they' : pair.join(' and ');
    return behind(occasionOf(told, statement), statement, who, told.attendees);
  },
  /** The same for whoever asked when: the day comes first. */
  onTheDay: (told: Told, statement: string) =>
    behind(`${capital(on(told))}, ${during(told)} ${the(told.name)}`, statement, 'they', told.attendees),
  /** A statement alone, its consultation being known. */
  outcome: (text: string) => text,
  /** From one consultation or day to another. */
  between(one: Told | string, other: Told | string, elapsed: Elapsed) {
    const known = [one, other].every((each) => typeof each === 'string' || each.dayKnown);
    return `From ${side(one)} to ${side(other)} it was ${lengthOf(elapsed, known)}.`;
  },
  lasted: (told: Told, minutes: number) => `${capital(the(told.name))} ${on(told)} lasted about ${inHours(minutes)}.`,
  /** Since when there had been none like it, the record does not tell. */
  gapUnknown: (told: Told) =>
    `The record does not tell since when there had been none like ${the(told.name)} ${on(told)}.`,
  /** How much longer the first of two was; that they were as long, where they were. */
  longerBy: (one: Timed, other: Timed) =>
    one.minutes === other.minutes
      ? `${capital(the(one.told.name))} ${on(one.told)} and ${the(other.told.name)} ${on(other.told)} both lasted about ${one.minutes} minutes.`
      : `${capital(the(one.told.name))} ${on(one.told)} lasted about ${one.minutes} minutes, about ${one.minutes - other.minutes} minutes longer than ${the(other.told.name)} ${on(other.told)} (about ${other.minutes} minutes).`,
  lengthUnknown: (told: Told) => `The record does not say how long ${the(told.name)} ${on(told)} lasted.`,
  documents: (told: Told, titles: readonly string[]) =>
    `${titles.length === 1 ? 'Document' : 'Documents'} of ${the(told.name)} ${on(told)}: ${joined(titles.map(quoted))}.`,
  noDocuments: (told: Told) => `The record names no document of ${the(told.name)} ${on(told)}.`,
  noOutcomes: (told: Told) => `The record does not say what was discussed at ${the(told.name)} ${on(told)}.`,
  peopleAt: (told: Told, people: number) => `${capital(the(told.name))} ${on(told)}: ${people} participants`,
  /** The last one held, where the next was asked about. */
  lastHeld: (told: Told) => `The last one on record is ${the(told.name)} ${on(told)}${where(told)}.`,
};

/** Attendees named in one line of a list; the rest are counted. */
const namedInItem = 4;

function item(told: Told): string {
  return `${told.date}: ${titled(told)}`;
}

/** "for Japan, A and B; for the United States, C and D". */
function sidesOf(people: readonly Attendee[]): string {
  return bySide(people)
    .map(([country, all]) => `for ${country}, ${joined(all.map((each) => named({ ...each, country: null })))}`)
    .join('; ');
}
