import type { Act } from '../knowledge/schema.ts';

/**
 * Every number that search weighs by. Measured with a prototype: moving any of them within its range changes at most four of a
 * thousand answers, so none is worth learning. Grades and shares are 0..1.
 */

/** A grade from which a constraint is held: what a claim rests on. Between the half-certain (0.45) and the merely mentioned (0.5). 0.46–0.5. */
export const HELD = 0.5;
/** A soft constraint must be held this well to narrow: a tag one step away (0.6) does, half a name (0.45) does not. 0.5–0.65. */
export const NARROWS = 0.6;
/** A free word must tell this much to narrow: what is in every twentieth passage (cooperation, missiles) only ranks. 0.3–0.5. */
export const TELLS = 0.4;
/** Share of the subject that a finding must hold. Below, one of three unrelated words is enough; above, paraphrases are lost. 0.4–0.5. */
export const LEAST = 0.44;
/** The same where the subject is free words alone, which nothing else vouches for. 0.48–0.6. */
export const LEAST_WORDS = 0.5;
/** And where there are several: one of two, be it the rarer, is not what was asked. 0.55–0.7. */
export const LEAST_SEVERAL = 0.62;
/** Against the best: what says the very thing (1) leaves out what says something broader (0.6). 0.61–0.7. */
export const FLOOR = 0.62;
/** The same where every record that holds the subject counts, the narrower topics (0.6) included. 0.5–0.59. */
export const FLOOR_WHOLE = 0.55;
/** Several statements of one meeting that hold the subject between them, against one that holds all. 0.75–0.9. */
export const TOGETHER = 0.85;
/** What a title or an attached document says counts for a meeting a little less than its statements do. 0.7–0.9. */
export const OWN = 0.8;

/** How well a statement holds a topic. The order is what matters: tagged and said, tagged, said, narrower, named in passing, broader. */
export const TOPIC = {
  both: 1,
  tag: 0.85,
  said: 0.8,
  narrower: 0.6,
  mentioned: 0.5,
  broader: 0.3,
  wholeOfPart: 0.45,
} as const;
/** A name linked in the sentence, said but linked as part of a longer one, or within the name of a group of countries. */
export const MENTION = { linked: 1, said: 0.9, grouped: 0.7 } as const;
/** Free words: said as typed, all there by their stems and side by side, all there but far apart (two words, more words). */
export const WORDS = {
  said: 1,
  near: 0.9,
  apart: 0.4,
  scattered: 0.7,
  office: 0.7,
  /** Another word for the same thing; less certain than the word itself. 0.7–0.9. */
  synonym: 0.85,
  /** A word for what goes with it: below `HELD`, so that it is found and never claimed. 0.44–0.49. */
  related: 0.47,
} as const;
/** What free words must be worth for a yes to rest on them: above those that stand apart (0.7), below a synonym (0.85). 0.71–0.84. */
export const CLAIMED_WORDS = 0.75;
/** A word that no more passages hold names its thing. 2–4. */
export const FEW = 3;
/** Whose statement it is: recorded so, or both sides' where nobody is recorded. */
export const SIDE = { recorded: 1, both: 0.5 } as const;
/** Acts that say nearly the same as one asked for: what was signed was agreed. 0.6 is just enough to narrow. */
export const KIN: Readonly<Partial<Record<Act, Readonly<Partial<Record<Act, number>>>>>> = {
  agreed: { signed: 1, announced: 0.6, confirmed: 0.6 },
  confirmed: { reaffirmed: 0.6, agreed: 0.6 },
  reaffirmed: { confirmed: 0.6 },
};
/** What is announced, and was settled by another act that names it in the same words. As kin of an act. 0.5–0.7. */
export const KIN_BY_WORDS = 0.6;
/** A record whose title, not its framework, tells what kind of meeting it was. Above `HELD`: it is one. 0.8–0.95. */
export const TITLED = 0.9;

/** How much of the question each kind of constraint carries; `word` and `rarity` add up for a word that is nowhere. 0.3–1.5. */
export const CARRIES = {
  firm: 1,
  period: 1,
  subject: 1.2,
  word: 0.4,
  rarity: 0.8,
  letter: 0.15,
  soft: 0.5,
} as const;
/** What free words may count beside each name of the subject where nothing is claimed; a name that is only said (0.8) still carries. 0.7–0.8. */
export const BESIDE_NAMES = 0.8;
/** Explained by a reading whose firm constraints hold but whose subject nothing does, and by one that asks for nothing. */
export const UNEXPLAINED = { subject: 0.3, blank: 0.6 } as const;
/** What a record that lacks the place asked for explains, against one that tells it. 0.5–0.8. */
export const UNTOLD = 0.6;

/** Between statements that hold the subject equally: `soft` for each constraint that was left soft, by how much it carries. */
export const TIES = { soft: 0.2, act: 0.06, official: 0.02, focus: 0.05 } as const;
/** How much a verb commits. */
export const FIRMNESS: Readonly<Record<Act, number>> = {
  signed: 1,
  agreed: 0.9,
  confirmed: 0.7,
  instructed: 0.7,
  announced: 0.7,
  reaffirmed: 0.65,
  welcomed: 0.5,
  discussed: 0.4,
  stated: 0.4,
};
