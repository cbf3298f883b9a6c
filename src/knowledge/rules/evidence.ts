import { shiftDays } from '../../time/spans.ts';
import type { PendingFault } from '../parse-records.ts';
import { restsOnPoorPages } from '../quality.ts';
import type { Consultation, Source } from '../schema.ts';
import { isOnCalendar } from './dates.ts';
import type { Rule } from './index.ts';

/** What a statement rests on can show it: no page that was there before the meeting, and a note where only poor pages say it. */
export const checkEvidence: Rule = ({ consultations, collections }) => {
  const sources = new Map(collections.sources.map(({ value }) => [value.id, value]));
  return consultations
    .filter(({ value }) => value.status === 'published')
    .flatMap(({ value, file }): PendingFault[] => [
      ...olderFaults(value, sources).map((fault) => ({ file, ...fault })),
      ...poorOutcomes(value, sources).map((at) => ({ file, path: ['outcomes', at, 'sources'], ...restsOnPoor })),
    ]);
};

type Sources = ReadonlyMap<string, Source>;

const restsOnPoor = {
  message: 'rests on poor pages alone',
  fix: 'look for an official page or a newspaper that says it',
  severity: 'note',
} as const;

function poorOutcomes({ outcomes }: Consultation, sources: Sources): number[] {
  return outcomes.flatMap((outcome, at) => (restsOnPoorPages(outcome, sources) ? [at] : []));
}

function olderFaults(
  { date, sources: own, outcomes }: Consultation,
  sources: Sources,
): Pick<PendingFault, 'path' | 'message' | 'fix' | 'severity'>[] {
  // A page of a country where it was still the day before may bear that day.
  const first = date.length === 7 ? `${date}-01` : date.slice(0, 10);
  if (!isOnCalendar(first)) return [];
  const earliest = shiftDays(first, -1);
  const isOlder = (id: string): boolean => (sources.get(id)?.published ?? '9999') < earliest;
  const older = (what: string, path: readonly PropertyKey[]) => ({
    path,
    message: `${what} was published before the meeting of ${date}`,
    fix: 'cite a page that tells of the meeting itself',
    severity: 'untidy' as const,
  });
  return [
    ...(isOlder(own[0] ?? '') ? [older('the first source', ['sources', 0])] : []),
    ...outcomes.flatMap((outcome, at) =>
      outcome.sources.every(({ source }) => isOlder(source))
        ? [older('every source of this statement', ['outcomes', at, 'sources'])]
        : [],
    ),
  ];
}
