/** A text with widths, letter case and dashes levelled, and the way back to the offsets of the text as typed. */
export type FoldedText = {
  readonly text: string;
  /** UTF-16 offset in the original of the character that the folded one came from. */
  startOf(folded: number): number;
  /** UTF-16 offset in the original just after the character that the folded one came from. */
  endOf(folded: number): number;
};

/**
 * Folds to NFKC (２０２５ → 2025, ㋿ → 令和, ㋂ → 3月), lower case, one wave dash `~` and one hyphen `-`, one apostrophe,
 * one kind of space; web addresses become spaces, since the digits in them are not dates.
 */
export function fold(original: string): FoldedText {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  let offset = 0;
  for (const character of original) {
    const folded = foldCharacter(character);
    for (let index = 0; index < folded.length; index += 1) {
      starts.push(offset);
      ends.push(offset + character.length);
    }
    text += folded;
    offset += character.length;
  }
  return {
    text: text.replace(WEB_ADDRESS, (address) => ' '.repeat(address.length)),
    startOf: (folded) => starts[folded] ?? original.length,
    endOf: (folded) => (folded === 0 ? 0 : (ends[folded - 1] ?? original.length)),
  };
}

const WEB_ADDRESS = /https?:\/\/[!#-(*-;=?-~]+/g;

const LEVELLED: ReadonlyMap<string, string> = new Map([
  ...Array.from('〜～∼⁓˜', (c): [string, string] => [c, '~']),
  ...Array.from('–—―‒−‐‑﹣－', (c): [string, string] => [c, '-']),
  ...Array.from('’‘ʼ＇`', (c): [string, string] => [c, "'"]),
  ...Array.from('\t\n\r\u00a0\u3000\u2009\u202f', (c): [string, string] => [c, ' ']),
  ...Array.from('ヶヵケ箇個ヵ', (c): [string, string] => [c, 'か']),
]);

function foldCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  // The common case: ASCII, and kana and kanji that no folding touches.
  if (code < 0x80) return LEVELLED.get(character) ?? character.toLowerCase();
  const levelled = LEVELLED.get(character);
  if (levelled !== undefined) return levelled;
  if (code >= 0x3041 && code <= 0x9fff && (code < 0x3200 || code > 0x33ff)) return character;
  const folded = character.normalize('NFKC').toLowerCase();
  // A character may fold to one that is itself levelled, and a lone combining mark must not vanish from the offsets.
  return folded.length === 0 ? ' ' : (LEVELLED.get(folded) ?? folded);
}
