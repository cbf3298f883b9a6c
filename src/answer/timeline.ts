import { type Filters, filterBy, isFiltered } from '../knowledge/filter.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Language } from '../text/language.ts';
import { addDays, addMonths, overlaps, periodOfEventDate } from '../time/calendar.ts';
import { formatPeriod } from '../time/format.ts';
import type { Clock, Period, PlainDate } from '../time/period.ts';
import type { Timeline } from './answer.ts';
import { createCiter } from './cite.ts';
import { countryName, frameworkName, type Naming, personName } from './names.ts';
import { phrases } from './phrases/phrases.ts';
import { timelineItem } from './timeline-item.ts';

export type TimelineRequest = {
  readonly clock: Clock;
  readonly language: Language;
  /** Default: the whole record where a filter is set, else the last twelve months on record. */
  readonly period?: Period | undefined;
  readonly filters?: Filters | undefined;
};

/** The consultations of a period in order of date. Empty where nothing fits. The title names the period and every filter. */
export function timelineOf(knowledge: KnowledgeBase, request: TimelineRequest): Timeline {
  const { language, filters } = request;
  const { from, to, label } = spanOf(knowledge, request);
  const citer = createCiter(knowledge, language);
  const items = knowledge.consultations
    .filter(filterBy(filters, knowledge))
    .filter(({ date }) => overlaps({ from, to }, periodOfEventDate(date)))
    .map((consultation) => timelineItem(consultation, { knowledge, language, citer, marked: false }));
  return {
    language,
    title: phrases(language).timelineTitle(label, narrowedTo(filters, { knowledge, language })),
    from,
    to,
    ...(filters !== undefined && isFiltered(filters) ? { filters } : {}),
    items,
    citations: citer.list(),
  };
}

/** The days shown, and how the title names them. */
function spanOf(
  { coverage }: KnowledgeBase,
  { period, filters, language }: TimelineRequest,
): { readonly from: PlainDate; readonly to: PlainDate; readonly label: string } {
  const say = phrases(language);
  if (period !== undefined) {
    const days = { from: period.from ?? coverage.from, to: period.to ?? coverage.to };
    return { ...days, label: formatPeriod(days, language) };
  }
  if (isFiltered(filters))
    return { from: coverage.from, to: coverage.to, label: say.wholeRecord(formatPeriod(inMonths(coverage), language)) };
  const recent = { from: addDays(addMonths(coverage.to, -12), 1), to: coverage.to };
  return { ...recent, label: say.lastTwelveMonths(formatPeriod(recent, language)) };
}

/** The months that the days lie in, from the first day of the first to the last of the last. */
function inMonths({ from, to }: { from: PlainDate; to: PlainDate }): Period {
  return { from: `${from.slice(0, 7)}-01`, to: addDays(`${addMonths(`${to.slice(0, 7)}-01`, 1)}`, -1) };
}

/** The filters by name: any of a kind is enough, each kind counts. */
function narrowedTo(filters: TimelineRequest['filters'], naming: Naming): readonly string[] {
  const { knowledge, language } = naming;
  const { frameworks = [], topics = [], people = [], countries = [] } = filters ?? {};
  const anyOf = new Intl.ListFormat(language, { type: 'disjunction' });
  return [
    frameworks.map((id) => frameworkName(id, naming)),
    topics.map((id) => knowledge.topics.get(id)?.labels[language] ?? id),
    people.map((id) => personName(id, naming)),
    countries.map((id) => countryName(id, naming)),
  ]
    .filter((names) => names.length > 0)
    .map((names) => anyOf.format(names));
}
