/** What a terminal asks of us; there are no platform limits, only comfort. */
export const LIMITS = {
  /** Columns assumed when the output does not say. */
  columns: 80,
  /** Wider lines tire the eye. */
  mostColumns: 110,
  /** Lines of history kept in memory. */
  history: 200,
} as const;
