/**
 * A light stem of a lower-case English word: plurals (B-52s too), -ed and -ing go, so that meetings, meeting and meet are one term. Words of
 * other letters or under four letters come back as they are. A stem is a key, not a word (exercise → exercis).
 */
export function stemEnglish(word: string): string {
  if (/^\d+s$/.test(word)) return word.slice(0, -1);
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  let stem = singular(PRESENT.get(word) ?? word);
  if (stem.endsWith('ing') && hasVowel(stem.slice(0, -3))) stem = undouble(stem.slice(0, -3));
  else if (stem.endsWith('ied') && stem.length > 4) stem = `${stem.slice(0, -3)}y`;
  else if (stem.endsWith('eed')) stem = /[aeiouy]/.test(stem.slice(0, -3)) ? stem.slice(0, -1) : stem;
  else if (stem.endsWith('ed') && hasVowel(stem.slice(0, -2))) stem = undouble(stem.slice(0, -2));
  if (stem.endsWith('e') && stem.length > 3) stem = stem.slice(0, -1);
  return stem;
}

/** Whether a word tells what was done: built, signed. */
export function isPast(word: string): boolean {
  return word.endsWith('ed') || PRESENT.has(word);
}

/** Verbs whose past has another stem; not those whose past is another word as well (found, left, saw). */
const PRESENT: ReadonlyMap<string, string> = new Map(
  [
    ['begin', 'began', 'begun'],
    ['break', 'broke', 'broken'],
    ['bring', 'brought'],
    ['build', 'built'],
    ['buy', 'bought'],
    ['choose', 'chose', 'chosen'],
    ['draw', 'drew', 'drawn'],
    ['give', 'gave', 'given'],
    ['grow', 'grew', 'grown'],
    ['hold', 'held'],
    ['keep', 'kept'],
    ['lose', 'lost'],
    ['make', 'made'],
    ['seek', 'sought'],
    ['sell', 'sold'],
    ['send', 'sent'],
    ['speak', 'spoke', 'spoken'],
    ['spend', 'spent'],
    ['take', 'took', 'taken'],
    ['teach', 'taught'],
    ['withdraw', 'withdrew', 'withdrawn'],
    ['write', 'wrote', 'written'],
  ].flatMap(([verb = '', ...pasts]) => pasts.map((past) => [past, verb] as const)),
);

function singular(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** Keeps bring, speed and their like whole: what remains must be able to be a word. */
function hasVowel(stem: string): boolean {
  return stem.length >= 3 && /[aeiouy]/.test(stem);
}

function undouble(stem: string): string {
  return /([bdgmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem;
}
