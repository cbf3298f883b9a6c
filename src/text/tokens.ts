import { normalise } from './normalise.ts';
import { stemEnglish } from './stem.ts';

/** A term and where it stands in the normalised text it was read from (UTF-16 offsets, end exclusive). */
export type Token = { readonly term: string; readonly start: number; readonly end: number };

/** Intl's dictionary is Node's own, so both sides of a search always divide words alike. */
let segmenter: Intl.Segmenter | undefined;

/** Made at the first use: its dictionary takes as long to load as everything else a question by structure needs. */
function segments(run: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
  return segmenter.segment(run);
}

const JAPANESE_STOP_WORDS =
  'ある あり あっ いる する なる なり なっ なかっ なく れる られ られる られた させ ない から まで より など こと もの ため よう ' +
  'この その あの どの これ それ あれ ここ そこ という といった として とも による により によって よる よって において における おける おいて ' +
  'に関する に関して に対する に対して について ついて さらに また および 及び ならびに 並びに なお のみ ので のに でも たり たち ' +
  'した しない しま しく すると させる では って てい ており おり われ われる きた なか だけ ほど なら だが んで とき ことに ものの となり にし とともに ともに ' +
  'ただし または あるいは すなわち つまり そのため すべて ほとんど それぞれ これら これらの それら それらの ながら にかけて にとって してき ' +
  'です ます でし ました でした ません まし だっ でき できる しかし いう いい いわ そして つつ その後 その他 うち ほか';

const ENGLISH_STOP_WORDS =
  'a an the of in on at to for from by with and or but nor not is are was were be been being it its as that this these those which who whom whose ' +
  'has have had having do does did he she they we you i his her their our your my him them me t s d ll re ve ' +
  'will would shall should can could may might must there here than then so such into onto also';

/** Asks, and so says nothing about what a passage holds. */
const QUESTION_WORDS =
  '誰 だれ いつ どこ 何 なに なん どんな どのような どのよう どういう どういった どう どちら どれ どれくらい どのくらい なぜ いくつ いくら ' +
  'いつか なにか なんと はだれ たか いるか しょう くらい ぐらい すか ' +
  '何年 何月 何日 何人 何回 何度 何件 何時 何者 何処 教え 教えて ください 下さい でしょ でしょう ' +
  'what when where why how much many tell please';

const STOP_WORDS = new Set(`${JAPANESE_STOP_WORDS} ${ENGLISH_STOP_WORDS}`.split(' '));
const QUERY_STOP_WORDS = new Set(QUESTION_WORDS.split(' '));

/** The terms of a passage, from its normalised text, in order and repeated as they occur. */
export function indexTerms(normal: string): string[] {
  const terms: string[] = [];
  eachTerm(normal, (term) => terms.push(term));
  return terms;
}

/** The terms of a question, from its normalised text: as a passage's, without the words that only ask. */
export function queryTokens(normal: string): Token[] {
  const tokens: Token[] = [];
  eachTerm(normal, (term, start, end) => {
    if (!QUERY_STOP_WORDS.has(normal.slice(start, end))) tokens.push({ term, start, end });
  });
  return tokens;
}

/** The terms of a question or of free words as typed, in order. */
export function contentTerms(text: string): string[] {
  return queryTokens(normalise(text)).map(({ term }) => term);
}

/** A Latin word or a number, a stretch of Japanese, a word of any other script. */
const RUNS = /[a-z0-9]+(?:['.][a-z0-9]+)*|[々-〇ぁ-ヿ㐀-鿿豈-﫿]+|[\p{L}\p{N}\p{M}]+/gu;

/** Only Japanese goes through Intl's segmenter, which is slow and has nothing to say about other scripts. */
function eachTerm(normal: string, take: (term: string, start: number, end: number) => void): void {
  let before: { start: number; end: number } | undefined;
  for (const { 0: run, index } of normal.matchAll(RUNS)) {
    const end = index + run.length;
    if (run > 'z') {
      japaneseTerms(run, index, take);
      continue;
    }
    const term = latinTerm(run);
    if (term !== undefined) take(term, index, end);
    // F-35 is also asked for as F35; anti-ship is not one word to anybody.
    if (
      before?.end === index - 1 &&
      normal[index - 1] === '-' &&
      /\d/.test(run) !== /\d/.test(normal[before.start] ?? '')
    ) {
      take(normal.slice(before.start, before.end) + run, before.start, end);
    }
    before = { start: index, end };
  }
}

function japaneseTerms(run: string, offset: number, take: (term: string, start: number, end: number) => void): void {
  for (const { segment, index, isWordLike } of withWholeKatakana(segments(run))) {
    // A single hiragana is a particle or an ending.
    if (!isWordLike || STOP_WORDS.has(segment) || /^[ぁ-ゖ]$/.test(segment)) continue;
    take(segment, offset + index, offset + index + segment.length);
  }
}

/** What the dictionary does not know it cuts anywhere (ブリ, ン, ケン): katakana with a piece too short for a word is one word. */
function withWholeKatakana(pieces: Iterable<Segment>): readonly Segment[] {
  const whole: Segment[] = [];
  let run: Segment[] = [];
  const close = () => {
    const [first] = run;
    const isCutUp = run.length > 1 && run.some(({ segment }) => segment.length < LEAST_KATAKANA);
    if (first !== undefined && isCutUp) whole.push({ ...first, segment: run.map(({ segment }) => segment).join('') });
    else whole.push(...run);
    run = [];
  };
  for (const piece of pieces) {
    const isKatakana = /^[ァ-ヺー]+$/.test(piece.segment);
    if (!isKatakana) close();
    (isKatakana ? run : whole).push(piece);
  }
  close();
  return whole;
}

type Segment = Pick<Intl.SegmentData, 'segment' | 'index' | 'isWordLike'>;

const LEAST_KATAKANA = 3;

function latinTerm(word: string): string | undefined {
  // Possessives, and u.s. beside us.
  const bare = word.replace(/'s?$/, '').replace(/(?<=[a-z])\.(?=[a-z])/g, '');
  return STOP_WORDS.has(word) || STOP_WORDS.has(bare) ? undefined : stemEnglish(bare);
}
