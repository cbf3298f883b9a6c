import type { Language } from '../../text/language.ts';
import type { Act } from '../schema.ts';

/** The acts by the words that report them, strongest claim last to be believed: the sentence's final verb decides. */
const japanese: readonly (readonly [Act, RegExp])[] = [
  ['reaffirmed', /再確認/g],
  ['confirmed', /確認(?:し|する)|認識を共有/g],
  ['agreed', /一致(?:し|する)|合意(?:し|する)|申し合わせ/g],
  ['welcomed', /歓迎/g],
  ['instructed', /指示(?:し|する)/g],
  ['signed', /署名/g],
  ['announced', /発表(?:し|する)|発出/g],
  ['discussed', /議論を行|議論し|意見(?:を)?交換|意見を交わ|話し合|協議し/g],
  ['stated', /述べ|強調し|表明し|伝え|支持を(?:示|得)|求め|言及し|説明し|反対し|非難し/g],
];

const english: readonly (readonly [Act, RegExp])[] = [
  ['reaffirmed', /\b(?:reaffirm|reconfirm|reiterat)/gi],
  ['agreed', /\b(?:agreed|concurred|shared the view)/gi],
  ['confirmed', /\b(?:confirmed|affirmed)\b/gi],
  ['welcomed', /\bwelcom/gi],
  ['instructed', /\b(?:instructed|directed)\b/gi],
  ['signed', /\bsigned\b/gi],
  ['announced', /\b(?:announced|launched|issued)\b/gi],
  ['discussed', /\b(?:discussed|exchanged views|talked about)\b/gi],
  ['stated', /\b(?:stated|said|stressed|emphasi[sz]ed|underscored|expressed|explained|condemned|opposed|thanked)\b/gi],
];

/**
 * The act that a sentence reports, or `null` when it reports none. In Japanese the last verb governs the sentence; in
 * English the first.
 */
export function actOf(sentence: string, language: Language): Act | null {
  let found: { readonly act: Act; readonly at: number } | null = null;
  for (const [act, pattern] of language === 'ja' ? japanese : english) {
    for (const { index } of sentence.matchAll(pattern)) {
      // 再確認 holds 確認 one character later: the longer word, listed first, keeps its place.
      const later = language === 'ja' ? found === null || index > found.at + 1 : found === null || index < found.at;
      if (later) found = { act, at: index };
    }
  }
  return found?.act ?? null;
}
