import type { Fitting } from '../chat/message.ts';
import { controlBlocks } from './controls.ts';
import { LIMITS, PIECE_CHARACTERS } from './limits.ts';
import { sourceElements, sourceMrkdwn, unitElements } from './markup.ts';
import { measure } from './render-blocks.ts';

const NOTES = 1_500;
/** The question over an answer, a line of ours, where the message is in the whole, the first line of a further leaf. */
const FRAME = 1_500;

/** All text of a message counts together, addresses and the values of buttons included. */
export const FIT: Fitting = {
  room: LIMITS.messageCharacters - NOTES - FRAME,
  notes: NOTES,
  units: 60,
  unit: (unit, urls) =>
    unit.text.length > PIECE_CHARACTERS ? Number.POSITIVE_INFINITY : measure(unitElements(unit, urls)) + 2,
  source: (page) => (sourceMrkdwn(page)?.length ?? measure(sourceElements(page))) + 1,
  controls: (controls) => measure(controlBlocks(controls)),
};
