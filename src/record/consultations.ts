import { cardOf } from '../answer/card.ts';
import { tell } from '../answer/told.ts';
import { type Filters, filterBy } from '../knowledge/filter.ts';
import type { Consultation, Formats, Level } from '../knowledge/schema.ts';
import { overlaps, periodOfEventDate } from '../time/calendar.ts';
import type { Period } from '../time/period.ts';
import type { ConsultationDetail, ConsultationList, ConsultationSummary, FiltersView, Named } from './shapes.ts';
import { citationsOf, frameworkNamed, indexOf, occasionNamed, topicNamed, type View } from './view.ts';

/** Which consultations a list holds. Empty: all of them. */
export type ListFilters = Filters & {
  readonly period?: Period | undefined;
  readonly format?: (typeof Formats)[number] | undefined;
  readonly level?: Level | undefined;
};

export type ListRequest = {
  readonly filters?: ListFilters | undefined;
  readonly order?: 'newest' | 'oldest' | undefined;
  /** Counts from 1. Default 1. */
  readonly page?: number | undefined;
  /** Consultations on one page. Default: all. */
  readonly perPage?: number | undefined;
};

/** The consultations that fit, oldest first. */
export function consultationsBy(filters: ListFilters, { knowledge }: View): readonly Consultation[] {
  const { period, format, level } = filters;
  return knowledge.consultations
    .filter(filterBy(filters, knowledge))
    .filter((each) => period === undefined || overlaps(period, periodOfEventDate(each.date)))
    .filter((each) => format === undefined || each.format === format)
    .filter((each) => level === undefined || knowledge.frameworks.get(each.framework)?.level === level);
}

/** One page of the consultations that fit. A page past the last one is empty. */
export function listOf(request: ListRequest, view: View): ConsultationList {
  const { filters = {}, order = 'newest', page = 1 } = request;
  const found = consultationsBy(filters, view);
  const ordered = order === 'newest' ? found.toReversed() : found;
  const perPage = request.perPage ?? Math.max(1, ordered.length);
  return {
    total: ordered.length,
    page,
    pages: Math.max(1, Math.ceil(ordered.length / perPage)),
    order,
    filters: filtersOf(filters, view),
    version: view.knowledge.version,
    list: ordered.slice((page - 1) * perPage, page * perPage).map((each) => summaryOf(each, view)),
  };
}

/** The filters by name. */
export function filtersOf(filters: ListFilters, view: View): FiltersView {
  const { knowledge, language } = view;
  const named = (
    ids: readonly string[] | undefined,
    nameOf: (id: string) => { ja: string; en: string } | undefined,
  ): Named[] => (ids ?? []).map((id) => ({ id, name: nameOf(id)?.[language] ?? id }));
  return {
    from: filters.period?.from ?? null,
    to: filters.period?.to ?? null,
    frameworks: named(filters.frameworks, (id) => knowledge.frameworks.get(id)?.names),
    topics: (filters.topics ?? []).map((id) => topicNamed(id, view)),
    people: named(filters.people, (id) => knowledge.people.get(id)?.names),
    countries: named(filters.countries, (id) => knowledge.countries.get(id)?.names),
    format: filters.format ?? null,
    level: filters.level ?? null,
  };
}

export function summaryOf(consultation: Consultation, view: View): ConsultationSummary {
  const { knowledge, language } = view;
  const told = tell(consultation, { knowledge, language });
  const source = knowledge.sources.get(consultation.sources[0] ?? '');
  const { from, to } = periodOfEventDate(consultation.date);
  return {
    id: consultation.id,
    title: told.title,
    date: consultation.date,
    dateLabel: told.date,
    from,
    to,
    framework: frameworkNamed(consultation.framework, view),
    level: knowledge.frameworks.get(consultation.framework)?.level ?? 'officials',
    format: consultation.format ?? null,
    place: told.place,
    country: consultation.place?.country ?? null,
    occasion: consultation.occasion === undefined ? null : occasionNamed(consultation.occasion, view),
    participants: consultation.participants.map(({ person, office, country }) => ({
      id: person,
      name: knowledge.people.get(person)?.names[language] ?? person,
      office: office[language],
      country,
    })),
    topics: [...new Set(consultation.outcomes.flatMap(({ topics }) => topics))].map((id) => topicNamed(id, view)),
    outcomes: consultation.outcomes.length,
    source:
      source === undefined ? null : { title: source.title, publisher: source.publisher[language], url: source.url },
    addedOn: consultation.addedOn,
    revisedOn: consultation.revisedOn ?? null,
    page: view.pageOf?.(consultation.id) ?? null,
  };
}

/** One consultation in full, its statements and citations as the chat's details card has them; `undefined` when not on record. */
export function detailOf(id: string, view: View): ConsultationDetail | undefined {
  const { byId, byFramework } = indexOf(view.knowledge);
  const consultation = byId.get(id);
  const card = cardOf(view.knowledge, id, view.language);
  if (consultation === undefined || card === undefined) return undefined;
  const family = byFramework.get(consultation.framework) ?? [];
  const at = family.indexOf(consultation);
  return {
    ...summaryOf(consultation, view),
    durationMinutes: consultation.durationMinutes ?? null,
    outcomes: consultation.outcomes.map((outcome, index) => ({
      text: card.outcomes[index]?.text ?? outcome[view.language],
      citations: [...(card.outcomes[index]?.citations ?? [])],
      act: outcome.act,
      topics: outcome.topics.map((topic) => topicNamed(topic, view)),
      by: outcome.by ?? null,
    })),
    documents: card.documents.map(({ title, url }) => ({ title, url })),
    note: card.note,
    citations: citationsOf(card.citations),
    earlier: neighbour(family[at - 1], view),
    later: neighbour(family[at + 1], view),
  };
}

function neighbour(consultation: Consultation | undefined, view: View): ConsultationDetail['earlier'] {
  if (consultation === undefined) return null;
  const { title, date } = tell(consultation, view);
  return { id: consultation.id, title, dateLabel: date };
}
