import { answered } from '../draft.ts';
import { examples } from '../examples.ts';
import { type Composer, plainLine } from './lines.ts';

/** Hello. Opens with a greeting and what can be asked. */
export const composeGreeting: Composer = ({ say, knowledge, language }) =>
  answered(plainLine(say.greeting), [], { notes: [say.help], suggestions: examples(knowledge, language, 3) });
