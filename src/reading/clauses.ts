import type { Language } from '../text/language.ts';
import { type Annotation, isCue, isName } from './annotation.ts';
import { listed } from './patterns.ts';

/** What a word of asking asks in a clause of its own, and not the whole question. */
const isEmbedded = listed('embedded');
const isTelling = listed('telling');
const isAsk = listed('asks-before-when');

/**
 * Words of asking within a clause. After another question word "when" only tells a time ("who were the co-chairs when the talks were held at …"),
 * and before one, where no verb of a question follows it ("when Abe died, what …"); in what is put as yes or no it does before whoever did
 * something ("did he demand it when he met …"). In what somebody said or decided they ask nothing of the record: "did they decide who …",
 * 「いつ…するか述べましたか」 are told what was said, without a yes, and "what does it say about where …" asks what.
 */
export function withClauses(all: readonly Annotation[], language: Language): readonly Annotation[] {
  const polar = language === 'en' ? all.findIndex((one) => !isCue(one, 'noise', 'rel.and', 'continue')) : -1;
  const isPolar = isCue(all[polar], 'ask.yesno');
  const asks = all.findIndex(isAsk);
  // "Who is he, and when did he …" asks again.
  const isAgain = (at: number) => isCue(all[at - 1], 'rel.and') && isCue(all[at + 1], 'ask.yesno');
  const isWhile = (at: number) => {
    const isDone = isTold(all[at + 1]);
    if (isPolar && at > polar + 1 && (isDone || isCue(all[at + 1], 'pronoun', 'deixis'))) return true;
    return asks >= 0 && !isAgain(at) && (asks < at || (isDone && all.slice(at).some(isAsk)));
  };
  const isInside = (at: number) =>
    isEmbedded(all[at]) && (language === 'ja' ? isSaidWhether(all, at) : isSaidIn(all, at, isPolar));
  return all.map((one, at) => {
    if (one.kind !== 'cue') return one;
    if (isInside(at)) return { ...one, ids: ['ask.within'] };
    return one.text.toLowerCase() === 'when' && isWhile(at) ? { ...one, ids: ['rel.when'] } : one;
  });
}

/** A name or a word right after "when" is what did something. */
function isTold(one: Annotation | undefined): boolean {
  return one?.kind === 'word' || isName(one, 'person', 'country', 'outsider');
}

/** "Did they decide who would …", "what does it say about where …". */
function isSaidIn(all: readonly Annotation[], at: number, isPolar: boolean): boolean {
  const before = all[at - 1];
  const isAbout = isCue(before, 'rel.about') && isTelling(all[at - 2]);
  const isLast = all.slice(at + 1).every((one) => isCue(one, 'mark.question'));
  if (isLast) return false;
  return isPolar ? isAbout || isTelling(before) : isAbout && all.slice(0, at).some((one) => isCue(one, 'ask.what'));
}

/** 「いつ飛行を再開するか述べましたか」 */
function isSaidWhether(all: readonly Annotation[], at: number): boolean {
  const end = all.findIndex((one, place) => place > at && isCue(one, 'rel.or') && one.text === 'か');
  return end > at + 1 && isTelling(all[end + 1]) && all.slice(end + 1).some((one) => isCue(one, 'ask.yesno'));
}
