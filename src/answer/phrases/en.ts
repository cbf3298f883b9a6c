import type { Scope } from '../scope.ts';
import type { Attendee, Told } from '../told.ts';
import { aboutEn } from './about-en.ts';
import { asksEn } from './asks-en.ts';
import { bodiesEn } from './bodies-en.ts';
import { meetingEn } from './meeting-en.ts';
import type { SourcePage, Threshold } from './phrases.ts';
import { postsEn } from './posts-en.ts';
import { scope } from './scope-en.ts';
import { severalEn } from './several-en.ts';
import { sidesEn } from './sides-en.ts';
import { capital, isSeveral, joined, named, on, opensWith, ordinal, quoted, the } from './words-en.ts';

/** Answers' sentences in English. */
export const en = {
  ...aboutEn,
  ...bodiesEn,
  ...meetingEn,
  ...severalEn,
  ...sidesEn,
  ...postsEn,
  ask: asksEn,

  /** With offices, joined by "and". */
  attendees: (people: readonly Attendee[]) => joined(people.map(named)),
  /** A, B and C. */
  names: joined,
  /** A person without an office: 石破茂氏. */
  person: (name: string) => name,
  /** The thing asked about: 2025年の日米首脳会談 / Japan–U.S. summit meetings in 2025. */
  scope: (about: Scope) => scope(about, 2),
  rests: (count: number) => (count === 1 ? 'This rests on one page:' : `This rests on ${count} pages:`),
  /** How many of the pages are a government's own. */
  official: (count: number, all: number) =>
    count === 0
      ? `No official page is on record for this; it rests on ${all === 1 ? 'one other page' : `${all} other pages`}:`
      : `There is an official page on record for this (${count} of ${all}):`,
  /** A page that says it. A title in another language stays out of an English sentence. */
  source: ({ title, publisher, published, locator, language }: SourcePage) =>
    [language === 'ja' ? `${publisher} (page in Japanese)` : `${quoted(title)}, ${publisher}`, published, locator]
      .filter((part) => part !== null)
      .join(', '),

  /** Before what the whole record holds: so many meetings just shown hold nothing on it. */
  noneShown: (count: number) =>
    `The ${count === 1 ? 'consultation just shown holds' : `${count} consultations just shown hold`} nothing on this. From the whole record:`,
  /** The same where nothing fits what was asked about before and now. */
  noneLeft: (about: Scope) => `${aboutEn.nothing(about)} From the whole record:`,
  /** A first line after what it is about; an empty `opening` leaves it as it is. */
  opened: (opening: string, sentence: string) => (opening === '' ? sentence : `${opening} ${sentence}`),

  // Yes and no.
  yes: (sentence: string) => `Yes. ${sentence}`,
  no: (sentence: string) => `No. ${sentence}`,
  /** A part of what was asked had to be given up, so that this is no yes. */
  closest: (sentence: string) => `Closest on record: ${sentence}`,
  /** Whether an event on whose margins they met is on record: it is not, and what follows is what was said of it. */
  notHeld: (event: string) =>
    `The record holds consultations between Japan and the United States, with or without partners, and does not list ${event} as such. What it holds on it:`,
  severalHeld: (about: Scope, count: number, latest: Told) =>
    `The record holds ${count} ${scope(about, count)}; the latest is ${the(latest.name)} ${on(latest)}.`,
  /** Asked whether there were so many. */
  reached(about: Scope, count: number, threshold: Threshold, holds: boolean) {
    const relation = {
      more: 'more than',
      'at-least': 'at least',
      fewer: 'fewer than',
      'at-most': 'at most',
      exactly: 'exactly',
    };
    const wanted = `${relation[threshold.relation]} ${threshold.count}`;
    return `${holds ? 'Yes' : 'No'}: the record holds ${count} ${scope(about, count)}, which is ${holds ? '' : 'not '}${wanted}.`;
  },
  /** Asked for the fourth of three (`nth`, where it was asked for by number): that there is none, and how many there are. */
  notSoMany: (about: Scope, count: number, latest: Told, nth: number | undefined) =>
    `The record holds ${count} ${scope(about, count)}${nth === undefined ? '' : `, and not the ${ordinal(nth)}`}; the latest was ${the(latest.name)} ${on(latest)}.`,

  // Definitions and papers.
  /** A definition that names what it defines: by its name, or by the short one. */
  defined: (name: string, text: string, short: string = name) =>
    opensWith(text, name) || opensWith(text, short) ? text : `${capital(name)}: ${text}`,
  /** A further sentence on it. */
  explained: (text: string) => text,
  documentDated: (name: string, date: string) =>
    `${capital(the(name))} ${isSeveral(name) ? 'are' : 'is'} dated ${date}.`,
  /** Of what day a paper is, no source says. */
  noDay: (name: string) => `The record does not say when ${name} was issued.`,
  /** Until when a paper is in force is not on record. */
  noTerm: (name: string) => `The record does not say until when the ${name} is in force.`,
};
