const isKana = (char: string) => char >= 'ぁ' && char <= 'ヿ';
const isKanji = (char: string) => (char >= '㐀' && char <= '鿿') || char === '々';

/** Whether a text holds kanji or katakana: hiragana alone is read by its sound. */
export function isJapanese(text: string): boolean {
  for (const char of text) if (isKanji(char) || (isKana(char) && char > 'ゖ')) return true;
  return false;
}

/** Whether a text is hiragana alone. */
export function isHiragana(text: string): boolean {
  for (const char of text) if (char < 'ぁ' || char > 'ゖ') return false;
  return text !== '';
}
