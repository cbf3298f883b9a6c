import { stemEnglish } from './english-stem.ts';
import { normalise } from './normalise.ts';

/** A term and where it stands in the normalised text it was read from (UTF-16 offsets, end exclusive). */
export type Token = { readonly term: string; readonly start: number; readonly end: number };

/** Intl's dictionary is Node's own, so both sides of a search always divide words alike. */
const WORDS = new Intl.Segmenter('ja', { granularity: 'word' });

const JAPANESE_STOP_WORDS =
  'ある あり あっ いる する なる なり なっ なかっ なく れる られ られる られた させ ない から まで より など こと もの ため よう ' +
  'この その あの どの これ それ あれ ここ そこ という といった として とも による により によって よる よって において における おける おいて ' +
  'に関する に関して に対する に対して について ついて さらに また および 及び ならびに 並びに なお のみ ので のに でも たり たち ' +
  'です ます でし ました でした ません まし だっ でき できる しかし いう いい いわ そして つつ その後 その他 うち ほか';

const ENGLISH_STOP_WORDS =
  'a an the of in on at to for from by with and or but nor not is are was were be been being it its as that this these those which who whom whose ' +
  'has have had having do does did he she they we you i his her their our your my him them me us t s d ll re ve ' +
  'will would shall should can could may might must there here than then so such into onto also';

/** Asks, and so says nothing about what a passage holds. */
const QUESTION_WORDS =
  '誰 だれ いつ どこ 何 なに なん どんな どのような どのよう どういう どういった どう どちら どれ どれくらい どのくらい なぜ いくつ いくら ' +
  '何年 何月 何日 何人 何回 何度 何件 何時 何者 何処 教え 教えて ください 下さい でしょ でしょう ' +
  'what when where why how much many tell please';

const STOP_WORDS = new Set(`${JAPANESE_STOP_WORDS} ${ENGLISH_STOP_WORDS}`.split(' '));
const QUERY_STOP_WORDS = new Set(QUESTION_WORDS.split(' '));

/** The terms of a passage, from its normalised text, in order and repeated as they occur. */
export function indexTerms(normal: string): string[] {
  const terms: string[] = [];
  for (const { segment, isWordLike } of WORDS.segment(normal)) {
    if (!isWordLike) continue;
    const term = termOf(segment);
    if (term !== undefined) terms.push(term);
  }
  return terms;
}

/** The terms of a question, from its normalised text: as a passage's, without the words that only ask. */
export function queryTokens(normal: string): Token[] {
  const tokens: Token[] = [];
  for (const { segment, index, isWordLike } of WORDS.segment(normal)) {
    if (!isWordLike || QUERY_STOP_WORDS.has(segment)) continue;
    const term = termOf(segment);
    if (term !== undefined) tokens.push({ term, start: index, end: index + segment.length });
  }
  return tokens;
}

/** The terms of a question or of free words as typed, in order. */
export function contentTerms(text: string): string[] {
  return queryTokens(normalise(text)).map(({ term }) => term);
}

function termOf(word: string): string | undefined {
  // A single hiragana is a particle or an ending.
  if (STOP_WORDS.has(word) || (word.length === 1 && word >= 'ぁ' && word <= 'ゖ')) return undefined;
  if (!/[a-z]/.test(word)) return word;
  // Possessives, and u.s. beside us.
  return stemEnglish(word.replace(/'s?$/, '').replaceAll('.', ''));
}
