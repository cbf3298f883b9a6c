import { type Filters, filterBy, isFiltered } from '../knowledge/filter.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Language } from '../text/language.ts';
import { addDays, addMonths, overlaps, periodOfEventDate, today } from '../time/calendar.ts';
import { formatPeriod } from '../time/format.ts';
import { findTimes } from '../time/index.ts';
import type { Clock, Period } from '../time/period.ts';
import type { Timeline } from './answer.ts';
import { createCiter } from './cite.ts';
import { phrases } from './phrases/phrases.ts';
import { timelineItem } from './timeline-item.ts';

export type TimelineRequest = {
  readonly clock: Clock;
  readonly language: Language;
  /** Free text ("2025", 令和7年, last month) or a period; default: the last 12 months on record. */
  readonly period?: string | Period | undefined;
  readonly filters?: Filters | undefined;
};

/** The consultations of a period in order of date; by default the last twelve months on record. Empty where nothing fits. */
export function timelineOf(knowledge: KnowledgeBase, request: TimelineRequest): Timeline {
  const { language } = request;
  const period = periodOf(knowledge, request);
  const from = period.from ?? knowledge.coverage.from;
  const to = period.to ?? knowledge.coverage.to;
  const citer = createCiter(knowledge, language);
  const items = knowledge.consultations
    .filter(filterBy(request.filters, knowledge))
    .filter(({ date }) => overlaps({ from, to }, periodOfEventDate(date)))
    .map((consultation) => timelineItem(consultation, { knowledge, language, citer, marked: false }));
  return {
    language,
    title: phrases(language).timelineTitle(formatPeriod({ from, to }, language)),
    from,
    to,
    ...(request.filters !== undefined && isFiltered(request.filters) ? { filters: request.filters } : {}),
    items,
    citations: citer.list(),
  };
}

function periodOf(knowledge: KnowledgeBase, { period, clock }: TimelineRequest): Period {
  if (typeof period === 'string') {
    const found = findTimes(period, { today: today(clock) }).find((mention) => mention.period !== null);
    if (found?.period != null) return found.period;
  } else if (period !== undefined) return period;
  const { to } = knowledge.coverage;
  return { from: addDays(addMonths(to, -12), 1), to };
}
