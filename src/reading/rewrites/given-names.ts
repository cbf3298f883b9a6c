import { isEnglish } from '../../lexicon/spelling/english.ts';
import { slips } from '../../lexicon/spelling/slips.ts';
import { foldKey, kindOf } from '../../text/fold.ts';
import { type Annotation, asWord, isName } from '../annotation.ts';
import { spellings } from '../cues.ts';
import { type Rewrite, withRuns } from './rewrite.ts';

/**
 * 山田花子, "Hanako Yamada", トム・オースティン: beside a family name a given name that nobody on record has with it is that of somebody else, who is
 * looked for as written.
 */
export const withStrangers: Rewrite = (all, { text }) =>
  withRuns(all, text, (at) => {
    const [one, next] = [all[at], all[at + 1]];
    if (one === undefined || next === undefined) return undefined;
    const between = text.slice(one.span[1], next.span[0]);
    const isStranger =
      (isFamily(next) && isGivenBefore(one, between)) || (isFamily(one) && isGivenAfter(next, between));
    return isStranger
      ? { last: next, made: (place) => ({ ...asWord({ ...next, ...place }), isQuoted: true }) }
      : undefined;
  });

/** A family name by itself: with a title it is somebody's who is known. */
const isFamily = (one: Annotation) => isName(one, 'person') && one.partial && one.titles.length === 0;

/** "Hanako" before a space, トム before a middle dot. A capital tells a name within a sentence, of what is in no dictionary. */
function isGivenBefore(one: Annotation, between: string): boolean {
  if (one.kind !== 'word') return false;
  const key = foldKey(one.text);
  const isElse = slips().strangers.has(key);
  if (between === '・') return !isElse && kindOf(one.text.charAt(0)) === 'katakana';
  if (between !== ' ') return false;
  const isProper = one.from > 0 && key.length >= LEAST_GIVEN && one.text === key.charAt(0).toUpperCase() + key.slice(1);
  return spellings('given-names').includes(key) || (isProper && !isElse && !isEnglish(key));
}

/** 花子 right behind the family name; in Latin letters, where much else may stand there, only a name of the list. */
function isGivenAfter(one: Annotation, between: string): boolean {
  if (one.kind !== 'word') return false;
  const { text } = one;
  if (between === ' ') return spellings('given-names').includes(foldKey(text));
  const isLong = between === '' && text.length > 1 && text.length < 4;
  return isLong && spellings('given-ends').includes(text.slice(-1)) && !spellings('given-not').includes(text);
}

/** Four letters may be cut short: "Secy Blinken". */
const LEAST_GIVEN = 5;
