import { editDistance } from '../typo.ts';
import type { MaskedText } from './cues.ts';

/** Question words too short for a measured repair. */
const SHORT: Readonly<Record<string, string>> = {
  wat: 'what',
  wht: 'what',
  wats: "what's",
  wut: 'what',
  waht: 'what',
  wich: 'which',
  whcih: 'which',
  wen: 'when',
  whn: 'when',
  hwen: 'when',
  wher: 'where',
  whre: 'where',
  hwo: 'who',
  woh: 'who',
  teh: 'the',
  lst: 'last',
  metting: 'meeting',
  abt: 'about',
  happend: 'happened',
  hapened: 'happened',
  btw: 'between',
  mtg: 'meeting',
  mtgs: 'meetings',
  mettings: 'meetings',
};

const CUE_WORDS =
  'attended attend agreed agreement discussed meeting meetings summit minister ministers latest compare difference timeline participants welcomed confirmed announced reaffirmed source sources between recent first'.split(
    ' ',
  );

/** Mends slips in the words that tell what is asked ("who atended"), so that they cost nothing. Names are repaired elsewhere. */
export function mendCueWords(masked: MaskedText, isKnownWord: (word: string) => boolean): MaskedText {
  return masked.replace(/[a-z]{3,14}/g, (word) => {
    const short = SHORT[word];
    if (short) return short;
    if (word.length < 5 || CUE_WORDS.includes(word) || isKnownWord(word)) return word;
    const near = CUE_WORDS.filter((cue) => editDistance(word, cue, 1) === 1);
    // "meetingd" is as near to "meeting" as to "meetings": either will do.
    return near[0] ?? word;
  });
}
