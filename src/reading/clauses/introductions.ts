import { tellsActivity } from '../../text/shape.ts';
import { shiftDays } from '../../time/spans.ts';
import { type Annotated, type Annotation, asNothing, isCue, isName, type TimeAnnotation } from '../annotation.ts';
import { sinceIn } from '../follow-up/counted.ts';
import { listed, type Test } from '../patterns.ts';
import { breaksOf, isAsked, isBare, isTag, onlyTells, type Stretch, stretchOf } from './clauses.ts';

const asks = listed('asks');
const endsReason = listed('ends-reason');
const introduces = listed('introduces');
const tells: Test = (one) => introduces(one) || isDone(one) || isCue(one, 'tenure.*');
const isDone = listed('done');
const endsSentence = listed('ends-sentence');
const keepsTopic = listed('keeps-topic');
const isPointer = listed('points');
const isTold = listed('told-of');
const isKept = listed('kept-of-introduction');
const isHeard = listed('heard');
const isSite = listed('site');
const isIt = listed('it');
const isThen = listed('day-of-event');
const isOwn = listed('own-affairs');
const isDeed = listed('deed');
const asksMeetings = listed('asks-meetings');

/** What is read of the sentences before a question: the names that it leaves open, nothing, or all; `fitting`: all of a claim that it points at, else names. */
export type Introduction = 'fitting' | 'names' | 'nothing' | 'all';

/** Names that take each other's place: what the question names itself, it takes from no sentence before it. */
const GROUPS = [
  ['framework', 'members', 'level', 'format'],
  ['person', 'office'],
  ['topic', 'document'],
  ['place', 'country'],
  ['administration'],
] as const;

/**
 * "My class is looking at the alliance. What …", 「台湾について記事を書いています。2024年の2+2では」: what a sentence that asks nothing names before the question is
 * what that is about, as far as it names nothing in its place; its verbs and other words ask for nothing. A title ("Hormuz. What did they say?")
 * stays as it is.
 */
export function withoutIntroduction(
  annotated: Annotated,
  introduction: Exclude<Introduction, 'all'>,
): readonly Annotation[] {
  const { all } = annotated;
  const until = endOfIntroduction(annotated);
  if (until === 0) return all;
  const { intro, question, pointer, time } = partedAt(annotated, until);
  if (time !== undefined) {
    // "The vice-ministers agreed to hold a 2+2. Has there been one since?": of the meeting promised, and not of where it was.
    const tables = [intro, question].map((some) => some.findLast((one) => isName(one, 'framework')));
    const isElsewhere = (one: Annotation) => isName(one, 'framework') && one !== (tables[1] ?? tables[0]);
    return all.map((one) => (isElsewhere(one) ? asNothing(one) : sinceTold(one, pointer, time, intro)));
  }
  const isStop = breaksOf(annotated).some((each) => each.next === until && each.isStop);
  const stays = introduction === 'nothing' ? () => false : staying(intro, question, isStop, introduction === 'fitting');
  return all.map((one) => (!intro.includes(one) || stays(one) ? one : asNothing(one)));
}

/** Whether a question is of the time after what a sentence before it tells, so that what it tells is no answer. */
export const asksSince = (annotated: Annotated): boolean =>
  partedAt(annotated, endOfIntroduction(annotated)).time !== undefined;

/** A text in two, where the sentences before its question end, with the word that points back to their time. */
function partedAt(annotated: Annotated, until: number) {
  const intro = stretchOf(annotated.all, 0, until).all;
  const question = stretchOf(annotated.all, until, annotated.text.length).all;
  const pointer = sinceIn({ ...annotated, all: question });
  return { intro, question, pointer, time: pointer && timeAfter(intro, question) };
}

/** "In February 2025 they promised a 2+2. Has there been one since?": the time that the question points back to, where it has none of its own. */
function timeAfter(intro: readonly Annotation[], question: readonly Annotation[]): TimeAnnotation | undefined {
  const [time, ...others] = intro.filter((one): one is TimeAnnotation => one.kind === 'time');
  const to = time?.mention.period?.to;
  if (time === undefined || to == null || others.length > 0 || question.some(isOfTime)) return undefined;
  const period = { from: shiftDays(to, 1), to: null };
  return { ...time, mention: { ...time.mention, period, granularity: 'span', relation: 'after' } };
}

/** Of what was told before only the time since and the matter are asked about, and not who did it then. */
function sinceTold(
  one: Annotation,
  pointer: Annotation | undefined,
  time: TimeAnnotation,
  intro: readonly Annotation[],
) {
  if (one === pointer) return asNothing(one);
  if (!intro.includes(one)) return one;
  if (one.kind === 'time') return time;
  return isName(one, 'topic', 'document', 'framework') ? one : asNothing(one);
}

/** What of an introduction the question is still about. */
function staying(
  intro: readonly Annotation[],
  question: readonly Annotation[],
  isStop: boolean,
  takesClaims: boolean,
): (one: Annotation) => boolean {
  const isOpen = leavesOpen(question);
  // 「台湾への派遣を約束したと聞きましたが、どの会談ですか」: what was heard, or in one sentence is looked for, is what is asked about, all of it.
  const isSought = !isStop && intro.some(isOfRecord) && question.some((one) => isCue(one, 'ask.which'));
  const isWhole = isOpen && takesClaims && (isSought || intro.some(isHeard));
  if (isWhole) return () => true;
  // "A missile flew over Japan in October 2022. Who talked that day?": the event tells the time and its subject, and filters by no word of its own.
  if (isStop && !intro.some(isTold) && tellsDay(intro, question)) return staysOfEvent;
  const isTelling = intro.some(isTold);
  // 講義でDICASを取り上げます: what whoever asks does with it, nobody did at a meeting.
  const isToldOpen = isOpen && isTelling && !intro.some(isOwn);
  // 「岸田政権と石破政権を比較しています。…はそれぞれ何回」: the question is of each of them, whoever else it names.
  const asksEach = question.some((one) => isCue(one, 'each'));
  const isOneOfSeveral = (one: Annotation) =>
    asksEach && intro.some((other) => other !== one && other.text !== one.text && isOfGroup(one, other));
  // "I'm writing about the realignment. When did the EDD last meet": a body that is named is asked about, whatever it took up.
  const isOfBody = asksOfBody(intro, question);
  const isMeant = (one: Annotation): boolean => {
    if (isOfTime(one) && !isOneOfSeveral(one))
      return isTelling && !question.some((other) => isOfTime(other) || isCue(other, 'rel.when'));
    if (one.kind !== 'name' || (isOfBody && isName(one, 'topic', 'document'))) return false;
    return (
      isOneOfSeveral(one) || ((isTelling || !isWhere(one, intro)) && !question.some((other) => isOfGroup(one, other)))
    );
  };
  const isOfSome = intro.some(isMeant);
  return (one: Annotation): boolean =>
    one.kind === 'cue' ? (isToldOpen && !isCue(one, 'ask.*')) || (isOfSome && isKept(one)) : isMeant(one);
}

const isOfTime = (one: Annotation): boolean => one.kind === 'time' || isName(one, 'administration');

const isOfRecord = ({ kind }: Annotation) => kind === 'name' || kind === 'time';

/** Whether a question points at something, or names nothing itself. */
const leavesOpen = (question: readonly Annotation[]) => question.some(isPointer) || !question.some(isOfRecord);

/** Where whoever asks is, and not what "a report on the Philippines", フィリピンについて is about. */
function isWhere(one: Annotation, intro: readonly Annotation[]): boolean {
  const at = intro.indexOf(one);
  const before = isCue(intro[at - 1], 'prep.article') ? intro[at - 2] : intro[at - 1];
  return isSite(one) && !isCue(before, 'rel.on', 'rel.about') && !isCue(intro[at + 1], 'rel.about');
}

/** Whether a question asks who sat in a body that it names, when, where or how often it met, and not what was said or done there. */
const asksOfBody = (intro: readonly Annotation[], question: readonly Annotation[]) =>
  !intro.some(isTold) &&
  question.some((one) => isName(one, 'framework')) &&
  question.some((one) => asksMeetings(one) || isCue(one, 'ask.when', 'ask.where', 'ask.howlong')) &&
  !question.some((one) => isDeed(one) || isPointer(one));

/** Whether a question points at the day of what the sentence before it tells. */
const tellsDay = (intro: readonly Annotation[], question: readonly Annotation[]) =>
  intro.some(({ kind }) => kind === 'time') &&
  !question.some((one) => one.kind === 'time' || isIt(one)) &&
  question.some(isThen);
const staysOfEvent = (one: Annotation) => one.kind === 'time' || isName(one, 'topic', 'outsider');

const isOfGroup = (one: Annotation, other: Annotation) =>
  GROUPS.some((kinds) => isName(one, ...kinds) && isName(other, ...kinds));

const DASHES = ':-–—';

/** Where the sentences that ask nothing end; 0 where the text begins with what it asks, or with a title. */
function endOfIntroduction(annotated: Annotated): number {
  const { all, text } = annotated;
  let until = 0;
  for (const { end, next, isStop, mark } of breaksOf(annotated)) {
    const before = stretchOf(all, until, end);
    const after = stretchOf(all, next, text.length);
    if (isAsked(before, text) && !onlyTells(before, annotated))
      return isStop && !isTag(after) ? until : endOfReason(all, until, text);
    const isEnd =
      isStop || DASHES.includes(mark) || endsSentence(before.all.at(-1)) || tellsActivity(text.slice(until, end));
    const isSentence = isSaid(before, annotated) || (isStop && tellsDay(before.all, after.all));
    if (isEnd && isSentence && isPut(after, text)) until = next;
  }
  return endOfReason(all, until, text);
}

/** A question, and no "…, right?" behind one. */
const isPut = (after: Stretch, text: string) => isAsked(after, text) && !isTag(after);

/** "We are preparing a briefing and need to know which …", 「資料を作っていて、」: in one sentence with what is asked. "What do I need to know" asks. */
function endOfReason(all: readonly Annotation[], from: number, text: string): number {
  const after = ({ span }: Annotation) => stretchOf(all, span[1], text.length);
  const last = all.findLast((one) => endsReason(one) && one.span[0] >= from && !isBare(after(one)));
  if (last === undefined) return from;
  const next = last.span[isCue(last, 'ask.claim', 'ask.yesno') ? 0 : 1];
  const first = stretchOf(all, from, next).all.find((one) => !isCue(one, 'noise', 'ask.greeting'));
  // "My editor wants to know if they met", with no question mark.
  const isQuestion = after(last).all.some((one) => asks(one) || isDone(one));
  return asks(first) || !isQuestion ? from : next;
}

/** 「大阪の学生です」, and not 「SM-3の件です」, which names what is asked about; in English anything with a verb, or on whoever asks. */
function isSaid({ all, from, to }: Stretch, { text, language }: Annotated): boolean {
  if (language === 'en') return all.some(tells) || tellsActivity(text.slice(from, to));
  const [last, before] = all.toReversed();
  return introduces(last) && !keepsTopic(before);
}
