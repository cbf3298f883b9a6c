/** A place between two stretches of a text: where the one ends and the next begins, as offsets, and whether a sentence ends there. */
export type Break = { readonly end: number; readonly next: number; readonly isStop: boolean; readonly mark: string };

const BREAKS = /[?？!！。．]+["”」』)）]* *|[,、，;；:：] *|\. +| [-–—]+ +/gu;
/** A point after these is no end of a sentence. */
const SHORTENED: ReadonlySet<string> = new Set(
  'gen lt col maj capt adm sec min mr mrs ms dr prof sen rep amb gov pres st no vs ft etc approx jan feb mar apr jun jul aug sep sept oct nov dec dept govt'.split(
    ' ',
  ),
);

/** Where the sentences and clauses of a text end, in order. */
export function breaksIn(text: string): readonly Break[] {
  return [...text.matchAll(BREAKS)].flatMap(({ 0: typed, index }) => {
    const mark = typed.trim().charAt(0);
    const next = index + typed.length;
    // "in the spring... which is it?"
    let end = index;
    while (mark === '.' && text.charAt(end - 1) === '.') end -= 1;
    const before = text.slice(text.lastIndexOf(' ', end - 1) + 1, end).toLowerCase();
    const isShort = mark === '.' && (SHORTENED.has(before) || before.includes('.') || before.length < 2);
    if (isShort || next >= text.length) return [];
    const isStop = STOPS.includes(mark);
    return [{ end: isStop ? index + typed.trimEnd().length : index, next, isStop, mark }];
  });
}

/** Where parentheses begin behind a space, in order. */
export const parenthesesIn = (text: string): readonly Break[] =>
  [...text.matchAll(/ (?=\()/g)].map(({ index }) => ({ end: index, next: index + 1, isStop: false, mark: '(' }));

const STOPS = '?？!！。．.';

/** Ends of Japanese sentences and clauses, parentheses, and the spaces of a message typed in haste. */
const JAPANESE_ENDS = /[?？!！。．…]+["”」』]*|[,、，;；)）] *|(?=[(（])| +/gu;

/** Where the sentences and clauses of a Japanese text end, in order; what parts them belongs to the one before. */
export function japaneseEnds(text: string): readonly Break[] {
  return [...text.matchAll(JAPANESE_ENDS)].flatMap(({ 0: typed, index }) => {
    const end = index + typed.length;
    const mark = typed.charAt(0);
    const isStop = mark !== '' && `${STOPS}…`.includes(mark);
    return end === 0 || end >= text.length ? [] : [{ end, next: end, isStop, mark }];
  });
}
