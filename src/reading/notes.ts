import { kindOf } from '../text/fold.ts';
import { formatPeriod } from '../time/format.ts';
import { type Annotated, type Annotation, isCue } from './annotation.ts';
import { type Ask, type Constraint, isLetter, type Note, type Query } from './query.ts';

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

/** What explains a thing tells these besides; another question in the same sentence is left. */
const TOLD_BESIDE: Partial<Readonly<Record<Ask, readonly string[]>>> = {
  documents: ['ask.when', 'ask.what'],
  define: ['ask.who', 'ask.when', 'ask.what'],
  structure: ['ask.who', 'ask.when', 'ask.what'],
};
const ASKS = ['ask.who', 'ask.when', 'ask.what', 'ask.where', 'ask.which', 'ask.howmany', 'ask.count'];

/** That the second of two questions waits: "what does SSC stand for, and which is older". */
export function secondQuestion({ text, language }: Annotated, rest: readonly Annotation[], ask: Ask): readonly Note[] {
  const told = TOLD_BESIDE[ask];
  const links = ['rel.and', 'continue', ...(language === 'ja' ? ['rel.in'] : [])]; // 何の略で、どこで
  const at = rest.findIndex((one, place) => place > 1 && isCue(one, ...ASKS) && isCue(rest[place - 1], ...links));
  const second = rest[at];
  const isFirst = !rest.slice(0, Math.max(at, 0)).some((one) => isCue(one, 'ask.*'));
  if (told === undefined || second === undefined || isFirst || isCue(second, ...told)) return [];
  const typed = text.slice(second.span[0], rest.findLast((one) => !isCue(one, 'mark.question'))?.span[1]);
  return [
    {
      kind: 'dropped',
      text: {
        ja: `「${typed}」については、分けてお尋ねください。`,
        en: `“${typed}” is a question of its own; please ask it separately.`,
      },
    },
  ];
}

/** Asks that tell one post and nothing beside it. */
const OF_ONE_POST: ReadonlySet<Ask> = new Set<Ask>(['holder', 'succession', 'tenure']);

/** That what stands behind a question mark waits: 「…の長官は誰？2回目とは別人？」. A tag that asks nothing by itself is none. */
export function questionBehind({ text, all }: Annotated, ask: Ask): readonly Note[] {
  const mark = Math.max(text.indexOf('?'), text.indexOf('？'));
  const behind = all.filter(({ span }) => span[0] > mark && span[1] > span[0]);
  const isAsked = isCue(all.at(-1), 'mark.question') && behind.some(({ kind }) => kind !== 'cue');
  if (!OF_ONE_POST.has(ask) || mark < 0 || !isAsked) return [];
  const typed = text.slice(mark + 1).trim();
  return [
    {
      kind: 'dropped',
      text: {
        ja: `「${typed}」については、分けてお尋ねください。`,
        en: `“${typed}” is a question of its own; please ask it separately.`,
      },
    },
  ];
}

function labelOf({ label, negated }: Constraint): string {
  return negated ? `≠ ${label}` : label;
}
