/** What the core offers of `src/answer` to adapters and tools; inside the core, modules are imported by name. */
export type { Answer, Card, Citation, Statement, Timeline } from './answer.ts';
export { type AnswerJson, questionJson, toJson } from './json.ts';
export { countryName } from './names.ts';
export { toPlainText } from './plain.ts';
export { marksOf, type SourcePage, sourceLine, sourcesOf } from './sources.ts';
export type { Suggestion, SuggestRequest } from './suggest.ts';
