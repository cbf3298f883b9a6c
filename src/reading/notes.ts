import { formatPeriod } from '../time/format.ts';
import type { Constraint, Note, Query } from './query.ts';

/** What was read as something else. */
export function repairedNote({ typed, read }: { readonly typed: string; readonly read: string }): Note {
  return {
    kind: 'repaired',
    text: { ja: `「${typed}」を「${read}」と読みました。`, en: `Read “${typed}” as “${read}”.` },
  };
}

/** What was carried over from the turn before; none where nothing was. */
export function carriedNotes(query: Pick<Query, 'constraints'>, period: Query['period']): readonly Note[] {
  const carried = query.constraints.filter(
    ({ origin, role, label }) => origin === 'carried' && role !== 'consultation' && label !== '',
  );
  const labels = [...new Set(carried.map(labelOf))];
  const say = (language: 'ja' | 'en') => [...(period === null ? [] : [formatPeriod(period, language)]), ...labels];
  if (period === null && labels.length === 0) return [];
  return [
    {
      kind: 'carried',
      text: {
        ja: `前の質問の条件を引き継いでいます：${say('ja').join('、')}`,
        en: `Carried over from the question before: ${say('en').join('; ')}.`,
      },
    },
  ];
}

/** That only the records of the answer before were looked at. */
export function amongNote(count: number): Note {
  return {
    kind: 'carried',
    text: {
      ja:
        count === 1
          ? '直前の回答で示した協議についてお答えします。'
          : `直前の回答で示した${count}件の協議の中からお答えします。`,
      en:
        count === 1
          ? 'This is about the consultation in the previous answer.'
          : `This is about the ${count} consultations in the previous answer.`,
    },
  };
}

/** That the answer before held nothing of the kind, so that the whole record was searched. */
export const WIDENED: Note = {
  kind: 'carried',
  text: {
    ja: '直前の回答の協議には該当がないため、記録全体からお答えします。',
    en: 'The previous answer’s consultations hold nothing on this, so the whole record was searched.',
  },
};

function labelOf({ label, negated }: Constraint): string {
  return negated ? `≠ ${label}` : label;
}
