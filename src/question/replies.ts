import { foldKey } from '../text/fold.ts';
import type { Language } from '../text/language.ts';
import type { Question } from './question.ts';

/** The reading that a reply to "which one do you mean?" picks, by number or by name; `undefined` when it picks none. */
export function chosenReading(text: string, asked: Question): string | undefined {
  if (asked.choices.length === 0 || text.length > 60) return undefined;
  const key = foldKey(text);
  const number = /^(?:no\.? ?|#|\()?([1-9])(?:\)|\.|番|つ目|番目)?$/i.exec(text.normalize('NFKC').trim())?.[1];
  if (number) return asked.choices[Number(number) - 1]?.question;
  if (key.length < 2) return undefined;
  const matching = asked.choices.filter(
    ({ label }) => foldKey(label.ja).includes(key) || foldKey(label.en).includes(key),
  );
  return matching.length === 1 ? matching[0]?.question : undefined;
}

/** The language in which the same answer is wanted again: "in English please", 日本語で. */
export function languageAsked(text: string): Language | undefined {
  const plain = text.normalize('NFKC').toLowerCase();
  if (
    /^\W*(?:(?:and |say it |again )?in )?english(?: please)?\W*$|^英語(?:で|に)(?:お願い(?:します)?|して|教えて)?(?:ください)?[。?]?$/.test(
      plain,
    )
  )
    return 'en';
  if (
    /^\W*(?:(?:and |say it |again )?in )?japanese(?: please)?\W*$|^日本語(?:で|に)(?:お願い(?:します)?|して|教えて)?(?:ください)?[。?]?$/.test(
      plain,
    )
  )
    return 'ja';
  return undefined;
}
