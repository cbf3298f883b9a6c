import type { Language } from '../../text/language.ts';

/** A sentence or one numbered item of it, in the source's words. */
export type Sentence = { readonly text: string; readonly item: boolean };

/**
 * Splits a paragraph into sentences, and a sentence that numbers its points (①②③, (1)(2)) into one piece a point, so that
 * each can become an outcome of its own.
 */
export function splitSentences(paragraph: string, language: Language): readonly Sentence[] {
  return (language === 'ja' ? splitJapanese(paragraph) : splitEnglish(paragraph)).flatMap(splitItems);
}

function splitJapanese(paragraph: string): string[] {
  return paragraph
    .split('。')
    .map((text) => text.trim())
    .filter((text) => text.length > 0)
    .map((text) => `${text}。`);
}

const abbreviation = /(?:\b(?:Mr|Ms|Mrs|Dr|Gen|Adm|No|St|Jr|vs|approx)|\b[A-Z]|\b[ap]\.m)\.$/;

function splitEnglish(paragraph: string): string[] {
  const sentences: string[] = [];
  let current = '';
  for (const piece of paragraph.split(/(?<=[.!?]["”’)]?) +/)) {
    current = current === '' ? piece : `${current} ${piece}`;
    if (abbreviation.test(current)) continue;
    sentences.push(current);
    current = '';
  }
  if (current !== '') sentences.push(current);
  return sentences;
}

function splitItems(sentence: string): Sentence[] {
  const pieces = sentence.split(/(?=[①-⑳])|(?=\(\d\) )/);
  if (pieces.length < 3) return [{ text: sentence, item: false }];
  const [lead = '', ...items] = pieces.map((piece) => piece.trim());
  const tail = verbOf(items.at(-1) ?? '');
  // The verb of a numbered sentence stands at its end and governs every point.
  return items.map((item, index) => ({
    text: index === items.length - 1 ? `${lead}${item}` : `${lead}${item.replace(/[、,;]$/, '')}…${tail}`,
    item: true,
  }));
}

/** What follows the last point: from など, else こと; in English the verb leads, so nothing does. */
function verbOf(text: string): string {
  const start = Math.max(text.lastIndexOf('など'), text.lastIndexOf('ことを'), text.lastIndexOf('ことに'));
  return start < 0 ? '' : text.slice(start);
}
