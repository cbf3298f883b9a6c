import { answered } from '../draft.ts';
import { type Composer, plainLine } from './lines.ts';

/** Goodbye, and nothing else. */
export const composeFarewell: Composer = ({ say }) => answered(plainLine(say.farewell), [], { suggestions: [] });
