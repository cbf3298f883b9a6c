/** What the core offers of `src/record` to adapters and tools; inside the core, modules are imported by name. */
export { AnswerShape } from './answer-shape.ts';
export { daysOf, idsOf, MOST_CHARACTERS, MOST_NAMES, periodIn } from './asked.ts';
export { consultationsBy, detailOf, filtersOf, type ListFilters, listOf, summaryOf } from './consultations.ts';
export { coverageOf, frameworkOf, frameworksOf, peopleOf, personOf, topicOf, topicsOf } from './entries.ts';
export { type Pages, pagesAt } from './pages.ts';
export {
  CitationView,
  ConsultationDetail,
  ConsultationList,
  ConsultationSummary,
  CoverageView,
  type FiltersView,
  FrameworkDetail,
  FrameworkSummary,
  type Named,
  PersonDetail,
  PersonSummary,
  type StatementView,
  TopicDetail,
  TopicSummary,
} from './shapes.ts';
export { citationsOf, indexOf, type View } from './view.ts';
