import { normalise } from './normalise.ts';

/** Words that carry no content: particles, auxiliaries and light verbs. */
const japaneseStops = new Set(
  (
    'の に は を た が で て と し れ さ ある いる も する から な こと として い や れる など なっ ない この ため その あっ よう また もの という あり まで られ なる へ か だ これ によって により おり より による ず なり られる において ば なかっ なく しかし について せ だっ その後 できる それ う ので なお のみ でき き つ における および いう さらに でも ら たり その他 に関する たち ます ん なら に対して です ました でした ません でしょう ください くれ ください ここ そこ どの' +
    ' どんな どう どうして なぜ いくつ 何 なに なん 誰 だれ いつ どこ どちら どれ 教え 教えて さん ほか 他 ば ぐらい くらい ほど'
  ).split(' '),
);

const englishStops = new Set(
  (
    "a an the of in on at to for from by with and or not but is are was were be been being it its this that these those there here as into than then so such do does did have has had he she they them his her their we our you your i me my will would can could should may might shall also about over under between during after before up down out if no nor only own same too very s t 's " +
    'who whom whose which what when where why how please tell show list give'
  ).split(' '),
);

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });
const RUNS = /[a-z0-9]+(?:[.'+-][a-z0-9]+)*|[\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff]+|[\p{L}\p{N}]+/gu;
const CJK = /^[\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff]/;

/**
 * Content terms of a text, in order, the same for passages and queries: Japanese words by ICU; Latin
 * words by a light stem. Only Japanese runs go through the (slow) segmenter.
 */
export function contentTerms(text: string): string[] {
  const terms: string[] = [];
  for (const [run] of normalise(text).matchAll(RUNS)) {
    if (CJK.test(run)) japaneseTerms(run, terms);
    else latinTerms(run, terms);
  }
  return terms;
}

function japaneseTerms(run: string, terms: string[]): void {
  for (const { segment, isWordLike } of segmenter.segment(run)) {
    if (!isWordLike || japaneseStops.has(segment)) continue;
    if (segment.length === 1 && segment >= '\u3041' && segment <= '\u309f') continue;
    terms.push(segment);
  }
}

function latinTerms(run: string, terms: string[]): void {
  const whole = run.replace(/'s$/, '');
  if (!englishStops.has(whole)) terms.push(stem(whole));
  if (!/[.+-]/.test(whole)) return;
  for (const part of whole.split(/[.+-]/)) if (part.length > 1 && !englishStops.has(part)) terms.push(stem(part));
}

/** A light English stem: plurals and the commonest verb endings, never below three letters. */
export function stem(word: string): string {
  if (word.length < 5 || !/^[a-z]+$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ss|us|is)$/.test(word)) return word;
  const singular = word.endsWith('s') ? word.slice(0, -1) : word;
  if (singular.length >= 7 && singular.endsWith('ing')) return undouble(singular.slice(0, -3));
  if (singular.length >= 6 && singular.endsWith('ed')) return undouble(singular.slice(0, -2));
  return singular.endsWith('e') ? singular.slice(0, -1) : singular;
}

function undouble(word: string): string {
  return /([bdgmnprt])\1$/.test(word) ? word.slice(0, -1) : word;
}
