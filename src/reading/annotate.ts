import type { Lexicon, Link } from '../lexicon/lexicon.ts';
import { type Boundaries, boundariesOf } from '../text/boundaries.ts';
import { detectLanguage } from '../text/detect.ts';
import { figuresIn } from '../text/figures.ts';
import { type FoldedText, foldText } from '../text/fold.ts';
import type { Language } from '../text/language.ts';
import { quotationsIn } from '../text/quotes.ts';
import { endsAsQuestion, goesOn } from '../text/shape.ts';
import { latinWords, stretches, termsOf } from '../text/words.ts';
import { findTimes } from '../time/index.ts';
import { hasEraDate, isDistance } from '../time/shape.ts';
import type { TimeMention } from '../time/time-mention.ts';
import { type Annotated, type Annotation, asName, type Place } from './annotation.ts';
import type { Budget } from './budget.ts';
import { type Introduction, withoutIntroduction } from './clauses/introductions.ts';
import { betweenRivals } from './clauses/rivals.ts';
import { cues, spellings } from './cues.ts';
import { rewritten } from './rewrites/index.ts';

export type AnnotateOptions = {
  readonly today: string;
  /** Used where the text does not show its language. */
  readonly fallbackLanguage: Language;
  /** The year of the conversation so far, for a bare month. */
  readonly yearHint?: number | undefined;
  readonly budget?: Budget | undefined;
  /** Takes words of everyday things, which mark a question as none of this record, for words like any other. */
  readonly takesThings?: boolean | undefined;
  /** What is read of the sentences before a question. Default `fitting`. */
  readonly introduction?: Introduction | undefined;
};

/** Stands for a name while times are looked for, so that 次の日米… is no next day. */
const NAME = '\ue000';

type Board = {
  readonly folded: FoldedText;
  readonly taken: Uint8Array;
  readonly all: Annotation[];
  /** Where words may begin and end beside what is taken already. */
  readonly boundaries: Boundaries;
  /** Adds what stands at `from`..`to` unless something stands there already. */
  add(from: number, to: number, make: (place: Place) => Annotation): void;
};

/** Everything that `text` (sanitised) holds, in order: times, names, figures, cues, words. The work grows with its length. */
export function annotate(text: string, lexicon: Lexicon, options: AnnotateOptions): Annotated {
  options.budget?.annotate(text);
  const board = newBoard(text);
  addLanguages(board);
  addQuotations(board, text, lexicon);
  addTimesAndNames(board, text, lexicon, options);
  addSmallCodes(board, lexicon);
  // 年1回: how often, and no number of meetings.
  addCues(board, (ids) => ids.includes('rate'));
  addFigures(board);
  addCues(board);
  addWords(board);
  board.all.sort((a, b) => a.from - b.from);
  const language = detectLanguage(text) ?? options.fallbackLanguage;
  const written = { text, language, lexicon, takesThings: options.takesThings === true };
  const all = rewritten(board.all, written);
  const whole = { text, language, all: endsAsQuestion(text) ? [...all, endMark(board.folded)] : all, repairs: [] };
  return introduced(whole, options.introduction);
}

/** The same, what stands before a question read as its introduction. */
export function introduced(annotated: Annotated, introduction: Introduction = 'fitting'): Annotated {
  if (introduction === 'all') return annotated;
  const all = betweenRivals(annotated);
  // Which of two claims is right is asked of all that they share.
  return { ...annotated, all: all === annotated.all ? withoutIntroduction(annotated, introduction) : all };
}

function newBoard(text: string): Board {
  const folded = foldText(text);
  const taken = new Uint8Array(folded.text.length);
  const all: Annotation[] = [];
  return {
    folded,
    taken,
    all,
    boundaries: boundariesOf(text, folded, taken),
    add(from, to, make) {
      if (to <= from || taken.subarray(from, to).some(Boolean)) return;
      taken.fill(1, from, to);
      const end = folded.ends[to - 1] ?? 0;
      // Folding drops the mark at the end of a long word; whoever typed クーデター reads it so again.
      const span = [folded.starts[from] ?? 0, folded.source.charAt(end) === 'ー' ? end + 1 : end] as const;
      all.push(make({ from, to, span, text: folded.source.slice(...span) }));
    },
  };
}

/** Times are found between the names. */
function addTimesAndNames(board: Board, text: string, lexicon: Lexicon, options: AnnotateOptions): void {
  const { folded, add } = board;
  const links = lexicon.link(folded);
  const place = placesIn(folded);
  for (const mention of timesIn(text, links, options)) {
    if (isDistance(mention.text) && isCountedFrom(mention, text, links)) continue;
    // "After the Feb 2025 summit": the relation is to the meeting, and the time only tells which.
    const own = mention.unit !== undefined && isBeforeEvent(mention, text, links) ? mention.unit : mention;
    add(...place(own.start, own.end), (at) => ({ ...at, kind: 'time', mention: own }));
  }
  for (const { start, end, entities, partial, titles, part } of links) {
    add(...place(start, end), (at) => ({ ...at, kind: 'name', entities, partial, titles, part }));
    // The ending of "japans EEZ", which no mark parts from the name.
    if (text.charAt(end) === 's') add(...place(end, end + 1), (at) => ({ ...at, kind: 'cue', ids: ['noise'] }));
  }
}

/** Fewer characters are a name or a term in quotation marks, and no sentence. */
const SHORTEST_SAYING = 5;
/** A question that stands whole in quotation marks quotes nobody. */
const MOST_QUOTED = 0.8;

/** 「いつでも電話してほしい」: what is quoted was said so, and is never split into cues; a name or a time in quotation marks is one still. */
function addQuotations({ folded, add }: Board, text: string, lexicon: Lexicon): void {
  const quoted = quotationsIn(text).filter(([from, to]) => to - from >= SHORTEST_SAYING);
  if (quoted.length === 0) return;
  const place = placesIn(folded);
  const { phrases } = cues();
  for (const [start, end] of quoted) {
    const saying = text.slice(start, end);
    const [from, to] = place(start, end);
    const links = lexicon.link(foldText(saying));
    const isKnown =
      links.some((link) => link.end - link.start >= saying.length - 1) ||
      (isClaimed(text, end) && links.some(({ entities }) => entities.some(({ kind }) => CLAIMED_OF.has(kind)))) ||
      phrases.matches(folded.text, from).some((match) => match.end >= to);
    const terms = termsOf(saying);
    const isOfWords = terms.length > 1 || folded.kinds[from] !== 'latin';
    const isAsked = start < SHORTEST_SAYING && onlyAsks(folded.text.slice(to));
    if (!isKnown && !isAsked && isOfWords && terms.length > 0 && saying.length < MOST_QUOTED * text.length)
      add(from, to, (at) => ({ ...at, kind: 'word', terms, isQuoted: true }));
  }
}

/** 「…はいつですか」を教えて: what follows the quotation only asks for it to be answered. */
function onlyAsks(rest: string): boolean {
  let [at, asks] = [0, false];
  while (at < rest.length) {
    const longest = cues().phrases.matches(rest, at).at(-1);
    const ids = longest?.values ?? [];
    if (longest === undefined || !ids.some((id) => id === 'noise' || id.startsWith('rel.'))) return false;
    asks ||= !ids.some((id) => id.startsWith('rel.'));
    at = longest.end;
  }
  return asks;
}

/** 「EDDは年2回」と上司が言っていた: what somebody claims of a body, and no words that were used there. */
const isClaimed = (text: string, end: number) => spellings('claims').some((mark) => text.startsWith(mark, end + 1));
const CLAIMED_OF: ReadonlySet<string> = new Set(['framework', 'person']);

/** "After the October 2022 summit", "… missile launch": the time only tells of which. */
function isBeforeEvent({ text: told, end }: TimeMention, text: string, links: readonly Link[]): boolean {
  const next = links.find((link) => link.start >= end);
  const isNamed = next?.entities.some(({ kind }) => kind === 'framework' || kind === 'topic') === true;
  if (isNamed && text.slice(end, next?.start).trim() === '') return true;
  const isArticle = told.toLowerCase().split(' ').includes('the');
  return isArticle && next?.start !== end + 1 && goesOn(text.slice(end, end + 2));
}

/** 「首脳会談の3日前」: counted from the meeting, and not from today. */
function isCountedFrom({ start }: TimeMention, text: string, links: readonly Link[]): boolean {
  const isEvent = ({ end, entities }: Link) => end === start - 1 && entities.some(({ kind }) => kind === 'framework');
  return text.charAt(start - 1) === 'の' && links.some(isEvent);
}

/** From offsets into the text as typed to places in the folded text. */
function placesIn(folded: FoldedText): (start: number, end: number) => readonly [number, number] {
  return (start, end) => {
    let from = 0;
    while (from < folded.text.length && (folded.ends[from] ?? 0) <= start) from += 1;
    let to = from;
    while (to < folded.text.length && (folded.starts[to] ?? 0) < end) to += 1;
    return [from, to];
  };
}

/** Time expressions; the year told beside a bare month is that month's. */
function timesIn(text: string, links: readonly Link[], { today, yearHint }: AnnotateOptions): readonly TimeMention[] {
  let masked = text;
  for (const { start, end } of links) masked = masked.slice(0, start) + NAME.repeat(end - start) + masked.slice(end);
  // R7.3.30: the era's letter is a date only among Japanese.
  const read = hasEraDate(text) ? `${masked} の` : masked;
  let found = findTimes(read, { today, yearHint });
  const years = found.filter((one) => one.granularity === 'year' && one.relation === 'in' && one.period?.from);
  const year = Number(years[0]?.period?.from?.slice(0, 4));
  if (years.length === 1 && year > 0 && found.some((one) => one.assumption && one.granularity !== 'year'))
    found = findTimes(read, { today, yearHint: year });
  return found;
}

/** "us korea japan summit": a country's code in small letters is its name, "us" unless somebody tells us, others beside a name. */
function addSmallCodes({ folded, taken, all, add }: Board, lexicon: Lexicon): void {
  const codes = new Map(
    [...lexicon.knowledge.countries.values()].flatMap(({ id, codes: known }) =>
      known.map((code) => [code, id] as const),
    ),
  );
  for (const { start, end, word, before } of latinWords(folded)) {
    const id = codes.get(word);
    if (id === undefined || taken.subarray(start, end).some(Boolean)) continue;
    const isBeside = all.some((one) => one.kind === 'name' && (one.to === start || one.from === end));
    if (word === 'us' && spellings('tells-us').includes(before)) {
      add(start, end, (at) => ({ ...at, kind: 'cue', ids: ['noise'] }));
      continue;
    }
    if (word !== 'us' && !isBeside) continue;
    add(start, end, (at) => asName(at, [{ kind: 'country', id }]));
  }
}

function addFigures({ folded, taken, add }: Board): void {
  for (const { from, to, digits, value, unit } of figuresIn(folded, (at) => taken[at] === 0)) {
    const end = taken.subarray(digits, to).some(Boolean) ? digits : to;
    add(from, end, (at) => ({ ...at, kind: 'number', value, unit }));
  }
}

/** 日本語で, "in Japanese please": the language of the answer, before its first part is taken for the country. */
function addLanguages(board: Board): void {
  const { folded } = board;
  const isNoise = ({ end, values }: { readonly end: number; readonly values: readonly string[] }) =>
    end === folded.text.length && values.includes('noise');
  const isLast = (end: number) => end === folded.text.length || cues().phrases.matches(folded.text, end).some(isNoise);
  // "In Japanese waters" asks for no language.
  addCues(
    board,
    (ids, end) => ids.some((id) => id.startsWith('form.')) && (folded.kinds[end - 1] !== 'latin' || isLast(end)),
  );
}

/** The longest cue at each place that begins and ends where words do. */
function addCues(
  { folded, taken, add, boundaries: { mayStart, mayEnd } }: Board,
  isMeant: (ids: readonly string[], end: number) => boolean = () => true,
): void {
  const { phrases } = cues();
  // 何度会った: the dictionary of words may cut at 何, where a verb follows.
  const isFollowed = (at: number, end: number) =>
    end - at > 1 &&
    folded.kinds[end] === 'kanji' &&
    phrases.matches(folded.text, end).some((next) => isDeed(next.values) && mayEnd(end, next.end));
  const mayCut = (at: number, end: number) =>
    !taken.subarray(at, end).some(Boolean) && (mayEnd(at, end) || isFollowed(at, end));
  for (let at = 0; at < folded.text.length; at += 1) {
    if (taken[at] || !mayStart(at)) continue;
    const match = phrases
      .matches(folded.text, at)
      .findLast(({ end, values }) => isMeant(values, end) && mayCut(at, end));
    if (match) add(at, match.end, (place) => ({ ...place, kind: 'cue', ids: [...new Set(match.values)] }));
  }
}

const isDeed = (ids: readonly string[]) => ids.some((id) => DEEDS.some((group) => id.startsWith(group)));
const DEEDS = ['meet.', 'act.', 'verb.'] as const;

/** What nothing accounts for. */
function addWords({ folded, taken, add, boundaries: { endOfWord } }: Board): void {
  for (let at = 0; at < folded.text.length; at += 1) {
    if (taken[at]) continue;
    let to = at;
    while (to < folded.text.length && !taken[to]) to += 1;
    for (const [from, kanji] of stretches(folded, at, to)) {
      const end = endOfWord(from, kanji);
      const terms = termsOf(folded.source.slice(folded.starts[from], folded.ends[end - 1]));
      if (terms.length > 0) add(from, end, (place) => ({ ...place, kind: 'word', terms }));
    }
    at = to;
  }
}

function endMark({ text, source }: FoldedText): Annotation {
  const span = [source.length - 1, source.length] as const;
  return { kind: 'cue', from: text.length, to: text.length, text: '?', span, ids: ['mark.question'] };
}
