import type { Outcome, Source } from './schema.ts';

/** Whether every page that a statement is cited to is a poor one: nobody would cite it if another page said the same. */
export function restsOnPoorPages({ sources }: Outcome, pages: ReadonlyMap<string, Source>): boolean {
  return sources.every(({ source }) => pages.get(source)?.quality === 'poor');
}
