import type { EntityKind, Lexicon, Link } from '../lexicon/lexicon.ts';
import type { Bilingual, Language } from '../text/language.ts';
import { findTimes } from '../time/index.ts';
import type { Clock, Period } from '../time/period.ts';
import { shiftDays } from '../time/spans.ts';
import type { TimeMention } from '../time/time-mention.ts';
import { type EventAnchor, findAnchor } from './events.ts';
import type { Cues } from './intent/cues.ts';
import { readEnglish } from './intent/en.ts';
import { readJapanese } from './intent/ja.ts';
import { mendCueWords } from './intent/slips.ts';
import { sortingIn, withoutSorting } from './intent/sorting.ts';
import { maskText, type Span, withoutSpans } from './mask.ts';
import { followsEvent, sinceEvent } from './resolve/after-event.ts';
import { spanAsked, spanFromOffice } from './resolve/between.ts';
import { type PostAt, postAskedAt } from './resolve/post-at.ts';
import { type NamedTenure, namedTenure } from './resolve/tenures.ts';
import { contentTerms } from './terms.ts';
import type { Repairer } from './typo.ts';

/** A text read, before anything is decided: what it names, when, and what its wording asks. */
export type Reading = {
  readonly text: string;
  readonly masked: string;
  readonly links: readonly Link[];
  readonly mentions: readonly TimeMention[];
  readonly anchor: EventAnchor | undefined;
  readonly tenure: NamedTenure | undefined;
  readonly postAt: PostAt | undefined;
  readonly between: readonly [string, string] | undefined;
  readonly cues: Cues;
  readonly sort: 'newest' | 'oldest' | undefined;
  readonly terms: readonly string[];
  readonly repaired: readonly Bilingual[];
  /** The two sides of "between February and October 2025", for a comparison; other mentions as they are. */
  readonly sides: (mentions: readonly TimeMention[]) => readonly TimeMention[];
};

export type ReadOptions = {
  readonly isKnownWord: (word: string) => boolean;
  readonly language: Language;
  readonly clock: Clock;
  readonly yearHint: number | undefined;
};

/** Where a stretch means several kinds of thing, the first of these is what the wording is read by. */
const KIND_ORDER: readonly EntityKind[] = [
  'administration',
  'framework',
  'document',
  'topic',
  'person',
  'office',
  'members',
  'visit',
  'country',
  'place',
  'format',
  'level',
];

/** Reads one sanitised text. */
export function readText(text: string, lexicon: Lexicon, repairer: Repairer, options: ReadOptions): Reading {
  const today = options.clock.now.toZonedDateTimeISO(options.clock.zone).toPlainDate().toString();
  const times = (piece: string) => readTimes(piece, today, options.yearHint);
  let read = text;
  let { links, mentions } = settle(lexicon.link(read), times(read));
  const repairs = repairer.repair(read, (start, end) => isFree([...links, ...mentions], start, end));
  if (repairs.length > 0) {
    read = applyRepairs(read, repairs);
    ({ links, mentions } = settle(lexicon.link(read), times(read)));
  }
  const sorting = sortingIn(read);
  const unsorted = withoutSorting(read, sorting);
  const found = findAnchor(read, links, mentions, lexicon, times);
  let spans = spansOf(links, mentions);
  const mask = () => mendCueWords(maskText(unsorted, spans), options.isKnownWord);
  let cues = readCues(mask(), options.language);
  // "How long since the last 2+2" asks about that meeting, not about what came after it.
  const anchor = cues.manner === 'how-long-since' ? undefined : found;
  const tenure = namedTenure({ text: read, links }, lexicon);
  const postAt = anchor || tenure ? undefined : postAskedAt({ text: read, links, mentions }, lexicon);
  for (const told of [anchor, tenure, postAt]) {
    if (!told) continue;
    const { start, end } = told;
    spans = spans.filter((span) => span.end <= start || end <= span.start);
    spans = [...spans, { start, end, kind: 'time' as const }].sort((a, b) => a.start - b.start);
    cues = readCues(mask(), options.language);
  }
  const masked = mask();
  return {
    text: read,
    masked,
    links,
    mentions,
    anchor,
    tenure,
    postAt,
    between: spanAsked(read, links, lexicon, times) ?? spanFromOffice(read, links, tenure, lexicon),
    cues,
    // What was said after an event is wanted from the first on.
    sort: sorting?.sort ?? (mentions.some((one) => followsEvent(read, one)) ? 'oldest' : undefined),
    sides: (all) => all.flatMap((one) => splitSpan(one, (piece, year) => findTimes(piece, { today, yearHint: year }))),
    terms: contentTerms(
      mendCueWords(withoutSpans(unsorted, spans).normalize('NFKC').toLowerCase(), options.isKnownWord),
    ),
    repaired: repairs.map(({ typed, read: name }) => ({
      ja: `「${typed}」を「${name}」と読みました。`,
      en: `Read “${typed}” as “${name}”.`,
    })),
  };
}

/** The unit of time last named in one year, for a bare month that follows. */
export function yearOf(period: Period | null | undefined): number | undefined {
  const year = period?.from?.slice(0, 4);
  return year !== undefined && period?.to?.slice(0, 4) === year ? Number(year) : undefined;
}

/** R7.3.30: the era's letter is a date only among Japanese, so such a text is read as Japanese. */
const ERA_SHORTHAND = /(?<![A-Za-z0-9])[RHS]\d{1,2}[./-]\d/;

function readTimes(piece: string, today: string, yearHint: number | undefined): readonly TimeMention[] {
  const text = ERA_SHORTHAND.test(piece) ? `${piece} の` : piece;
  let mentions = findTimes(text, { today, yearHint });
  // "Last year in October": the year told beside a bare month is that month's year.
  const years = mentions.filter((one) => one.granularity === 'year' && one.relation === 'in' && one.period);
  const told = yearOf(years[0]?.period);
  if (
    years.length === 1 &&
    told !== undefined &&
    mentions.some((one) => one.assumption && one.granularity !== 'year')
  ) {
    mentions = findTimes(text, { today, yearHint: told });
  }
  const all = withBareYears(piece, mentions, today).map((mention) => sinceEvent(piece, mention));
  return besideDates(piece, all);
}

/** 「3月30日の次の会談」「3月30日の直前の会談」: after and before the day, which is not meant itself. */
function besideDates(text: string, mentions: readonly TimeMention[]): readonly TimeMention[] {
  return mentions.map((mention) => {
    // 「3月30日の前の会談は」 is the one before: 前の is left to tell so.
    if (
      mention.relation === 'before' &&
      mention.text.endsWith('の前') &&
      /^の(?!.*(?:一覧|全て|すべて|全部|何回|何件))/.test(text.slice(mention.end))
    )
      return { ...mention, text: mention.text.slice(0, -1), end: mention.end - 1 };
    const beside = /^の(次|直後|直前)/.exec(text.slice(mention.end, mention.end + 4))?.[1];
    const { period } = mention;
    if (!beside || mention.relation !== 'in' || !period?.from || !period.to) return mention;
    return beside === '直前'
      ? { ...mention, relation: 'before' as const, period: { from: null, to: shiftDays(period.from, -1) } }
      : { ...mention, relation: 'after' as const, period: { from: shiftDays(period.to, 1), to: null } };
  });
}

/** "日米 2023 台湾": a year between spaces is a year, even in Japanese without 年. */
function withBareYears(text: string, mentions: readonly TimeMention[], today: string): readonly TimeMention[] {
  const added = [...text.matchAll(/(?<![^\s　])20[0-4]\d(?![^\s　?？])/gu)].flatMap((found) => {
    if (!isFree(mentions, found.index, found.index + 4)) return [];
    const [mention] = findTimes(`${found[0]}年`, { today });
    return mention ? [{ ...mention, text: found[0], start: found.index, end: found.index + 4 }] : [];
  });
  return added.length === 0 ? mentions : [...mentions, ...added].sort((a, b) => a.start - b.start);
}

function splitSpan(
  mention: TimeMention,
  times: (piece: string, year: number | undefined) => readonly TimeMention[],
): readonly TimeMention[] {
  if (mention.granularity !== 'span' || mention.period?.to == null) return [mention];
  const parts = mention.text.replace(/^\W*between\b/i, '').split(/\band\b|と|から|[〜～–-]/iu);
  if (parts.length !== 2) return [mention];
  const year = Number(mention.period.to.slice(0, 4));
  const sides = parts.flatMap((part) => times(part, year).slice(0, 1));
  // The hinted year is no assumption here: the other side says it.
  return sides.length === 2 ? sides.map((side) => ({ ...side, relation: 'in' as const, assumption: null })) : [mention];
}

function readCues(masked: string, language: Language): Cues {
  const [main, other] = language === 'ja' ? [readJapanese, readEnglish] : [readEnglish, readJapanese];
  const cues = main(masked);
  if (cues.intent !== null || cues.manner !== 'plain') return cues;
  const isMixed = language === 'ja' ? /[a-z]{4}/.test(masked) : /[\p{Script=Han}\p{Script=Hiragana}]/u.test(masked);
  if (!isMixed) return cues;
  const second = other(masked);
  return second.intent === null || second.intent === 'help' ? cues : { ...second, leans: cues.leans };
}

/** Where a name and a date claim the same words, the longer one has them. */
function settle(
  links: readonly Link[],
  mentions: readonly TimeMention[],
): { links: readonly Link[]; mentions: readonly TimeMention[] } {
  const clash = (link: Link, time: TimeMention) => link.start < time.end && time.start < link.end;
  const length = (one: { start: number; end: number }) => one.end - one.start;
  const kept = mentions.filter((time) => links.every((link) => !clash(link, time) || length(link) < length(time)));
  return { links: links.filter((link) => kept.every((time) => !clash(link, time))), mentions: kept };
}

function spansOf(links: readonly Link[], mentions: readonly TimeMention[]): readonly Span[] {
  const spans: Span[] = [
    ...links.map(({ start, end, entities }) => ({
      start,
      end,
      kind: KIND_ORDER.find((kind) => entities.some((entity) => entity.kind === kind)) ?? ('topic' as const),
    })),
    ...mentions.map(({ start, end }) => ({ start, end, kind: 'time' as const })),
  ];
  return spans.sort((a, b) => a.start - b.start);
}

function isFree(spans: readonly { start: number; end: number }[], start: number, end: number): boolean {
  return spans.every((span) => span.end <= start || end <= span.start);
}

function applyRepairs(text: string, repairs: readonly { start: number; end: number; read: string }[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, read } of repairs) {
    out += text.slice(at, start) + read;
    at = end;
  }
  return out + text.slice(at);
}
