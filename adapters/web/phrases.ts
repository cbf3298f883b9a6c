import type { Language } from '../../src/text/index.ts';
import { en } from './phrases-en.ts';
import { ja } from './phrases-ja.ts';

/** What the pages say around the record, in one language; statements come from the desk and the record. Its English says what each is for and what it takes. */
export type WebPhrases = Readonly<typeof en>;

/** Why a request is not answered. */
export type FaultKind =
  | 'not-found'
  | 'unknown-filter'
  | 'unknown-parameter'
  | 'bad-period'
  | 'bad-page'
  | 'no-question'
  | 'too-long'
  | 'too-many'
  | 'bad-format'
  | 'bad-request'
  | 'method'
  | 'failed';

/** What a page says then; `detail` is the part of the request that it is about. */
export type FaultPhrases = Readonly<Record<FaultKind, { title: string; text(detail: string): string }>>;

export function webPhrases(language: Language): WebPhrases {
  return language === 'ja' ? ja : en;
}
