import { isJapaneseText, namesSide } from '../../text/shape.ts';
import { type Annotated, type Annotation, isCue, isName } from '../annotation.ts';
import { ENGLISH } from './english.ts';
import { JAPANESE } from './japanese.ts';
import type { Mark } from './mark.ts';
import { isJoined, isOtherFramework, isTrilateral, type MarkRow, sizeBefore, type View, viewOf } from './view.ts';

export type { Mark } from './mark.ts';
export { sizeBefore } from './view.ts';

/** An annotated text never changes, and each of its readings asks for the marks anew. */
const known = new WeakMap<Annotated, Map<number, ReadonlySet<Mark>>>();

/** The marks of what stands at `at`. */
export function marksOf(annotated: Annotated, at: number): ReadonlySet<Mark> {
  let marks = known.get(annotated);
  if (marks === undefined) {
    marks = new Map();
    known.set(annotated, marks);
  }
  let found = marks.get(at);
  if (found === undefined) {
    found = foundAt(annotated, at);
    marks.set(at, found);
  }
  return found;
}

function foundAt(annotated: Annotated, at: number): ReadonlySet<Mark> {
  const view = viewOf(annotated, at);
  if (view === undefined) return new Set();
  const rows = [...(view.isJapanese ? JAPANESE : ENGLISH), ...EITHER];
  return new Set(rows.filter(({ when }) => when(view)).map(({ mark }) => mark));
}

/** The marks that a sentence of either language gives. */
const EITHER: readonly MarkRow[] = [
  { mark: 'outside', when: isLeftOut },
  { mark: 'outside', when: isLeftOutWithAnother },
  { mark: 'without', when: isWithout },
  { mark: 'according', when: isQuoted },
  { mark: 'incl', when: isIncludedFormat },
  { mark: 'wide', when: isSized },
  { mark: 'wide', when: isBesideOtherCountries },
  { mark: 'heldin', when: isHeldIn },
  { mark: 'as', when: isOfficeHeld },
  { mark: 'adjoins', when: ({ before, one }) => isName(before, 'person') && before.to === one.from },
  { mark: 'of-country', when: isOfCountry },
  { mark: 'titled', when: isTitled },
  { mark: 'seated', when: isSeated },
  { mark: 'framed', when: isFramed },
  { mark: 'group', when: isInGroup },
  { mark: 'beside', when: isBesideFramework },
  { mark: 'table', when: isTable },
  { mark: 'side', when: isSide },
  { mark: 'met', when: isMet },
  { mark: 'met', when: isOutsideTable },
  { mark: 'pair', when: isInPair },
  { mark: 'who', when: isAskedFor },
];

/** "Other than X", X以外. */
function isLeftOut({ before, before2, after, after2, isJapanese }: View): boolean {
  // "With Japan (not Korea)"; "did not" denies what was done.
  const isDenied = isCue(before, 'neg.not') && before?.text === 'not' && !isCue(before2, 'ask.yesno', 'aux', 'passive');
  if (!isJapanese) return isCue(before, 'rel.outside') || isDenied;
  return isCue(before, 'rel.outside') || isCue(after, 'rel.outside') || (isLink(after) && isCue(after2, 'rel.outside'));
}

/** 「韓国は除いて」「韓国入りは除く」. */
const isLink = (one: Annotation | undefined) => one?.text === 'は' || one?.text === 'を' || one?.text === '入り';

/** "Excluding Korea", 韓国は除いて: somebody left out rather than a place. */
function isWithout({ before, after, after2, isJapanese }: View): boolean {
  if (!isJapanese) return isCue(before, 'rel.without') || (isCue(before, 'neg.not') && before?.text === 'not');
  return isCue(after, 'rel.without') || (isLink(after) && isCue(after2, 'rel.without'));
}

/** フランスの大統領, "the president of France": somebody who holds its post. */
function isTitled({ before, before2, after, after2 }: View): boolean {
  if (isName(after, 'office') || (isCue(before, 'rel.of') && isName(before2, 'office'))) return true;
  return isCue(after, 'rel.of') && isName(after2, 'office');
}

/** "The Japan–U.S.–ROK leaders' summit", 日米韓の防衛相会談: those who sit at a meeting stand directly before it. */
function isSeated({ after, after2 }: View): boolean {
  return isMeeting(after) || ((isName(after, 'level') || isCue(after, 'rel.of')) && isMeeting(after2));
}

const isMeeting = (one: Annotation | undefined) => isName(one, 'framework', 'format');

/** A framework is named, and not together with the level: 経済版2+2の次官級, "the vice-ministerial Economic 2+2". */
function isFramed({ text, before, before2, after }: View): boolean {
  const beside = [isCue(before, 'rel.of') ? before2 : before, after];
  return text.frameworks.length > 0 && !beside.some((other) => isName(other, 'framework'));
}

/** "Neither in Japan nor in the U.S.", "outside Japan, the U.S. and Korea". */
function isLeftOutWithAnother({ all, at }: View): boolean {
  let back = at - 1;
  while (isCue(all[back], 'rel.and', 'rel.with', 'rel.or', 'prep.article') || isName(all[back], 'place', 'country'))
    back -= 1;
  return back < at - 1 && isCue(all[back], 'rel.outside');
}

/** "As the Defense of Japan white paper says": a document, in one name or several beside each other, that is what is gone by. */
function isQuoted({ all, at }: View): boolean {
  if (!isName(all[at], 'document')) return false;
  const isWhole = (one: Annotation | undefined) =>
    isName(one, 'document') || isCue(one, 'prep.article', 'noise', 'rel.of', 'rel.in') || one?.kind === 'time';
  let [from, to] = [at, at];
  while (isWhole(all[from - 1])) from -= 1;
  while (isWhole(all[to + 1])) to += 1;
  if (isCue(all[from - 1], 'rel.according') || isCue(all[to + 1], 'rel.according')) return true;
  // "White paper: what did …", "does the white paper say …", 白書で.
  if (from === 0 && to + 1 < all.length && isCue(all[to + 1], 'ask.*')) return true;
  return (
    (isCue(all[to + 1], 'say') && isCue(all[from - 1], 'ask.yesno')) ||
    (isCue(all[to], 'rel.in') && isJapaneseText(all[at]?.text ?? ''))
  );
}

/** "Phone calls included", 電話も. */
function isIncludedFormat({ all, one, after }: View): boolean {
  return isName(one, 'format') && (all.some((each) => isCue(each, 'incl')) || after?.text === 'も');
}

/** "The three foreign ministers": more than the two allies. */
function isSized({ all, at, one }: View): boolean {
  return isName(one, 'framework') && sizeBefore(all, at) !== undefined;
}

/** Beside other countries than the two allies, or a table of three. */
function isBesideOtherCountries({ one, text }: View): boolean {
  return text.wide.some((other) => other !== one);
}

/** "Held in Ukraine", 「沖縄で開かれた」, "who visited Taiwan": where a meeting was, whatever it was on. */
function isHeldIn({ one, before, after, before2, after2 }: View): boolean {
  if (isJapaneseText(one.text)) {
    if (isCue(after, 'rel.in') && isCue(after2, 'meet.held', 'meet.meet', 'meet.attend')) return true;
    return isCue(after, 'rel.to', 'rel.object') && isCue(after2, 'meet.visit');
  }
  return (
    (isCue(before, 'rel.in') && isCue(before2, 'meet.held', 'meet.meet', 'noun.meeting')) || isCue(before, 'meet.visit')
  );
}

/** "Blinken as Secretary of State". */
function isOfficeHeld({ all, before, after }: View): boolean {
  return (isCue(before, 'rel.as') || isCue(after, 'rel.as')) && all.some((other) => isName(other, 'person'));
}

/** "Which American ministers", 会った米国の閣僚は: the people asked for, and no kind of meeting. */
function isOfCountry({ all, at, one }: View): boolean {
  const before = isCue(all[at - 1], 'rel.of') ? all[at - 2] : all[at - 1];
  if (!isName(one, 'level') || !isName(before, 'country')) return false;
  const areAskedFor = all.some((each) => isCue(each, 'ask.who', 'ask.which'));
  return areAskedFor || all.slice(at + 1).every((each) => isCue(each, 'rel.by', 'mark.question'));
}

/** A framework beside another one of the same countries, without "and". */
function isInGroup(view: View): boolean {
  const { all, at, one } = view;
  const near = [all[at - 1], all[at + 1], all[at - 2], all[at + 2]];
  return isName(one, 'framework') && near.some((other) => isName(other, 'framework')) && !isJoined(view);
}

/** A framework in a question that names another one, which may be the one that was held. */
function isBesideFramework(view: View): boolean {
  const { one, text } = view;
  return isName(one, 'framework') && text.frameworks.some((other) => isOtherFramework(one, other)) && !isJoined(view);
}

/** "Trilateral", "ministers among …": a level that no person has. */
function isTable({ one, after }: View): boolean {
  return isTrilateral(one) || (isName(one, 'level') && isCue(after, 'among'));
}

/** "The American side", 米側. */
function isSide({ before, after, one }: View): boolean {
  return isCue(before, 'side') || isCue(after, 'side') || namesSide(one.text);
}

/** "A meeting with X", "X met". */
function isMet({ before, after }: View): boolean {
  return isCue(after, 'meet.meet', 'ask.documents') || isCue(before, 'meet.meet');
}

/** "The quad leaders' meeting", 中国の外相: a power or group that sits at no table on record, with a table or a post directly beside. */
function isOutsideTable({ one, after, after2 }: View): boolean {
  if (!isName(one, 'outsider', 'group', 'topic')) return false;
  if (isName(after, 'framework', 'office', 'level', 'format')) return true;
  return isCue(after, 'rel.of') && isName(after2, 'framework', 'office');
}

/** 日中, "US-China": a country directly beside another. */
function isInPair(view: View): boolean {
  const { all, at, one } = view;
  if (isName(one, 'place')) return isPairOfCapitals(view);
  const isHyphenated = (other: Annotation) =>
    Math.abs(one.span[1] - other.span[0]) === 1 || Math.abs(other.span[1] - one.span[0]) === 1;
  const isAdjoining = (other: Annotation) => other.to === one.from || one.to === other.from || isHyphenated(other);
  const isPower = (other: Annotation | undefined) => isName(other, 'country', 'outsider');
  return (
    isPower(one) &&
    [all[at - 1], all[at + 1]].some((other) => other !== undefined && isPower(other) && isAdjoining(other))
  );
}

/** "When did Tokyo and Washington announce": two places that are not told as where anything was. */
function isPairOfCapitals({ all, at, isJapanese }: View): boolean {
  if (isJapanese) return false;
  const [first, link, second] = isCue(all[at + 1], 'rel.and') ? [at, at + 1, at + 2] : [at - 2, at - 1, at];
  if (!isCue(all[link], 'rel.and') || !isName(all[first], 'place') || !isName(all[second], 'place')) return false;
  return !isCue(all[first - 1], 'rel.in', 'rel.to', 'rel.outside', 'meet.visit');
}

/** "Which ministers attended". */
function isAskedFor({ all, one }: View): boolean {
  return isName(one, 'level') && all.some((each) => isCue(each, 'ask.who', 'ask.which'));
}
