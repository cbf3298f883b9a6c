import type { Outcome } from '../../knowledge/schema.ts';
import { type Constraint, isLetter, type Role } from '../../reading/query.ts';
import type { Given } from '../given.ts';
import { type Point, SUBJECTS } from './points.ts';
import { type Both, stands, wordingsOf } from './wordings.ts';

/** Whether a statement denies what is asked: surely, perhaps (it denies something, and the question is of a deed or of what stands there), or not at all. */
export type Denial = 'denied' | 'open' | 'none';

/** A statement by what it says was not so, and what else it says. */
type Parts = { readonly denied: Both; readonly rest: Both };

export const DEEDS: ReadonlySet<Role> = new Set(['act', 'verb']);

/**
 * "Did they make a demand" of "no demand was made": denied where what was done stands in what the statement denies and nowhere else, and all that
 * it was on stands there too, or just before a denial that names no object.
 */
export function denialOf({ outcome, lacks }: Point, given: Given): Denial {
  const parts = partsOf(outcome);
  if (parts === undefined) return 'none';
  // 「増やせと要求」 of 「要求はなかった」: a character of its own tells no object.
  const wanted = given.query.constraints.filter((each) => !each.negated && !isLetter(each));
  const asked = wanted.filter((each) => !given.found.dropped.includes(each));
  const says = (text: Both, each: Constraint) => wordingsOf(each, given).some((wording) => stands(wording, text));
  const subjects = asked.filter(({ role }) => SUBJECTS.has(role));
  // What was not done is given up by the search for what else was said: "why did he demand 3.5% of GDP".
  const isOnSubject = subjects.some((each) => says(parts.denied, each));
  const deeds = (isOnSubject ? wanted : asked).filter(({ role }) => DEEDS.has(role));
  const areSubjectsDenied = subjects.length > 0 && subjects.every((each) => says(parts.denied, each));
  // A verb that the search found there in other words ("demand", "request") stands with its object.
  const isDeedDenied = (each: Constraint) =>
    !says(parts.rest, each) && (says(parts.denied, each) || (each.role === 'verb' && areSubjectsDenied));
  const isDone = deeds.length > 0 && deeds.every(isDeedDenied);
  // "They discussed tariffs; there was no deal yet": of what was spoken of just before, in these words or in others (数字, 数値).
  const isSpokenOf = (each: Constraint) =>
    says(parts.denied, each) || says(parts.rest, each) || (isDone && each.role === 'word' && !lacks.includes(each));
  const isBare = !OBJECT.test(parts.denied.en) && subjects.every(isSpokenOf);
  if (isDone && (areSubjectsDenied || subjects.length === 0 || isBare)) return 'denied';
  // "Is it binding" of "gives rise to no obligations": what is said in other words may be what is denied.
  const isInOtherWords = subjects.some(
    (each) => each.role === 'word' && !says(parts.denied, each) && !says(parts.rest, each),
  );
  return deeds.length > 0 || isInOtherWords ? 'open' : 'none';
}

/** Whether a statement says of anything that it is not so, or shall not be. */
export const deniesAny = ({ en }: Outcome) =>
  /\b(?:no|not|never|nor|without \w+ing|excluding|oppos\w+|reject\w+)\b/i.test(en);

/** Whether "agreed on co-production" is all that a statement says of studying or seeking it: no agreement on the thing itself. */
export function isOnlySought({ outcome }: Point, given: Given): boolean {
  const { query, language } = given;
  const subjects = query.constraints.filter(({ role, negated }) => !negated && SUBJECTS.has(role));
  const isOfDeal = query.constraints.some(({ role, anyOf }) => role === 'act' && anyOf.includes('agreed'));
  if (!isOfDeal || subjects.some(({ label }) => SOUGHT[language].test(label))) return false;
  const says = (text: string) => (one: Constraint) =>
    wordingsOf(one, given).some((wording) => stands(wording, { ja: text, en: text }));
  const clauses = outcome[language].split(CLAUSES).filter((text) => subjects.some(says(text)));
  return clauses.length > 0 && clauses.every((text) => SOUGHT[language].test(text) && !MADE[language].test(text));
}

const CLAUSES = /[、。,;]|\band\b/;

/** What makes the thing that stands beside it no more than a wish. */
const SOUGHT = {
  ja: /検討|研究|調査|フィージビリティ|可能性|機会|追求|模索|目指/,
  en: /\b(?:feasib|stud|examin|explor|consider|opportunit|pursu|seek|possib)\w*/i,
};

/** A body that is to study something is set up. */
const MADE = {
  ja: /設置|創設|設立|設け|立ち上げ|発足/,
  en: /\b(?:set up|setting up|establish\w*|creat\w+|launch\w*|form(?:ed|ing)?)\b/i,
};

/** `undefined` unless both languages say that something was not done: "will not accept", 認めない, is no denial. */
function partsOf({ ja, en }: Outcome): Parts | undefined {
  const [inEnglish] = en.match(NOT_DONE.en) ?? [];
  const inJapanese = ja.split(/[、。]/).find((clause) => NOT_DONE.ja.test(clause));
  if (inEnglish === undefined || inJapanese === undefined) return undefined;
  return {
    denied: { ja: inJapanese, en: inEnglish },
    rest: { ja: ja.replace(inJapanese, ' '), en: en.replace(inEnglish, ' ') },
  };
}

/** From the word that denies to the end of its clause; a Japanese clause that ends in 〜なかった. */
const NOT_DONE = {
  en: /\b(?:no|not|never)\b[^;,.]*/i,
  ja: /(?:なかった|ませんでした|[はも]ない|ていない)(?:が|とした)?$/,
};

/** What a denial names as its object. */
const OBJECT = /\b(?:about|for|of|on|over|regarding|to)\b/i;
