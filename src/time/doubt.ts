import { isRealDay } from './calendar.ts';
import type { Piece } from './grammar.ts';
import { isWeakDay } from './ja/words.ts';

const REACH = 24;

/** Words that only a time can follow here. */
const BEFORE_TIME = endingIn(
  'in|since|until|till|by|during|of|for|last|this|next|before|after|between|from|around|' +
    'through|about|early|mid|late|on|vs\\.?|versus|as of|and in|or in',
  '(?:the )?',
);
const BEFORE_SEASON = endingIn('in|since|until|till|by|during|before|after|from|through', '(?:the )?');
const BEFORE_DAY = /(?:^|[^a-z])(?:on|since|until|till|by|before|after|from) the $/;
const ENDS_PHRASE = /^ *(?:$|[?.,;:!)]|(?:and|or|to|of|with)\b)/;
const AFTER_MONTH = goingOnWith(
  'meeting|meetings|summit|summits|talks|consultation|consultations|event|events|session|' +
    'sessions|statement|call|calls|2\\+2|visit|and|or|to|through',
);
const AFTER_VERB = goingOnWith(
  'i|we|you|he|she|it|they|not|be|have|the|a|an|also|well|only|still|never|even|now|then|day|' +
    'do|seem|need|want|use|take|come|go|make|meet',
);

/** "Theresa May", "who may". */
const MAY_FOLLOWS = 'theresa|minister|pm|ms\\.?|mrs\\.?|lady|who|what|which|that|they|we|it|he|she|i|you';
const BEFORE_VERB = new RegExp(`(?:${MAY_FOLLOWS}) $`);
const BEFORE_DAY_OF_MONTH = endingIn('on|since|until|till|by|before|after|from|to|between|and|through|dated', '');

/** What follows a year of two figures and no number of years: 22年の2+2, 22年に, and not 20年の歴史, 20年にわたり. */
const AFTER_SHORT_YEAR = new RegExp(
  [
    '^(?: ?$| ?[、。?!)」』,]|は|も|と|や|から|まで|以[降前]|中に|当時|時点',
    'の ?(?!間|歴史|歳月|月日|節目|伝統|区切)|に(?!わた|渡|及|およ|一))',
  ].join('|'),
);

/** Text that ends in one of these words and a space, written as a pattern's alternatives. */
function endingIn(words: string, then: string): RegExp {
  return new RegExp(`(?:^|[^a-z])(?:${words}) ${then}$`);
}

/** Text that goes on with one of these words. */
function goingOnWith(words: string): RegExp {
  return new RegExp(`^ (?:${words})\\b`);
}

/** The folded text that a piece stands in, the piece as typed, and whether the text is Japanese. */
export type Surroundings = { readonly folded: string; readonly typed: string; readonly japanese: boolean };

/** Whether the text around a doubtful piece says that it is a time after all. */
export function isPlainlyTime(piece: Piece, { folded, typed, japanese }: Surroundings): boolean {
  const before = folded.slice(Math.max(0, piece.start - REACH), piece.start);
  const after = folded.slice(piece.end, piece.end + REACH);
  const alone = standsAlone(piece, folded);
  switch (piece.doubt) {
    case null:
    case 'month':
      return true;
    case 'weak-month':
      return isMonthName(folded.slice(piece.start, piece.end), before, after, typed, alone);
    case 'season':
      return /[春夏秋冬]/.test(folded.slice(piece.start, piece.end))
        ? isJapaneseSeason(before, after)
        : BEFORE_SEASON.test(before) || alone;
    case 'day':
      return folded.slice(piece.end - 1, piece.end) === '日'
        ? !isWeakDay(after)
        : BEFORE_DAY.test(before) && ENDS_PHRASE.test(after);
    case 'month-day':
      return isMonthDay(piece, before, after, folded, alone, japanese);
    case 'part':
      return (
        !/half/.test(folded.slice(piece.start, piece.end)) ||
        alone ||
        (BEFORE_TIME.test(before) && ENDS_PHRASE.test(after))
      );
    case 'weekday':
      return isWeekday(folded.slice(piece.start, piece.end), before, after);
    case 'short-year':
      return !japanese || folded.charAt(piece.start) === "'" || AFTER_SHORT_YEAR.test(after);
    case 'fragment':
      return false;
  }
}

/** Whether nothing but marks and particles stands around it, as in a follow-up question ("May?", 5月は?). */
function standsAlone(piece: Piece, folded: string): boolean {
  if (piece.start > REACH || folded.length - piece.end > REACH) return false;
  return /^[ "'「]*$/.test(folded.slice(0, piece.start)) && /^[\s?!.。、」"'はのも]*$/.test(folded.slice(piece.end));
}

/** "May", "March" and short forms: only after a word that calls for a time, alone, or capitalised as a name within a sentence. */
function isMonthName(word: string, before: string, after: string, typed: string, alone: boolean): boolean {
  const short = word.length <= 4 && word !== 'may';
  const followedByWord = /^ [a-z]/.test(after);
  if (alone) return true;
  if (BEFORE_TIME.test(before))
    return !/(?:of|for|about|on) $/.test(before) || !followedByWord || AFTER_MONTH.test(after);
  if (/(?:^|[^a-z])the $/.test(before) && !short) return AFTER_MONTH.test(after) || (word === 'may' && followedByWord);
  if (short) return false;
  const capital = typed === word.charAt(0).toUpperCase() + word.slice(1);
  if (!capital) return false;
  const startsSentence = /(?:^|[.?!]) *$/.test(before);
  if (word === 'may' && startsSentence) return AFTER_MONTH.test(after);
  if (word === 'may') return !AFTER_VERB.test(after) && !BEFORE_VERB.test(before);
  return !/^ (?:on|to|toward|towards|with|into|against|through|past|out|in|for)\b/.test(after);
}

function isJapaneseSeason(before: string, after: string): boolean {
  return !/[の]$/.test(before) && /^(?:[にのはもか、。?!~)」』 ]|から|まで|以降|以前|頃|ごろ|$)/.test(after);
}

/** 3/30: in Japanese text a day; in English only after a preposition, since 3/4 is a fraction too. */
function isMonthDay(
  piece: Piece,
  before: string,
  after: string,
  folded: string,
  alone: boolean,
  japanese: boolean,
): boolean {
  const { shape } = piece.expression;
  if (shape.kind !== 'day' || shape.month === null || !isRealDay(2024, shape.month, shape.day)) return false;
  if (alone) return !/^(?:1[3-9]|[23]\d)/.test(folded.slice(piece.start, piece.end));
  if (/^ ?(?:of|majority|が|を|以上|の賛成|の多数|%)/.test(after)) return false;
  if (japanese) return true;
  return BEFORE_DAY_OF_MONTH.test(before) || /[~-] ?$/.test(before);
}

function isWeekday(word: string, before: string, after: string): boolean {
  if (word.endsWith('曜') || word.endsWith('曜日')) return true;
  // "Sun", "Sat" and "Mon" are names and verbs as well.
  if (!word.endsWith('day')) return false;
  return (
    /(?:^|[^a-z])(?:on|since|until|by|before|after|from) $/.test(before) &&
    !/^ [a-z]+(?:'s)? (?:times|news)\b/.test(after)
  );
}
