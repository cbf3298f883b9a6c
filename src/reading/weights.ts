/**
 * What readings are compared by. A reading begins with its likelihood by wording (`tables/asks.yaml`, `tables/licences.yaml`, where a
 * step of 1 is a lot); the record's answer adds to it. Moving any of these by 0.5 changes a handful of answers at most.
 */
export const WEIGHTS = {
  /** For a reading that the record explains wholly; 2 to 6. Below, wording alone decides; above, anything on record beats good grammar. */
  explained: 4,
  /** Nothing within the firm constraints; −1 to −4. */
  empty: -2.2,
  /** For each word that had to be given up; 0 to −1.5. */
  droppedWord: -0.8,
  /** For each stretch that was read as something else; −0.5 to −2. */
  repair: -0.7,
  /** A repaired reading without any constraint loses to asking back. */
  blankRepair: -9,
} as const;
