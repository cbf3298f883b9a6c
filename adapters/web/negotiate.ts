import { parseAccept } from 'hono/utils/accept';
import type { Language } from '../../src/text/index.ts';

/** The language a browser asks for, of the two there are; `fallback` where it asks for neither. */
export function languageFor(acceptLanguage: string | undefined, fallback: Language): Language {
  const wanted = parseAccept((acceptLanguage ?? '').slice(0, 500))
    .filter(({ q }) => q > 0)
    .map(({ type }) => type.split('-')[0]?.toLowerCase());
  return wanted.find((each): each is Language => each === 'ja' || each === 'en') ?? fallback;
}
