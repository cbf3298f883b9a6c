import type { Fitting } from '../chat/message.ts';
import { LIMITS } from './limits.ts';
import { sourceMarkup, unitMarkup } from './markup.ts';

/** A source's line at most, so that whatever rests on it fits beside it. */
export const SOURCE_CHARACTERS = 1_700;
export const PLAIN_SOURCE_CHARACTERS = 850;
/** Of a message's 2,000: leaves room for a line over the headline. */
const HEADLINE = 1_700;

/** An answer's headline is the content; text and sources share the description of an embed, small print is its footer. */
export const FIT: Fitting = {
  room: LIMITS.embedDescription - 150,
  notes: 1_200,
  units: 60,
  unit(unit, urls) {
    const size = unitMarkup(unit, urls).length;
    if (unit.kind === 'headline') return size <= HEADLINE ? 0 : Number.POSITIVE_INFINITY;
    return size + 2;
  },
  source: (page) => sourceMarkup(page, SOURCE_CHARACTERS).length + 1,
  controls: () => 0,
};

/** Everything in the content, for where embeds are not taken. */
export const PLAIN_FIT: Fitting = {
  ...FIT,
  room: LIMITS.content - 100,
  notes: 0,
  unit: (unit, urls) => unitMarkup(unit, urls).length + 2,
  source: (page) => sourceMarkup(page, PLAIN_SOURCE_CHARACTERS).length + 1,
};
