import { formatPeriod } from '../time/format.ts';
import type { Constraint, Note, Query } from './query.ts';

/** What was read as something else. */
export function repairedNote({ typed, read }: { readonly typed: string; readonly read: string }): Note {
  return {
    kind: 'repaired',
    text: { ja: `「${typed}」を「${read}」と読みました。`, en: `Read “${typed}” as “${read}”.` },
  };
}

/** What was carried over from the turn before, as a first line opens with it; none where nothing was. */
export function carriedNotes(query: Pick<Query, 'constraints'>, period: Query['period']): readonly Note[] {
  const carried = query.constraints.filter(
    ({ origin, role, label }) => origin === 'carried' && role !== 'consultation' && label !== '',
  );
  const labels = [...new Set(carried.map(labelOf))];
  const say = (language: 'ja' | 'en') => [...labels, ...(period === null ? [] : [formatPeriod(period, language)])];
  if (period === null && labels.length === 0) return [];
  return [
    {
      kind: 'carried',
      text: {
        ja: `前の質問に続き、${say('ja').join('・')}についてお答えします。`,
        en: `Still on ${say('en').join(', ')}.`,
      },
    },
  ];
}

/** That only the records of the answer before were looked at. */
export function amongNote(count: number): Note {
  return {
    kind: 'carried',
    text: {
      ja: `直前に示した${count === 1 ? '' : `${count}件の`}協議についてお答えします。`,
      en: count === 1 ? 'From the consultation just shown:' : `From the ${count} consultations just shown:`,
    },
  };
}

function labelOf({ label, negated }: Constraint): string {
  return negated ? `≠ ${label}` : label;
}
