/** Kana and Latin letters as sounds, for comparing the ways to write Japanese. */

const ROWS =
  'あいうえお かきくけこ がぎぐげご さしすせそ ざじずぜぞ たちつてと だぢづでど なにぬねの はひふへほ ばびぶべぼ ぱぴぷぺぽ まみむめも らりるれろ'.split(
    ' ',
  );
const CONSONANTS = ['', 'k', 'g', 's', 'z', 't', 'd', 'n', 'h', 'b', 'p', 'm', 'r'];
const VOWELS = 'aiueo';
const OTHERS: Readonly<Record<string, string>> = { や: 'ya', ゆ: 'yu', よ: 'yo', わ: 'wa', を: 'o', ん: 'n', ゔ: 'bu' };
const GLIDES: Readonly<Record<string, string>> = { ゃ: 'ya', ゅ: 'yu', ょ: 'yo' };
const SMALL = 'ぁぃぅぇぉ';

const SOUNDS: ReadonlyMap<string, string> = new Map([
  ...ROWS.flatMap((row, at) => Array.from(row, (kana, vowel) => [kana, `${CONSONANTS[at]}${VOWELS[vowel]}`] as const)),
  ...Object.entries(OTHERS),
]);

/** Spellings of one sound, in the order they are replaced: Hepburn, as typed on a keyboard, by ear. */
const SPELLINGS: readonly (readonly [string, string])[] = (
  'tch:tty cch:tty shi:si sh:sy chi:ti ch:ty tsu:tu ji:zi j:zy f:h dzu:zu di:zi du:zu mb:nb mp:np l:r v:b wo:o ' +
  'cy:ty yy:y'
)
  .split(' ')
  .map((pair) => pair.split(':') as [string, string]);

/** How Latin letters sound, read as Japanese: shuno, shunou, shunoh, syunou and shunō are one. `letters` are folded (a–z). */
export function soundOf(letters: string): string {
  let sound = letters;
  for (const [typed, same] of SPELLINGS) if (sound.includes(typed)) sound = sound.replaceAll(typed, same);
  return withoutLength(sound);
}

/** How hiragana sounds, in the same letters as {@link soundOf}. Long-vowel marks count for nothing. */
export function soundOfKana(kana: string): string {
  let out = '';
  let isDoubled = false;
  for (const char of kana) {
    if (char === 'っ') {
      isDoubled = true;
      continue;
    }
    const sound = soundAfter(out, char);
    if (sound === undefined) continue;
    out = sound.before + (isDoubled ? sound.added.charAt(0) : '') + sound.added;
    isDoubled = false;
  }
  return soundOf(out);
}

/** What a kana adds: き and ゃ are kya, ち and ぇ are tye, ふ and ぇ are he, て and ぃ are ti, う and ぃ are wi. */
function soundAfter(before: string, char: string): { readonly before: string; readonly added: string } | undefined {
  const glide = GLIDES[char];
  if (glide !== undefined) return { before: before.endsWith('i') ? before.slice(0, -1) : before, added: glide };
  const small = SMALL.indexOf(char);
  if (small >= 0) {
    const isAlone = before.length < 2 || VOWELS.includes(before.at(-2) ?? '');
    if (isAlone && before.endsWith('u')) return { before: before.slice(0, -1), added: `w${VOWELS.charAt(small)}` };
    const link = !isAlone && before.endsWith('i') ? 'y' : '';
    return { before: isAlone ? before : before.slice(0, -1), added: link + VOWELS.charAt(small) };
  }
  const added = SOUNDS.get(char);
  return added === undefined ? undefined : { before, added };
}

/** Long vowels short: aa, ii, uu, ee, oo, ou, and an h after o that no vowel follows ("shunoh kaidan"). */
function withoutLength(sound: string): string {
  let out = '';
  for (let at = 0; at < sound.length; at += 1) {
    const [char, next] = [sound.charAt(at), sound.charAt(at + 1)];
    out += char;
    const isLong = VOWELS.includes(char) && (next === char || (char === 'o' && next === 'u'));
    const isLongH = char === 'o' && next === 'h' && !`${VOWELS}y`.includes(sound.charAt(at + 2) || 'x');
    if (isLong || isLongH) at += 1;
  }
  return out;
}

/** Hiragana without voicing marks, its small letters written large: what a slip of the ear leaves alike. */
export function plainKana(kana: string): string {
  let out = '';
  for (const char of kana.normalize('NFD')) {
    if (char === '\u3099' || char === '\u309a') continue;
    const small = 'ぁぃぅぇぉっゃゅょ'.indexOf(char);
    out += small < 0 ? char : 'あいうえおつやゆよ'.charAt(small);
  }
  return out;
}
