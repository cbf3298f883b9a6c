import type { Language } from '../../text/language.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';
import type { Wording } from './wording.ts';

/** The sentences of a language. */
export function wording(language: Language): Wording {
  return language === 'ja' ? ja : en;
}
