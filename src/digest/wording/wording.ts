import type { Language } from '../../text/language.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';

/** Names that a difference speaks of by id, in the language. */
export type Names = { person(id: string): string; framework(id: string): string };

/** A digest's sentences in one language. Its English says what each is for and what it takes. */
export type Wording = Readonly<typeof en>;

/** The sentences of a language. */
export function wording(language: Language): Wording {
  return language === 'ja' ? ja : en;
}
