import { behind, capital, ended, joined, joinedBy, the, withMore } from './words-en.ts';

/** What sets things side by side: meetings, countries, years. */
export const sidesEn = {
  /** How a subject moved, with its first and its latest statement. */
  developed(subject: string, count: number, from: string, to: string, [first, latest]: readonly [string, string]) {
    const [start, end] = [from, to].map((day) => `${/ \d+(?:–\d+)?, /.test(day) ? 'On' : 'In'} ${day}`);
    const [opened, now] = [behind(start ?? '', first, 'they'), behind(end ?? '', latest, 'they')];
    return `On record, ${subject} came up in ${count} consultations. ${ended(opened)} ${now}`;
  },
  /** What each of two sides said on a subject. */
  saidByEach: (subject: string, each: readonly { readonly name: string; readonly text: string }[]) =>
    `Side by side on ${subject}. ${each.map(({ name, text }) => `${capital(name)}: ${ended(text)}`).join(' ')}`,
  /** Several meetings by their names, one of each side. */
  besides: (meetings: readonly string[]) => `Side by side: ${joined(meetings)}.`,
  /** Which side has more, or fewer, before the numbers in a sentence; `null`: as many on each. */
  outnumbers: (which: string | null, direction: 'most' | 'least', compared: string) =>
    `${which === null ? 'The number is the same for each' : `${direction === 'most' ? 'More' : 'Fewer'} ${isYear(which) ? 'in' : which.endsWith(' administration') ? 'under the' : 'for'} ${which}`}. ${compared}`,
  /** Who is on record on all of some sides; `isSame`: nobody else was on any. */
  atBoth(sides: readonly string[], people: readonly string[], isSame: boolean) {
    const both = `for both ${joined(sides)}`;
    if (people.length === 0) return `The record names nobody ${both}.`;
    return `On record ${both}${isSame ? ', and nobody else for either' : ''}: ${joined(people)}.`;
  },
  /** What came up on each of the sides alone, in their order, after the sentence that names them. */
  heldApart(compared: string, sides: readonly { readonly names: readonly string[]; readonly more: number }[]) {
    const told = sides.flatMap(({ names, more }, at) =>
      names.length === 0 ? [] : [`only ${NTH[at]} raised ${withMore(names, more)}`],
    );
    return told.length === 0 ? compared : `${compared} On record, ${told.join('; ')}.`;
  },
  /** Asked which of two was tougher: what each said, and no verdict. */
  notJudged: (sentence: string) => `This bot does not judge that; here is what is on record. ${sentence}`,
  /** Several things in their order in time, each by the day since when it has been held or of the first on record; `isKnown`: which came first. */
  earlier(
    sides: readonly { readonly name: string; readonly date: string; readonly onRecord: boolean }[],
    isKnown: boolean,
  ) {
    const [first, ...others] = sides.map(({ name, date, onRecord: isRecorded }) => {
      if (!isRecorded) return `${the(name)} has been held since ${date}`;
      return isKnown ? `${name} (${date})` : `the first on record for ${name} was on ${date}`;
    });
    if (!isKnown) return `${capital([first, ...others].join('; '))}.`;
    if (sides[0]?.onRecord) return `First on record: ${first}, then ${joined(others)}.`;
    return `${capital(the(sides[0]?.name ?? ''))} is older: ${[first, ...others].join('; ')}.`;
  },
  /** A comparison was asked for that the record does not hold. */
  notCompared: (sentence: string) => `No comparison of these is on record. ${sentence}`,
  /** Topics that came up on all sides; `beside`: in statements on what is asked about. */
  inCommon: (topics: readonly string[], more: number, beside: boolean, sides: number) =>
    `${beside ? 'Other topics' : 'Topics'} raised on ${sides === 2 ? 'both' : 'all'} sides: ${withMore(topics, more)}.`,
  /** The name of a side as it stands over its lines. */
  alone: capital,
  /** Over what the sides share. */
  common: 'In common',
  sideEmpty: (which: string) => `Nothing is on record for ${which}.`,
  /** Of a side that holds others of the subjects. */
  sideLacks: (which: string, subjects: readonly string[]) =>
    `For ${which}, the record does not mention ${joinedBy(subjects, 'or')}.`,
};

/** The sides of a comparison by their order in the sentence before. */
const NTH = ['the first', 'the second', 'the third', 'the fourth'];

/** Whether the name of a side is that of a time. */
const isYear = (name: string) => /\d{4}$/.test(name);
