import { plainKana } from '../kana.ts';
import type { Lexicon, Link } from '../lexicon.ts';
import { titleFits } from '../offices.ts';
import type { Entity } from '../surface.ts';
import type { Match } from './characters.ts';
import type { JapaneseName, JapaneseNames } from './japanese-names.ts';
import { readings } from './readings.ts';
import { slips } from './slips.ts';
import type { Typed } from './typed.ts';

/** Names of so many characters are plain whatever stands around them, names of fewer need something to speak for them. */
const LONG = 5;

/** Tells whether a stretch near a name may be a slip for it: the shorter the name, the more must speak for it. */
export function judgeOf(
  typed: Typed,
  lexicon: Lexicon,
  names: JapaneseNames,
  isWord: (word: string) => boolean,
): (match: Match) => boolean {
  const { folded } = typed;
  const around = surroundings(typed, lexicon, names);
  return (match) => {
    const { from, to, name } = match;
    const written = folded.text.slice(from, to);
    if (name.key === written || slips().strangers.has(written) || isWord(written)) return false;
    if (isOtherName(match, typed, names) || isCut(match, typed)) return false;
    const size = sizeOf(match);
    if (name.isKatakana) {
      if (folded.kinds[from - 1] === 'katakana' || folded.kinds[to] === 'katakana') return false;
      // 郎とヘグセス is no ピート・ヘグセス, nor ジル・バイデン a ジョー・バイデン.
      if (folded.kinds.slice(from, to).includes('kanji') || isOtherGiven(match, typed)) return false;
      const isAlone = to - from === folded.text.length;
      const isByEar = plainKana(written) === plainKana(name.key);
      const isClear = size >= LONG || (size === LONG - 1 && (isAlone || isByEar || around.areSpokenOf()));
      return isClear || (size === 3 && (around.isTitled(name, to) || around.isBesidePerson(match)));
    }
    const isTitled = () => around.isTitled(name, to);
    const isFull = name.isFullName && (size >= 4 || isTitled());
    if (!isFull && !around.isNoWord(match)) return false;
    return size >= 4 || (size === 3 && !name.isPartial) || isTitled();
  };
}

const isPerson = ({ kind }: Entity) => kind === 'person';
/** What joins two people who met: と, や. */
const JOINS = 'とや';

const sizeOf = ({ from, to, name }: Match) => Math.min(to - from, name.key.length);

/** 日仏外相会談, 第三 for 第二; and another character in place of a family name of one, as of 岸防衛相, is another name. */
function isOtherName({ from, name, wrong }: Match, { folded }: Typed, { single }: JapaneseNames): boolean {
  if (wrong === undefined) return false;
  if (wrong === from && single.has(name.key.charAt(0))) return true;
  return slips().isApart(folded.text.charAt(wrong), name.key.charAt(wrong - from));
}

/** Whether what is wrong is all there is to tell a short given name by. */
function isOtherGiven({ from, to, wrong }: Match, { folded }: Typed): boolean {
  const family = folded.gaps.indexOf(true, from + 1);
  return wrong !== undefined && family < to && wrong < family && family - from < LEAST_GIVEN;
}

const LEAST_GIVEN = 4;

/** Whether a match takes only part of an unknown stretch of one script; a long name may. */
function isCut(match: Match, { folded: { kinds }, unknown }: Typed): boolean {
  const { from, to, wrong } = match;
  if (sizeOf(match) >= LONG && wrong !== undefined) return false;
  const isLoose = (inside: number, outside: number) => unknown[outside] === 1 && kinds[outside] === kinds[inside];
  return isLoose(from, from - 1) || isLoose(to - 1, to);
}

type Surroundings = {
  /** Whether the question names anything else, or speaks of meetings or posts. */
  areSpokenOf(): boolean;
  /** Whether it stands as a person does whom the question joins with another: ルビヨと茂木, 岩屋はルビヨと. */
  isBesidePerson(match: Match): boolean;
  /** Whether a title stands behind that the person was ever called by. */
  isTitled(name: JapaneseName, to: number): boolean;
  /** Whether the wrong character belongs to no word of the dictionary and ends none: 財務大臣, 防災協力 and 水道水 are no slips. */
  isNoWord(match: Match): boolean;
};

function surroundings(typed: Typed, lexicon: Lexicon, { titles }: JapaneseNames): Surroundings {
  const { folded, text } = typed;
  let singles: ReadonlySet<number> | undefined;
  let spokenOf: boolean | undefined;
  let linked: readonly Link[] | undefined;
  const links = () => {
    linked ??= lexicon.link(folded);
    return linked;
  };
  return {
    areSpokenOf() {
      spokenOf ??= links().length > 0 || readings().ofPeople.some((word) => text.includes(word));
      return spokenOf;
    },
    isBesidePerson({ from, to, name }) {
      const isJoined = JOINS.includes(folded.text.charAt(to)) || JOINS.includes(folded.text.charAt(from - 1) || ' ');
      return isJoined && name.entities.every(isPerson) && links().some(({ entities }) => entities.every(isPerson));
    },
    isTitled({ entities }, to) {
      const behind = titles.matches(folded.text, to).flatMap(({ values }) => values);
      const people = entities.filter(isPerson);
      return people.some(({ id }) => behind.some((title) => titleFits(lexicon.knowledge, id, title)));
    },
    isNoWord({ from, to, wrong }) {
      if (wrong === undefined || folded.kinds[wrong] !== 'kanji') return true;
      singles ??= singleCharacters(typed);
      const isEnding = wrong === to - 1 && wrong - from > 1 && !singles.has(wrong - 1);
      return singles.has(wrong) && !isEnding;
    },
  };
}

let segmenter: Intl.Segmenter | undefined;

/** Places that stand alone when a text is cut into the words of the dictionary. */
function singleCharacters({ text, folded }: Typed): ReadonlySet<number> {
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
  const starts = new Set<number>();
  for (const { index, segment } of segmenter.segment(text)) if (segment.length === 1) starts.add(index);
  return new Set(folded.starts.flatMap((start, place) => (starts.has(start) ? [place] : [])));
}
