import { readFileSync } from 'node:fs';
import type { TimeMention } from '../../src/time/time-mention.ts';

/** Today in every table: a Monday. */
export const TODAY = '2026-11-23';

/** A line of `expressions.txt`: an expression and what is expected of it, in the words of `describeMention`. */
export type Row = { readonly expression: string; readonly expected: string };
export type Section = { readonly heading: string; readonly rows: readonly Row[] };

/** Reads a table; its notation is explained at its top. */
export function readTable(url: URL): readonly Section[] {
  const sections: { heading: string; rows: Row[] }[] = [];
  for (const line of readFileSync(url, 'utf8').split('\n')) {
    if (line === '' || line.startsWith('//')) continue;
    if (line.startsWith('#')) {
      sections.push({ heading: line.slice(1).trim(), rows: [] });
      continue;
    }
    const cut = line.indexOf(' | ');
    sections.at(-1)?.rows.push({ expression: line.slice(0, cut), expected: line.slice(cut + 3) });
  }
  return sections;
}

/** A mention in the notation of the tables. */
export function describeMention(mention: TimeMention, whole: string): string {
  const dates = (period: TimeMention['period']): string => `${period?.from ?? ''}..${period?.to ?? ''}`;
  const second = mention.alternatives.map(({ period }) => dates(period)).join(',');
  const what = [
    mention.granularity,
    mention.relation === 'in' ? '' : mention.relation,
    mention.approximate ? '~' : '',
    mention.assumption === null ? '' : '!',
    second === '' ? '' : `?${second}`,
    mention.text === whole ? '' : `[${mention.text}]`,
    mention.impossible?.en ?? '',
  ].filter((part) => part !== '');
  return `${mention.period === null ? 'impossible' : dates(mention.period)} | ${what.join(' ')}`;
}
