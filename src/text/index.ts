/** What the core offers of `src/text` to adapters and tools; inside the core, modules are imported by name. */
export { detectLanguage } from './detect.ts';
export type { Bilingual, Language } from './language.ts';
export { level } from './level.ts';
export { nearestWord } from './nearest.ts';
