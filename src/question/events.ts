import type { Consultation } from '../knowledge/schema.ts';
import type { Lexicon, Link } from '../lexicon/lexicon.ts';
import { foldKey } from '../text/fold.ts';
import type { Bilingual } from '../text/language.ts';
import { formatDate } from '../time/format.ts';
import type { Period } from '../time/period.ts';
import { consultationSpan, overlaps, shiftDays } from '../time/spans.ts';
import type { TimeMention } from '../time/time-mention.ts';

/** A period told by a consultation: "since the last 2+2", 東京サミット後. */
export type EventAnchor = {
  readonly relation: 'after' | 'before';
  readonly period: Period;
  readonly consultation: string;
  readonly understood: Bilingual;
  /** The one meeting next to it is asked for, not everything on that side. */
  readonly isNext: boolean;
  /** The stretch that names the event, with its preposition. */
  readonly start: number;
  readonly end: number;
  /** Links and mentions that only told which event; they constrain nothing else. */
  readonly links: readonly Link[];
  readonly mentions: readonly TimeMention[];
};

const ENGLISH_CUE =
  /\b((?:in the )?(?:run|lead)[- ]?up to|leading up to|since|after|following|followed|before|until|till|prior to|ahead of|up to)\b/gi;
/** Ends the naming of an event. */
const ENGLISH_END =
  /[,?;!]|\b(?:what|who|when|where|which|how|did|was|were|is|are|has|have|and what|and who|about|on T|list|show)\b/i;
const JAPANESE_CUE =
  /の?[前翌]日|以降|以来|以後|の後|のあと|後(?=の|に|は|、|[?？]|$)|より(?:後|あと)|の次(?=の|に|は)|の?直[前後]|より前|以前|の前|までに/gu;
/** Between an event's words in Japanese: particles, what kind of meeting, which of them. */
const JAPANESE_INSIDE =
  /^(?:の|と|で|した|日米|両国|会談|会合|協議|会議|前回|直近|最後|最新|最初|第\d+回|開催|開かれた|行われた|における|[\s「」『』・()\uFF08\uFF09])*$/u;

/** Finds an event-anchored period; `undefined` when the text has none, or names an event that is not on record. */
export function findAnchor(
  text: string,
  links: readonly Link[],
  mentions: readonly TimeMention[],
  lexicon: Lexicon,
  readTimes: (text: string) => readonly TimeMention[],
): EventAnchor | undefined {
  return english(text, links, mentions, lexicon, readTimes) ?? japanese(text, links, mentions, lexicon);
}

function english(
  text: string,
  links: readonly Link[],
  mentions: readonly TimeMention[],
  lexicon: Lexicon,
  readTimes: (text: string) => readonly TimeMention[],
): EventAnchor | undefined {
  for (const cue of text.matchAll(ENGLISH_CUE)) {
    const from = cue.index + cue[0].length;
    const rest = text.slice(from);
    const stop = rest.search(ENGLISH_END);
    const to = stop < 0 ? text.length : from + stop;
    const inside = links.filter((link) => link.start >= from && link.end <= to);
    const times = mentions.filter((one) => one.start >= cue.index && one.end <= to);
    // "The summit before Camp David": a place stands for what was held there.
    const isPlaced =
      inside.length === 1 && inside.some((link) => has(link, 'place')) && /\b(?:before|after)\b/i.test(cue[0]);
    const isEvent =
      inside.some((link) => has(link, 'framework')) ||
      isPlaced ||
      (inside.length > 0 && /\b(?:meeting|talks|call|visit|summit)\b/i.test(rest.slice(0, to - from)));
    if (!isEvent) continue;
    const within = readTimes(text.slice(from, to)).find((one) => one.period !== null)?.period ?? null;
    const end = Math.max(...inside.map((link) => link.end), ...times.map((time) => time.end));
    const span = { start: cue.index, end, isNext: false };
    const anchor = anchorOf(relationOf(cue[0]), inside, times, within, text.slice(from, to), lexicon);
    if (!anchor) continue;
    const day = /\b(?:the )?day $/i.exec(text.slice(0, cue.index))?.[0];
    if (day !== undefined) return { ...ofOneDay(anchor), ...span, start: cue.index - day.length };
    return { ...(/up to/i.test(cue[0]) && /run|lead/i.test(cue[0]) ? runUp(anchor) : anchor), ...span };
  }
  return undefined;
}

type Anchored = Omit<EventAnchor, 'start' | 'end' | 'isNext'>;

/** What leads up to an event is of the months before it, and not all that was ever before it. */
function runUp(anchor: Anchored): Anchored {
  const { to } = anchor.period;
  if (to === null) return anchor;
  const from = Temporal.PlainDate.from(to).subtract({ months: 3 }).add({ days: 1 }).toString();
  return {
    ...anchor,
    period: { from, to },
    understood: {
      ja: `${anchor.understood.ja.replace(/より前を調べました。$/, '')}に先立つ3か月間を調べました。`,
      en: anchor.understood.en.replace(/^Looked before/, 'Looked in the three months before'),
    },
  };
}

/** 「2プラス2の前日」, "the day after the summit": that day alone. */
function ofOneDay(anchor: Anchored): Anchored {
  const { relation, period } = anchor;
  const day = relation === 'before' ? period.to : period.from;
  const told = { ja: formatDate(day ?? '', 'ja'), en: formatDate(day ?? '', 'en') };
  return {
    ...anchor,
    period: { from: day, to: day },
    understood: { ja: `${told.ja}を調べました。`, en: `Looked at ${told.en}.` },
  };
}

function japanese(
  text: string,
  links: readonly Link[],
  mentions: readonly TimeMention[],
  lexicon: Lexicon,
): EventAnchor | undefined {
  for (const cue of text.matchAll(JAPANESE_CUE)) {
    let at = cue.index;
    const inside: Link[] = [];
    const times: TimeMention[] = [];
    const pieces = [
      ...links.map((link) => ({ link, start: link.start, end: link.end })),
      ...mentions.map((time) => ({ time, start: time.start, end: time.end })),
    ]
      .filter((piece) => piece.end <= cue.index)
      .sort((a, b) => b.end - a.end);
    for (const piece of pieces) {
      if (!JAPANESE_INSIDE.test(text.slice(piece.end, at))) break;
      if ('link' in piece) inside.push(piece.link);
      else times.push(piece.time);
      at = piece.start;
    }
    const isEvent =
      inside.some((link) => has(link, 'framework') || has(link, 'visit')) ||
      (inside.length > 0 && /会談|会合|協議|訪/.test(text.slice(at, cue.index)));
    if (!isEvent) continue;
    const prefix = /(?:前回|直近|最後|最新|最初)の?$/.exec(text.slice(0, at))?.[0] ?? '';
    const within = times.find((one) => one.period !== null)?.period ?? null;
    const span = { start: at - prefix.length, end: cue.index + cue[0].length, isNext: /次|直/.test(cue[0]) };
    const anchor = anchorOf(relationOf(cue[0]), inside, times, within, prefix + text.slice(at, cue.index), lexicon);
    if (anchor) return { ...(cue[0].endsWith('日') ? ofOneDay(anchor) : anchor), ...span };
  }
  return undefined;
}

function relationOf(cue: string): 'after' | 'before' {
  return /before|until|till|prior|ahead|up to|前|まで/i.test(cue) ? 'before' : 'after';
}

function anchorOf(
  relation: 'after' | 'before',
  links: readonly Link[],
  mentions: readonly TimeMention[],
  within: Period | null,
  phrase: string,
  lexicon: Lexicon,
): Anchored | undefined {
  const event = eventIn(links, within, phrase, lexicon);
  if (!event) return undefined;
  const span = consultationSpan(event);
  const period =
    relation === 'after' ? { from: shiftDays(span.to, 1), to: null } : { from: null, to: shiftDays(span.from, -1) };
  const day = { ja: formatDate(event.date, 'ja'), en: formatDate(event.date, 'en') };
  const understood =
    relation === 'after'
      ? { ja: `${day.ja}の${event.title.ja}より後を調べました。`, en: `Looked after ${event.title.en}, ${day.en}.` }
      : { ja: `${day.ja}の${event.title.ja}より前を調べました。`, en: `Looked before ${event.title.en}, ${day.en}.` };
  return { relation, period, consultation: event.id, understood, links, mentions };
}

/** The consultation that links, a period and the wording name: the first where the wording says so, else the latest that fits. */
export function eventIn(
  links: readonly Link[],
  within: Period | null,
  phrase: string,
  lexicon: Lexicon,
): Consultation | undefined {
  const all = lexicon.knowledge.consultations.filter((one) => fits(one, links, within, lexicon));
  // "The Camp David summit": a place in a framework's own name tells which of its meetings.
  const names = foldKey(phrase);
  const placed = all.filter(({ place }) => place && [place.en, place.ja].some((name) => namesPlace(names, name)));
  const fitting = placed.length > 0 ? placed : all;
  return /\bfirst\b|最初|初の|初回|第[1１一]回|[1１一]回目/i.test(phrase) ? fitting[0] : fitting.at(-1);
}

function namesPlace(phrase: string, place: string): boolean {
  return place.split(/[,、・(（]/u).some((part) => {
    const key = foldKey(part);
    return key.length >= 3 && phrase.includes(key);
  });
}

function fits(one: Consultation, links: readonly Link[], within: Period | null, lexicon: Lexicon): boolean {
  if (within && !overlaps(consultationSpan(one), within)) return false;
  return links.every((link) =>
    link.entities.some(({ kind, id }) => {
      if (kind === 'framework') return one.framework === id;
      if (kind === 'person') return one.participants.some((other) => other.person === id);
      if (kind === 'place')
        return one.place !== undefined && (lexicon.places.spellings.get(id) ?? []).includes(one.place.en);
      if (kind === 'visit') return one.place?.country === id;
      if (kind === 'topic') return one.outcomes.some((outcome) => outcome.topics.includes(id));
      if (kind === 'members')
        return id
          .split('+')
          .every((code) => code === 'JP' || code === 'US' || one.participants.some((other) => other.country === code));
      if (kind === 'country')
        return (
          id === 'JP' ||
          id === 'US' ||
          one.participants.some((other) => other.country === id) ||
          one.place?.country === id
        );
      if (kind === 'format') return one.format === id;
      return true;
    }),
  );
}

function has(link: Link, kind: string): boolean {
  return link.entities.some((entity) => entity.kind === kind);
}
