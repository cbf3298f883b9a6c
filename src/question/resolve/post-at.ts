import type { Lexicon, Link } from '../../lexicon/lexicon.ts';
import type { Bilingual } from '../../text/language.ts';
import { formatDate } from '../../time/format.ts';
import type { Period } from '../../time/period.ts';
import { consultationSpan } from '../../time/spans.ts';
import type { TimeMention } from '../../time/time-mention.ts';
import { eventIn } from '../events.ts';

/** The time of a meeting at which a post's holder is asked for: it is no meeting that is asked about. */
export type PostAt = {
  readonly period: Period;
  /** `null` where the text itself gives the time. */
  readonly understood: Bilingual | null;
  /** The stretch that tells when. */
  readonly start: number;
  readonly end: number;
  /** Links and mentions within it; they constrain nothing else. */
  readonly links: readonly Link[];
  readonly mentions: readonly TimeMention[];
};

const ENGLISH =
  /^\W*who (?:was|is|were|served as|held)\b[^,?]*?(\b(?:when|during|at the time of|at the time|as of)\b)/i;
const JAPANESE =
  /(?:の|た)?(?:とき|時点|時|際|当時|頃|ころ)(?:の|に|、|,)?(?=(?:日本|米国|アメリカ|韓国|米|日)?(?:側)?の?)/gu;
const JAPANESE_WHO = /^(?:は|って|が|を務め)?(?:、)?(?:誰|だれ|どなた|何という|[?？]|$)/u;

/** "Who was defense minister when Austin visited in June 2023", 「キャンプ・デービッド首脳会合のときの外相は」. */
export function postAskedAt(
  { text, links, mentions }: { text: string; links: readonly Link[]; mentions: readonly TimeMention[] },
  lexicon: Lexicon,
): PostAt | undefined {
  const english = ENGLISH.exec(text);
  if (english?.[1] !== undefined) {
    const cue = english.index + english[0].length - english[1].length;
    return isPost(links.filter(({ start }) => start < cue)) ? at(cue, text.length) : undefined;
  }
  for (const cue of text.matchAll(JAPANESE)) {
    const end = cue.index + cue[0].length;
    const after = links.filter(({ start }) => start >= end);
    const post = after.at(-1);
    if (post && isPost(after) && JAPANESE_WHO.test(text.slice(post.end))) return at(0, end);
  }
  return undefined;

  function at(start: number, end: number): PostAt | undefined {
    const within = (one: { start: number; end: number }) => one.start >= start && one.end <= end;
    const told = links.filter(within);
    const times = mentions.filter(within);
    const named = times.find((one) => one.period !== null)?.period ?? null;
    if (told.length === 0) return undefined;
    const event = eventIn(told, named, text.slice(start, end), lexicon);
    const span = { start, end, links: told, mentions: times };
    if (event === undefined) return named ? { ...span, period: named, understood: null } : undefined;
    return {
      ...span,
      period: consultationSpan(event),
      understood: {
        ja: `${formatDate(event.date, 'ja')}の${event.title.ja}の時点を調べました。`,
        en: `Looked at the time of ${event.title.en}, ${formatDate(event.date, 'en')}.`,
      },
    };
  }
}

/** Whether what is named is one post and, at most, whose. */
function isPost(links: readonly Link[]): boolean {
  const posts = links.filter(({ entities }) => entities.some(({ kind }) => kind === 'office'));
  return (
    posts.length === 1 &&
    links.every(({ entities }) => entities.some(({ kind }) => kind === 'office' || kind === 'country')) &&
    posts.every(({ entities }) => entities.every(({ kind }) => kind !== 'person'))
  );
}
