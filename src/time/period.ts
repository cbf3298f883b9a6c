/** A civil date at the venue, ISO 8601 `YYYY-MM-DD`; such strings compare in date order. */
export type PlainDate = string;

/** Inclusive dates; an open end is `null`. */
export type Period = { readonly from: PlainDate | null; readonly to: PlainDate | null };

/** The asker's present moment: decides what "last month" means. Always passed in, never read from the machine. */
export type Clock = { readonly now: Temporal.Instant; readonly zone: string };
