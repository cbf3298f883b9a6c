import { createCiter } from '../answer/cite.ts';
import type { DigestRequest } from '../desk.ts';
import { type Filters, filterBy, filterNames, isFiltered } from '../knowledge/filter.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Consultation } from '../knowledge/schema.ts';
import type { Language } from '../text/language.ts';
import { periodOfEventDate } from '../time/calendar.ts';
import { formatDate } from '../time/format.ts';
import { anniversaries, type Days, daysAhead, within } from './calendar.ts';
import { type Digest, type DigestSection, toldIn } from './digest.ts';
import { type News, newsBetween } from './news.ts';
import { shorten } from './shorten.ts';
import { createTeller, isPlanned, type Meeting } from './tell.ts';
import { digestTimeline } from './timeline.ts';
import { wording } from './wording/wording.ts';

/** Meetings that a digest shows at most. */
const mostMeetings = 8;
/** Outcomes of a meeting that are told; one each where there are more than `mostInFull` meetings. */
const outcomesOf = { latest: 3, new: 2, 'on-this-day': 1 } as const;
const mostInFull = 4;

/**
 * What a digest says: the newest consultations and other records that are new or corrected since the last one, the same days of
 * earlier years, and what is planned for the days to come. Of what was told of late only corrections are told again. Chronological
 * within a section, every line cited and under its meeting's name. The same knowledge and request give the same digest.
 */
export function composeDigest(knowledge: KnowledgeBase, request: DigestRequest): Digest {
  const { date, language, filters } = request;
  const words = wording(language);
  const days = { from: request.from ?? date, to: date };
  const citer = createCiter(knowledge, language);
  const about = createTeller(knowledge, request, citer);
  const records = knowledge.consultations.filter(filterBy(filters, knowledge));
  const { latest, added, corrected, past, coming } = contents(records, request, days);
  const isMany = latest.length + added.length + corrected.length + past.length > mostInFull;

  const sections = [
    section('latest', latest, (each) => about.meeting(each, isMany ? 1 : outcomesOf.latest)),
    section('new', added, (each) => about.meeting(each, isMany ? 1 : outcomesOf.new)),
    section('corrected', corrected, about.correction),
    section('on-this-day', past, ({ consultation, years, day }) =>
      about.meeting(consultation, outcomesOf['on-this-day'], words.yearsAgo(years, day === date)),
    ),
    section('ahead', coming, (each) => about.meeting(each, 0)),
  ].filter(({ total }) => total > 0);

  function section<T>(kind: DigestSection['kind'], all: readonly T[], tell: (item: T) => Meeting): DigestSection {
    const heading = kind === 'on-this-day' && days.from !== days.to ? words.theseDays : words.headings[kind];
    return { kind, heading, statements: all.flatMap(tell), total: all.length };
  }

  const whole: Omit<Digest, 'timeline'> = {
    date,
    from: days.from,
    language,
    title: words.title(days),
    quiet: sections.length === 0,
    note: sections.length === 0 ? words.quiet(days) : null,
    sections,
    citations: citer.list(),
    closing: closing(knowledge, filters, language),
    knowledgeVersion: knowledge.version,
  };
  const shown = shorten(whole, mostMeetings);
  const ids = new Set([...toldIn(shown), ...within(records, days).map(({ id }) => id)]);
  const timeline = digestTimeline(knowledge, records, { date, language, marked: ids });
  return { ...shown, timeline: filters !== undefined && isFiltered(filters) ? { ...timeline, filters } : timeline };
}

/** What there is to tell, by section. */
function contents(records: readonly Consultation[], request: DigestRequest, days: Days) {
  const { date, language, since, shown, told } = request;
  const news = newsBetween(records, language, since, date, shown);
  const added = news.filter(({ kind }) => kind === 'added').map(({ consultation }) => consultation);
  const corrected = news.filter((each): each is Extract<News, { kind: 'corrected' }> => each.kind === 'corrected');
  const isNew = new Set(news.map(({ consultation }) => consultation.id));
  const isFresh = ({ id }: Consultation) => !isNew.has(id) && told?.has(id) !== true;
  const isNewest = after(records.filter((each) => !isNew.has(each.id) && !isPlanned(each, date)));
  const planned = records.filter((each) => isPlanned(each, date));
  const isAhead = new Set(planned.map(({ id }) => id));
  const soon = within(planned, daysAhead(days)).filter(isFresh);
  const past = request.only === 'changes' ? [] : anniversaries(records, days);
  return {
    latest: added.filter((each) => !isAhead.has(each.id) && isNewest(each)),
    added: added.filter((each) => !isAhead.has(each.id) && !isNewest(each)),
    corrected,
    past: past.filter(({ consultation }) => isFresh(consultation)),
    coming: planned.filter((each) => added.includes(each) || (request.only !== 'changes' && soon.includes(each))),
  };
}

/** Whether a consultation came after every one of those. */
function after(known: readonly Consultation[]): (consultation: Consultation) => boolean {
  const newest = known.reduce((last, { date }) => later(last, periodOfEventDate(date).to), '');
  return ({ date }) => periodOfEventDate(date).from >= newest;
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

function closing(knowledge: KnowledgeBase, filters: Filters | undefined, language: Language): string {
  const words = wording(language);
  const { from, to, consultations } = knowledge.coverage;
  const lines = [
    words.coverage({ from: formatDate(from, language), to: formatDate(to, language), consultations }),
    isFiltered(filters) ? words.filtered(filterNames(knowledge, filters, language)) : '',
  ];
  return lines.filter((line) => line !== '').join(language === 'ja' ? '' : ' ');
}
