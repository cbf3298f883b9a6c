import type { PlainDate } from '../time/period.ts';
import type {
  Administration,
  AllianceDocument,
  Consultation,
  CountryEntry,
  Framework,
  Person,
  Source,
  Topic,
} from './schema.ts';

/** Validated, cross-checked knowledge: every id below resolves. Immutable; a change on disk makes a new one. */
export type KnowledgeBase = {
  /** First 12 hex digits of the SHA-256 over every file: names this version in answers and logs. */
  readonly version: string;
  /** Published only, by first date, then id. */
  readonly consultations: readonly Consultation[];
  readonly frameworks: ReadonlyMap<string, Framework>;
  readonly people: ReadonlyMap<string, Person>;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly documents: ReadonlyMap<string, AllianceDocument>;
  readonly administrations: ReadonlyMap<string, Administration>;
  readonly countries: ReadonlyMap<string, CountryEntry>;
  readonly sources: ReadonlyMap<string, Source>;
  /** First and last day on record and the number of consultations. */
  readonly coverage: { readonly from: PlainDate; readonly to: PlainDate; readonly consultations: number };
};
