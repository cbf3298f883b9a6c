import { type Break, breaksIn, japaneseEnds } from '../text/breaks.ts';
import { endsAsQuestion, endsAsTold, isNumbered } from '../text/shape.ts';
import { type Annotated, type Annotation, isCue } from './annotation.ts';
import { listed, type Test } from './patterns.ts';
import { type Stretch, stretchOf } from './questions.ts';
import { unreadIn } from './unread.ts';

const isAsker = listed('asker');
const isSelf = listed('self');
const isHeld = listed('held-to');
const isContent = listed('content');
const isProduct = listed('product');
const asks = listed('asks');
const isFiller = listed('remark-filler');
const isOwn = listed('own-affairs');
const isOwnTime = listed('own-time');

const isListedTalk = listed('remark');
const isTalk = (one: Annotation) => isListedTalk(one) && !isNumbered(one.text);
const isNamed: Test = (one) => one?.kind === 'name' || one?.kind === 'time';

type Part = Stretch & { readonly next: number };

/**
 * A text without its clauses that only tell of whoever asks, wherever they stand: "My boss needs this by noon.", "just out of curiosity, …",
 * "… It's for a deadline tonight", 「急ぎです」. What is left must ask or name something: a text that does nothing else stays whole. `withNames`: those too that
 * name something, where another clause asks of something named.
 */
export function withoutAsides(annotated: Annotated, { withNames = false } = {}): string {
  const { text, all, language } = annotated;
  const parts = partsOf(text, all, language === 'ja' ? japaneseEnds(text) : breaksIn(text));
  const put = parts.filter((part) => part.all.some((one) => asks(one) && !isProduct(one)) && part.all.some(isNamed));
  const isPutBeside = (part: Part) => put.some((other) => other !== part);
  const unread = unreadIn(annotated);
  // かくだいよくしきょうぎ is a name that is yet to be repaired.
  const isRead = (own: string) => !unread.some((kana) => own.includes(kana));
  const isAside = (part: Part) => {
    const own = text.slice(part.from, part.to);
    if (language !== 'ja') return isOfAsker(part, isPutBeside(part), withNames);
    return isRemark(part, own) || (isFilling(part) && isRead(own));
  };
  const isLeft = (one: Annotation) => (language === 'ja' ? !isTalk(one) : isContent(one));
  const kept = parts.filter((part) => !isAside(part));
  if (kept.length === parts.length || !kept.some((part) => part.all.some(isLeft))) return text;
  return kept
    .map(({ from, to, next }, at) => text.slice(from, at === kept.length - 1 ? to : next))
    .join('')
    .trim();
}

/** The clauses of a text; the mark at the end of a sentence belongs to it. */
function partsOf(
  text: string,
  all: readonly Annotation[],
  ends: readonly Pick<Break, 'end' | 'next'>[],
): readonly Part[] {
  const isInside = (at: number) => all.some(({ span }) => span[0] < at && span[1] > at);
  const breaks = ends.filter(({ end }) => !isInside(end));
  const starts = [0, ...breaks.map(({ next }) => next)];
  return starts.map((from, at) => {
    const { end, next } = breaks[at] ?? { end: text.length, next: text.length };
    return { ...stretchOf(all, from, end), next };
  });
}

/** `isPut`: another clause asks something of something named, so that an overview is what somebody is to write. */
function isOfAsker({ all }: Part, isPut: boolean, withNames: boolean): boolean {
  const isOther = (one: Annotation, at: number) =>
    (isCue(one, 'ask.who') && isAsker(all[at - 1])) || (isPut && isProduct(one));
  const isAsked = (one: Annotation, at: number) => asks(one) && !isOther(one, at);
  const isKept = (one: Annotation) => isHeld(one) && !(withNames && isPut && isNamed(one) && all.some(isSelf));
  return all.some(isAsker) && !all.some(isKept) && !all.some(isAsked);
}

/** 「すみません」. */
const isFilling = ({ all }: Part) => all.length > 0 && all.every(isFiller);

/** 「上司に聞かれたので」「ちょっと質問なんですけど」: names nothing, asks nothing, and ends as what is told. */
function isRemark({ all }: Part, own: string): boolean {
  if (all.every(isFiller)) return false;
  // 今日中に原稿を出すので: the time is the asker's own.
  const isDated = all.some(isOwn);
  const isTold = all.every((one) => isTalk(one) || (isDated && isOwnTime(one)));
  return isTold && endsAsTold(own) && !endsAsQuestion(own);
}
