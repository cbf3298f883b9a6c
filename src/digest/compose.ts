import type { Statement } from '../answer/answer.ts';
import { type Citer, createCiter, meetingReference } from '../answer/cite.ts';
import { elapsedBetween } from '../answer/elapsed.ts';
import { toPolite } from '../answer/polite.ts';
import { type Told, tell } from '../answer/told.ts';
import type { DigestRequest } from '../desk.ts';
import { type Filters, filterBy, filterNames, isFiltered, withChildren } from '../knowledge/filter.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Act, Consultation, Outcome } from '../knowledge/schema.ts';
import type { Language } from '../text/language.ts';
import { periodOfEventDate } from '../time/calendar.ts';
import { formatDate } from '../time/format.ts';
import type { PlainDate } from '../time/period.ts';
import { ahead, anniversaries, hasDay, latest, ofTheDay } from './calendar.ts';
import type { Digest, DigestSection } from './digest.ts';
import { newsBetween } from './news.ts';
import { digestTimeline } from './timeline.ts';
import { wording } from './wording/index.ts';

/** How many consultations a section shows at most; its heading says when there are more. */
const most = { new: 8, 'on-this-day': 6, latest: 3, ahead: 5 } as const;

/**
 * What a day's digest says: new or corrected records since the last one, the same days of earlier years, the latest
 * consultations with how long ago, and what is dated ahead. Chronological within a section, every line cited. The same
 * knowledge and request give the same digest.
 */
export function composeDigest(knowledge: KnowledgeBase, request: DigestRequest): Digest {
  const { date, language, filters } = request;
  const words = wording(language);
  const citer = createCiter(knowledge, language);
  const about = createTeller(knowledge, request, citer);
  const records = knowledge.consultations.filter(filterBy(filters, knowledge));

  const news = newsBetween(records, request.since, date, request.shown);
  const past = anniversaries(records, date);
  const recent = latest(records, date, most.latest);
  const coming = ahead(records, date);
  const said = new Set(news.map(({ consultation }) => consultation.id));

  const sections: readonly DigestSection[] = [
    // The newest of a long list matter most, and are still told in order of date.
    section('new', news.slice(-most.new), news.length, (item) => {
      const [meeting, ...rest] = about.inFull(item.consultation, about.distance(item.consultation));
      return [{ ...meeting, text: words[item.kind](meeting.text) }, ...rest];
    }),
    section('on-this-day', past.slice(-most['on-this-day']), past.length, (item) => {
      const distance = words.yearsAgo(item.years, item.exact);
      return said.has(item.consultation.id)
        ? [about.inBrief(item.consultation, distance)]
        : about.inFull(item.consultation, distance);
    }),
    section('latest', recent, recent.length, (item) => [about.inBrief(item, about.distance(item))]),
    section('ahead', coming.slice(0, most.ahead), coming.length, (item) => [about.inBrief(item, about.distance(item))]),
  ].filter(({ statements }) => statements.length > 0);

  function section<T>(
    kind: DigestSection['kind'],
    shown: readonly T[],
    all: number,
    tell: (item: T) => readonly Statement[],
  ): DigestSection {
    const heading =
      kind === 'ahead' && coming.every((each) => isHeld(each, date)) ? words.followed : words.headings[kind];
    return {
      kind,
      heading: shown.length < all ? words.cut(heading, shown.length, all) : heading,
      statements: shown.flatMap(tell),
    };
  }

  const marked = [...news, ...past]
    .map(({ consultation }) => consultation)
    .concat(ofTheDay(records, date), recent.slice(-1), coming.slice(0, 1));
  return {
    date,
    language,
    title: words.title(date),
    quiet: news.length === 0 && past.length === 0 && coming.length === 0,
    sections,
    citations: citer.list(),
    closing: closing(knowledge, filters, language),
    timeline: {
      ...digestTimeline(knowledge, records, { date, language, marked }),
      ...(filters !== undefined && isFiltered(filters) ? { filters } : {}),
    },
    knowledgeVersion: knowledge.version,
  };
}

/** Says consultations in sentences of the digest's language. */
function createTeller(knowledge: KnowledgeBase, { date, language, filters }: DigestRequest, citer: Citer) {
  const words = wording(language);
  const topics = withChildren(filters?.topics, knowledge.topics);

  function inBrief(consultation: Consultation, distance: string | null): Statement {
    const told = tell(consultation, knowledge, language);
    const title = titleOf(told);
    return {
      text: words.meeting({
        ...told,
        title,
        place: told.place !== null && title.includes(told.place) ? null : told.place,
        distance,
        held: isHeld(consultation, date),
      }),
      citations: citer.cite(meetingReference(consultation)),
      consultation: consultation.id,
    };
  }

  return {
    inBrief,
    /** The meeting, then the outcome that says most to this channel. */
    inFull(consultation: Consultation, distance: string | null): readonly [Statement, ...Statement[]] {
      const outcome = tellingOutcome(consultation.outcomes, topics);
      const meeting = inBrief(consultation, distance);
      if (outcome === undefined) return [meeting];
      const text = language === 'ja' ? toPolite(outcome.ja) : outcome.en;
      return [meeting, { text, citations: citer.cite(outcome.sources), consultation: consultation.id }];
    },
    /** How long before or after the digest's day; `null` where the record does not know the day well enough to say. */
    distance(consultation: Consultation): string | null {
      const { from, to } = periodOfEventDate(consultation.date);
      if (from > date) {
        if (!hasDay(consultation)) return null;
        const days = elapsedBetween(date, from).total;
        return isHeld(consultation, date) ? words.daysLater(days) : words.inDays(days);
      }
      return hasDay(consultation) ? words.ago(elapsedBetween(to, date)) : words.monthsAgo(monthsBetween(from, date));
    },
  };
}

/** A digest of a past day may look ahead to what has meanwhile taken place: then the record says what came of it. */
function isHeld(consultation: Consultation, date: PlainDate): boolean {
  return consultation.outcomes.length > 0 || periodOfEventDate(consultation.date).from <= date;
}

/** The title without its closing brackets where they only repeat the place or who met. */
function titleOf({ title, name, place, attendees }: Told): string {
  const remark = title.slice(name.length);
  const inner = remark.trim().replace(/^[(（]|[)）]$/g, '');
  if (inner === '') return title;
  const repeats = (part: string) => part.length > 1 && inner.includes(part);
  const places = (place ?? '').split(/[・、,()（） ]+/);
  const families = attendees.flatMap((each) => each.name.split(/[・ ]/));
  return place?.includes(inner) || [...places, ...families].some(repeats) ? name : title;
}

/** Acts that say something was settled. */
const settled: ReadonlySet<Act> = new Set<Act>(['agreed', 'confirmed', 'reaffirmed', 'signed', 'announced']);

/** What was settled comes before mere talk, and what is on the filter's topics before either. */
function tellingOutcome(outcomes: readonly Outcome[], topics: ReadonlySet<string> | null): Outcome | undefined {
  const onTopic =
    topics === null ? outcomes : outcomes.filter((outcome) => outcome.topics.some((id) => topics.has(id)));
  const candidates = onTopic.length > 0 ? onTopic : outcomes;
  return candidates.find(({ act }) => settled.has(act)) ?? candidates[0];
}

function closing(knowledge: KnowledgeBase, filters: Filters | undefined, language: Language): string {
  const words = wording(language);
  const { from, to, consultations } = knowledge.coverage;
  const lines = [
    words.coverage({ from: formatDate(from, language), to: formatDate(to, language), consultations }),
    isFiltered(filters) ? words.filtered(filterNames(knowledge, filters, language)) : '',
    words.manage,
  ];
  return lines.filter((line) => line !== '').join(language === 'ja' ? '' : ' ');
}

function monthsBetween(from: PlainDate, to: PlainDate): number {
  return Temporal.PlainDate.from(from).with({ day: 1 }).until(to, { largestUnit: 'month' }).months;
}
