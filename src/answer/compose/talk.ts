import { answered, notFound } from '../draft.ts';
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

/** Hello. Opens with a greeting and what can be asked. */
export const composeGreeting: Composer = ({ say, knowledge, language }) =>
  answered(plainLine(say.greeting), [], { notes: [say.help], suggestions: examples(knowledge, language, 3) });

/** Thanks are answered, and nothing else is added. */
export const composeThanks: Composer = ({ say }) => answered(plainLine(say.thanks), [], { suggestions: [] });

/** Goodbye, and nothing else. */
export const composeFarewell: Composer = ({ say }) => answered(plainLine(say.farewell), [], { suggestions: [] });

/** What is not answered, and why: opinions, predictions, other matters, too long a text, a text that was not understood. */
export const composeRefuse: Composer = (given) => {
  const { query, say, knowledge, language } = given;
  return notFound(plainLine(say.refused[query.reason ?? 'out-of-scope']), [], {
    notes: [say.help, say.covers(coverageIn(given))],
    // What the question named can be asked of the record; where it named nothing, any example serves.
    ...(query.constraints.length > 0 ? {} : { suggestions: examples(knowledge, language, 3) }),
  });
};
