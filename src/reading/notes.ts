import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { titleFits } from '../lexicon/offices.ts';
import { kindOf } from '../text/fold.ts';
import { formatPeriod } from '../time/format.ts';
import { type Annotation, idsOf } from './annotation.ts';
import { type Constraint, isLetter, type Note, type Query } from './query.ts';

const noteOf = (kind: Note['kind'], ja: string, en: string): Note => ({ kind, text: { ja, en } });

/** What was read as something else. */
export const repairedNote = ({ typed, read }: { readonly typed: string; readonly read: string }) =>
  noteOf('repaired', `「${typed}」を「${read}」と読みました。`, `Read “${typed}” as “${read}”.`);

/** What could not be read, and could have narrowed the answer. */
export const unreadNote = (typed: string) =>
  noteOf(
    'dropped',
    `「${typed}」は読み取れなかったため、それ以外の点についてお答えします。`,
    `“${typed}” could not be read, so this answers the rest of the question.`,
  );

/** What was carried over from the turn before, as a first line opens with it; behind a yes or no it is told below. None where nothing was. */
export function carriedNotes(
  { constraints, yesNo }: Pick<Query, 'constraints' | 'yesNo'>,
  period: Query['period'],
): readonly Note[] {
  const carried = constraints.filter(
    ({ origin, role, label }) => origin === 'carried' && role !== 'consultation' && label !== '',
  );
  const labels = [...new Set(carried.filter(isNameable).map(labelOf))];
  const [ja, en] = (['ja', 'en'] as const).map((language) => [
    ...labels,
    ...(period === null ? [] : [formatPeriod(period, language)]),
  ]);
  if (period === null && labels.length === 0) return [];
  const note = yesNo
    ? noteOf(
        'carried',
        `前の質問から引き継いだ条件：${ja?.join('、')}。`,
        `Taken from the previous question: ${en?.join(', ')}.`,
      )
    : noteOf(
        'carried',
        `前の質問に続き、${ja?.join('・')}についてお答えします。`,
        `Continuing from the previous question (${en?.join(', ')}):`,
      );
  return [note];
}

/** What can stand in a list by itself: names, and words that are whole; not 求め, 落 or "agreed". */
function isNameable(one: Constraint): boolean {
  const isWhole = one.role !== 'word' || kindOf([...one.label].at(-1) ?? '') !== 'hiragana';
  return one.role !== 'act' && one.role !== 'verb' && !isLetter(one) && isWhole;
}

/** That only the records of the answer before were looked at. */
export function amongNote(count: number, yesNo: boolean): Note {
  const shown = {
    ja: `直前に示した${count === 1 ? '' : `${count}件の`}協議について`,
    en: count === 1 ? 'the consultation just shown' : `the ${count} consultations just shown`,
  };
  return yesNo
    ? noteOf('carried', `${shown.ja}の答えです。`, `This is about ${shown.en}.`)
    : noteOf('carried', `${shown.ja}お答えします。`, `From ${shown.en}:`);
}

/** That the same is asked of the one who came after or before somebody in his post. */
export function successorNote(side: 'before' | 'after', next: Note['text'], one: Note['text']): Note {
  const [ja, en] = side === 'after' ? ['後任', 'followed'] : ['前任', 'came before'];
  return noteOf(
    'carried',
    `${one.ja}氏の${ja}、${next.ja}氏についてお答えします。`,
    `On ${next.en}, who ${en} ${one.en}:`,
  );
}

/** That a word points to what was shown before, where nothing was. */
export const unboundNote = (typed: string) =>
  noteOf(
    'dropped',
    `「${typed}」が指すものがこれまでのやりとりにないため、それ以外の部分についてお答えします。`,
    `“${typed}” points to nothing shown so far, so this answers the rest of the question.`,
  );

/** "President Harris": that somebody is on record in no such office. */
export function titleNotes(rest: readonly Annotation[], knowledge: KnowledgeBase): readonly Note[] {
  return rest.flatMap((one): readonly Note[] => {
    if (one.kind !== 'name' || one.titles.length === 0) return [];
    const [id, ...others] = idsOf(one, 'person');
    const names = knowledge.people.get(id ?? '')?.names;
    if (id === undefined || names === undefined || others.length > 0) return [];
    if (one.titles.some((title) => titleFits(knowledge, id, title))) return [];
    const [ja, en] = (['ja', 'en'] as const).map((language) => officesOf(id, language, knowledge));
    if (en === '') return [];
    const note = noteOf(
      'dropped',
      `記録にある${names.ja}氏の役職は${ja}で、「${one.text}」としての記録はありません。`,
      `The record has ${names.en} as ${en}, not as “${one.text}”.`,
    );
    return [{ ...note, opens: true }];
  });
}

function officesOf(id: string, language: 'ja' | 'en', knowledge: KnowledgeBase): string {
  const offices = [...new Set(knowledge.people.get(id)?.offices.map((office) => office[language]))];
  return language === 'ja' ? offices.join('、') : new Intl.ListFormat('en', { type: 'conjunction' }).format(offices);
}

function labelOf({ label, negated }: Constraint): string {
  return negated ? `≠ ${label}` : label;
}
