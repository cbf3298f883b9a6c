import { answered } from '../draft.ts';
import { type Composer, plainLine } from './lines.ts';

/** Thanks are answered, and nothing else is added. */
export const composeThanks: Composer = ({ say }) => answered(plainLine(say.thanks), [], { suggestions: [] });
