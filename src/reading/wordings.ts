import { isNumbered, singlesOut } from '../text/shape.ts';
import { type Annotated, type Annotation, isCue, type WordAnnotation } from './annotation.ts';
import { typed } from './blank.ts';
import { type Marks, marksOf } from './marks.ts';
import { listed } from './patterns.ts';
import type { Ask, Constraint } from './query.ts';

const isTitled = listed('titled');
const SUBJECT_MARKS = ['about', 'told', 'on'] as const;
/** Asks of what was said: there a word in no table is what it is about, if the record says it. */
const OF_CONTENT: ReadonlySet<Ask> = new Set(['what', 'develop', 'compare', 'source']);
/** Asks that a word in no table may decide: leaving it out would say yes to something else, or give another sum. */
const DECIDED_BY_WORDS: ReadonlySet<Ask> = new Set(['yes-no', 'define', 'amount']);

type Told = {
  readonly hasSubject: boolean;
  readonly hasPeople: boolean;
  /** A time, a table or a place narrows the record already. */
  readonly isPlaced: boolean;
  /** Nothing but words is asked: where nothing holds them, the rest is no question. */
  readonly isBare: boolean;
  readonly isPolar: boolean;
  /** The posts that words name. */
  readonly postsInWords: (terms: readonly string[]) => readonly string[];
};

/** Asks that claim something of each record found: there every word counts. */
const CLAIMING: ReadonlySet<Ask> = new Set(['list', 'count', 'rank']);

/** Whether a word that nothing marks decides the answer. "Trump golf": of people alone it is asked what they did. */
function decides(ask: Ask, { isPolar, isPlaced, hasPeople }: Told): boolean {
  if (DECIDED_BY_WORDS.has(ask) || isPolar) return true;
  return !isPlaced && !(hasPeople && !OF_CONTENT.has(ask));
}

/**
 * What the words in no table demand: the subject where the wording says so or nothing else can be, else a soft demand. Words that
 * stand together belong together.
 */
export function wordConstraints(
  annotated: Annotated,
  rest: readonly Annotation[],
  ask: Ask,
  told: Told,
): readonly Constraint[] {
  const words = rest.filter((one) => one.kind === 'word').filter((one) => !marksOf(annotated, one).has('own'));
  // "Why did she hold it alone?": what else she did is no reason for that.
  const isWhy = rest.some((each) => isCue(each, 'ask.why'));
  const isAsked = decides(ask, told) || isWhy;
  const isNone = rest.some((each) => isCue(each, 'neg.none'));
  const isMet = rest.some((each) => isCue(each, 'meet.meet', 'meet.attend'));
  return words.map((one): Constraint => {
    const marks = marksOf(annotated, one);
    const isThere = isMet && !SUBJECT_MARKS.some((mark) => marks.has(mark));
    // "Did the finance minister attend": somebody in that post must have been there.
    if (isThere && isTitled(one)) return typed(one, 'post', told.postsInWords(one.terms));
    // 安倍首相とバイデン大統領の会談: somebody whom no table knows was at none, however often they speak of him.
    if (isThere && marks.has('stranger')) return typed(one, 'person', []);
    const { isFirm, isSubject } = weightOf(one, marks, ask, isAsked, told);
    const negated = isSubject && isNone && !marks.has('opens-not');
    const strength = isFirm ? 'firm' : 'soft';
    const isDeed = (ask === 'yes-no' && marks.has('deed')) || marks.has('reasoned');
    return typed(one, 'word', one.terms, {
      strength,
      subject: isSubject,
      negated,
      ...(marks.has('site') ? { isSite: true } : {}),
      ...(isDeed ? { isDeed } : {}),
    });
  });
}

/** Whether a word must be held, and whether it is what is asked about. */
function weightOf(one: WordAnnotation, marks: Marks, ask: Ask, isAsked: boolean, told: Told) {
  const isBesideHolder = marks.has('called');
  const isStrange = marks.has('stranger');
  const isActor = isActing(marks, told);
  const isToldOf = SUBJECT_MARKS.some((mark) => marks.has(mark)) || isStrange;
  const isAlone = !told.hasSubject && !isBesideHolder && !isAside(marks, told);
  // "About mining rare earths": beside what is named, an everyday word is given up where nothing says it.
  const isBesideName = marks.has('about') && told.hasSubject && !CLAIMING.has(ask) && isEveryday(one, marks);
  const isDeciding = [isToldOf, isActor, isAlone && isAsked, isFixed(one), told.isBare].includes(true);
  const isFirm = isDeciding && !isLetter(one) && !isBesideName;
  // Somebody unknown who met or spoke must stand in the sentence; a soft subject is given up where nothing says it.
  const isSubject = one.isQuoted || isBesideName || (isFirm && !isActor) || (isAlone && OF_CONTENT.has(ask));
  return { isFirm, isSubject };
}

/** Neither a name nor a figure nor a saying. */
const isEveryday = ({ text, isQuoted }: WordAnnotation, marks: Marks) =>
  !singlesOut(text) && isQuoted !== true && !marks.has('stranger');

/** Somebody unknown who met or spoke. */
function isActing(marks: Marks, { hasSubject }: Told): boolean {
  return marks.has('called') ? marks.has('stranger') && hasSubject : marks.has('acts') || marks.has('guest');
}

/** What somebody did is asked for by "who" and "what", and claimed by a yes-no; what stands outside the sentence is neither. */
function isAside(marks: Marks, { isPolar }: Told): boolean {
  return marks.has('stray') || (marks.has('deed') && !isPolar);
}

/** With another number it would be another thing (第9条, F-22), and a saying is quoted as it was said: neither is given up. */
const isFixed = ({ text, isQuoted }: WordAnnotation) => isQuoted === true || isNumbered(text);

/** A single character of Japanese (旨, 例) is too little to decide an answer by itself. */
const isLetter = ({ text }: WordAnnotation) => [...text].length === 1;
