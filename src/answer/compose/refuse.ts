import { examples } from '../examples.ts';
import { type Composer, coverageIn, plainLine } from './lines.ts';

/** What is not answered, and why: opinions, predictions, other matters, too long a text, a text that was not understood. */
export const composeRefuse: Composer = (given) => {
  const { query, say, knowledge, language } = given;
  const reason = query.reason ?? 'out-of-scope';
  return {
    status: 'not-found',
    headline: plainLine(say.refused[reason]),
    lines: [],
    notes: [say.help, say.covers(coverageIn(given))],
    consultations: [],
    // What the question named can be asked of the record; where it named nothing, any example serves.
    ...(query.constraints.length > 0 ? {} : { suggestions: examples(knowledge, language, 3) }),
  };
};
