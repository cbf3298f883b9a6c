import type { Timeline } from '../answer/answer.ts';
import { createCiter } from '../answer/cite.ts';
import { timelineItem } from '../answer/timeline-item.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Consultation } from '../knowledge/schema.ts';
import type { Language } from '../text/language.ts';
import { addMonths, periodOfEventDate } from '../time/calendar.ts';
import { formatPeriod } from '../time/format.ts';
import type { PlainDate } from '../time/period.ts';
import { wording } from './wording/wording.ts';

/** Months before the day that the picture goes back; a year, so that the same day last year is on it. */
const monthsBack = 12;
/** Months after the day that the picture may reach when something is dated ahead. */
const monthsAhead = 3;

/** The consultations around a digest's day, those of the ids `marked` marked. Its citations are counted apart from the digest's. */
export function digestTimeline(
  knowledge: KnowledgeBase,
  records: readonly Consultation[],
  options: { date: PlainDate; language: Language; marked: ReadonlySet<string> },
): Timeline {
  const { date, language, marked } = options;
  const from = `${addMonths(date, -monthsBack).slice(0, 7)}-01`;
  const horizon = addMonths(date, monthsAhead);
  const shown = records.filter((record) => {
    const days = periodOfEventDate(record.date);
    return days.to >= from && days.from <= horizon;
  });
  const citer = createCiter(knowledge, language);
  const items = shown.map((record) =>
    timelineItem(record, { knowledge, language, citer, marked: marked.has(record.id) }),
  );
  const to = items.reduce((last, item) => (item.to > last ? item.to : last), date);
  return {
    language,
    title: wording(language).timelineTitle(formatPeriod({ from, to }, language)),
    from,
    to,
    day: date,
    items,
    citations: citer.list(),
  };
}
