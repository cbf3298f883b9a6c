import { level } from '../text/level.ts';
/** Ways people write a Japanese name in Latin letters, from its kana: おおの → ono, oono, ohno, ono. Lower case; at most 12. */
export function romajiVariants(kana: string): readonly string[] {
  const plain = Array.from(level(kana), toHiragana).join('');
  const variants = new Set<string>();
  for (const spelling of [romanise(plain, HEPBURN), romanise(plain, { ...HEPBURN, ...KUNREI })]) {
    for (const long of LONG_O) {
      const spelt = spelling.replace(/oo|ou/g, long);
      variants.add(spelt);
      variants.add(spelt.replaceAll('uu', 'u'));
    }
    variants.add(spelling);
  }
  for (const spelt of [...variants]) variants.add(spelt.replace(/n(?=[bmp])/g, 'm'));
  return [...variants].filter((spelt) => spelt !== '' && /^[a-z ]+$/.test(spelt)).slice(0, 12);
}

const LONG_O = ['o', 'ou', 'oo', 'oh'] as const;

const ROWS: readonly (readonly [string, string])[] = [
  ['あいうえお', 'a i u e o'],
  ['かきくけこ', 'ka ki ku ke ko'],
  ['がぎぐげご', 'ga gi gu ge go'],
  ['さしすせそ', 'sa shi su se so'],
  ['ざじずぜぞ', 'za ji zu ze zo'],
  ['たちつてと', 'ta chi tsu te to'],
  ['だぢづでど', 'da ji zu de do'],
  ['なにぬねの', 'na ni nu ne no'],
  ['はひふへほ', 'ha hi fu he ho'],
  ['ばびぶべぼ', 'ba bi bu be bo'],
  ['ぱぴぷぺぽ', 'pa pi pu pe po'],
  ['まみむめも', 'ma mi mu me mo'],
  ['らりるれろ', 'ra ri ru re ro'],
  ['やゆよわをん', 'ya yu yo wa o n'],
];

const HEPBURN: Readonly<Record<string, string>> = table(ROWS);
const KUNREI: Readonly<Record<string, string>> = { し: 'si', ち: 'ti', つ: 'tu', ふ: 'hu', じ: 'zi' };
const GLIDES: Readonly<Record<string, string>> = { ゃ: 'a', ゅ: 'u', ょ: 'o' };

function table(rows: readonly (readonly [string, string])[]): Record<string, string> {
  const entries: Record<string, string> = {};
  for (const [kana, latin] of rows) {
    const spelt = latin.split(' ');
    Array.from(kana).forEach((char, index) => {
      entries[char] = spelt[index] ?? '';
    });
  }
  return entries;
}

function romanise(kana: string, letters: Readonly<Record<string, string>>): string {
  let out = '';
  let doubled = false;
  for (const char of kana) {
    if (/[\s\u3000]/u.test(char)) {
      out += ' ';
      continue;
    }
    if (char === 'っ') {
      doubled = true;
      continue;
    }
    const glide = GLIDES[char];
    if (glide !== undefined) {
      // し + ゃ is sha, き + ゃ is kya.
      out = /(?:sh|ch|j)i$/.test(out) ? out.slice(0, -1) + glide : out.replace(/i$/, 'y') + glide;
      continue;
    }
    const spelt = letters[char] ?? '';
    out += doubled && spelt !== '' ? spelt.charAt(0) + spelt : spelt;
    doubled = false;
  }
  return out;
}

function toHiragana(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  return code >= 0x30a1 && code <= 0x30f6 ? String.fromCodePoint(code - 0x60) : char;
}
