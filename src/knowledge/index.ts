/** What the core offers of `src/knowledge` to adapters and tools; inside the core, modules are imported by name. */
export { measureCoverage, type Tally } from './coverage.ts';
export { describeFault } from './fault.ts';
export { filterNames } from './filter.ts';
export { inspectKnowledge } from './inspect.ts';
export { jsonSchemas } from './json-schema.ts';
export type { KnowledgeBase } from './knowledge-base.ts';
export { loadKnowledge } from './load.ts';
export type { NamedFilters } from './resolve.ts';
export { type Consultation, Formats, type FrameworkAspect, type Level, Levels } from './schema.ts';
export { watchKnowledge } from './watch.ts';
