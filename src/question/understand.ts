import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { buildLexicon, type Lexicon } from '../lexicon/lexicon.ts';
import { detectLanguage } from '../text/detect.ts';
import type { Language } from '../text/language.ts';
import { sanitise } from '../text/sanitise.ts';
import type { Clock } from '../time/period.ts';
import { decide } from './decide.ts';
import { mergeFollowUp } from './follow-up.ts';
import { readText, yearOf } from './interpret.ts';
import type { Question } from './question.ts';
import { chosenReading, languageAsked } from './replies.ts';
import { collectVocabulary } from './scope.ts';
import { createRepairer } from './typo.ts';

export type UnderstandOptions = {
  readonly clock: Clock;
  /** The question before in this conversation, with `answered` filled in where it was answered. */
  readonly previous?: Question | undefined;
  /** Used when the text does not show its language. Default: the previous question's, else `en`. */
  readonly fallbackLanguage?: Language | undefined;
  /** Forces the language of the question. */
  readonly language?: Language | undefined;
};

/** Turns what people type into questions, over one version of the knowledge. */
export type Interpreter = {
  readonly lexicon: Lexicon;
  /** Never throws; linear in the text, of which the first 1,000 characters count. An empty text asks for help. */
  understand(text: string, options: UnderstandOptions): Question;
};

/** Full-width letters and Japanese punctuation show a Japanese keyboard where words show nothing. */
const JAPANESE_MARKS = /[\u3000-\u303f\uff01-\uff5e]|^[RHS]\d{1,2}[./]\d/u;

/** Builds an interpreter; tens of milliseconds, once per knowledge version. */
export function createInterpreter(knowledge: KnowledgeBase): Interpreter {
  const lexicon = buildLexicon(knowledge);
  const vocabulary = collectVocabulary(knowledge);
  const repairer = createRepairer(lexicon, (word) => vocabulary.has(word));
  function understand(typed: string, options: UnderstandOptions): Question {
    const text = sanitise(typed);
    const { previous, clock } = options;
    const chosen = previous && chosenReading(text, previous);
    if (chosen !== undefined) return understand(chosen, { ...options, previous: undefined });
    const wanted = previous && languageAsked(text);
    if (previous && wanted) return { ...previous, text, language: wanted, understood: [], followsUp: true };
    const language =
      options.language ??
      detectLanguage(text) ??
      (JAPANESE_MARKS.test(typed) ? 'ja' : undefined) ??
      previous?.language ??
      options.fallbackLanguage ??
      'en';
    const reading = readText(text, lexicon, repairer, {
      language,
      clock,
      yearHint: yearOf(previous?.period),
      isKnownWord: (word) => vocabulary.has(word),
    });
    const today = clock.now.toZonedDateTimeISO(clock.zone).toPlainDate().toString();
    const fresh = decide(reading, { language, lexicon, vocabulary, today });
    return previous ? mergeFollowUp(fresh, reading, previous, lexicon) : fresh;
  }
  return { lexicon, understand };
}
