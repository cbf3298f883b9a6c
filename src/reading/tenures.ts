import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { termOf } from '../lexicon/offices.ts';
import { isJapaneseText } from '../text/shape.ts';
import type { Period } from '../time/period.ts';
import { shiftDays } from '../time/spans.ts';
import { type Annotation, idsOf, isCue, isName } from './annotation.ts';

/** A person's time in office told as a period ("since Takaichi took over"), and the annotations that only say so. */
export type ToldTenure = {
  readonly period: Period;
  readonly used: ReadonlySet<number>;
  readonly begin?: string | undefined;
};

/** The term that the text names to tell a time; `undefined` where it names none, or one whose days are not on record. */
export function tenureIn(all: readonly Annotation[], knowledge: KnowledgeBase): ToldTenure | undefined {
  for (let at = 0; at < all.length; at += 1) {
    const [person, ...others] = idsOf(all[at], 'person');
    const own = knowledge.administrations.get(idsOf(all[at], 'administration')[0] ?? '');
    const term = person === undefined ? own && { from: own.from, to: own.to ?? null } : termOf(person, knowledge);
    if (term?.from == null || others.length > 0) continue;
    const told =
      whileHolding(all, at, knowledge) ??
      onTheDay(all, at, term) ??
      boundedBy(all, at, term) ??
      (own ? undefined : duringTerm(all, at, term));
    if (told !== undefined) return told;
  }
  return undefined;
}

/** Where a text says that somebody took or left office: the word for it, what stands before the name, and where it ends. */
function changeAt(all: readonly Annotation[], at: number) {
  const mark = past(all, at + 1, 'rel.by', 'rel.of', 'rel.to', 'ask.yesno', 'tenure.in');
  const isEnd = isCue(all[mark], 'tenure.end');
  if (!isEnd && !isCue(all[mark], 'tenure.begin')) return undefined;
  return { mark, isEnd, before: beforeArticle(all, at), to: pastMark(all, mark) };
}

const places = (from: number, to: number) => Array.from({ length: to - from }, (_, place) => from + place);

/** "The ambassador when Ishiba took office", 石破氏が就任したときの駐日大使: the day on which somebody else's post is asked about. */
function onTheDay(all: readonly Annotation[], at: number, term: Period): ToldTenure | undefined {
  const change = changeAt(all, at);
  const day = change?.isEnd ? term.to : term.from;
  if (change === undefined || day === null) return undefined;
  const { before, to } = change;
  const end = isCue(all[to], 'noise') && isWhen(all[to + 1]) ? to + 1 : to;
  const isTold = isCue(all[before], 'rel.when', 'deixis.time');
  const isOfHolder = [...all.slice(0, at), ...all.slice(to)].some((one) => isName(one, 'office'));
  if (!isOfHolder || (!isTold && !isWhen(all[end]))) return undefined;
  const used = isTold ? [before, ...places(at, to)] : places(at, end + 1);
  return { period: { from: day, to: day }, used: new Set(used) };
}

/** "After Hegseth took office", 高市さんが総理になって最初に. */
function boundedBy(all: readonly Annotation[], at: number, term: Period): ToldTenure | undefined {
  const change = changeAt(all, at);
  if (change === undefined) return undefined;
  const { isEnd, before, to } = change;
  const [mark, after] = [all[change.mark], all[change.mark + 1]];
  const isBefore =
    isCue(all[before], 'rel.before') || isCue(after, 'rel.before', 'order.previous') || isBeforehand(mark);
  if (!isBefore && !isAfterwards(mark, after, all[before])) return undefined;
  // 高市総理は就任後: the sentence is about him, too; 小泉さんが防衛相になる前 only tells the time.
  const isSubject = isCue(all[at + 1], 'rel.by') && !(isBefore && all[at + 1]?.text === 'が');
  const used = new Set(places(isSubject ? at + 1 : at, to));
  if (isCue(all[before], 'rel.after', 'rel.before')) used.add(before);
  const day = isEnd ? term.to && shiftDays(term.to, 1) : term.from;
  if (day == null) return undefined;
  const period = isBefore ? { from: null, to: shiftDays(day, -1) } : { from: day, to: null };
  return { period, used, begin: isEnd ? undefined : day };
}

/** "Took office as Secretary of Defense" names the post after it; 就任前の国防長官 asks for somebody in that post. */
function pastMark(all: readonly Annotation[], at: number): number {
  const isAsked = isJapaneseText(all[at]?.text ?? '') && isName(all[at + 1], 'office');
  return isAsked ? at + 1 : past(all, at + 1, 'rel.after', 'rel.before', 'rel.of');
}

/** The first place from `at` on that holds no post and none of these cues. */
function past(all: readonly Annotation[], at: number, ...ids: readonly string[]): number {
  let next = at;
  while (isCue(all[next], ...ids) || isName(all[next], 'office')) next += 1;
  return next;
}

const beforeArticle = (all: readonly Annotation[], at: number) =>
  isCue(all[at - 1], 'prep.article') ? at - 2 : at - 1;

/** Whether what stands beside a word for taking or leaving office says that the time after is meant. */
function isAfterwards(
  mark: Annotation | undefined,
  after: Annotation | undefined,
  before: Annotation | undefined,
): boolean {
  if (AFTERWARDS.some((ending) => mark?.text.endsWith(ending))) return true;
  if (isCue(after, 'rel.after', 'order.next', 'noise') || isCue(before, 'rel.after')) return true;
  return isCue(after, 'ask.howlong') && after?.text.startsWith('から') === true;
}

const isWhen = (one: Annotation | undefined) =>
  isCue(one, 'rel.when') || ['とき', '時', '際', '頃', 'ころ'].includes(one?.text ?? '');

/** 就任前, 着任する前の. */
const isBeforehand = (mark: Annotation | undefined) => ['前', '前の', '前に'].some((end) => mark?.text.endsWith(end));

/** Endings of words for taking or leaving office that say that it was done: 就任後, 就任してから. */
const AFTERWARDS = ['後', 'てから', 'って', 'して'];

/** "Under Kishida", "during the Biden years", 岸田政権. */
function duringTerm(all: readonly Annotation[], at: number, term: Period): ToldTenure | undefined {
  const before = beforeArticle(all, at);
  const next = isCue(all[at + 1], 'rel.of') || all[at + 1]?.text === 's' ? at + 2 : at + 1;
  const isUnder = isCue(all[before], 'rel.under');
  const isIn = isCue(all[next], 'tenure.in', 'rel.under');
  // "During Kishida's visit": not his term.
  if (!isIn && (!isUnder || isCue(all[next], 'meet.*'))) return undefined;
  return { period: term, used: new Set([at, ...(isUnder ? [before] : []), ...(isIn ? [next] : [])]) };
}

/** "When Kihara was defense minister", 木原さんが防衛大臣だったとき: the days in that post alone. */
function whileHolding(all: readonly Annotation[], at: number, knowledge: KnowledgeBase): ToldTenure | undefined {
  const isEnglish = isCue(all[at - 1], 'rel.when') && isCue(all[at + 1], 'ask.yesno');
  const isJapanese = isCue(all[at + 1], 'rel.by') && WAS.some((was) => all[at + 3]?.text.startsWith(was));
  // 大使だったのはいつからいつまで: the term is asked for, and tells no time.
  if ((!isEnglish && !isJapanese) || all.some((one) => isCue(one, 'ask.tenure'))) return undefined;
  const posts = idsOf(all[at + 2], 'office');
  const held = knowledge.people
    .get(idsOf(all[at], 'person')[0] ?? '')
    ?.offices.filter(({ post }) => posts.includes(post));
  const [first, last] = [held?.[0], held?.at(-1)];
  if (first?.from === undefined) return undefined;
  const isHis = isJapanese && meetsSomebody(all.slice(at + 4));
  const span = isEnglish ? [at - 1, at, at + 1, at + 2] : [...(isHis ? [] : [at]), at + 1, at + 2, at + 3];
  return { period: { from: first.from, to: last?.to ?? null }, used: new Set(span) };
}

/** 菅さんが総理のときトランプさんとは会談しましたか: whoever held the post is who met, where nobody else is said to have. */
function meetsSomebody(rest: readonly Annotation[]): boolean {
  const isOther = (one: Annotation, at: number) => isName(one, 'person', 'office') && isCue(rest[at + 1], 'rel.by');
  return (
    rest.some((one) => isCue(one, 'meet.meet')) && !rest.some((one, at) => isName(one, 'framework') || isOther(one, at))
  );
}

/** What stands after a post that somebody held at the time meant. */
const WAS = ['だった', 'の時', 'のとき', 'のころ', 'の頃', 'だった間', 'の間', 'であった', '在任'];
