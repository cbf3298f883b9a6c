import { kindOf } from '../text/fold.ts';
import { formatPeriod } from '../time/format.ts';
import { type Constraint, isLetter, type Note, type Query } from './query.ts';

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
  const labels = [...new Set(carried.filter(isNameable).map(labelOf))];
  const say = (language: 'ja' | 'en') => [...labels, ...(period === null ? [] : [formatPeriod(period, language)])];
  if (period === null && labels.length === 0) return [];
  return [
    {
      kind: 'carried',
      text: {
        ja: `前の質問に続き、${say('ja').join('・')}についてお答えします。`,
        en: `Continuing from the previous question (${say('en').join(', ')}):`,
      },
    },
  ];
}

/** What can stand in a list by itself: names, and words that are whole; not 求め, 落 or "agreed". */
function isNameable(one: Constraint): boolean {
  const isWhole = one.role !== 'word' || kindOf([...one.label].at(-1) ?? '') !== 'hiragana';
  return one.role !== 'act' && one.role !== 'verb' && !isLetter(one) && isWhole;
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

/** That a word points to what was shown before, where nothing was. */
export function unboundNote(typed: string): Note {
  return {
    kind: 'dropped',
    text: {
      ja: `「${typed}」が指すものがこれまでのやりとりにないため、それ以外の部分についてお答えします。`,
      en: `“${typed}” points to nothing shown so far, so this answers the rest of the question.`,
    },
  };
}

function labelOf({ label, negated }: Constraint): string {
  return negated ? `≠ ${label}` : label;
}
