import { answered } from '../draft.ts';
import { examples } from '../examples.ts';
import { type Composer, coverageIn, plainLine } from './lines.ts';

/** What the bot does. Opens with that; its notes tell how to ask and what is covered, and the suggestions are questions that it answers. */
export const composeHelp: Composer = (given) => {
  const { say, knowledge, language } = given;
  return answered(plainLine(say.help), [], {
    notes: [...say.helpNotes, say.covers(coverageIn(given))],
    suggestions: examples(knowledge, language, 5),
  });
};
