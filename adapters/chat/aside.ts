import type { Answer } from '../../src/answer/index.ts';
import { AsksOfTalk } from '../../src/reading/index.ts';

/** Whether it tells nothing of the record and rests on no question: there is nothing to report, to page or to draw. */
export function isSmallTalk({ question }: Pick<Answer, 'question'>): boolean {
  return AsksOfTalk.has(question.ask);
}

/** Whether it concerns the asker alone, and not those who read along: help, small talk, and what is not answered at all. */
export function isAside({ question }: Pick<Answer, 'question'>): boolean {
  return question.ask === 'refuse' || AsksOfTalk.has(question.ask);
}
