import { isPlainlyTime } from './doubt.ts';
import { englishGrammar } from './en/grammar.ts';
import { englishRelative } from './en/relative.ts';
import { englishWords } from './en/words.ts';
import { fold } from './fold.ts';
import { readPieces } from './grammar.ts';
import { japaneseGrammar } from './ja/grammar.ts';
import { japaneseRelative } from './ja/relative.ts';
import { eraFigures, japaneseWords } from './ja/words.ts';
import { createLexer, type Lexer } from './lexer.ts';
import { mentionOf } from './mention.ts';
import { bareRules, numericRules } from './numeric.ts';
import { type Opened, relationAround } from './relations.ts';
import { inContext, joinRanges } from './stretches.ts';
import type { FindTimes } from './time-mention.ts';

export { addDays, periodOfEventDate, today } from './calendar.ts';
export { formatDate, formatDateWithWeekday, formatPeriod } from './format.ts';
export type { Clock, Period, PlainDate } from './period.ts';
export type { FindTimes } from './time-mention.ts';

/**
 * Finds the time expressions of a text in Japanese, English or both, with exact offsets into the text as typed. Never throws;
 * the work grows with the length of the text only. What is assumed (the year of a bare month) is told in `assumption`.
 */
export const findTimes: FindTimes = (original, { today, yearHint }) => {
  const folded = fold(original);
  const { text } = folded;
  const typed = (start: number, end: number): string => original.slice(folded.startOf(start), folded.endOf(end));
  const japanese = JAPANESE.test(text);
  const pieces = readPieces(text, lexerFor(text)(text, today), GRAMMARS, today);
  const stretches = joinRanges(text, pieces, today).filter(
    ({ range, piece }) =>
      range !== null || isPlainlyTime(piece, { folded: text, typed: typed(piece.start, piece.end), japanese }),
  );
  let floor = 0;
  return inContext(stretches, text).map(({ stretch, year, month }, index) => {
    const around = relationAround(text, stretch, { floor, ceiling: stretches[index + 1]?.start ?? text.length });
    floor = around.end;
    const quoted = typed(stretch.start, stretch.end).trim();
    const context = { today, year: year ?? yearHint ?? null, month, text: quoted, japanese };
    const mention = (from: number, to: number, words: Pick<Opened, 'relation' | 'approximate' | 'neighbour'>) => {
      const [start, end] = [folded.startOf(from), folded.endOf(to)];
      return { text: original.slice(start, end), start, end, ...mentionOf(stretch, words, context) };
    };
    const isOpened = around.relation !== 'in' || around.neighbour?.unit === 'day';
    const unit = isOpened && around.end === stretch.end ? mention(stretch.start, stretch.end, PLAIN) : undefined;
    return { ...mention(around.start, around.end, around), ...(unit && { unit }) };
  });
};

/** No words around a unit. */
const PLAIN = { relation: 'in', approximate: false, neighbour: null } as const;

const GRAMMARS = [japaneseGrammar, englishGrammar];

const JAPANESE = /[぀-ヿ一-鿿]/;
/** Something that English words for time begin with or contain; most Japanese questions hold none of it. */
const ENGLISH_PARTS =
  'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|last|past|this|next|prev|curr|prior|recent|' +
  'com|ago|back|with|year|yr|ytd|month|mth|week|wk|day|night|morrow|quart|half|h[12]|[12]h|' +
  "q[1-4]|[1-4]q|fy|fisc|spring|summer|autumn|fall|winter|\\d'?s|'\\d|\\dst|\\dnd|\\drd|\\dth|mei|" +
  'tai|sh[oō]|hei|rei|cent|early|mid|late|beg|star|end|now|pres|date|ties|mon|tue|wed|thu|fri|' +
  'sat|sun|clos|open|first|cy|christ|xmas|thanks|easter|hallow|obon|tanabata|golden|birthday|equinox';
const ENGLISH = new RegExp(ENGLISH_PARTS);

/** A lexer per set of languages, made when first needed: a pattern of all the rules takes tens of milliseconds to compile. */
const lexers = new Map<string, Lexer>();

function lexerFor(text: string): Lexer {
  const [japanese, english] = [JAPANESE.test(text), ENGLISH.test(text)];
  const key = `${japanese} ${english}`;
  const known = lexers.get(key);
  if (known !== undefined) return known;
  const lexer = createLexer([
    ...numericRules,
    ...eraFigures,
    ...(japanese ? [...japaneseRelative, ...japaneseWords] : []),
    ...(english ? [...englishRelative, ...englishWords] : []),
    ...bareRules,
  ]);
  lexers.set(key, lexer);
  return lexer;
}
