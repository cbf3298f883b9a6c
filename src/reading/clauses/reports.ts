import { once } from '../../memo.ts';
import { quotationsIn } from '../../text/quotes.ts';
import { endsAsQuestion } from '../../text/shape.ts';
import { type Annotated, type Annotation, isCue, isName } from '../annotation.ts';
import { listed } from '../patterns.ts';
import { type Clause, isTag, type Stretch, stretchOf } from './clauses.ts';
import { reports } from './wordings.ts';

/** English phrases by their first word. */
const phrasesOf = once(() =>
  Map.groupBy(
    reports().en.tells.map((phrase) => phrase.split(' ')),
    ([first]) => first ?? '',
  ),
);

const isFiller = listed('remark-filler');
const asks = listed('asks');
const isInterrogative = listed('interrogative');

/** A stretch to be left out, and the mark that takes its place. */
export type Left = { readonly from: number; readonly to: number; readonly mark: string };

/**
 * What of a clause tells that somebody claims it, to be read as what was heard: "my editor says" as "I heard that". What is asked and not claimed stays
 * without ("my boss asked when …"). Empty where nobody claims anything.
 */
export function reportIn(clause: Clause, annotated: Annotated): readonly Left[] {
  return annotated.language === 'ja' ? inJapanese(clause, annotated) : inEnglish(clause, annotated);
}

/** Longer subjects are none: "the pundit on the radio this morning". */
const MOST_WORDS = 10;

/** "My editor says that": from the beginning of the clause, where whoever says so is nobody on record. */
function inEnglish({ from, to, all }: Clause, { text }: Annotated): readonly Left[] {
  const words = wordsIn(text, from, to);
  const at = Array.from({ length: Math.min(words.length, MOST_WORDS) }, (_, place) => place).find(
    (place) => place > 0 && tellingAt(words, place) > 0,
  );
  if (at === undefined) return [];
  const start = words[at]?.from ?? 0;
  const subject = stretchOf(all, from, start).all;
  const isOfficial = words.slice(0, at).some(({ word }) => reports().en.speakers.includes(word));
  if (isOfficial || isSpeaker(subject, text.slice(0, start)) || subject.some(asksFor)) return [];
  const next = at + tellingAt(words, at);
  const end = words[words[next]?.word === 'that' ? next + 1 : next]?.from ?? to;
  const isAsked = end === to || stretchOf(all, end, to).all.some(asks);
  const mark = isAsked ? '' : 'I heard that ';
  // A draft says "…": read as what is claimed, and not looked for as it was said.
  const saying = quotationsIn(text).find(([start]) => start - 1 === end);
  if (saying === undefined) return [{ from, to: end, mark }];
  return [
    { from, to: saying[0], mark },
    { from: saying[1], to: saying[1] + 1, mark: '' },
  ];
}

/** How many words from one on tell that somebody claims something; none behind "to" or "the", nor before "by whom". */
function tellingAt(words: readonly Word[], at: number): number {
  const { joins, passives } = reports().en;
  const phrases = phrasesOf().get(words[at]?.word ?? '') ?? [];
  const length = Math.max(0, ...phrases.map((phrase) => (isAt(phrase, words, at) ? phrase.length : 0)));
  const [before, after] = [words[at - 1]?.word ?? '', words[at + length]?.word ?? ''];
  return joins.includes(before) || passives.includes(after) ? 0 : length;
}

const asksFor = (one: Annotation) => isInterrogative(one) || isCue(one, 'ask.yesno', 'aux', 'rel.when', 'rel.by');

/** Someone the record names; a country speaks by itself, and its papers do not. */
const isSpeaker = (subject: readonly Annotation[], before: string) =>
  subject.some((one) => isName(one, 'person', 'office', 'framework', 'members', 'level', 'document', 'group')) ||
  subject.some((one) => isName(one, 'place', 'country', 'outsider') && before.slice(one.span[1]).trim() === '');

type Word = { readonly word: string; readonly from: number };

/** The words between two places, in small letters. */
function wordsIn(text: string, from: number, to: number): readonly Word[] {
  const words: Word[] = [];
  let at = from;
  for (const part of text.slice(from, to).split(' ')) {
    if (part !== '') words.push({ word: part.toLowerCase().replaceAll(',', ''), from: at });
    at += part.length + 1;
  }
  return words;
}

const isAt = (phrase: readonly string[], words: readonly Word[], at: number) =>
  phrase.every((word, index) => words[at + index]?.word === word);

/** 「同僚は…と言う」「…と聞いた」: who says so at the beginning, and what tells so at the end; before that somebody else may say another thing. */
function inJapanese({ from, to: end, all }: Stretch, annotated: Annotated, isWhole = true): readonly Left[] {
  const { text } = annotated;
  const to = beforeMarks(text, end);
  const clause = { from, to, all };
  const saying = quotationsIn(text).find(([start, end]) => from <= start && end <= to);
  const head = headIn(clause, text, saying?.[0]);
  const told = toldAt(clause, text, head, saying?.[1]);
  if (told < (saying?.[1] ?? from) || isInName(told + 1, all)) return [];
  const isQuoted = saying !== undefined && told - saying[1] <= 2;
  if (!isQuoted && isOpen(text, told, stretchOf(all, from, told).all)) return [];
  const close = closeOf(text, told, clause);
  // 「開かれると思いますか」 is asked of the one who answers.
  if (isWhole && close === to && endsAsQuestion(text.slice(told, end))) return [];
  const ofHead = head === undefined ? [] : [{ from, to: head, mark: '' }];
  const mark = heardBefore(text.charAt(close));
  if (isQuoted) {
    const isAsked = stretchOf(annotated.all, ...saying).all.some(asks);
    return [...ofHead, { from: saying[1], to: close, mark: isAsked ? '。' : mark }];
  }
  const other = inJapanese(stretchOf(all, from, told), annotated, false);
  return [...(other.length > 0 ? other : ofHead), { from: told, to: close, mark }];
}

/** Where what tells a claim begins; 「『…』は正しいですか」 puts a saying, and nobody who says it. */
function toldAt({ to, all }: Stretch, text: string, head: number | undefined, said: number | undefined): number {
  if (said !== undefined && isTag(stretchOf(all, said, to))) return said;
  return Math.max(...phrasesFor(all, head).map((phrase) => lastBefore(text, phrase, to)));
}

/** Where a phrase stands for the last time that ends at `to` or before; -1 where it does not. */
const lastBefore = (text: string, phrase: string, to: number) =>
  to < phrase.length ? -1 : text.lastIndexOf(phrase, to - phrase.length);

/** What was heard, before a mark or what goes on without one. */
const heardBefore = (mark: string) => (mark === '。' ? 'と聞きました' : `と聞いたのですが${mark === '、' ? '' : '、'}`);

const isInName = (at: number, all: readonly Annotation[]) =>
  all.some(({ kind, span }) => kind === 'name' && span[0] <= at && at < span[1]);

/** 「…と友人が言う」「…って先生から聞いた」「…と新聞で読んだ」: who or what told it, right behind the claim. */
const byOthers = once(() => {
  const told = reports().ja.heads.flatMap((head) => ['が', 'から', 'に', 'で'].map((by) => head + by));
  return ['と', 'って'].flatMap((to) => told.map((one) => to + one));
});

/** What may tell a claim in a clause; what somebody says only where it begins with who says so. */
function phrasesFor(all: readonly Annotation[], head: number | undefined): readonly string[] {
  const { heard, noticed, said } = reports().ja;
  return [...heard, ...byOthers(), ...(all.some(isInterrogative) ? [] : noticed), ...(head === undefined ? [] : said)];
}

/** Where a clause ends before its marks. */
function beforeMarks(text: string, end: number): number {
  let at = end;
  while ('。、，,？?！!… '.includes(text.charAt(at - 1)) && at > 0) at -= 1;
  return at;
}

/** 「何と言っていますか」「誰が来ると聞きましたか」 asks what was said. */
function isOpen(text: string, told: number, before: readonly Annotation[]): boolean {
  const isAsking = ['何', 'なん', 'なに', 'どう', 'いかに'].some((word) => text.endsWith(word, told));
  return isAsking || before.some(isInterrogative);
}

/** Where who says so ends: 上司に, and what stands before a quotation unless it names somebody on record. */
function headIn({ from, all }: Stretch, text: string, quote: number | undefined): number | undefined {
  const { others, heads, somebody, particles } = reports().ja;
  const isNamed = (end: number) => stretchOf(all, from, end).all.some(({ kind }) => kind === 'name' || kind === 'time');
  if (quote !== undefined && quote - 1 > from && !isNamed(quote - 1)) return quote;
  const start = all.find((one) => !isFiller(one))?.span[0] ?? from;
  for (const begin of new Set([from, start])) {
    const at = begin + (others.find((word) => text.startsWith(word, begin))?.length ?? 0);
    const [head] = [...heads, ...somebody]
      .filter((word) => text.startsWith(word, at))
      .sort((a, b) => b.length - a.length);
    const particle = head && particles.find((word) => text.startsWith(word, at + head.length));
    const end = at + (head?.length ?? 0) + (particle?.length ?? 0);
    if (head !== undefined && particle !== undefined) return text.charAt(end) === '、' ? end + 1 : end;
  }
  return undefined;
}

/** 「教科書に、…と書いてあった」: who says so and what is said, with a mark between, are one clause. */
export function withHeads(clauses: readonly Clause[], { text, language }: Annotated): readonly Clause[] {
  if (language !== 'ja') return clauses;
  const isHead = (one: Clause, at: number) =>
    at < clauses.length - 1 && !one.isStop && headIn(one, text, undefined) === one.to;
  const isHeads = clauses.map(isHead);
  return clauses.flatMap((clause, at) => {
    const before = clauses[at - 1];
    if (isHeads[at] === true) return [];
    if (before === undefined || isHeads[at - 1] !== true) return [clause];
    return [{ ...clause, from: before.from, all: [...before.all, ...clause.all] }];
  });
}

/** Where it ends: with the clause, or at 「ですが」 and the like before what that still asks or names. */
function closeOf(text: string, told: number, { to, all }: Stretch): number {
  const isMore = (one: Annotation) => asks(one) || isCue(one, 'opinion') || one.kind === 'time' || one.kind === 'name';
  const limit = all.find((one) => one.span[0] > told + 1 && isMore(one))?.span[0];
  if (limit === undefined) return to;
  const closes = reports().ja.closes.map((close) => {
    const at = lastBefore(text, close, limit);
    return at <= told ? -1 : at + close.length;
  });
  const last = Math.max(...closes);
  return last < 0 ? limit : last;
}
