import { endsAsQuestion, endsAsTold, isNumbered } from '../../text/shape.ts';
import { type Annotated, type Annotation, isCue } from '../annotation.ts';
import { listed, type Test } from '../patterns.ts';
import { unreadIn } from '../unread.ts';
import { type Clause, clausesOf, isAsked, isTag, onlyTells } from './clauses.ts';
import { type Left, reportIn, withHeads } from './reports.ts';
import { reports } from './wordings.ts';

const isAsker = listed('asker');
const isSelf = listed('self');
const isHeld = listed('held-to');
const isContent = listed('content');
const isProduct = listed('product');
const asks = listed('asks');
const isFiller = listed('remark-filler');
const isOwn = listed('own-affairs');
const isOwnTime = listed('own-time');
const isOfWish = listed('of-wish');
const wishes = listed('wishes');
const tells = listed('introduces');
const opens = listed('aside');
const isInterrogative = listed('interrogative');

const isListedTalk = listed('remark');
const isTalk = (one: Annotation) => isListedTalk(one) && !isNumbered(one.text);
const isNamed: Test = (one) => one?.kind === 'name' || one?.kind === 'time';

/** What somebody is held to have said: a claim, whatever it names. */
const isSaid = (one: Annotation) => one.kind === 'word' && one.isQuoted === true;

/** A longer text is read whole: what is left of it would be read again. */
const LONGEST = 600;

/**
 * A text without what only tells of whoever asks ("My boss needs this by noon.", 「急ぎです」), of who claims something ("my editor says …") or how the
 * answer is wanted ("just the date is fine"); and without what is said after a question and asks nothing. What is left must ask or name something: a
 * text that does nothing else stays whole.
 */
export function focused(annotated: Annotated): string {
  const { text } = annotated;
  if (text.length > LONGEST) return text;
  const clauses = withHeads(clausesOf(annotated), annotated);
  const isLeft = (one: Annotation) => (annotated.language === 'ja' ? !isTalk(one) : isContent(one) || isSaid(one));
  const scene = sceneOf(clauses, annotated);
  const kept = clauses.filter((clause) => !isAside(clause, scene));
  const left = kept.flatMap((clause) => scene.reportOf(clause));
  if ((kept.length === clauses.length && left.length === 0) || !kept.some(({ all }) => all.some(isLeft))) return text;
  return kept
    .map(({ from, to, next }, at) => without(left, text, from, at === kept.length - 1 ? to : next))
    .join('')
    .trim();
}

/** What stands between two places, without stretches of it. */
function without(left: readonly Left[], text: string, from: number, to: number): string {
  let [kept, at] = ['', from];
  for (const one of left.filter((each) => each.from >= from && each.from < to)) {
    kept += text.slice(at, one.from) + one.mark;
    at = Math.max(at, one.to);
  }
  return kept + text.slice(at, to);
}

/** What decides of each clause whether it is left out. */
type Scene = {
  readonly annotated: Annotated;
  /** The clauses that ask. */
  readonly asking: readonly Clause[];
  /** Those of them that ask of something named. */
  readonly put: readonly Clause[];
  /** What of a clause tells that somebody claims it. */
  readonly reportOf: (clause: Clause) => readonly Left[];
  /** 「…。本当ですか」 stands behind: what is said is what is asked. */
  readonly isClaim: (clause: Clause) => boolean;
};

function sceneOf(clauses: readonly Clause[], annotated: Annotated): Scene {
  const told = new Map(clauses.map((clause) => [clause, reportIn(clause, annotated)]));
  const reportOf = (clause: Clause) => told.get(clause) ?? [];
  const asking = clauses.filter(
    (clause) => isPut(clause, annotated, reportOf(clause)) && !isWish(clause, annotated.text),
  );
  const put = asking.filter(({ all }) => all.some((one) => asks(one) && !isProduct(one)) && all.some(isNamed));
  const isClaim = ({ to }: Clause) => asking.some((other) => other.from >= to && isTag(other));
  return { annotated, asking, put, reportOf, isClaim };
}

/** Whether a clause asks: by its own words or its end, and not by those of somebody who claims something. */
function isPut(clause: Clause, annotated: Annotated, left: readonly Left[]): boolean {
  const [first, second] = clause.all.filter((one) => !opens(one) || isSelf(one));
  const own = annotated.text.slice(clause.from, clause.to);
  const isPolar =
    annotated.language === 'ja'
      ? endsAsQuestion(own.endsWith('、') ? own.slice(0, -1) : own) && clause.all.some((one) => isCue(one, 'ask.yesno'))
      : isCue(first, 'ask.yesno') && second !== undefined;
  if (isPolar) return true;
  if (left.length === 0) return isAsked(clause, annotated.text) && !onlyTells(clause, annotated);
  const isLeft = ({ span }: Annotation) => left.some(({ from, to }) => span[0] >= from && span[1] <= to);
  return clause.all.some((one) => !isLeft(one) && isInterrogative(one));
}

function isAside(clause: Clause, scene: Scene): boolean {
  const { annotated, asking, put } = scene;
  const own = annotated.text.slice(clause.from, clause.to);
  const isNamedBeside = annotated.all.some((one) => isNamed(one) && !clause.all.includes(one));
  if (isWish(clause, annotated.text) || isWaived(clause)) return asking.some((other) => other !== clause);
  if (isNamedBeside && isAfterthought(clause, own, scene)) return true;
  const isPutBeside = put.some((other) => other !== clause);
  if (annotated.language !== 'ja') return isOfAsker(clause, isPutBeside);
  // かくだいよくしきょうぎ is a name that is yet to be repaired.
  const isRead = !unreadIn(annotated).some((kana) => own.includes(kana));
  return isRemark(clause, own) || (isFilling(clause) && isRead);
}

/** "just the date is fine", 「日付だけでいいです」. */
const isWish = ({ all, from, to }: Clause, text: string) =>
  all.some(wishes) && all.every(isOfWish) && !endsAsQuestion(text.slice(from, to));

/** "no need for the names", 「初めてかどうかは別にいいです」. */
const isWaived = ({ all }: Clause) => all.some((one) => isCue(one, 'waived'));

/** What follows a question and asks nothing: what somebody claims, what whoever asks thinks of it, and no "I mean the one in Tokyo". */
function isAfterthought(clause: Clause, own: string, { annotated, asking, reportOf, isClaim }: Scene): boolean {
  const isBehind = !asking.includes(clause) && asking.some(({ to }) => to <= clause.from);
  if (!isBehind || isClaim(clause)) return false;
  if (reportOf(clause).length > 0) return true;
  if (clause.all.some((one) => isHeld(one) && !isNamed(one))) return false;
  if (annotated.language === 'ja') return isLoose(clause, own);
  const isNameless = !clause.all.some(isNamed);
  return clause.all.some(isSelf) || (isNameless && (own.startsWith('(') || clause.all.some(tells)));
}

/** 「ブリンケンさんは確実として」「レポートに書きたくて」「たしか年末だったような」: hearsay, why it is asked, or a time half remembered without its year. */
function isLoose({ all }: Clause, own: string): boolean {
  const { hearsay, reasons, vague } = reports().ja;
  const told = own.endsWith('。') ? own.slice(0, -1) : own;
  const endsIn = (ends: readonly string[]) => ends.some((end) => told.endsWith(end));
  const isSure = (one: Annotation) => one.kind === 'name' || (one.kind === 'time' && one.mention.assumption === null);
  return endsIn(hearsay) || (endsIn(reasons) && all.every(isTalk)) || (endsIn(vague) && !all.some(isSure));
}

/** `isPut`: another clause asks something of something named, so that an overview is what somebody is to write. */
function isOfAsker({ all }: Clause, isPut: boolean): boolean {
  const isOther = (one: Annotation, at: number) =>
    (isCue(one, 'ask.who') && isAsker(all[at - 1])) || (isPut && isProduct(one));
  const isPutHere = (one: Annotation, at: number) => asks(one) && !isOther(one, at);
  return (
    all.some(isAsker) &&
    !all.some((one) => (isHeld(one) || isSaid(one)) && !(one.kind === 'cue' && isAsker(one))) &&
    !all.some(isPutHere)
  );
}

/** 「すみません」. */
const isFilling = ({ all }: Clause) => all.length > 0 && all.every(isFiller);

/** 「上司に聞かれたので」「ちょっと質問なんですけど」: names nothing, asks nothing, and ends as what is told. */
function isRemark({ all }: Clause, own: string): boolean {
  if (all.every(isFiller)) return false;
  // 今日中に原稿を出すので: the time is the asker's own.
  const isDated = all.some(isOwn);
  const isTold = all.every((one) => isTalk(one) || (isDated && isOwnTime(one)));
  return isTold && endsAsTold(own) && !endsAsQuestion(own);
}
