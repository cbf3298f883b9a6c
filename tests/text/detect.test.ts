import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/text/detect.ts';
import type { Language } from '../../src/text/language.ts';

describe('detectLanguage', () => {
  it.each<[string, Language, string]>([
    ['誰が会った？', 'ja', 'kana'],
    ['日米首脳会談', 'ja', 'kanji alone'],
    ['ｱﾑﾗｰﾑ', 'ja', 'half-width katakana'],
    ['AMRAAMについて', 'ja', 'an acronym in a Japanese sentence'],
    ['Kishida の meetings は?', 'ja', 'particles join Latin words'],
    ['Who met in March 2025?', 'en', 'Latin words'],
    ['Ishiba', 'en', 'a name in Latin letters'],
    ['What did 石破首相 say?', 'en', 'an English sentence that quotes a Japanese name'],
    ['what is 2プラス2?', 'en', 'an English sentence that quotes katakana'],
    ['2プラス2', 'ja', 'katakana with digits'],
  ])('%s is %s: %s', (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it.each(['', '   ', '2+2', 'AMRAAM?', 'SCC', 'F-35A', '🗾', 'Кириллица', '한국어', 'مرحبا'])(
    'says nothing about %j',
    (text) => {
      expect(detectLanguage(text)).toBeUndefined();
    },
  );
});
