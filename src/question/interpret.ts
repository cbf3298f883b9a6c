import type { Bilingual, Language } from '../language/language.ts';
import type { Clock, Period } from '../language/period.ts';
import { findTimes } from '../language/time/index.ts';
import type { TimeMention } from '../language/time/time-mention.ts';
import { type EventAnchor, findAnchor } from './events.ts';
import type { Cues } from './intent/cues.ts';
import { readEnglish } from './intent/en.ts';
import { readJapanese } from './intent/ja.ts';
import type { EntityKind, Lexicon, Link } from './lexicon.ts';
import { maskText, type Span, withoutSpans } from './mask.ts';
import { contentTerms } from './terms.ts';
import type { Repairer } from './typo.ts';

/** A text read, before anything is decided: what it names, when, and what its wording asks. */
export type Reading = {
  readonly text: string;
  readonly masked: string;
  readonly links: readonly Link[];
  readonly mentions: readonly TimeMention[];
  readonly anchor: EventAnchor | undefined;
  readonly cues: Cues;
  readonly terms: readonly string[];
  readonly repaired: readonly Bilingual[];
};

export type ReadOptions = {
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
  const times = (piece: string) => findTimes(piece, { today, yearHint: options.yearHint });
  let read = text;
  let { links, mentions } = settle(lexicon.link(read), times(read));
  const repairs = repairer.repair(read, (start, end) => isFree([...links, ...mentions], start, end));
  if (repairs.length > 0) {
    read = applyRepairs(read, repairs);
    ({ links, mentions } = settle(lexicon.link(read), times(read)));
  }
  const found = findAnchor(read, links, mentions, lexicon, times);
  let spans = spansOf(links, mentions);
  let cues = readCues(maskText(read, spans), options.language);
  // "How long since the last 2+2" asks about that meeting, not about what came after it.
  const anchor = cues.manner === 'how-long-since' ? undefined : found;
  if (anchor) {
    const { start, end } = anchor;
    spans = spans.filter((span) => span.end <= start || end <= span.start);
    spans = [...spans, { start, end, kind: 'time' as const }].sort((a, b) => a.start - b.start);
    cues = readCues(maskText(read, spans), options.language);
  }
  const masked = maskText(read, spans);
  return {
    text: read,
    masked,
    links,
    mentions,
    anchor,
    cues,
    terms: contentTerms(withoutSpans(read, spans)),
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
