import type { PlainDate } from '../time/period.ts';
import type {
  Administration,
  AllianceDocument,
  Consultation,
  CountryEntry,
  Framework,
  Group,
  Occasion,
  Person,
  PlaceEntry,
  PostEntry,
  ReadThrough,
  Source,
  TitleEntry,
  Topic,
  Word,
} from './schema.ts';

/** Validated, cross-checked knowledge: every id below resolves. Immutable; a change on disk makes a new one. */
export type KnowledgeBase = {
  /** First 12 hex digits of the SHA-256 over every file: names this version in answers and logs. */
  readonly version: string;
  /** Published only, by first date, then id. */
  readonly consultations: readonly Consultation[];
  readonly frameworks: ReadonlyMap<string, Framework>;
  readonly people: ReadonlyMap<string, Person>;
  readonly posts: ReadonlyMap<string, PostEntry>;
  readonly titles: ReadonlyMap<string, TitleEntry>;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly documents: ReadonlyMap<string, AllianceDocument>;
  readonly administrations: ReadonlyMap<string, Administration>;
  readonly countries: ReadonlyMap<string, CountryEntry>;
  readonly groups: ReadonlyMap<string, Group>;
  readonly occasions: ReadonlyMap<string, Occasion>;
  readonly places: ReadonlyMap<string, PlaceEntry>;
  /** Words of the languages that name no entry of the other lists. */
  readonly words: ReadonlyMap<string, Word>;
  readonly sources: ReadonlyMap<string, Source>;
  /** Through which day each class of sources has been read. */
  readonly readThrough: ReadonlyMap<string, ReadThrough>;
  /** First and last day on record and the number of consultations. */
  readonly coverage: { readonly from: PlainDate; readonly to: PlainDate; readonly consultations: number };
};
